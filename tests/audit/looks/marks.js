// A mark shows by its fill or by its edge. What stands behind the marks (bands, lines of the grid) says so by its class.
() => {
  const { told, rgba, over, ratio, ground } = window.auditing;
  const found = [];
  const BEHIND = "pattern *, defs *, clipPath *, mask *, .band, .seam, .grid, .axis, .ground, [aria-hidden=true] *";
  for (const picture of document.querySelectorAll("svg[role=img]")) {
    if (!picture.checkVisibility()) continue;
    const below = ground(picture);
    for (const mark of picture.querySelectorAll("rect, circle, ellipse, path, line, polyline, polygon")) {
      if (mark.matches(BEHIND)) continue;
      const style = getComputedStyle(mark);
      if (style.display === "none" || style.visibility === "hidden") continue;
      const shown = ["fill", "stroke"].filter((name) => style[name] !== "none" && !(name === "stroke" && parseFloat(style.strokeWidth) < 0.75));
      if (!shown.length) continue;
      const ratios = shown.filter((name) => !style[name].startsWith("url")).map((name) => {
        const [r, g, b, a] = rgba(style[name]);
        return ratio(over([r, g, b, a * parseFloat(style[`${name}Opacity`]) * parseFloat(style.opacity)], below), below);
      });
      if (ratios.length && Math.max(...ratios) < 3) found.push(["mark-too-faint", `${told(mark)}: ${Math.max(...ratios).toFixed(2)}`]);
    }
    for (const text of picture.querySelectorAll("text")) {
      const value = ratio(over(rgba(getComputedStyle(text).fill), below), below);
      const onMark = text.matches(".on-mark, .inside");
      if (!onMark && value < 4.5) found.push(["words-in-chart-too-faint", `${told(text)}: ${value.toFixed(2)}`]);
    }
  }
  return found;
}
