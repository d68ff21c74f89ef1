// A name or a term ("ITA", "No Gift Policy", an address) may stand in Thai words as it is; four words of which two are in small letters are a sentence.
(expected) => {
  const { told } = window.auditing;
  const found = [];
  const THAI = /[\u0e00-\u0e7f]/;
  const SENTENCE = /(?=(?:\S+ )*[a-z]\S* (?:\S+ )*[a-z])[A-Za-z][a-z]+(?: [A-Za-z][a-z’']*){3,}/;
  const language = (element) => {
    const marked = element.closest("[lang]");
    return marked ? marked.getAttribute("lang").slice(0, 2) : "";
  };
  if (document.documentElement.lang !== expected) found.push(["page-language", `html lang=${document.documentElement.lang}`]);
  const judge = (element, text, where) => {
    const lang = language(element);
    const start = text.trim().slice(0, 60);
    if (THAI.test(text) && lang !== "th") found.push(["thai-not-marked", `${told(element)}${where}: ${start}`]);
    if (!THAI.test(text) && lang === "th" && SENTENCE.test(text) && !element.closest("code")) found.push(["english-not-marked", `${told(element)}${where}: ${start}`]);
  };
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const link = element.closest("a[href]");
    const isAddress = link && /^https?:/.test(link.textContent.trim()); // an address is of no language
    if (!isAddress && !element.closest("script, style")) judge(element, texts.currentNode.data, "");
  }
  for (const name of ["alt", "title", "aria-label", "placeholder", "data-label", "data-copy", "label", "value"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) judge(element, element.getAttribute(name), ` ${name}`);
  }
  for (const element of document.querySelectorAll("meta[name=description]")) judge(element, element.content, " content");
  for (const element of document.querySelectorAll("[lang]")) {
    const text = element.textContent;
    if (element.getAttribute("lang") === "th" && expected === "en" && text.trim() && !THAI.test(text) && SENTENCE.test(text)) found.push(["marked-wrongly", `${told(element)}: ${text.trim().slice(0, 60)}`]);
  }
  return found;
}
