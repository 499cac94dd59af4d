// Charts: time to the right, amounts upwards, each figure a bar from the least to the most that its words commit to.

const HEIGHT = 300;
const EDGE = { left: 58, right: 18, top: 26, bottom: 26 };
const COLOURS = 7;
const DAY = 86400000;
const FAR = 200; // how many times the smallest amount the greatest may be on a linear axis
const ARROW = 22;
const NAME_PLACES = [[1, 0], [-1, 0], [1, -15], [-1, -15], [1, 15], [-1, 15]]; // beside the sign, then above and below
const SHAPES = [
  "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", "M-5-5h10v10h-10z", "M0-6L6 5H-6z", "M0-7L7 0L0 7L-7 0z", "M0 6L6-5H-6z",
  "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
];

/** Returns the figure of a group: drawing, key and notes. */
function chartOf(group, width) {
  const marks = group.marks ?? [];
  const left = group.claims.length - marks.length;
  const figure = element("figure");
  if (marks.length < 2) return filled(figure, {}, [element("figcaption", {}, words.nothing_to_draw)]);
  const sources = [...new Set(marks.map((mark) => mark.source))].sort((a, b) => a - b);
  const styles = new Map(sources.map((source, place) => [source, styleOf(place)]));
  const notes = [say("legend")];
  if (group.consensus) notes.push(say("consensus", { count: group.consensus.sources }));
  if (left) notes.push(say("undated", { count: left }));
  figure.append(drawing(group, marks, styles, width), keyOf(group, styles));
  figure.append(element("figcaption", {}, notes.join(" ")));
  return figure;
}

/** Returns the colour and the shape of an independent source; both change together, so that neither tells alone. */
function styleOf(place) {
  return { colour: `s${place % COLOURS}`, shape: SHAPES[place % SHAPES.length] };
}

/** Returns the legend: the sources, and how many articles repeat each. */
function keyOf(group, styles) {
  const list = element("ul", { class: "key sources", "aria-label": words.sources });
  for (const [source, { colour, shape }] of styles) {
    const { label, articles: count } = group.sources[source];
    const name = count > 1 ? say("repeated", { source: label, count: number(count) }) : label;
    const sign = drawn("svg", { viewBox: "-8 -8 16 16", class: colour, "aria-hidden": "true" }, drawn("path", { d: shape, fill: "currentColor" }));
    list.append(element("li", {}, sign, name));
  }
  return list;
}

function drawing(group, marks, styles, width) {
  const x = timeScale(marks, width);
  const y = amountScale(marks, group.consensus);
  const label = say("chart", { subject: group.subject });
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, role: "group", "aria-label": label });
  svg.append(...axes(x, y, group.unit, width));
  if (group.consensus) svg.append(bandOf(group.consensus, y, width));
  const taken = marks.map((mark) => signBox(mark, x, y));
  const parts = marks.map((mark) => markOf(mark, x, y, styles.get(mark.source), taken, width));
  parts.forEach((part, place) => part.setAttribute("tabindex", place ? -1 : 0));
  svg.append(...parts);
  svg.addEventListener("keydown", (event) => moveFocus(event, parts));
  return svg;
}

const time = (day) => Date.parse(day);

function timeScale(marks, width) {
  const days = marks.flatMap((mark) => [time(mark.start ?? mark.day), time(mark.day)]);
  const low = Math.min(...days) - 15 * DAY;
  const high = Math.max(...days) + 15 * DAY;
  const room = width - EDGE.left - EDGE.right;
  return { low, high, at: (day) => EDGE.left + ((day - low) / (high - low)) * room };
}

function amountScale(marks, consensus) {
  const ends = [...marks, consensus ?? {}].flatMap((mark) => [mark.low, mark.high]).filter((end) => end > 0);
  const least = Math.min(...ends, Infinity);
  const most = Math.max(...ends, 0) || 1;
  const isLog = most > FAR * least;
  const high = isLog ? most * 1.5 : most * 1.12;
  const low = isLog ? least / 1.5 : 0;
  const scaled = (value) => (isLog ? Math.log(Math.max(value, low)) : value);
  const room = HEIGHT - EDGE.top - EDGE.bottom;
  const at = (value) => HEIGHT - EDGE.bottom - ((scaled(value) - scaled(low)) / (scaled(high) - scaled(low))) * room;
  return { low, high, isLog, at };
}

function axes(x, y, unit, width) {
  const parts = [drawn("text", { x: 0, y: 12, class: "dim" }, y.isLog ? `${unit} (${words.log})` : unit)];
  const compact = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });
  for (const value of amountTicks(y)) {
    parts.push(drawn("line", { class: "grid", x1: EDGE.left, x2: width - EDGE.right, y1: y.at(value), y2: y.at(value) }));
    parts.push(drawn("text", { class: "dim", x: EDGE.left - 8, y: y.at(value) + 4, "text-anchor": "end" }, compact.format(value)));
  }
  for (const [day, name] of timeTicks(x, width)) {
    parts.push(drawn("line", { class: "grid", x1: x.at(day), x2: x.at(day), y1: HEIGHT - EDGE.bottom, y2: HEIGHT - EDGE.bottom + 5 }));
    parts.push(drawn("text", { class: "dim", x: x.at(day), y: HEIGHT - 6, "text-anchor": "middle" }, name));
  }
  return parts;
}

function amountTicks({ low, high, isLog }) {
  if (isLog) {
    const first = Math.ceil(Math.log10(low));
    const count = Math.max(1, Math.floor(Math.log10(high)) - first + 1);
    return Array.from({ length: count }, (_, place) => 10 ** (first + place));
  }
  const rough = high / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  return Array.from({ length: Math.floor(high / step) + 1 }, (_, place) => place * step);
}

