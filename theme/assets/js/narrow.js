"use strict";
// Narrows a list of plan items while the reader types or chooses; what was chosen stands in the address.

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("[data-narrow]");
  if (!form) return;
  const items = [...document.querySelectorAll(".items > li[data-node]")];
  const heads = [...document.querySelectorAll("[data-code]")];
  const output = form.querySelector("output");

  const matches = (item, chosen) =>
    (!chosen.kind || item.dataset.kind === chosen.kind) &&
    (!chosen.unit || item.dataset.units.split(" ").includes(chosen.unit)) &&
    (!chosen.budget || item.dataset.budget === chosen.budget) &&
    (!chosen.words || item.textContent.toLowerCase().includes(chosen.words.toLowerCase().trim()));

  const belongs = (item, code) => item.dataset.node === code || item.dataset.node.startsWith(code + ".");

  const narrow = () => {
    const chosen = Object.fromEntries(new FormData(form));
    const narrowed = Object.values(chosen).some(Boolean);
    for (const item of items) item.hidden = !matches(item, chosen);
    const shown = items.filter((item) => !item.hidden);
    for (const head of heads) head.hidden = narrowed && !shown.some((item) => belongs(item, head.dataset.code));
    for (const list of document.querySelectorAll(".items")) list.hidden = narrowed && !list.querySelector("li:not([hidden])");
    for (const words of document.querySelectorAll("[data-empty]")) words.hidden = narrowed;
    output.textContent = narrowed ? output.dataset.shown.replace("{n}", shown.length) : "";
    const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    const address = window.location.pathname + (query.size ? "?" + query : "") + window.location.hash;
    if (window.location.protocol.startsWith("http")) window.history.replaceState(null, "", address);
  };

  for (const [name, value] of new URLSearchParams(window.location.search)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  form.hidden = false;
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
  narrow();
});
