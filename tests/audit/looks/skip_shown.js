() => {
  const { told, seen } = window.auditing;
  const first = document.activeElement;
  if (!first.matches("a.skip")) return [["skip-not-first", told(first)]];
  const { top, bottom, left, right } = first.getBoundingClientRect();
  return seen(first) && top >= 0 && left >= 0 && bottom <= window.innerHeight && right <= window.innerWidth ? [] : [["skip-not-shown", told(first)]];
}
