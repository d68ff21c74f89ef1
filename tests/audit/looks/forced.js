// Backgrounds and shadows are gone here: what they alone showed is not seen any more.
() => {
  const { told, rgba, over, ratio, ground, seen, stops, forVoices } = window.auditing;
  const found = [];
  const words = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  for (const one of document.body.querySelectorAll("*")) {
    if (!words(one) || !seen(one) || one.closest("svg, option, script") || forVoices(one)) continue;
    const style = getComputedStyle(one);
    const below = ground(one);
    const value = ratio(over(rgba(style.color), below), below);
    if (value < 4.5) found.push(["words-vanish", `${told(one)}: ${value.toFixed(2)}`]);
  }
  for (const one of stops()) {
    if (!seen(one)) continue;
    const style = getComputedStyle(one);
    const edge = parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none" && ratio(rgba(style.borderTopColor), ground(one.parentElement)) >= 3;
    const said = (one.innerText || one.value || "").trim() || one.querySelector("img, svg");
    if (!said && !edge) found.push(["control-vanishes", told(one)]);
    if (one.matches("button, input, select, textarea") && !edge && style.appearance === "none") found.push(["control-has-no-edge", told(one)]);
  }
  const KEPT = ["fontWeight", "textDecorationLine", "textDecorationThickness", "borderTopWidth", "borderBottomWidth", "borderLeftWidth", "borderTopStyle", "borderBottomStyle", "borderBottomColor", "outlineStyle", "color", "fontStyle"];
  const look = (element) => [...KEPT.map((name) => getComputedStyle(element)[name]), ground(element)].join("|");
  for (const one of document.querySelectorAll("[aria-current]:not([aria-current=false]), [aria-pressed=true], [aria-selected=true]")) {
    if (!seen(one)) continue;
    const group = one.closest("ul, ol, nav, p, div");
    const other = group && [...group.querySelectorAll(one.localName)].find((other) => other !== one && !other.matches("[aria-current], [aria-pressed=true], [aria-selected=true]"));
    if (other && look(one) === look(other)) found.push(["choice-vanishes", told(one)]);
  }
  for (const svg of document.querySelectorAll("a svg, button svg, summary svg")) {
    if (!seen(svg)) continue;
    const below = ground(svg);
    const shapes = [...svg.querySelectorAll("path, circle, rect, line, polyline, polygon")];
    const shown = shapes.some((shape) => ["fill", "stroke"].some((name) => {
      const paint = getComputedStyle(shape)[name];
      return paint !== "none" && !paint.startsWith("url") && ratio(over(rgba(paint), below), below) >= 3;
    }));
    if (!shown) found.push(["sign-vanishes", told(svg)]);
  }
  return found;
}
