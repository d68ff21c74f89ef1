// The browser moves the focus a moment after the key, with its next frame; a person's next key comes later than this.
async () => {
  const until = performance.now() + 2000;
  const isThere = () => location.hash && !document.activeElement.matches("a.skip");
  while (!isThere() && performance.now() < until) await new Promise((soon) => { setTimeout(soon, 5); });
}
