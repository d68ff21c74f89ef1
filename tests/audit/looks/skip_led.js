() => {
  const { told, stops } = window.auditing;
  const content = document.querySelector(document.querySelector("a.skip").getAttribute("href"));
  if (!content) return [["skip-leads-nowhere", "a.skip"]];
  const now = document.activeElement;
  const inside = stops().find((one) => content.contains(one));
  if (inside && now !== inside) return [["skip-leads-elsewhere", told(now)]];
  return content.contains(document.querySelector("h1")) ? [] : [["skip-misses-heading", "h1"]];
}
