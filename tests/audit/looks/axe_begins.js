// Before axe itself, in each page. Each of the thousands of colours that it reads keeps its six values in six WeakMaps, which
// took more than half of its time on a long page; here they are kept on the colour. axe_remembers.js gives the browser's back.
window.givenBack = (() => {
  const native = { WeakMap, WeakSet };
  const { hasOwn } = Object;
  class Kept {
    constructor() {
      const key = Symbol("kept");
      this.has = (one) => hasOwn(one, key);
      this.get = (one) => (hasOwn(one, key) ? one[key] : undefined);
      this.set = (one, value) => {
        one[key] = value;
        return this;
      };
      this.add = (one) => this.set(one, true);
      this.delete = (one) => hasOwn(one, key) && delete one[key];
    }
  }
  Object.assign(window, { WeakMap: Kept, WeakSet: Kept });
  return native;
})();
