() => {
  const { told } = window.auditing;
  const found = [];
  const DATA = ["application/json", "application/ld+json"];
  for (const one of document.querySelectorAll("*")) {
    for (const { name, value } of one.attributes) {
      if (/^on/i.test(name)) found.push(["inline-handler", `${told(one)} ${name}`]);
      if (name === "style") found.push(["inline-style", `${told(one)}: ${value}`]);
      if (/^\s*javascript:/i.test(value)) found.push(["javascript-address", `${told(one)} ${name}`]);
    }
  }
  for (const one of document.querySelectorAll("script:not([src])")) {
    if (!DATA.includes(one.type)) found.push(["inline-script", told(one)]);
  }
  for (const one of document.querySelectorAll("style, iframe, object, embed, base")) found.push(["refused-element", told(one)]);
  const loads = [["script, img, source, video, audio, input", "src"], ["link:not([rel=canonical]):not([rel=alternate])", "href"], ["form", "action"], ["use, image", "href"]];
  for (const [selector, attribute] of loads) {
    for (const one of document.querySelectorAll(selector)) {
      const value = one.getAttribute(attribute);
      if (!value || value.startsWith("data:")) continue;
      const { origin } = new URL(value, document.baseURI);
      if (origin !== window.location.origin) found.push(["foreign-host", `${told(one)} ${attribute}: ${origin}`]);
    }
  }
  if (!document.querySelector('meta[http-equiv="Content-Security-Policy"]')) found.push(["no-policy", "no Content-Security-Policy in the page"]);
  return found;
}