/** Returns days with their names, a hundred pixels apart at least: months, or years where many pass. */
function timeTicks({ low, high }, width) {
  const months = (high - low) / DAY / 30.4;
  const most = Math.max(2, Math.floor(width / 100));
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((size) => months / size <= most) ?? 240;
  const form = step < 12 ? { month: "short", year: "numeric" } : { year: "numeric" };
  const format = new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" });
  const ticks = [];
  const first = new Date(low);
  for (let month = Math.ceil((first.getUTCMonth() + 1) / step) * step; ; month += step) {
    const day = Date.UTC(first.getUTCFullYear(), month, 1);
    if (day > high) return ticks;
    ticks.push([day, format.format(day)]);
  }
}

function bandOf({ low, high }, y, width) {
  const top = high === undefined ? EDGE.top : y.at(high);
  const height = Math.max(4, y.at(low ?? y.low) - top);
  return drawn("rect", { class: "band", x: EDGE.left, width: width - EDGE.left - EDGE.right, y: top - 1, height });
}

/** Returns where a figure stands: the ends of its bar, and the middle, at which its sign is. */
function placeOf(mark, x, y) {
  const top = mark.high === undefined ? y.at(mark.low ?? y.low) - ARROW : y.at(mark.high);
  const bottom = mark.low === undefined ? HEIGHT - EDGE.bottom : y.at(mark.low);
  const middle = mark.high === undefined ? bottom : mark.low === undefined ? top : (top + bottom) / 2;
  return { at: x.at(time(mark.day)), top, bottom, middle };
}

function signBox(mark, x, y) {
  const { at, middle } = placeOf(mark, x, y);
  return [at - 7, middle - 7, at + 7, middle + 7];
}

/** Returns a figure: its period as a line, its interval as a bar, the sign of its source, and its name if there is room. */
function markOf(mark, x, y, style, taken, width) {
  const claim = records.claims[mark.claim];
  const { at, top, bottom, middle } = placeOf(mark, x, y);
  const label = `${summary(claim)}. ${words.open}`;
  const part = drawn("g", { class: `mark ${style.colour} ${mark.mode}${mark.dated ? "" : " undated"}`, role: "button", "aria-label": label });
  if (mark.start) part.append(drawn("line", { class: "span", x1: x.at(time(mark.start)), x2: at, y1: middle, y2: middle }));
  if (bottom - top > 3) part.append(drawn("rect", { class: "bar", x: at - 4, width: 8, y: top, height: bottom - top, rx: 2 }));
  if (mark.high === undefined) part.append(drawn("path", { class: "point", d: `M${at - 6} ${top}L${at} ${top - 9}L${at + 6} ${top}z` }));
  part.append(drawn("path", { class: "point", d: style.shape, transform: `translate(${at} ${middle})` }));
  if (mark.mode === "denied") part.append(drawn("path", { class: "cross", d: `M${at - 9} ${middle - 9}l18 18m0-18l-18 18` }));
  part.append(nameOf(claim, mark, at, middle, taken, width) ?? "");
  listen(part, claim);
  return part;
}

function nameOf(claim, mark, at, middle, taken, width) {
  const denied = mark.mode === "denied" ? labels.modality.negated : "";
  const name = [claim.figure, denied, mark.label].filter(Boolean).join(" ");
  const here = `${name} ${Math.round(at / 20)} ${Math.round(middle / 20)}`;
  if (taken.includes(here)) return null; // another article has said it there
  taken.push(here);
  const long = name.length * 6.6;
  for (const [side, down] of NAME_PLACES) {
    const left = side > 0 ? at + 12 : at - 12 - long;
    const box = [left, middle + down - 8, left + long, middle + down + 6];
    const isOnPeriod = mark.start && side < 0 && !down;
    const isOut = isOnPeriod || left < EDGE.left || box[2] > width || box[3] > HEIGHT - EDGE.bottom + 8;
    if (isOut || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    return drawn("text", { x: at + 12 * side, y: middle + down + 4, "text-anchor": side > 0 ? "start" : "end", "aria-hidden": "true" }, name);
  }
  return null;
}

function overlap(box, other) {
  return box[0] <= other[2] && box[2] >= other[0] && box[1] <= other[3] && box[3] >= other[1];
}

function listen(part, claim) {
  part.addEventListener("pointerenter", () => showTip(part, claim));
  part.addEventListener("focus", () => showTip(part, claim));
  part.addEventListener("pointerleave", hideTip);
  part.addEventListener("blur", hideTip);
  part.addEventListener("click", () => openClaim(claim));
  part.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    openClaim(claim);
  });
}

function moveFocus(event, parts) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const place = parts.indexOf(document.activeElement);
  if (!step || place < 0) return;
  event.preventDefault();
  const next = parts[(place + step + parts.length) % parts.length];
  parts[place].setAttribute("tabindex", -1);
  next.setAttribute("tabindex", 0);
  next.focus();
}

const tip = document.getElementById("tip");

/** Shows the sentence of a claim beside its mark; the mark's own label says the rest to screen readers. */
function showTip(part, claim) {
  const sentence = sentenceOf(claim);
  tip.replaceChildren(element("p", {}, element("b", {}, summary(claim))), element("p", {}, sentence));
  tip.hidden = false;
  const box = part.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.right - 30), document.documentElement.clientWidth - tip.offsetWidth - 8);
  tip.style.left = `${left + window.scrollX}px`;
  tip.style.top = `${box.bottom + 8 + window.scrollY}px`;
}

function hideTip() {
  tip.hidden = true;
}

document.addEventListener("keydown", (event) => event.key === "Escape" && hideTip());
