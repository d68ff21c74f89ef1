// Behind axe itself, in each page: it reads the same few colours thousands of times, each time anew, half of its time.
(() => {
  const { prototype } = axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map();
  prototype.parseString = function parseString(text) {
    if (known.has(text)) {
      [this.r, this.g, this.b, this.alpha] = known.get(text);
      return this;
    }
    read.call(this, text);
    known.set(text, [this.r, this.g, this.b, this.alpha]);
    return this;
  };
})();
