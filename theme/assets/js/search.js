"use strict";
// Searches the pages of one language in the reader's browser. Nothing is fetched before the reader asks.
//
// The index (generator/search/index.py) holds each page as signs that stand for words. `Index` turns them back
// into text; `Index.find` ranks pages; the rest shows them.

(() => {
  const VERSION = 1;
  const FIRST_CHARACTER = 0x100;
  const SURROGATES_FROM = 0xd800;
  const SURROGATES = 0x800;
  const GLUE = "\u2060";
  const THAI = /[\u0e00-\u0e7f]/;
  const TONES = /[\u0e47-\u0e4c]/g;
  const LATIN_END = /[A-Za-z0-9,.;:%)]$/;
  const LATIN_START = /^[A-Za-z0-9(]/;
  const CODE = /(^|\s)([op])[\s.-]*(\d{1,2})(?=\s|$)/g; // O 23, p-06
  const SPOKEN_CODE = /โอ[\s.-]*(?=\d)/g; // โอ 23
  const THAI_BESIDE_LATIN = /([\u0e00-\u0e7f])(?=[a-z0-9])|([a-z0-9])(?=[\u0e00-\u0e7f])/g; // ข้อ12, ปี2569
  const THOUSANDS = /(\d),(?=\d{3}(?!\d))/g;
  const SMALL_WORDS = new Set("a an and are at by can do does for from how i in is it my of on or our the to was we what when where which who you your อบต อบต. อบจ อบจ. ทต ทต. เทศบาล sao pao".split(" ")); // whose site it is says nothing either
  const ABOUT_THE_SITE = new Set(["accessibility", "data/dictionary", "design", "rules"]); // they speak of everything
  const TITLE = 3;
  const MOST = 60;

  // What different hands type for the same letters becomes one.
  const normal = (text) =>
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xe50 + 48))
      .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
      .replace(/\u0e4d\u0e32/g, "\u0e33")
      .replace(/\u0e40\u0e40/g, "\u0e41")
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/[\u2010-\u2015]/g, "-");

  const stem = (word) =>
    /^[a-z]{4,}$/.test(word)
      ? word.replace(/ies$/, "y").replace(/(ss|us|is)$|(?:ing|ed|es|s)$/, "$1").replace(/e$/, "")
      : word;
  const joined = (text) => text.replace(THOUSANDS, "$1"); // 140,000 is typed as 140000 too
  const term = (word) => (/[a-z0-9\u0e01-\u0e4e]/.test(word) ? stem(joined(word)) : "");
  const skeleton = (word) => word.replace(TONES, "");

  // How many letters must change between two words, if no more than `limit`.
  const distance = (a, b, limit) => {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= b.length; j += 1) {
        const same = a[i - 1] === b[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
        if (next[j] < least) least = next[j];
      }
      if (least > limit) return limit + 1;
      before = row;
      row = next;
    }
    return row[b.length];
  };

  class Index {
    constructor(lang, data) {
      if (data.version !== VERSION) throw new Error(`index version ${data.version}`);
      this.lang = lang;
      this.kinds = data.kinds;
      this.words = data.words;
      this.terms = data.words.map((word) => term(normal(word)));
      this.pages = data.pages.map(([kind, address, title, body]) => this.page(kind, address, title, body));
      this.uses = new Map(); // term → numbers of the pages that have it
      this.pages.forEach((page, number) => {
        for (const one of page.terms.keys()) {
          const pages = this.uses.get(one);
          if (pages) pages.push(number);
          else this.uses.set(one, [number]);
        }
      });
      this.sorted = [...this.uses.keys()].sort();
      this.synonyms = data.synonyms.map((group) => group.map(normal));
      this.spelled = new Set(this.synonyms.flat().flatMap((word) => word.split(" ")));
      this.segmenter = typeof Intl !== "undefined" && Intl.Segmenter ? new Intl.Segmenter("th", { granularity: "word" }) : null;
    }

    page(kind, address, title, body) {
      const terms = new Map();
      const titleTerms = new Set();
      const shownTitle = this.text(title, (one) => titleTerms.add(one));
      const text = this.text(body, (one) => terms.set(one, (terms.get(one) || 0) + 1));
      for (const one of titleTerms) terms.set(one, (terms.get(one) || 0) + 1);
      return { kind, address, code: address.split("/").pop(), title: shownTitle, text, terms, titleTerms, plainTitle: normal(shownTitle), plain: joined(normal(text)) };
    }

    // The text that signs stand for, with the spaces put back; each term is told to `seen`.
    text(signs, seen) {
      let text = "";
      let glued = false;
      for (let i = 0; i < signs.length; i += 1) {
        let number = signs.charCodeAt(i);
        if (number >= SURROGATES_FROM + SURROGATES) number -= SURROGATES;
        const word = this.words[number - FIRST_CHARACTER];
        if (word === GLUE) {
          glued = true;
          continue;
        }
        if (!glued && LATIN_START.test(word) && LATIN_END.test(text.slice(-1))) text += " ";
        glued = false;
        text += word;
        const one = this.terms[number - FIRST_CHARACTER];
        if (one) seen(one);
      }
      return text;
    }

    // Words of a query that has no space in it.
    cut(chunk) {
      if (!THAI.test(chunk)) return (chunk.match(/[a-z0-9.']+/g) || []).map(term).filter(Boolean);
      const pieces = this.segmenter
        ? [...this.segmenter.segment(chunk)].map((piece) => term(piece.segment)).filter(Boolean)
        : null;
      if (pieces && pieces.every((piece) => this.uses.has(piece))) return pieces;
      return this.cutByVocabulary(chunk);
    }

    // The way through the chunk with the fewest words that the site knows, and the fewest letters left over.
    cutByVocabulary(chunk) {
      const best = [{ cost: 0, from: -1 }];
      for (let end = 1; end <= chunk.length; end += 1) {
        best[end] = { cost: best[end - 1].cost + 4, from: end - 1 };
        for (let start = Math.max(0, end - 24); start < end; start += 1) {
          const cost = best[start].cost + 1;
          if (cost < best[end].cost && this.uses.has(term(chunk.slice(start, end)))) best[end] = { cost, from: start };
        }
      }
      const pieces = [];
      for (let end = chunk.length; end > 0; end = best[end].from) pieces.unshift(chunk.slice(best[end].from, end));
      return this.merged(pieces).map(term).filter(Boolean);
    }

    // Letters that belong to no known word, put together again.
    merged(pieces) {
      const together = [];
      let loose = false;
      for (const piece of pieces) {
        const known = this.uses.has(term(piece));
        if (!known && loose) together[together.length - 1] += piece;
        else together.push(piece);
        loose = !known;
      }
      return together;
    }

    startingWith(start) {
      let low = 0;
      let high = this.sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.sorted[middle] < start) low = middle + 1;
        else high = middle;
      }
      const found = [];
      while (low < this.sorted.length && this.sorted[low].startsWith(start) && found.length < 40) found.push(this.sorted[low++]);
      return found;
    }

    rarity(number) {
      return Math.log(1 + this.pages.length / Math.max(1, number));
    }

    // Page → how strongly it speaks of one word.
    ofTerm(one, whole) {
      const found = new Map();
      const ways = [[one, 1]];
      if (one.length >= (THAI.test(one) ? 2 : 3) && !whole) {
        for (const longer of this.startingWith(one)) if (longer !== one) ways.push([longer, 0.5]);
      }
      for (const [way, weight] of ways) {
        for (const number of this.uses.get(way) || []) {
          const page = this.pages[number];
          const count = page.terms.get(way);
          const strength = weight * (count / (count + 1.5) + (page.titleTerms.has(way) ? TITLE : 0));
          if (strength > (found.get(number) || 0)) found.set(number, strength);
        }
      }
      return found;
    }

    // Page → how strongly it speaks of a chunk: as it stands, or by most of its words (`least` of their weight).
    ofChunk(chunk, { whole = false, least = 0.5 } = {}) {
      const found = new Map();
      if (THAI.test(chunk)) {
        this.pages.forEach((page, number) => {
          const at = page.plain.indexOf(chunk);
          const inTitle = page.plainTitle.includes(chunk);
          if (at < 0 && !inTitle) return;
          let count = 0;
          for (let i = at; i >= 0 && count < 6; i = page.plain.indexOf(chunk, i + 1)) count += 1;
          found.set(number, count / (count + 1.5) + (inTitle ? TITLE : 0));
        });
      }
      const pieces = this.cut(chunk);
      if (!pieces.length || (THAI.test(chunk) && pieces.length === 1 && found.size)) return found;
      const each = pieces.map((piece) => this.ofTerm(piece, whole));
      const weights = each.map((pages) => this.rarity(pages.size));
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      const sums = new Map();
      each.forEach((pages, i) => {
        for (const [number, strength] of pages) {
          const sum = sums.get(number) || { share: 0, strength: 0 };
          sum.share += weights[i] / all;
          sum.strength += (strength * weights[i]) / all;
          sums.set(number, sum);
        }
      });
      const loose = pieces.length > 1 ? 0.6 : 1;
      for (const [number, sum] of sums) {
        const strength = loose * sum.strength * sum.share * sum.share;
        if (sum.share > least && strength > (found.get(number) || 0)) found.set(number, strength);
      }
      return found;
    }

    // Other words for a chunk: from the list of synonyms, or the nearest that the site knows.
    others(chunk) {
      const found = [];
      for (const group of this.synonyms) {
        for (const word of group) {
          const part = THAI.test(word) ? chunk.includes(word) : chunk === word || stem(chunk) === stem(word);
          if (part) for (const other of group) if (other !== word) found.push(other);
        }
      }
      return [...new Set(found)];
    }

    nearest(chunk) {
      if (/^[\d.]+$/.test(chunk)) return []; // another number is another thing
      const typed = skeleton(chunk);
      const limit = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
      if (!limit) return [];
      let least = limit + 1;
      let found = [];
      for (const [known, plain] of this.spellings()) {
        if (plain[0] !== typed[0] && plain[1] !== typed[1] && plain.at(-1) !== typed.at(-1)) continue;
        const far = distance(typed, plain, Math.min(limit, least));
        if (far < least) {
          least = far;
          found = [known];
        } else if (far === least && far <= limit) found.push(known);
      }
      return found.sort((a, b) => this.often(b) - this.often(a)).slice(0, 3);
    }

    // Whether a chunk is a word of the synonyms; of a longer Thai chunk they may be a part.
    isSpelled(chunk) {
      return this.spelled.has(chunk) || (!THAI.test(chunk) && this.others(chunk).length > 0);
    }

    often(word) {
      return (this.uses.get(term(word)) || []).length;
    }

    // Every word of the site, every run of up to four words of a title, and the synonyms.
    spellings() {
      if (this.known) return this.known;
      const known = new Map(this.sorted.filter((one) => one.length > 2).map((one) => [one, skeleton(one)]));
      for (const page of this.pages) {
        const words = this.titleWords(page.plainTitle);
        for (let i = 0; i < words.length; i += 1) {
          let run = "";
          for (let j = i; j < Math.min(i + 4, words.length); j += 1) {
            run += words[j];
            if (j > i && THAI.test(run)) known.set(run, skeleton(run));
          }
        }
      }
      for (const group of this.synonyms) for (const word of group) known.set(word, skeleton(word));
      this.known = [...known];
      return this.known;
    }

    titleWords(title) {
      return this.segmenter ? [...this.segmenter.segment(title)].map((piece) => piece.segment.trim()).filter(Boolean) : title.split(/\s+/);
    }

    // Page → strength for one chunk with all its ways of saying it, and what was understood.
    understood(chunk, least) {
      const found = this.ofChunk(chunk, { least });
      this.addNumbered(chunk, found);
      let read = null;
      if (!this.isSpelled(chunk) && ![...found.values()].some((strength) => strength > 0.3)) {
        const corrected = this.corrected(chunk);
        for (const other of corrected) {
          for (const [number, strength] of this.ofChunk(other)) {
            if (strength * 0.8 > (found.get(number) || 0)) found.set(number, strength * 0.8);
          }
        }
        if (found.size && corrected.length) read = corrected[0];
      }
      for (const other of this.others(read || chunk)) {
        for (const [number, strength] of this.ofPhrase(other)) {
          if (strength * 0.7 > (found.get(number) || 0)) found.set(number, strength * 0.7);
        }
      }
      return { chunk, read, found };
    }

    // A page that the chunk names by its code or by the code's number.
    addNumbered(chunk, found) {
      this.pages.forEach((page, number) => {
        const [, letters, digits] = /^([a-z]+)-?0*(\d+)$/.exec(page.code) || [];
        if (page.code === chunk || `${letters}${digits}` === chunk) found.set(number, 3 * TITLE);
        else if (digits === chunk.replace(/^0+/, "")) found.set(number, TITLE);
      });
    }

    ofPhrase(phrase) {
      const chunks = phrase.split(" ").map((chunk) => this.ofChunk(chunk, { whole: true }));
      const [first, ...rest] = chunks;
      const found = new Map();
      for (const [number, strength] of first) {
        if (rest.every((pages) => pages.has(number)) && (!rest.length || this.says(number, phrase))) found.set(number, strength);
      }
      return found;
    }

    says(number, phrase) {
      return this.pages[number].plainTitle.includes(phrase) || this.pages[number].plain.includes(phrase);
    }

    corrected(chunk) {
      const whole = this.nearest(chunk);
      if (whole.length || !THAI.test(chunk)) return whole;
      const pieces = this.cutByVocabulary(chunk);
      const mended = pieces.map((piece) => (this.uses.has(piece) ? piece : this.nearest(piece)[0] || piece)).join("");
      return mended === chunk ? [] : [mended];
    }

    // The pages for a query, the best first; where none has most of its words, those that have any.
    find(query) {
      const typed = this.typed(query);
      const words = typed.split(/[\s,;"“”()]+/).filter((chunk) => term(chunk));
      const telling = words.filter((word) => !SMALL_WORDS.has(word));
      const chunks = telling.length ? telling : words;
      const found = this.ranked(typed, chunks, 0.5);
      return found.pages.length ? found : { ...this.ranked(typed, chunks, 0), loose: true };
    }

    typed(query) {
      return joined(normal(query))
        .replace(SPOKEN_CODE, "o")
        .replace(THAI_BESIDE_LATIN, "$1$2 ")
        .replace(CODE, (_, space, letter, digits) => space + letter + Number(digits))
        .trim();
    }

    ranked(query, chunks, least) {
      const parts = chunks.map((chunk) => this.understood(chunk, least));
      const read = parts.some((part) => part.read) ? parts.map((part) => part.read || part.chunk).join(" ") : null;
      const said = read ? [query, read] : [query];
      for (const group of this.synonyms) this.addPhrases(group, said, parts);
      const sums = new Map();
      for (const { found } of parts) {
        const weight = this.rarity(found.size);
        for (const [number, strength] of found) {
          const sum = sums.get(number) || { score: 0, chunks: 0 };
          sum.score += weight * strength;
          sum.chunks += 1;
          sums.set(number, sum);
        }
      }
      const pages = [...sums].map(([number, sum]) => ({ page: this.pages[number], score: Math.max(...said.map((typed) => this.score(this.pages[number], sum, parts.length, typed))) }));
      pages.sort((a, b) => b.score - a.score || a.page.address.localeCompare(b.page.address));
      return { pages: pages.slice(0, MOST), read, marks: parts.flatMap((part) => this.marks(part)), number: pages.length };
    }

    // A synonym of several words, such as "no gift", stands in more than one chunk.
    addPhrases(group, said, parts) {
      for (const phrase of group) {
        if (!phrase.includes(" ") || !said.some((typed) => ` ${typed} `.includes(` ${phrase} `))) continue;
        const words = phrase.split(" ");
        const within = ({ chunk, read }) => words.includes(chunk) || words.includes(read);
        const part = parts.find(within);
        for (const other of group) {
          if (other === phrase || !part) continue;
          for (const [number, strength] of this.ofPhrase(other)) {
            for (const { found } of parts.filter(within)) {
              if (strength * 0.7 > (found.get(number) || 0)) found.set(number, strength * 0.7);
            }
          }
        }
      }
    }

    score(page, sum, chunks, typed) {
      let score = sum.score * (sum.chunks / chunks) ** 1.5;
      if (page.plainTitle === typed) score += 20;
      else if (page.plainTitle.startsWith(typed)) score += 8;
      else if (typed.length > 3 && page.plainTitle.includes(typed)) score += 5;
      else if (chunks > 1 && page.plain.includes(typed)) score += 3;
      const year = /^ita\/(\d{4})/.exec(page.address);
      const depth = page.address.split("/").length;
      return score * (ABOUT_THE_SITE.has(page.address) ? 0.6 : 1) * (page.kind === "ita" ? 0.9 : 1) * (year ? 1 + (Number(year[1]) - 2569) / 100 : 1) * (depth === 1 ? 1.08 : 1);
    }

    // What to mark in an excerpt: the chunk where it stands as typed, else its words.
    marks({ chunk, read }) {
      const said = read || chunk;
      const pieces = this.cut(said).filter((piece) => piece.length > 1);
      return [said, ...pieces, ...this.others(said)];
    }
  }

  // Pieces of a text around the first marked word, each with whether it is to be marked.
  const excerpt = (text, marks, size = 150) => {
    const plain = normal(text);
    const aligned = plain.length === text.length ? plain : text.toLowerCase();
    const found = marks.map((mark) => [aligned.search(wholeWord(mark)), mark]).filter(([at]) => at >= 0);
    const at = found.length ? found[0][0] : 0;
    let from = Math.max(0, at - size / 3);
    const line = aligned.lastIndexOf("\n", at);
    if (line >= from) from = line + 1;
    else if (from > 0) {
      const space = aligned.indexOf(" ", from);
      if (space > 0 && space < at) from = space + 1;
    }
    const part = text.slice(from, from + size);
    return { before: from > 0, pieces: marked(part, marks), after: from + size < text.length };
  };

  const wholeWord = (mark) => {
    if (/^\d{4,}$/.test(mark)) return new RegExp(`\\b${[...mark].join(",?")}`);
    const plain = mark.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return THAI.test(mark) ? new RegExp(plain) : new RegExp(`\\b${plain}`);
  };

  const marked = (text, marks) => {
    const plain = normal(text);
    const aligned = plain.length === text.length ? plain : text.toLowerCase();
    const spans = [];
    for (const mark of [...new Set(marks)].sort((a, b) => b.length - a.length)) {
      const pattern = new RegExp(wholeWord(mark).source, "g");
      for (const found of aligned.matchAll(pattern)) {
        const [start, end] = [found.index, found.index + found[0].length];
        if (!spans.some((span) => start < span.end && end > span.start)) spans.push({ start, end });
      }
    }
    spans.sort((a, b) => a.start - b.start);
    const pieces = [];
    let at = 0;
    for (const { start, end } of spans) {
      if (start > at) pieces.push([text.slice(at, start), false]);
      pieces.push([text.slice(start, end), true]);
      at = end;
    }
    if (at < text.length) pieces.push([text.slice(at), false]);
    return pieces;
  };

  const waiting = new Map();
  window.disclosureIndex = (lang, data) => waiting.get(lang)(new Index(lang, data));

  const loaded = new Map();
  const load = (lang, address) => {
    if (!loaded.has(lang)) {
      loaded.set(lang, new Promise((resolve, reject) => {
        waiting.set(lang, resolve);
        const script = document.createElement("script");
        script.src = address;
        script.onerror = () => {
          loaded.delete(lang);
          reject(new Error(address));
        };
        document.head.append(script);
      }));
    }
    return loaded.get(lang);
  };

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  const start = (place) => {
    const { lang, other, root, index, otherIndex } = place.dataset;
    const form = place.querySelector("form");
    const field = form.querySelector("input");
    const output = place.querySelector("output");
    const list = place.querySelector("[data-results]");
    const filters = place.querySelector("[data-kinds]");
    const words = output.dataset;
    let kind = "";

    const address = (language, path) => root + (language === "en" ? "en/" : "") + (path ? path + "/" : "") + "index.html";

    const result = (language, kinds, { page }, marks) => {
      const { before, pieces, after } = excerpt(page.text, marks);
      const dots = (there) => (there ? "… " : "");
      const shown = pieces.map(([text, isMarked]) => (isMarked ? element("mark", {}, text) : text.replace(/\n+/g, " · ")));
      const title = marked(page.title, marks).map(([text, isMarked]) => (isMarked ? element("mark", {}, text) : text));
      return element(
        "li",
        { lang: language === lang ? null : language },
        element("a", { href: address(language, page.address) }, ...title),
        element("span", { class: "kind" }, kinds[page.kind]),
        element("p", {}, dots(before), ...shown, dots(after).trim()),
      );
    };

    const choose = (found, kinds) => {
      const counts = new Map();
      for (const { page } of found.pages) counts.set(page.kind, (counts.get(page.kind) || 0) + 1);
      if (!counts.has(kind)) kind = "";
      const button = (id, text, number) => {
        const made = element("button", { type: "button", "aria-pressed": String(id === kind) }, `${text} `, element("span", {}, String(number)));
        made.addEventListener("click", () => {
          kind = id;
          show();
        });
        return made;
      };
      filters.replaceChildren(button("", words.all, found.pages.length), ...[...counts].map(([id, number]) => button(id, kinds[id], number)));
      filters.hidden = counts.size < 2;
    };

    const show = async () => {
      const query = field.value.trim();
      remember(query);
      if (!query) {
        list.replaceChildren();
        filters.hidden = true;
        output.textContent = "";
        return;
      }
      let own;
      try {
        own = await load(lang, index);
      } catch {
        output.textContent = words.broken;
        return;
      }
      let language = lang;
      let searched = own;
      let found = own.find(query);
      if (found.loose) {
        const second = await load(other, otherIndex).catch(() => null);
        const there = second ? second.find(query) : found;
        if (there.pages.length && !there.loose) [language, searched, found] = [other, second, there];
      }
      if (field.value.trim() !== query) return;
      choose(found, searched.kinds);
      const shown = found.pages.filter(({ page }) => !kind || page.kind === kind);
      list.replaceChildren(...shown.slice(0, 30).map((one) => result(language, searched.kinds, one, found.marks)));
      const said = found.pages.length ? words.shown.replace("{n}", shown.length) : words.none;
      const about = found.read ? ` ${words.read.replace("{words}", found.read)}` : "";
      const there = language === lang ? "" : ` ${words.elsewhere}`;
      output.textContent = said + about + there;
    };

    const remember = (query) => {
      if (!window.location.protocol.startsWith("http")) return;
      const search = query ? "?" + new URLSearchParams({ q: query, ...(kind ? { kind } : {}) }) : "";
      window.history.replaceState(null, "", window.location.pathname + search);
    };

    let timer;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(show, 80);
    };
    field.addEventListener("input", soon);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      show();
    });
    place.addEventListener("keydown", (event) => {
      const links = [...list.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
      if (to !== undefined && (at >= 0 || document.activeElement === field) && links.length) {
        event.preventDefault();
        (to < 0 ? field : links[Math.min(to, links.length - 1)]).focus();
      } else if (event.key === "Escape" && at >= 0) field.focus();
    });

    const asked = new URLSearchParams(window.location.search);
    place.hidden = false;
    kind = asked.get("kind") || "";
    if (asked.get("q")) {
      field.value = asked.get("q");
      show();
    }
    if (!("ontouchstart" in window) || !asked.get("q")) field.focus({ preventScroll: true });
    window.disclosureSearch = async (query, language = lang) => (await load(language, language === lang ? index : otherIndex)).find(query);
  };

  document.addEventListener("DOMContentLoaded", () => {
    const place = document.querySelector("[data-search]");
    if (place) start(place);
  });
})();
