() => {
  const { told, seen, forVoices } = window.auditing;
  const found = new Map();
  const say = (rule, what) => found.set(rule + what, [rule, what]);
  const boxes = () => {
    const lines = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (!texts.currentNode.data.trim() || element.closest("svg, script, option") || !seen(element) || forVoices(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const size = parseFloat(getComputedStyle(element).fontSize);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const middle = (top + bottom) / 2; // the letters themselves: a face's box is taller than they are
        lines.push({ node: texts.currentNode, element, left, right, top: middle - size * 0.45, bottom: middle + size * 0.45 });
      }
    }
    return lines.sort((a, b) => a.top - b.top);
  };
  const overlaps = () => {
    const lines = boxes();
    const pairs = new Map();
    lines.forEach((one, number) => {
      for (let next = number + 1; next < lines.length && lines[next].top < one.bottom - 2; next += 1) {
        const other = lines[next];
        if (other.node === one.node) continue;
        if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 3) pairs.set(`${told(one.element)} and ${told(other.element)}`, 1);
      }
    });
    return pairs;
  };
  const cut = () => {
    const places = new Set();
    for (const one of document.body.querySelectorAll("*")) {
      if (!one.clientWidth || one.closest("svg, textarea, input, select")) continue;
      const style = getComputedStyle(one);
      const sideways = /hidden|clip/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
      const down = /hidden|clip/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
      if ((sideways || down) && seen(one) && one.textContent.trim() && !forVoices(one)) places.add(told(one));
    }
    return places;
  };
  const before = overlaps();
  const cutBefore = cut();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll("*")].filter((one) => seen(one) && one.getBoundingClientRect().right > root.clientWidth + 1 && !one.closest(".scroll, svg *") && !forVoices(one));
    const inner = wide.filter((one) => !wide.some((other) => other !== one && one.contains(other)));
    say("wider-than-screen", inner.slice(0, 3).map(told).join(", "));
  }
  for (const place of cut()) if (!cutBefore.has(place)) say("cut-off", place);
  for (const pair of overlaps().keys()) if (!before.has(pair)) say("overlap", pair);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  return [...found.values()];
}
