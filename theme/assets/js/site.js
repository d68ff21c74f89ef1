"use strict";
// The site is whole without this file: it remembers light or dark, tidies the address bar, and lets "/" open the search.

(() => {
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const remembered = () => {
    try { return localStorage.getItem("scheme"); } catch { return null; }
  };
  const remember = (scheme) => {
    try { localStorage.setItem("scheme", scheme); } catch { /* a private window forgets */ }
  };
  const current = () => root.dataset.scheme || (dark.matches ? "dark" : "light");

  if (remembered()) root.dataset.scheme = remembered();

  const { protocol, pathname, search, hash } = window.location;
  if (protocol.startsWith("http") && pathname.endsWith("/index.html")) {
    history.replaceState(null, "", pathname.slice(0, -"index.html".length) + search + hash);
  }

  const isTyping = ({ tagName, isContentEditable }) => isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(tagName);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const field = [...document.querySelectorAll("#q, #find")].find((one) => one.offsetParent);
    const link = document.querySelector(".head__find");
    if (!field && !link) return;
    event.preventDefault();
    if (field) field.focus();
    else link.click();
  });

  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-scheme-switch]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        const scheme = current() === "dark" ? "light" : "dark";
        root.dataset.scheme = scheme;
        remember(scheme);
      });
    }
  });
})();
