// Quantities: a line for each group, which opens to its chart and its figures.

const BATCH = 40;

/** Fills the opened line of a group, once. */
function fill(details) {
  if (!details.open || details.dataset.filled) return;
  details.dataset.filled = "yes";
  const group = records.groups[Number(details.dataset.group)];
  details.append(chartOf(group, chartWidth(details)), figuresOf(group));
}

const chartWidth = (details) => Math.max(300, Math.min(1080, details.clientWidth || window.innerWidth - 64));

function figuresOf(group) {
  const rows = group.claims.map((place) => rowOf(records.claims[place], ["quantity", "period", "source", "article"]));
  const summary = element("summary", {}, figures(rows.length));
  const table = element("table", { role: "table" }, element("tbody", { role: "rowgroup" }, ...rows));
  return element("details", {}, summary, element("div", { class: "scrolled" }, table));
}

/** Adds the next lines, and a button for those after them. */
function addQuantities(list, from) {
  const groups = records.groups.slice(from, from + BATCH);
  list.append(...groups.map((group, place) => lineOf(group, from + place)));
  const left = records.groups.length - from - groups.length;
  if (!left) return;
  const button = element("button", { type: "button" }, say("more", { count: number(left) }));
  button.addEventListener("click", () => {
    button.remove();
    addQuantities(list, from + BATCH);
    list.children[from + BATCH].querySelector("summary").focus();
  });
  list.append(button);
}

function lineOf(group, place) {
  const count = element("span", { class: "extent" }, figures(group.claims.length));
  const line = element("details", { class: "quantity", "data-group": place }, element("summary", {}, group.subject, count));
  line.addEventListener("toggle", () => fill(line));
  return line;
}
