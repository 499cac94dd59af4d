// The table of all claims: filters add up, one column sorts, a hundred rows at a time.

const PAGE = 100;
const form = document.getElementById("filters");
const body = document.querySelector("#claims tbody");
const headings = [...document.querySelectorAll("#claims th")];
const collator = new Intl.Collator(language, { numeric: true });
let found = records.claims;
let first = 0;
let sorting = { column: null, direction: 1 };

const dated = (claim) => claim.end ?? claim.start ?? articles.get(claim.article).day ?? "";
const topicsOf = (claim) => (claim.topics ?? []).map((topic) => labels.topics[topic]).join(", ");
const SORT_KEYS = {
  quantity: (claim) => claim.size ?? -1,
  topic: topicsOf,
  parties: (claim) => claim.parties ?? "",
  period: dated,
  source: (claim) => claim.source ?? "",
  modality: (claim) => labels.modality[claim.modality],
  article: (claim) => articles.get(claim.article).title,
};

const CELLS = {
  quantity: (claim) => [opener(claim), ...["object", "judged"].map((name) => claim[name] && element("span", { class: name }, claim[name]))],
  topic: (claim) => [topicsOf(claim)],
  parties: (claim) => [claim.parties],
  period: (claim) => [claim.period],
  source: (claim) => [claim.source ?? `(${articles.get(claim.article).publisher ?? words.unnamed})`],
  modality: (claim) => [labels.modality[claim.modality]],
  article: (claim) => [articles.get(claim.article).title],
};
const NAMES = { topic: "topics" };

function opener(claim) {
  const button = element("button", { type: "button", class: "open", "aria-label": `${summary(claim)}. ${words.open}` }, claim.figure);
  button.addEventListener("click", () => openClaim(claim));
  return button;
}

/** Returns the row of a claim with some of the columns. */
function rowOf(claim, columns) {
  const cells = columns.map((name) => {
    const children = CELLS[name](claim).filter((child) => child !== undefined);
    return element("td", { "data-label": labels.heading[NAMES[name] ?? name], role: "cell" }, ...children);
  });
  return element("tr", { role: "row" }, ...cells);
}

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s/g, " ").toLowerCase();

/** Returns what the search looks through, worked out when first asked for. */
function haystack(claim) {
  claim.haystack ??= fold([claim.figure, claim.object, claim.source, claim.parties, articles.get(claim.article).title].join(" "));
  return claim.haystack;
}

/** Whether a claim meets every filter; its period, or else its publication, overlaps the days given. */
function meets(claim, wanted) {
  const published = articles.get(claim.article).day;
  const isDated = claim.start || claim.end;
  const start = isDated ? claim.start ?? "0" : published;
  const end = isDated ? claim.end ?? "9" : published;
  return (
    (!wanted.topic || claim.topics?.includes(wanted.topic)) &&
    (!wanted.party || claim.sides?.includes(wanted.party)) &&
    (!wanted.source || (claim.witness ?? "-") === wanted.source) &&
    (!wanted.modality || claim.modality === wanted.modality) &&
    (!wanted.since || (end && end >= wanted.since)) &&
    (!wanted.until || (start && start <= wanted.until)) &&
    (!wanted.search || fold(wanted.search).split(" ").every((word) => haystack(claim).includes(word)))
  );
}

function filter() {
  const wanted = chosen();
  found = records.claims.filter((claim) => meets(claim, wanted));
  sort();
}

function sort() {
  const { column, direction } = sorting;
  if (column) {
    const key = SORT_KEYS[column];
    const keyed = found.map((claim) => [key(claim), claim]);
    const compare = column === "quantity" ? (a, b) => a - b : collator.compare;
    keyed.sort(([a], [b]) => direction * compare(a, b));
    found = keyed.map(([, claim]) => claim);
  }
  show(0);
  keepState();
}

function show(from) {
  first = from;
  const columns = headings.map((heading) => heading.dataset.column);
  body.replaceChildren(...found.slice(first, first + PAGE).map((claim) => rowOf(claim, columns)));
  const places = { shown: number(found.length), all: number(records.claims.length) };
  document.getElementById("count").textContent = found.length ? say("count", places) : words.none;
  showPages();
}

function showPages() {
  const last = Math.min(first + PAGE, found.length);
  const previous = pageButton("previous", first - PAGE, first === 0);
  const next = pageButton("next", first + PAGE, last >= found.length);
  const place = element("span", {}, `${number(found.length && first + 1)}–${number(last)} / ${number(found.length)}`);
  document.getElementById("pages").replaceChildren(...(found.length > PAGE ? [previous, place, next] : []));
}

function pageButton(name, from, isOff) {
  const button = element("button", { type: "button", disabled: isOff ? "" : null }, words[name]);
  button.addEventListener("click", () => {
    show(from);
    const region = document.querySelector("#table-region");
    region.focus({ preventScroll: true });
    region.scrollIntoView();
  });
  return button;
}

for (const heading of headings) {
  heading.querySelector("button").addEventListener("click", () => {
    const column = heading.dataset.column;
    sorting = { column, direction: sorting.column === column ? -sorting.direction : 1 };
    markSorting();
    sort();
  });
}

/** Tells assistive technology which column is sorted, and how. */
function markSorting() {
  for (const heading of headings) {
    const order = sorting.direction > 0 ? "ascending" : "descending";
    if (heading.dataset.column === sorting.column) heading.setAttribute("aria-sort", order);
    else heading.removeAttribute("aria-sort");
  }
}

/** Offers the values of a filter by their names, each with the number of its claims. */
function offer(name, values, label) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const options = [...counts].map(([value, count]) => [value, label(value), count]);
  options.sort(([, a], [, b]) => collator.compare(a, b));
  form.elements[name].append(...options.map(([value, text, count]) => element("option", { value }, `${text} (${number(count)})`)));
}

function offerFilters() {
  const claims = records.claims;
  const names = new Map(claims.map((claim) => [claim.witness ?? "-", claim.source ?? words.unnamed]));
  offer("topic", claims.flatMap((claim) => claim.topics ?? []), (topic) => labels.topics[topic]);
  offer("party", claims.flatMap((claim) => claim.sides ?? []), (side) => labels.sides[side] ?? side);
  offer("source", claims.map((claim) => claim.witness ?? "-"), (source) => names.get(source));
  offer("modality", claims.map((claim) => claim.modality), (modality) => labels.modality[modality]);
}

form.addEventListener("input", filter);
form.addEventListener("reset", () => setTimeout(filter));
form.addEventListener("submit", (event) => event.preventDefault());
