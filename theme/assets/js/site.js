"use strict";
// The site is whole without this file: it remembers light or dark, and tidies the address bar.

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
