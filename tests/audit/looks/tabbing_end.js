(most) => {
  const { told } = window.auditing;
  const found = [];
  const walked = window.auditWalk.map(({ target }) => target);
  const wanted = window.auditStops.slice(0, most);
  for (const one of wanted) if (!walked.includes(one)) found.push(["not-reached", told(one)]);
  const order = walked.slice(0, wanted.length).findIndex((one, number) => one !== wanted[number]);
  if (order >= 0 && !found.length) found.push(["order-differs", `stop ${order + 1}: ${told(walked[order])}`]);
  if (walked.length < wanted.length) found.push(["trap", `${walked.length} of ${wanted.length} stops, the last: ${walked.length ? told(walked[walked.length - 1]) : "none"}`]);
  for (const { target, free, inside } of window.auditWalk) {
    if (!inside) found.push(["stop-out-of-sight", told(target)]);
    else if (!free) found.push(["stop-covered", told(target)]);
  }
  return found;
}
