// Notes every stop, and whether something lies over it; the number of stops that there should be.
() => {
  const { stops } = window.auditing;
  window.auditStops = stops();
  window.auditWalk = [];
  document.addEventListener("focusin", ({ target }) => {
    const { left, top, width, height } = target.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    const free = !over || target.contains(over) || over.contains(target) || (over.closest("label") && over.closest("label").contains(target));
    window.auditWalk.push({ target, free, inside: top + height > 0 && top < window.innerHeight });
  });
  return window.auditStops.length;
}
