"use strict";
(() => {
  const { version, address } = document.currentScript.dataset;
  const ask = async () => {
    try {
      const answer = await fetch(`${address}?${version}&${location.pathname}`);
      if ((await answer.text()) !== version) { location.reload(); return; }
    } catch { await new Promise((later) => setTimeout(later, 1000)); }
    ask();
  };
  ask();
})();
