"use strict";
// Narrows lists while the reader types or chooses. What was chosen stands in the address, so that it can be sent on
// and gone back from. Rows say what they are found by in their data attributes; a group without rows goes with them.

document.addEventListener("DOMContentLoaded", () => {
  // Words are found inside a sentence, in either script of digits, however the marks of Thai were typed.
  const plain = (text) =>
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xe50 + 48))
      .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
      .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
      .replace(/\u0e40\u0e40/g, "\u0e41")
      .replace(/(\d),(?=\d{3})/g, "$1");
  const isThaiDigits = () => document.querySelector("[data-digits-switch][aria-pressed='true']");
  const digits = (text) =>
    isThaiDigits() ? text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xe20)) : text;
  const filled = (words, values) => words.replace(/{(\w+)}/g, (_, name) => values[name]);
  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

  // Satang are whole numbers, so their sum is exact.
  const baht = (satang) => {
    const whole = grouped(satang / 100n);
    const rest = satang % 100n;
    return rest ? `${whole}.${rest.toString().padStart(2, "0")}` : whole;
  };

  // A list of so many rows is shown or hidden at one stroke; a longer one frame by frame, so that typing never waits.
  const SHORT = 500;
  const FIRST = 30;
  // So many rows of a list of several pages stand there at once; all that fit are counted.
  const MOST = 400;

  class List {
    constructor(place, form) {
      this.place = place;
      this.form = form;
      this.rows = [...place.querySelectorAll("[data-row]")];
      this.groups = [...place.querySelectorAll("[data-group]")].map((group) => [group, [...group.querySelectorAll("[data-row]")]]);
      this.fields = [...form.querySelectorAll("[data-words], [data-facet]")];
      this.output = form.querySelector("output");
      this.sums = [...form.querySelectorAll("[data-sum]")].map((sum) => sum.dataset.sum);
      this.texts = null;
      this.wrong = [];
      this.empty = [];
    }

    prepare() {
      this.texts = this.texts || new Map(this.rows.map((row) => [row, plain(row.textContent)]));
    }

    chosen() {
      return this.fields.filter((field) => field.value.trim());
    }

    test(field) {
      if (field.dataset.facet) {
        const name = `data-${field.dataset.facet}`;
        const wanted = ` ${field.value} `;
        return (row) => ` ${row.getAttribute(name) || ""} `.includes(wanted);
      }
      this.prepare();
      const wanted = plain(field.value).split(/\s+/).filter(Boolean);
      return (row) => wanted.every((word) => this.texts.get(row).includes(word));
    }

    narrow() {
      const chosen = this.chosen();
      const tests = chosen.map((field) => this.test(field));
      const shown = this.rows.filter((row) => tests.every((test) => test(row)));
      const kept = new Set(shown);
      this.wrong = this.rows.filter((row) => row.hidden === kept.has(row));
      this.empty = this.groups.filter(([, rows]) => chosen.length && !rows.some((row) => kept.has(row))).map(([group]) => group);
      for (const [group] of this.groups) if (!this.empty.includes(group)) group.hidden = false;
      this.turn(this.rows.length > SHORT ? FIRST : SHORT);
      for (const words of this.place.querySelectorAll("[data-whole]")) words.hidden = !chosen.length;
      for (const words of this.place.querySelectorAll("[data-full]")) words.hidden = chosen.length > 0;
      this.form.classList.toggle("is-narrowed", chosen.length > 0);
      this.say(chosen, shown);
    }

    turn(number) {
      window.cancelAnimationFrame(this.frame);
      for (const row of this.wrong.splice(0, number)) row.hidden = !row.hidden;
      if (this.wrong.length) this.frame = window.requestAnimationFrame(() => this.turn(SHORT));
      else for (const group of this.empty) group.hidden = true;
    }

    say(chosen, shown, told = this.output.dataset.shown) {
      const { none, baht: amount } = this.output.dataset;
      const count = filled(shown.length ? told : none, { n: grouped(shown.length), all: grouped(this.rows.length), most: MOST });
      const sums = shown.length ? this.sums.map((sum, place) => filled(amount, { sum, baht: baht(this.sum(shown, place)) })) : [];
      this.output.textContent = chosen.length ? digits([count, ...sums].join(" · ")) : "";
      this.form.querySelector("[data-by]").textContent = chosen.length ? digits(`(${chosen.map(words).join(" · ")})`) : "";
      this.form.querySelector("[data-all]").hidden = !chosen.length;
    }

    sum(shown, place) {
      let whole = 0n;
      for (const row of shown) {
        const satang = (row.dataset.sums || "").split(" ")[place];
        if (satang && satang !== "-") whole += BigInt(satang);
      }
      return whole;
    }

    clear() {
      for (const field of this.fields) field.value = "";
    }
  }

  // A list of several pages: its rows come as a script with the first choice, and the first that fit stand in place
  // of the part of the list. What cannot be fetched is said, and the part is narrowed alone.
  class Row {
    constructor([number, href, title, meta, suppliers, price, isPrice, values, sums], { root, facets }) {
      Object.assign(this, { number, href: root + href, title, meta, suppliers, price, isPrice });
      this.dataset = { sums };
      this.values = new Map(facets.map((name, place) => [`data-${name}`, values[place]]));
    }

    getAttribute(name) {
      return this.values.get(name);
    }

    get textContent() {
      return [this.number, this.title, this.meta, this.suppliers, this.price].flat(2).join(" ");
    }

    element(pattern) {
      const made = pattern.cloneNode(true);
      const [link, meta, sum] = [made.querySelector(".what > a"), made.querySelector(".meta"), made.querySelector(".sum")];
      made.removeAttribute("data-row");
      made.hidden = false;
      made.querySelector(".no").textContent = digits(this.number);
      link.href = this.href;
      link.replaceChildren(spoken(this.title));
      meta.replaceChildren(digits(this.meta), ...this.suppliers.flatMap((name) => [" · ", spoken(name)]));
      sum.textContent = digits(this.price);
      sum.classList.toggle("none", !this.isPrice);
      return made;
    }
  }

  const spoken = (said) => {
    if (!Array.isArray(said)) return digits(said);
    const [text, lang] = said;
    return Object.assign(document.createElement("span"), { textContent: lang === "en" ? text : digits(text), lang });
  };

  class LongList extends List {
    constructor(place, form) {
      super(place, form);
      this.part = this.rows;
      this.list = this.part[0].parentElement;
      this.found = this.list.cloneNode(false);
      this.found.hidden = true;
      this.list.after(this.found);
    }

    prepare() {
      if (this.rows !== this.part || this.isAlone) super.prepare();
    }

    narrow() {
      const chosen = this.chosen();
      if (chosen.length && this.every) this.find(chosen);
      else if (chosen.length && !this.isAlone) this.wait();
      else this.partly(chosen);
    }

    partly(chosen) {
      this.turnTo(this.part);
      super.narrow();
      this.list.hidden = false;
      this.found.replaceChildren();
      this.found.hidden = true;
      if (chosen.length) this.output.append(` · ${this.form.dataset.alone}`);
    }

    find(chosen) {
      this.turnTo(this.every);
      const tests = chosen.map((field) => this.test(field));
      const fit = this.rows.filter((row) => tests.every((test) => test(row)));
      this.found.replaceChildren();
      this.coming = fit.slice(0, MOST);
      this.turn(FIRST);
      this.found.hidden = false;
      this.list.hidden = true;
      for (const words of this.place.querySelectorAll("[data-full]")) words.hidden = true;
      this.form.classList.add("is-narrowed");
      this.say(chosen, fit, fit.length > MOST ? this.form.dataset.first : undefined);
    }

    turn(number) {
      if (this.rows === this.part) {
        super.turn(number);
        return;
      }
      window.cancelAnimationFrame(this.frame);
      this.found.append(...this.coming.splice(0, number).map((row) => row.element(this.part[0])));
      if (this.coming.length) this.frame = window.requestAnimationFrame(() => this.turn(SHORT));
    }

    turnTo(rows) {
      if (this.rows !== rows) this.texts = null;
      this.rows = rows;
    }

    wait() {
      this.form.classList.add("is-narrowed");
      this.output.textContent = this.form.dataset.waiting;
      if (this.script) return;
      this.script = Object.assign(document.createElement("script"), { src: this.form.dataset.rest });
      window.disclosureRows = (head, rows) => {
        const root = new URL(head.root, this.script.src).href;
        this.every = rows.map((row) => new Row(row, { ...head, root }));
      };
      this.script.onload = () => this.narrow();
      this.script.onerror = () => {
        this.isAlone = true;
        this.narrow();
      };
      document.head.append(this.script);
    }
  }

  const words = (field) => {
    const name = field.closest("label").querySelector("span").textContent;
    const option = field.selectedOptions && field.selectedOptions[0];
    return `${name}: ${option ? option.text.replace(/ \([^()]*\)$/, "") : field.value.trim()}`;
  };

  const lists = [...document.querySelectorAll("[data-list]")]
    .map((place) => [place, place.querySelector("form[data-narrow]")])
    .filter(([, form]) => form)
    .map(([place, form]) => (form.dataset.rest ? new LongList(place, form) : new List(place, form)));
  if (!lists.length) return;

  const read = () => {
    const asked = new URLSearchParams(window.location.search);
    for (const list of lists) {
      for (const field of list.fields) {
        field.value = asked.get(field.name) || "";
        if (field.selectedIndex === -1) field.value = "";
      }
      list.narrow();
    }
  };

  const write = (isSame) => {
    const query = new URLSearchParams(window.location.search);
    for (const field of lists.flatMap((list) => list.fields)) {
      query.delete(field.name);
      if (field.value.trim()) query.set(field.name, field.value.trim());
    }
    const asked = query.toString();
    if (asked === window.location.search.slice(1)) return;
    const address = window.location.pathname + (asked && `?${asked}`) + window.location.hash;
    try {
      window.history[isSame ? "replaceState" : "pushState"](null, "", address);
    } catch { /* some browsers keep the address of a file, or tire of changes; the list is narrowed all the same */ }
  };

  // A word that grows letter by letter is one step back; every other choice is a step of its own.
  let typing = null;
  for (const list of lists) {
    list.form.addEventListener("input", ({ target }) => {
      const isSame = typing === target;
      typing = target.matches("[data-words]") ? target : null;
      list.narrow();
      write(isSame);
    });
    list.form.addEventListener("focusin", () => list.prepare());
    list.form.addEventListener("submit", (event) => {
      event.preventDefault();
      typing = null;
    });
    list.form.querySelector("[data-all]").addEventListener("click", () => {
      list.clear();
      list.narrow();
      typing = null;
      write(false);
      list.fields[0].focus({ preventScroll: true });
    });
  }
  window.addEventListener("beforeprint", () => lists.forEach((list) => list.turn(Infinity)));
  window.addEventListener("popstate", () => {
    typing = null;
    read();
  });
  for (const button of document.querySelectorAll("[data-digits-switch]")) {
    button.addEventListener("click", () => setTimeout(() => lists.forEach((list) => list.narrow())));
  }

  // A link to a row or a heading that is not shown shows the whole list again.
  const reveal = () => {
    const aim = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    const list = aim && aim.closest("[data-list] [hidden]") && lists.find((one) => one.place.contains(aim));
    if (!list) return;
    list.clear();
    list.narrow();
    write(true);
    aim.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);

  read();
  reveal();
});
