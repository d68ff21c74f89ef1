"use strict";
// The site is whole without this file: it remembers light, dark or high contrast, tidies the address bar, and lets "/" open the
// search, copies the address, and shows Thai digits to who wants them.

(() => {
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const recalled = (key) => {
    try { return localStorage.getItem(key); } catch { return null; }
  };
  const keep = (key, value) => {
    try { localStorage.setItem(key, value); } catch { /* a private window forgets */ }
  };
  const SCHEMES = ["light", "dark", "contrast"];
  const offered = () => (dark.matches ? "dark" : "light");
  const current = () => root.dataset.scheme || offered();

  root.classList.add("scripted");
  if (SCHEMES.includes(recalled("scheme"))) root.dataset.scheme = recalled("scheme");

  const { protocol, pathname, search, hash } = window.location;
  const served = protocol.startsWith("http");
  // Asked for before the style sheets name them, the typefaces come before the first words, which then do not jump.
  for (const face of served ? ["thai-400", "latin-400", "thai-700", "latin-700"] : []) {
    const href = new URL(`../fonts/sarabun-${face}-normal.woff2`, document.currentScript.src).href;
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href }));
  }
  if (served && pathname.endsWith("/index.html")) {
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

  // Digits of the page's own words; not of what is copied, dialled or typed. What stood there comes back.
  const KEPT = "code, script, style, a[href^='tel:'], a[href^='mailto:'], [lang='en'], .foot__code";
  const before = new Map();
  const writeDigits = (thai) => {
    for (const [text, words] of before) text.data = words;
    before.clear();
    if (!thai) return;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (!/[0-9]/.test(text.data) || text.parentElement.closest(KEPT)) continue;
      before.set(text, text.data);
      text.data = text.data.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xe20));
    }
  };

  const startDigits = (button) => {
    const show = (thai) => {
      button.setAttribute("aria-pressed", String(thai));
      writeDigits(thai);
    };
    button.hidden = false;
    if (recalled("digits") === "thai") show(true);
    button.addEventListener("click", () => {
      const thai = button.getAttribute("aria-pressed") !== "true";
      keep("digits", thai ? "thai" : "arabic");
      show(thai);
    });
  };

  const startCopying = (button) => {
    if (!navigator.clipboard) return;
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const { search, hash, href } = window.location;
      await navigator.clipboard.writeText(button.dataset.address ? button.dataset.address + search + hash : href);
      button.textContent = button.dataset.copy;
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-digits-switch]")) startDigits(button);
    for (const button of document.querySelectorAll("[data-copy]")) startCopying(button);
    for (const button of document.querySelectorAll("[data-print]")) {
      button.hidden = false;
      button.addEventListener("click", () => window.print());
    }
    for (const button of document.querySelectorAll("[data-scheme-switch]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        const scheme = SCHEMES[(SCHEMES.indexOf(current()) + 1) % SCHEMES.length];
        // What the device offers anyway need not be remembered; it then follows the device again.
        if (scheme === offered()) delete root.dataset.scheme;
        else root.dataset.scheme = scheme;
        keep("scheme", root.dataset.scheme || "");
        button.querySelector("[data-scheme-name]").textContent = button.dataset[scheme];
      });
    }
  });
})();
