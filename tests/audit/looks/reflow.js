() => {
  const { told, seen, forVoices } = window.auditing;
  const found = [];
  const root = document.documentElement;
  const room = root.clientWidth;
  const scrolls = (element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
  const kept = (element) => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) if (scrolls(one)) return true;
    return false;
  };
  if (root.scrollWidth > room) {
    const wide = [...document.body.querySelectorAll("*")].filter((one) => seen(one) && one.getBoundingClientRect().right > room + 1 && !kept(one));
    const inner = wide.filter((one) => !wide.some((other) => other !== one && one.contains(other)));
    found.push(["wider-than-screen", `${inner.slice(0, 3).map(told).join(", ") || "the page"}`]);
  }
  for (const one of document.body.querySelectorAll("*")) {
    if (one.scrollWidth <= one.clientWidth + 1 || !one.clientWidth || one.closest("svg") || !seen(one) || forVoices(one)) continue;
    const { overflowX } = getComputedStyle(one);
    if (/auto|scroll/.test(overflowX) && !one.querySelector("table") && !/^(TEXTAREA|PRE|INPUT)$/.test(one.tagName)) found.push(["scroller-without-table", told(one)]);
    if (/hidden|clip/.test(overflowX) && one !== document.body) found.push(["cut-off", told(one)]);
  }
  const fixed = [...document.body.querySelectorAll("*")].filter((one) => /fixed|sticky/.test(getComputedStyle(one).position) && seen(one));
  for (const one of fixed) if (one.getBoundingClientRect().height > window.innerHeight / 2 && !one.closest("table")) found.push(["covers-the-page", told(one)]);
  return found;
}
