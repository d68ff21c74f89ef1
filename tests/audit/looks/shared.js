// Colours, visibility and names of elements, for every look.
window.auditing = (() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const over = (top, below) => [0, 1, 2].map((n) => top[n] * top[3] + below[n] * (1 - top[3])).concat(1);
  const part = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const bottom = () => {
    const probe = document.createElement("i");
    probe.style.backgroundColor = "Canvas";
    document.body.append(probe);
    const colour = rgba(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return colour;
  };
  const ground = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      const colour = rgba(getComputedStyle(one).backgroundColor);
      if (colour[3] > 0) layers.unshift(colour);
      if (colour[3] > 0.99) break;
    }
    return layers.reduce((below, top) => over(top, below), layers.length && layers[0][3] > 0.99 ? layers.shift() : bottom());
  };
  const seen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  // Words for voices alone are a pixel large or cut away whole, at the latest by an element around them.
  const forVoices = (element) => {
    for (let one = element; one; one = one.parentElement) if (getComputedStyle(one).clipPath === "inset(50%)") return true;
    return false;
  };
  // "ul.found > li > a": the same for every page of a kind, so that findings can be put together.
  const step = (element) => element.localName + [...element.classList].filter((c) => !/\d{2}/.test(c)).slice(0, 2).map((c) => `.${c}`).join("");
  const told = (element) => {
    const steps = [];
    for (let one = element; one && one !== document.body && steps.length < 3; one = one.parentElement) steps.unshift(step(one));
    return steps.join(" > ");
  };
  const FOCUSED = "a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex]:not([tabindex='-1']), audio[controls], video[controls]";
  const stops = () => [...document.querySelectorAll(FOCUSED)].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[inert]"));
  return { rgba, over, ratio, ground, seen, told, forVoices, stops };
})();
