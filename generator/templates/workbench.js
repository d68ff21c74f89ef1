"use strict";
// Asks for news. A page that was made anew comes with them, and only what it changes is put into the page that stands there: whoever
// reads it stays at the place. What a script has taken hold of, or anybody has altered, comes with a page that is loaded.
(() => {
  const HELD = "script, link, noscript, [http-equiv], button, form, [data-list], [data-search]";
  const OURS = "[rel=preload], body > script, body > link, .workbench";
  const parts = ({ head, body }) => [...head.children, ...body.children].filter((part) => !part.matches(OURS));

  const { version, address } = document.currentScript.dataset;
  let known = Number(version);
  // What came, before any script has altered it.
  let told = parts(document).map((part) => part.cloneNode(true));

  const isAlike = (one, other) => one.cloneNode().isEqualNode(other.cloneNode());

  // What has to go, as it stands there and as it came, and what comes in its place.
  const changes = (shown, old, fresh) => {
    if (old.isEqualNode(fresh)) return [];
    const [there, before, after] = [shown, old, fresh].map((node) => [...node.childNodes]);
    const isInside = before.length && [there, after].every(({ length }) => length === before.length) && isAlike(old, fresh);
    return isInside ? before.flatMap((node, n) => changes(there[n], node, after[n])) : [{ shown, old, fresh }];
  };

  const holds = (node, what) => node instanceof Element && (node.matches(what) || node.querySelector(what));
  const isFree = ({ shown, old, fresh }) =>
    shown.isEqualNode(old) &&
    !holds(shown, ":target") &&
    ![shown, fresh].some((node) => holds(node, HELD) || node.parentElement.closest(HELD));

  const isTaken = (page) => {
    const [there, next] = [document, new DOMParser().parseFromString(page, "text/html")].map(parts);
    if (document.querySelector(".workbench, [data-digits-switch][aria-pressed=true]")) return false;
    if ([there, next].some(({ length }) => length !== told.length)) return false;
    const found = told.flatMap((part, n) => changes(there[n], part, next[n]));
    if (!found.every(isFree)) return false;
    told = next.map((part) => part.cloneNode(true));
    for (const { shown, fresh } of found) shown.replaceWith(fresh);
    return true;
  };

  const news = async () => {
    try {
      return await (await fetch(`${address}?${known}&${location.pathname}`)).json();
    } catch {
      await new Promise((later) => setTimeout(later, 1000));
      return { version: known };
    }
  };

  const follow = async () => {
    for (;;) {
      const { version: now, page } = await news();
      if (now !== known && !(page && isTaken(page))) {
        location.reload();
        return;
      }
      known = now;
    }
  };
  follow();
})();
