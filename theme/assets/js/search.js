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
  const HANGING = /[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]/; // no Thai word begins with these
  const LATIN_END = /[A-Za-z0-9,.;:%)]$/;
  const LATIN_START = /^[A-Za-z0-9(]/;
  const CODE = /(^|\s)([op])[\s.-]*0*(\d{1,2})(?=\s|$)/g; // O 23, p-06
  const SPOKEN_CODE = /โอ(?:ไอที)?[\s.-]*(?=\d)/g; // โอ 23
  const FORM_CODE = /(^|\s)(?:ita\s*)?(?:oit|ข้อที่|ข้อ|item|#)[\s.-]*o?[\s.-]*0*(\d{1,2})(?=\s|$)/g; // OIT 12, ข้อ 12, #12
  const PLACE_IN_THE_PLAN = /(?:(?:โครงการ|มาตรการ|กิจกรรม|รายการ)\s*(?:ลำดับ)?(?:ที่)?|ลำดับ(?:ที่)?|(?:project|measure|activity|plan item)\s*(?:no\.?|number)?)[\s.-]*0*(\d{1,2})(?=\s|$)/g; // ลำดับที่ 7, project no. 7
  const PLACE = /(?:ลำดับที่|no\.)\s?(\d+)/; // as pages of items write it
  const YEAR_BEHIND_LATIN = /([a-z]{2})(?=\d{4}(?!\d))/g; // ITA2569
  const THAI_BESIDE_LATIN = /([\u0e00-\u0e7f])(?=[a-z0-9])|([a-z0-9])(?=[\u0e00-\u0e7f])/g; // ข้อ12, ปี2569
  const THOUSANDS = /(\d),(?=\d{3}(?!\d))/g;
  const BETWEEN = /[\s,;:!?"“”()[\]{}<>|…·/]+/;
  const SMALL_WORDS = new Set(
    (
      "a an and are at all by can do does did for from get give has have how i in is it know like list long make many me much must my need of on or our per please should show tell the there this total to until us want was we what when where which who will with would you your " +
      "อบต อบจ ทต เทศบาล sao pao ถ้า หาก ทั้งหมด รวม อยาก อยากรู้ อยากทราบ ต้อง ต้องทำ จะ ขอ ดู ดูได้ หา ได้ ได้ไหม ไหม มั้ย หรือไม่ หรือ บ้าง อะไร ใคร ไหน ที่ไหน ตรงไหน ยังไง อย่างไร เท่าไหร่ เท่าไร เมื่อไหร่ เมื่อไร ทำไม ทำ กี่ คือ เป็น มี ไป มา อยู่ ให้ ใน ที่ ของ และ กับ โดย จาก ว่า ซึ่ง นี้ นั้น แล้ว หน่อย ครับ ค่ะ คะ การ ความ ด้วย เพื่อ ปี เดือน"
    ).split(" "),
  ); // whose site it is says nothing either
  const ABOUT_THE_SITE = new Set(["accessibility", "data/dictionary", "design", "rules"]); // they speak of everything
  const TITLE = 3;
  const AT_ONCE = 20;
  const ENOUGH = 0.5; // share of a query that a page must speak of

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

  // The end of an English word, and the two ways of spelling it, say little.
  const stem = (word) =>
    /^[a-z]{4,}$/.test(word)
      ? word
          .replace(/ies$/, "y")
          .replace(/(ss|us|is)$|(?:es|s)$/, "$1")
          .replace(/([a-z]{3})(?:ing|ed)$|([a-z]{5})(?:ion|or)$|([a-z]{6})ment$/, "$1$2$3")
          .replace(/is(e|at)?$/, "iz$1")
          .replace(/tre$/, "ter")
          .replace(/our$/, "or")
          .replace(/e$/, "")
      : word;
  const joined = (text) => text.replace(THOUSANDS, "$1"); // 140,000 is typed as 140000 too
  const term = (word) => (/[a-z0-9\u0e01-\u0e4e]/.test(word) ? stem(joined(word).replace(/'s?$/, "")) : "");
  const squeezed = (text) => text.replace(/[\s.'"“”-]+/g, ""); // ป.ป.ช. is typed as ปปช, e-bidding as ebidding

  // Letters that sound the same, marks that are left out or confused, and doubled letters make no difference.
  const LETTERS = "ศษณญรฬฎฏฐธฑฒภฆใ";
  const SOUNDS = "สสนยลลดตถทททพคไ";
  const sound = (word) =>
    THAI.test(word)
      ? word
          .replace(/[\u0e01-\u0e2e]\u0e4c/g, "")
          .replace(/[\u0e30\u0e47-\u0e4c]/g, "")
          .replace(/[ศษณญรฬฎฏฐธฑฒภฆใ]/g, (letter) => SOUNDS[LETTERS.indexOf(letter)])
          .replace(/([\u0e01-\u0e3a])\1+/g, "$1")
      : word.replace(/([a-z])\1+/g, "$1");

  // The same keys on the other layout: Thai (Kedmanee) and US.
  const US = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";
  const KEDMANEE = "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐\"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ";
  const retyped = (query) => {
    const [from, to] = THAI.test(query) ? [KEDMANEE, US] : [US, KEDMANEE];
    return [...query].map((sign) => (from.includes(sign) ? to[from.indexOf(sign)] : sign)).join("");
  };

  // Years of the Buddhist era and of the common era, and the last two figures of the first.
  const years = (word) => {
    const year = /^\d{4}$/.test(word) ? Number(word) : 0;
    if (year > 2550 && year < 2600) return [String(year - 543)];
    if (year > 2007 && year < 2057) return [String(year + 543)];
    return /^(6\d|7[0-5])$/.test(word) ? [`25${word}`] : [];
  };

  // A query that begins with the kind of an agency, also with the kind in full, as its pages write it.
  const KINDS_OF_AGENCIES = [
    [/^อบจ\.?\s*/, "องค์การบริหารส่วนจังหวัด"],
    [/^อบต\.?\s*/, "องค์การบริหารส่วนตำบล"],
    [/^ทต\.?\s*/, "เทศบาลตำบล"],
    [/\bpao$/, "provincial administrative organization"],
    [/\bsao$/, "subdistrict administrative organization"],
  ];
  const spelledOut = (typed) => [typed, ...KINDS_OF_AGENCIES.filter(([short]) => short.test(typed)).map(([short, full]) => typed.replace(short, full))];

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

  const raise = (found, number, strength) => {
    if (strength > (found.get(number) || 0)) found.set(number, strength);
  };

  const OFTEN = 6; // more than so many times in a page says nothing more

  // Many texts as one, in which a part is found faster than in each.
  class Texts {
    constructor(texts) {
      this.all = texts.join("\n");
      this.starts = [];
      let at = 0;
      for (const text of texts) {
        this.starts.push(at);
        at += text.length + 1;
      }
    }

    // Number of a text → how often it has the part.
    having(part) {
      const found = new Map();
      let at = this.all.indexOf(part);
      while (at >= 0) {
        const number = this.numberAt(at);
        const count = (found.get(number) || 0) + 1;
        found.set(number, count);
        const next = this.starts[number + 1];
        if (count >= OFTEN && next === undefined) break;
        at = this.all.indexOf(part, count < OFTEN ? at + 1 : next);
      }
      return found;
    }

    numberAt(at) {
      let low = 0;
      let high = this.starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (this.starts[middle] <= at) low = middle;
        else high = middle - 1;
      }
      return low;
    }
  }

  class Index {
    constructor(lang, data) {
      if (data.version !== VERSION) throw new Error(`index version ${data.version}`);
      this.lang = lang;
      this.kinds = data.kinds;
      this.words = data.words;
      this.terms = data.words.map((word) => term(normal(word)));
      this.titleRuns = new Set();
      this.pages = data.pages.map(([kind, address, title, body]) => this.page(kind, address, title, body));
      this.titles = new Texts(this.pages.map(({ tightTitle }) => tightTitle));
      this.bodies = new Texts(this.pages.map(({ tight }) => tight));
      this.uses = new Map(); // term → numbers of the pages that have it
      this.pages.forEach((page, number) => {
        for (const one of page.terms.keys()) {
          const pages = this.uses.get(one);
          if (pages) pages.push(number);
          else this.uses.set(one, [number]);
        }
      });
      this.usual = this.pages.reduce((sum, page) => sum + page.plain.length, 0) / Math.max(1, this.pages.length);
      this.sorted = [...this.uses.keys()].sort();
      this.synonyms = data.synonyms.map((group) => group.map((word) => (THAI.test(word) ? normal(word) : normal(word).replace(/-/g, " "))));
      this.segmenter = typeof Intl !== "undefined" && Intl.Segmenter ? new Intl.Segmenter("th", { granularity: "word" }) : null;
      this.phrases = new Map(); // other ways of saying, with their pages
      this.partsOfPhrases = new Set();
      this.groups = new Map(); // term → the groups of synonyms that it is in
      for (const group of this.synonyms) {
        for (const word of group) {
          this.groups.set(this.key(word), [...(this.groups.get(this.key(word)) || []), group]);
          for (const part of word.split(" ")) this.partsOfPhrases.add(squeezed(part));
        }
      }
      this.spell();
    }

    key(word) {
      return THAI.test(word) ? squeezed(word) : word.split(" ").map(term).join(" ");
    }

    page(kind, address, title, body) {
      const terms = new Map();
      const titleTerms = new Set();
      const shownTitle = this.shown(title, (one) => titleTerms.add(one)).join("");
      const text = this.shown(body, (one) => terms.set(one, (terms.get(one) || 0) + 1)).join("");
      for (const one of titleTerms) terms.set(one, (terms.get(one) || 0) + 1);
      this.addRuns(title);
      const plain = joined(normal(text));
      const plainTitle = normal(shownTitle);
      const code = address.split("/").pop();
      const [, letters, digits] = /^([a-z]+)-?0*(\d+)$/.exec(code) || [];
      const [, place] = (kind === "item" && PLACE.exec(plain)) || [];
      return { kind, address, code, place: `no.${place || digits}`, spoken: `${letters}${digits}`, digits, signs: body, title: shownTitle, text, terms, titleTerms, plainTitle, plain, tight: squeezed(plain), tightTitle: squeezed(plainTitle) };
    }

    // Every run of two to four Thai words of a title is something that may be meant; so are two words with a hyphen.
    addRuns(signs) {
      const words = [...signs].map((sign) => normal(this.word(sign)));
      for (let i = 0; i < words.length; i += 1) {
        let run = words[i];
        for (let j = i + 1; j < Math.min(i + 4, words.length); j += 1) {
          run += words[j];
          if (THAI.test(run) && !/\s/.test(run)) this.titleRuns.add(run);
          else if (/^[a-z]+-[a-z]+$/.test(run)) this.titleRuns.add(squeezed(run));
        }
      }
    }

    number(sign) {
      const code = sign.charCodeAt(0);
      return (code >= SURROGATES_FROM + SURROGATES ? code - SURROGATES : code) - FIRST_CHARACTER;
    }

    word(sign) {
      return this.words[this.number(sign)];
    }

    // The words that signs stand for, with the spaces put back; each term is told to `seen`.
    shown(signs, seen = () => {}) {
      const shown = [];
      let before = "";
      for (const sign of signs) {
        const number = this.number(sign);
        const word = this.words[number];
        if (word !== GLUE) {
          shown.push(before !== GLUE && LATIN_START.test(word) && LATIN_END.test(before) ? ` ${word}` : word);
          if (this.terms[number]) seen(this.terms[number]);
        }
        before = word;
      }
      return shown;
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

    often(word) {
      return (this.uses.get(term(word)) || []).length;
    }

    isKnown(word) {
      return this.uses.has(term(word)) || this.groups.has(this.key(word)) || this.partsOfPhrases.has(word) || SMALL_WORDS.has(word);
    }

    // What words of a query that has no space in it are: Thai words as the site and the synonyms know them.
    cut(chunk) {
      if (!THAI.test(chunk)) return (chunk.match(/[a-z0-9][a-z0-9.']*/g) || []).map((word) => word.replace(/[.']+$/, ""));
      const tight = squeezed(chunk);
      if (this.isKnown(tight) || !THAI.test(tight)) return [tight];
      const pieces = this.pieces(tight);
      return pieces.every(({ known }) => !known) ? [tight] : this.mended(pieces);
    }

    // The way through a chunk with the fewest words that are known, and the fewest letters left over.
    pieces(chunk) {
      const best = [{ cost: 0, from: 0, known: false }];
      for (let end = 1; end <= chunk.length; end += 1) {
        best[end] = { cost: best[end - 1].cost + 4, from: end - 1, known: false };
        if (end < chunk.length && HANGING.test(chunk[end])) continue;
        for (let from = Math.max(0, end - 24); from < end - 1; from += 1) {
          const cost = best[from].cost + this.cost(chunk.slice(from, end));
          if (cost < best[end].cost) best[end] = { cost, from, known: true };
        }
      }
      const pieces = [];
      for (let end = chunk.length; end > 0; end = best[end].from) {
        const { from, known } = best[end];
        const after = pieces[0];
        if (!known && after && !after.known) after.text = chunk.slice(from, end) + after.text;
        else pieces.unshift({ text: chunk.slice(from, end), known });
      }
      return pieces;
    }

    // Little for a word that says nothing or has synonyms, more for one that hardly any page has: it may be two.
    cost(word) {
      if (SMALL_WORDS.has(word)) return 0.05;
      if (this.groups.has(word) || this.partsOfPhrases.has(word)) return 0.9;
      const pages = this.uses.get(word);
      return pages ? 1 + 0.2 / pages.length : Infinity;
    }

    // Pieces of which one is unknown, or that together sound like a word that the site has, are that word.
    mended(pieces) {
      const words = [];
      for (let i = 0; i < pieces.length; ) {
        const way = this.slip(pieces, i);
        words.push(way ? way.word : pieces[i].text);
        i += way ? way.length : 1;
      }
      return words;
    }

    slip(pieces, from) {
      let best = null;
      let run = "";
      for (let length = 1; length <= 4 && from + length <= pieces.length; length += 1) {
        run += pieces[from + length - 1].text;
        const part = pieces.slice(from, from + length);
        if (length === 1 && part[0].known) continue;
        const unknown = part.some(({ known }) => !known);
        const last = from + length === pieces.length;
        if (!unknown && this.isSomewhere(run)) continue;
        const [word, far] = this.meant(run, unknown, last);
        const swallowed = part.filter(({ text, known }) => known && text.length > 3).length;
        const cost = far + (part.some(({ known }) => known) ? 0.5 : 0) - length * 0.1;
        if (word && (!swallowed || far < 1) && (!best || cost < best.cost)) best = { word, length, cost };
      }
      return best;
    }

    meant(run, unknown, last) {
      const [same] = this.soundingLike(run);
      if (same) return [same, 0];
      if (unknown && last && run.length > 2 && this.startingWith(run).length) return [run, 0.2];
      const [near] = unknown && !this.isOrdinary(run) ? this.nearest(run) : [];
      return near ? [near, distance(sound(run), sound(near), 2) + 0.3] : [null, 0];
    }

    // A word of the language, as far as the browser knows it.
    isOrdinary(run) {
      return Boolean(this.segmenter) && run.length > 2 && [...this.segmenter.segment(run)].length === 1;
    }

    isSomewhere(run) {
      return this.bodies.all.includes(run) || this.titles.all.includes(run);
    }

    // Page → how strongly it speaks of one word.
    ofWord(word, whole = false) {
      const found = new Map();
      const one = term(word);
      const thai = THAI.test(word);
      if (!one) return found;
      this.addTerm(one, 1, found);
      if (one.length >= (thai ? 2 : 3) && !whole && !/^\d+$/.test(one)) {
        for (const longer of this.startingWith(one)) if (longer !== one) this.addTerm(longer, 0.5, found);
      }
      const tight = squeezed(word);
      if (tight.length > 2 && (thai || /[a-z]\d/.test(tight) || (!found.size && (tight.length > 3 || tight.includes("&")) && /[a-z]/.test(tight)))) this.addText(tight, this.uses.has(one) ? 0.5 : 0.9, found);
      return found;
    }

    addTerm(one, weight, found) {
      for (const number of this.uses.get(one) || []) {
        const page = this.pages[number];
        raise(found, number, weight * this.strength(page, page.terms.get(one), page.titleTerms.has(one)));
      }
    }

    addText(tight, weight, found) {
      const counts = this.bodies.having(tight);
      const titles = this.titles.having(tight);
      for (const number of new Set([...counts.keys(), ...titles.keys()])) {
        raise(found, number, weight * this.strength(this.pages[number], counts.get(number) || 0, titles.has(number)));
      }
    }

    // Said often, in a short page, or in its title.
    strength(page, count, inTitle) {
      const length = 0.6 + 0.4 * Math.min(4, page.plain.length / this.usual);
      return count / (count + 1.5 * length) + (inTitle ? TITLE : 0);
    }

    // Other words for a word, from the list of synonyms.
    others(word) {
      const groups = this.groups.get(this.key(word)) || [];
      return [...new Set(groups.flat())].filter((other) => other !== word);
    }

    // The words that the site knows, and how they sound.
    spell() {
      const all = new Set([...this.sorted.filter((one) => one.length > 2), ...this.titleRuns, ...this.synonyms.flat()]);
      this.spelled = [...all].map((word) => [word, sound(word)]);
      this.sounds = new Map();
      for (const [word, said] of this.spelled) this.sounds.set(said, [...(this.sounds.get(said) || []), word]);
    }

    soundingLike(word) {
      const said = sound(word);
      if (said.length < 3) return [];
      return (this.sounds.get(said) || []).filter((other) => other !== word).sort((a, b) => this.often(b) - this.often(a));
    }

    nearest(word) {
      if (/^[\d.]+$/.test(word)) return []; // another number is another thing
      const typed = sound(word);
      const limit = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
      if (!limit) return [];
      let least = limit + 1;
      let found = [];
      for (const [known, said] of this.spelled) {
        if (said[0] !== typed[0] && said[1] !== typed[1] && said.at(-1) !== typed.at(-1)) continue;
        const far = distance(typed, said, Math.min(limit, least));
        if (far < least) {
          least = far;
          found = [known];
        } else if (far === least && far <= limit) found.push(known);
      }
      return found.sort((a, b) => this.often(b) - this.often(a)).slice(0, 3);
    }

    // Page → strength for one word with all its ways of saying it, and what was understood.
    understood(word, exact) {
      const found = this.ofWord(word);
      this.addNumbered(word, found);
      const own = years(word).length ? 0 : found.size;
      for (const year of years(word)) {
        this.addWeaker(this.ofWord(year), 0.9, found);
        if (word.length === 2) this.addNumbered(year, found);
      }
      const read = exact ? null : this.corrected(word, found);
      const weight = found.size ? 0.6 : 0.8;
      for (const other of this.others(read || word)) this.addWeaker(this.ofPhrase(other), weight, found);
      const full = spelledOut(read || word).at(-1);
      if (full !== word) this.addWeaker(this.ofPhrase(full), 0.9, found);
      return { word, read, found, rarity: this.rarity(own || found.size) };
    }

    // The word that was meant by one that nobody knows; its pages and those of words that sound alike are added.
    corrected(word, found) {
      if (this.groups.has(this.key(word))) return null;
      const near = found.size ? this.moreUsual(word) : [...new Set([...this.soundingLike(word), ...this.nearest(word)])].slice(0, 3);
      if (!found.size && !near.length) this.addBeginnings(word, found);
      const weight = found.size ? 0.4 : 0.8;
      for (const other of near) this.addWeaker(this.ofPhrase(other), weight, found);
      return near.length && !this.isKnown(word) ? near[0] : null;
    }

    // Of a word that nobody knows, other words of the same beginning: demolition, demolish.
    addBeginnings(word, found) {
      const least = Math.max(4, Math.ceil(word.length * 0.6));
      for (let length = word.length - 1; length >= least && !found.size && !/\d/.test(word); length -= 1) {
        for (const other of this.startingWith(word.slice(0, length))) this.addTerm(other, 0.5, found);
      }
    }

    // Words that sound the same and stand on more pages: เสียง where เสี่ยง was meant.
    moreUsual(word) {
      return THAI.test(word) ? this.soundingLike(word).filter((other) => this.often(other) > 2 * this.often(word)) : [];
    }

    addWeaker(pages, weight, found) {
      for (const [number, strength] of pages) raise(found, number, strength * weight);
    }

    // A page that the word names by its code or by the code's number.
    addNumbered(word, found) {
      const bare = word.replace(/^0+/, "");
      this.pages.forEach((page, number) => {
        if (page.kind === "item" && page.place === word) found.set(number, 3 * TITLE);
        else if (page.spoken === word || (page.code === word && page.digits)) found.set(number, 3 * TITLE);
        else if (page.code === word) raise(found, number, 2 * TITLE);
        else if (page.digits && page.digits === bare) found.set(number, TITLE);
      });
    }

    ofPhrase(phrase) {
      if (!this.phrases.has(phrase)) this.phrases.set(phrase, this.saying(phrase));
      return this.phrases.get(phrase);
    }

    saying(phrase) {
      const [first, ...rest] = phrase.split(" ").map((word) => this.ofWord(word, true));
      const found = new Map();
      for (const [number, strength] of first) {
        if (rest.every((pages) => pages.has(number)) && (!rest.length || this.says(number, phrase))) found.set(number, strength);
      }
      return found;
    }

    says(number, phrase) {
      const tight = squeezed(phrase);
      return this.pages[number].tightTitle.includes(tight) || this.pages[number].tight.includes(tight);
    }

    // The pages for a query, the best first; where none has most of its words, those that have any.
    find(query) {
      const found = this.ranked(this.typed(query), false);
      if (!found.loose && !found.read) return found;
      const other = retyped(query);
      const there = this.ranked(this.typed(other), true);
      return there.loose ? found : { ...there, read: other };
    }

    typed(query) {
      return joined(normal(query))
        .replace(SPOKEN_CODE, "o")
        .replace(/[(){}[\]"“”?!,;:]+(?=\s|$)|(^|\s)[(){}[\]"“”]+/g, "$1")
        .replace(THAI_BESIDE_LATIN, "$1$2 ")
        .replace(FORM_CODE, "$1o$2")
        .replace(PLACE_IN_THE_PLAN, " no.$1 ")
        .replace(YEAR_BEHIND_LATIN, "$1 ")
        .replace(CODE, (_, space, letter, digits) => space + letter + Number(digits))
        .trim();
    }

    ranked(typed, exact) {
      const words = typed.split(BETWEEN).flatMap((chunk) => this.cut(chunk)).filter(term);
      const telling = words.filter((word) => !SMALL_WORDS.has(word));
      const parts = (telling.length ? telling : words).map((word) => this.understood(word, exact));
      this.addPhrases(words, parts);
      const read = this.reading(typed, parts);
      const said = (read ? [typed, read] : [typed]).flatMap(spelledOut);
      const weights = parts.map(({ rarity }) => rarity);
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      const sums = new Map();
      parts.forEach(({ found }, i) => {
        for (const [number, strength] of found) {
          const sum = sums.get(number) || { score: 0, share: 0 };
          sum.score += weights[i] * strength;
          sum.share += (weights[i] / all + 1 / parts.length) / 2;
          sums.set(number, sum);
        }
      });
      const most = Math.max(0, ...[...sums.values()].map(({ share }) => share));
      const pairs = this.pairs(parts, weights);
      const pages = [...sums]
        .filter(([, { share }]) => share >= most * 0.4)
        .map(([number, sum]) => ({ page: this.pages[number], score: this.score(number, sum, said, pairs, weights) }));
      pages.sort((a, b) => b.score - a.score || a.page.address.localeCompare(b.page.address));
      return { pages, read, marks: parts.flatMap((part) => this.marks(part)), loose: most <= ENOUGH };
    }

    // What the query was read as, if it was not as typed.
    reading(typed, parts) {
      const said = parts.map(({ word, read }) => read || word);
      const tight = squeezed(typed);
      if (said.every((word) => tight.includes(squeezed(word)))) return null;
      return said.join(THAI.test(typed) && !/\s/.test(typed) ? "" : " ");
    }

    // A synonym of several words, such as "no gift" or "report bribe", stands in more than one word of the query.
    addPhrases(words, parts) {
      const ways = (word) => [word, ...this.others(word)].map((way) => this.key(way));
      const keys = new Set([...words, ...parts.map(({ read, word }) => read || word)].flatMap(ways));
      for (const group of this.synonyms) {
        for (const phrase of group) {
          if (!phrase.includes(" ")) continue;
          const needed = phrase.split(" ").map((word) => this.key(word));
          if (!needed.every((word) => keys.has(word))) continue;
          const within = parts.filter(({ word, read }) => ways(read || word).some((way) => needed.includes(way)));
          for (const other of group) {
            const pages = other === phrase ? new Map() : this.ofPhrase(other);
            for (const { found } of within) this.addWeaker(pages, 0.7, found);
          }
        }
      }
    }

    score(number, sum, said, pairs, weights) {
      const page = this.pages[number];
      const total = weights.reduce((all, weight) => all + weight, 0);
      let score = sum.score * sum.share ** 1.5 + this.together(number, pairs);
      score += Math.max(...said.map((typed) => this.wholly(page, typed, weights.length, total)));
      const year = /^ita\/(\d{4})/.exec(page.address);
      const depth = page.address.split("/").length;
      return score * (ABOUT_THE_SITE.has(page.address) ? 0.6 : 1) * (page.kind === "ita" ? 0.8 : 1) * (year ? 1 + (Number(year[1]) - 2569) / 100 : 1) * (depth < 3 ? 1.12 - 0.04 * depth : 1);
    }

    // How well a page's title or text is the whole query.
    wholly(page, typed, words, weight) {
      const tight = squeezed(typed);
      if (page.tightTitle === tight) return 20;
      if (page.tightTitle.startsWith(tight)) return 8;
      const telling = Math.min(1, weight / 3);
      if (tight.length > 3 && page.tightTitle.includes(tight)) return 5 * telling;
      return words > 1 && page.tight.includes(tight) ? 3 * telling : 0;
    }

    // Words that stand side by side in the query, and the pages on which they do.
    pairs(parts, weights) {
      return parts.slice(1).map(({ word, read }, i) => {
        const pair = squeezed((parts[i].read || parts[i].word) + (read || word));
        return { weight: Math.min(weights[i], weights[i + 1]), titles: this.titles.having(pair), bodies: this.bodies.having(pair) };
      });
    }

    together(number, pairs) {
      let sum = 0;
      for (const { weight, titles, bodies } of pairs) sum += titles.has(number) ? 1.5 * weight : bodies.has(number) ? 0.5 * weight : 0;
      return sum;
    }

    // What to mark in an excerpt: the word as typed or read, which says the most, and its other ways.
    marks({ word, read, rarity }) {
      const said = read || word;
      const others = [...years(said), ...this.others(said)];
      return [{ text: said, weight: 3 * rarity }, ...others.map((text) => ({ text, weight: rarity }))].filter(({ text }) => text.length > 1);
    }

    // A part of a page's text that begins and ends with whole words, and what of it is marked.
    excerpt(page, marks) {
      const spans = spansOf(page.text, marks);
      const at = densest(spans);
      const ends = [0];
      for (const word of this.shown(page.signs)) ends.push(ends.at(-1) + word.length);
      const line = page.text.lastIndexOf("\n", at) + 1;
      const wanted = Math.max(0, at - BEFORE);
      const from = line >= wanted ? line : ends.find((end) => end >= wanted);
      const end = from + EXCERPT >= page.text.length ? page.text.length : Math.max(...ends.filter((one) => one <= from + EXCERPT));
      return { before: from > 0, pieces: pieces(page.text, spans, from, end), after: end < page.text.length };
    }
  }

  const EXCERPT = 160; // letters
  const BEFORE = 50; // letters before the first marked word

  // Where a mark may stand: with points, hyphens and thousands' commas or without, and at a Latin word's beginning.
  const pattern = (mark) => {
    if (THAI.test(mark) || /^\d/.test(mark)) {
      const letters = [...mark.replace(/[.\s,-]/g, "")].map((letter) => letter.replace(/[*+?^${}()|[\]\\/]/g, "\\$&"));
      return `${/^\d/.test(mark) ? "\\b" : ""}${letters.join("[.,-]?")}`;
    }
    const words = mark.split(/[\s-]+/).map((word) => term(word).replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
    return `\\b${words.map((word) => (word.length > 3 ? `${word}[a-z]*` : `${word}\\b`)).join("[\\s-]?")}`;
  };

  // Where marked words stand in a text, none over another; the longest and weightiest first.
  const spansOf = (text, marks) => {
    const plain = normal(text);
    const aligned = plain.length === text.length ? plain : text.toLowerCase();
    const spans = [];
    for (const { text: mark, weight } of [...marks].sort((a, b) => b.weight - a.weight || b.text.length - a.text.length)) {
      for (const found of aligned.matchAll(new RegExp(pattern(mark), "g"))) {
        const [start, end] = [found.index, found.index + found[0].length];
        if (end > start && !spans.some((span) => start < span.end && end > span.start)) spans.push({ start, end, mark, weight });
      }
    }
    return spans.sort((a, b) => a.start - b.start);
  };

  // Where an excerpt speaks of the most of what was asked.
  const densest = (spans) => {
    let best = { at: 0, sum: 0 };
    for (const { start } of spans) {
      const near = new Map(spans.filter((span) => span.start >= start && span.end <= start + EXCERPT - BEFORE).map(({ mark, weight }) => [mark, weight]));
      const sum = [...near.values()].reduce((all, weight) => all + weight, 0);
      if (sum > best.sum) best = { at: start, sum };
    }
    return best.at;
  };

  const pieces = (text, spans, from = 0, to = text.length) => {
    const found = [];
    let at = from;
    for (const { start, end } of spans.filter((span) => span.start >= from && span.end <= to)) {
      if (start > at) found.push([text.slice(at, start), false]);
      found.push([text.slice(start, end), true]);
      at = end;
    }
    if (at < to) found.push([text.slice(at, to), false]);
    return found;
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
    const more = place.querySelector("[data-more]");
    const words = output.dataset;
    let kind = "";

    const address = (language, path) => root + (language === "en" ? "en/" : "") + (path ? path + "/" : "") + "index.html";

    const marked = (pieces) => pieces.map(([text, isMarked]) => (isMarked ? element("mark", {}, text) : text.replace(/\n+/g, " · ")));

    const result = ({ language, searched, found }, { page }) => {
      const { before, pieces: shown, after } = searched.excerpt(page, found.marks);
      return element(
        "li",
        { lang: language === lang ? null : language },
        element("a", { href: address(language, page.address) }, ...marked(pieces(page.title, spansOf(page.title, found.marks)))),
        element("span", { class: "kind" }, searched.kinds[page.kind]),
        element("p", {}, before ? "… " : "", ...marked(shown), after ? " …" : ""),
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

    // The pages of this language; where they do not speak of the query, those of the other that do.
    const ask = async (query) => {
      const own = await load(lang, index);
      const found = own.find(query);
      if (found.loose) {
        const second = await load(other, otherIndex).catch(() => null);
        const there = second ? second.find(query) : found;
        if (there.pages.length && (!there.loose || !found.pages.length)) return { language: other, searched: second, found: there };
      }
      return { language: lang, searched: own, found };
    };

    const show = async () => {
      const query = field.value.trim();
      remember(query);
      if (!query) {
        list.replaceChildren();
        filters.hidden = true;
        more.hidden = true;
        output.textContent = "";
        return;
      }
      let answer;
      try {
        answer = await ask(query);
      } catch {
        output.textContent = words.broken;
        return;
      }
      const { language, searched, found } = answer;
      if (field.value.trim() !== query) return;
      choose(found, searched.kinds);
      const shown = found.pages.filter(({ page }) => !kind || page.kind === kind);
      const add = (from) => list.append(...shown.slice(from, from + AT_ONCE).map((one) => result(answer, one)));
      list.replaceChildren();
      add(0);
      more.hidden = shown.length <= AT_ONCE;
      more.onclick = () => {
        const from = list.children.length;
        add(from);
        more.hidden = shown.length <= list.children.length;
        list.children[from].querySelector("a").focus();
      };
      const said = found.pages.length ? words.shown.replace("{n}", shown.length) : words.none;
      const read = found.read ? words.read.replace("{words}", found.read) : "";
      const some = found.loose && found.pages.length ? words.some : "";
      const there = language === lang ? "" : words.elsewhere;
      output.textContent = [said, read, some, there].filter(Boolean).join(" ");
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
    window.disclosureSearch = async (query) => {
      const { language, found } = await ask(query);
      return { ...found, language };
    };
  };

  document.addEventListener("DOMContentLoaded", () => {
    const place = document.querySelector("[data-search]");
    if (place) start(place);
  });
})();
