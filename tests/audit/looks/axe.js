// Violations as [rule, what], and the numbers of the judgements that were needed.
async ({ only, off, judged }) => {
  const { told, rgba, over, ratio, ground } = window.auditing;
  const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
  const result = await axe.run(document, { runOnly: only, rules, resultTypes: ["violations", "incomplete"], preload: false });
  const wrong = [];
  const used = new Set();
  const element = (node) => document.querySelector(node.target[node.target.length - 1]);
  const place = (node) => (element(node) ? told(element(node)) : String(node.target));
  const measured = (one) => {
    const below = ground(one);
    return ratio(over(rgba(getComputedStyle(one).color), below), below);
  };
  const why = (node) => [...node.any, ...node.all, ...node.none].map((check) => (check.data && check.data.messageKey) || check.id).join(" ");
  for (const { id, help, nodes } of result.violations) {
    for (const node of nodes) {
      const detail = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
      wrong.push([id, `${place(node)}: ${detail || help}`]);
    }
  }
  for (const { id, nodes } of result.incomplete) {
    for (const node of nodes) {
      const by = judged.findIndex((one) => one.rule === id && one.because.includes(why(node)) && element(node) && element(node).matches(one.selector));
      const contrast = by >= 0 && judged[by].measured ? measured(element(node)) : Infinity;
      if (by >= 0) used.add(by);
      if (contrast < 4.5) wrong.push([`${id}-measured`, `${place(node)}: ${contrast.toFixed(2)}`]);
      if (by >= 0) continue;
      wrong.push([`${id}-not-judged`, `${place(node)}: axe cannot tell (${why(node)}); judge it in tests/audit/judged.yml`]);
    }
  }
  return { wrong, judged: [...used] };
}
