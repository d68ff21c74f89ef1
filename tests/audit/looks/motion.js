() => {
  const { told } = window.auditing;
  const found = new Map();
  const runs = (durations) => durations.split(",").some((one) => parseFloat(one) > 0.01);
  for (const one of document.querySelectorAll("*")) {
    for (const pseudo of [null, "::before", "::after"]) {
      const style = getComputedStyle(one, pseudo);
      const place = told(one) + (pseudo || "");
      if (runs(style.transitionDuration)) found.set(`transition ${place}`, ["transition-runs", place]);
      if (style.animationName !== "none" && runs(style.animationDuration)) found.set(`animation ${place}`, ["animation-runs", place]);
      if (!pseudo && style.scrollBehavior === "smooth") found.set(`scroll ${place}`, ["scrolls-smoothly", place]);
    }
  }
  for (const one of document.getAnimations()) found.set(String(one.id), ["animation-runs", String(one.animationName || one.id)]);
  return [...found.values()];
}
