// One claim in its article.

const dialog = document.getElementById("claim");
const ROLES = ["number", "noun", "period", "supplier", "recipient", "source", "predicate"];

/** Opens a claim: its fields, and its sentence in its article with the parts marked. */
function openClaim(claim) {
  hideTip();
  document.getElementById("claim-title").textContent = `${claim.figure} ${claim.object ?? ""}`;
  const text = textOf(claim.article);
  const body = text === null ? element("p", {}, words.no_text) : markedText(claim, text);
  document.getElementById("claim-body").replaceChildren(fieldsOf(claim), legendOf(claim), body);
  dialog.showModal();
  dialog.scrollTop = 0;
  document.getElementById("claim-title").focus();
  const sentence = dialog.querySelector(".sentence");
  if (sentence && sentence.offsetTop > dialog.clientHeight) sentence.scrollIntoView({ block: "center" });
  history.replaceState(null, "", `#claim-${claim.id}`);
}

dialog.addEventListener("close", () => keepState());
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());

function fieldsOf(claim) {
  const fields = {
    topics: claim.topics?.map((topic) => labels.topics[topic]).join(", "),
    event: labels.event[claim.event],
    parties: claim.parties,
    period: claim.period,
    source: claim.source ?? words.unnamed,
    modality: labels.modality[claim.modality],
    decision: claim.judged,
  };
  const list = element("dl");
  for (const [name, value] of Object.entries(fields)) {
    if (value) list.append(element("dt", {}, labels.heading[name]), element("dd", {}, value + inferred(claim, name)));
  }
  list.append(element("dt", {}, labels.heading.article), element("dd", {}, citation(articles.get(claim.article))));
  return list;
}

function inferred(claim, name) {
  const fields = name === "parties" ? ["supplier", "recipient"] : [name];
  return fields.some((field) => claim.implied?.includes(field)) ? ` (${words.inferred})` : "";
}

function citation(article) {
  const published = article.published && say("published", { date: article.published });
  const known = [article.title, article.publisher, published].filter(Boolean).join(", ");
  if (!article.url) return known;
  const link = element("a", { href: article.url, rel: "noopener noreferrer", target: "_blank" }, words.original);
  return element("span", {}, `${known}. `, link);
}

function legendOf(claim) {
  const list = element("ul", { class: "key", "aria-label": words.reading });
  for (const role of ROLES) {
    if (claim.spans?.[role]) list.append(element("li", {}, element("mark", { class: role }, labels.role[role])));
  }
  return list;
}

/** Returns the article with the claim's sentence set off, and in it the parts, the shortest uppermost. */
function markedText(claim, text) {
  const points = Array.from(text);
  const [start, end] = claim.sentence ?? claim.span;
  const roles = new Array(end - start).fill("");
  const spans = Object.entries(claim.spans ?? {}).filter(([role]) => ROLES.includes(role));
  spans.sort(([, a], [, b]) => b[1] - b[0] - (a[1] - a[0]));
  for (const [role, [first, last]] of spans) roles.fill(role, Math.max(first - start, 0), Math.max(last - start, 0));
  const sentence = element("span", { class: "sentence" });
  for (let from = 0, to = 0; from < roles.length; from = to) {
    while (to < roles.length && roles[to] === roles[from]) to += 1;
    const words = points.slice(start + from, start + to).join("");
    sentence.append(roles[from] ? marked(roles[from], words) : words);
  }
  const before = points.slice(0, start).join("");
  return element("div", { class: "text", lang: "fr" }, before, sentence, points.slice(end).join(""));
}

function marked(role, text) {
  return element("mark", { class: role, title: labels.role[role] }, text);
}
