// A mark shows by its fill or by its edge. What stands behind the marks (bands, lines of the grid) says so by its class.
() => {
  const { told, rgba, over, ratio, ground } = window.auditing;
  const found = [];
  const BEHIND = "pattern *, defs *, .halo, clipPath *, mask *, .band, .seam, .grid, .axis, .ground, [aria-hidden=true] *";
  // The colour of the last shape that was painted below the middle of some words.
  const painted = (text, picture, below) => {
    const { left, top, width, height } = text.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    let colour = below;
    for (const shape of picture.querySelectorAll("rect, circle, polygon, path")) {
      if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) || shape.closest("defs, pattern, clipPath")) continue;
      const box = shape.getBoundingClientRect();
      const { fill } = getComputedStyle(shape);
      if (fill === "none" || fill.startsWith("url") || x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
      colour = over(rgba(fill), colour);
    }
    return colour;
  };
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
    for (const text of picture.querySelectorAll("text:not(.halo)")) {
      const behind = painted(text, picture, below);
      const value = ratio(over(rgba(getComputedStyle(text).fill), behind), behind);
      if (value < 4.5) found.push(["words-in-chart-too-faint", `${told(text)}: ${value.toFixed(2)}`]);
    }
  }
  return found;
}
