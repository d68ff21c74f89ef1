// Called after the Tab key, so that the browser shows the focus as it does to who uses the keyboard.
() => {
  const { told, rgba, over, ratio, ground, seen, stops } = window.auditing;
  const found = new Map();
  const say = (rule, element, what) => found.set(`${rule} ${told(element)} ${what}`, [rule, `${told(element)}${what}`]);
  for (const one of document.querySelectorAll("[onclick], [role=button], [role=link], [data-copy], [data-print]")) {
    if (seen(one) && one.tabIndex < 0) say("not-reached", one, "");
  }
  for (const one of document.querySelectorAll("[tabindex]")) if (one.tabIndex > 0) say("order-forced", one, "");
  const all = stops();
  const step = Math.max(1, Math.floor(all.length / 200));
  const kinds = new Set();
  for (const [number, one] of all.entries()) {
    const kind = told(one) + one.className;
    if (kinds.has(kind) && number % step) continue; // long lists of the same links: every so many
    kinds.add(kind);
    one.focus({ preventScroll: true });
    if (document.activeElement !== one) { say("takes-no-focus", one, ""); continue; }
    if (!one.matches(":focus-visible")) { say("focus-not-visible", one, ""); continue; }
    const style = getComputedStyle(one);
    const outside = parseFloat(style.outlineOffset) >= 0;
    const below = ground(outside ? one.parentElement : one);
    const width = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
    if (style.outlineStyle === "auto") continue; // the browser's own, of two colours
    if (width < 2) { say("focus-not-visible", one, `: outline ${style.outlineStyle} ${style.outlineWidth}`); continue; }
    const value = ratio(over(rgba(style.outlineColor), below), below);
    if (value < 3) say("focus-too-faint", one, `: ${value.toFixed(2)}`);
  }
  if (document.activeElement) document.activeElement.blur();
  return [...found.values()];
}
