"use strict";
// Elements made from data: texts are text nodes, never markup.

const records = JSON.parse(document.getElementById("records").textContent);
const { words, labels, language } = records;
const articles = new Map(records.articles.map((article) => [article.id, article]));
const SVG = "http://www.w3.org/2000/svg";

/** Returns an element with attributes and children; a null attribute is left out. */
function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** Returns an element of a drawing. */
function drawn(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Returns a sentence of the page's words with its places filled in. */
function say(name, places = {}) {
  return words[name].replace(/\{(\w+)\}/g, (_, place) => places[place]);
}

const number = (value) => value.toLocaleString(language);

/** Returns « 1 chiffre », « 12 chiffres ». */
const figures = (count) => (count === 1 ? words.figure : say("figures", { count: number(count) }));

let texts = null;

/** Returns the text of an article, null where the page has none; texts are parsed when first asked for. */
function textOf(id) {
  texts ??= JSON.parse(document.getElementById("texts").textContent);
  return texts[id] ?? null;
}

/** Returns a part of a text by its places, which count code points, as those of the claims do. */
function cut(text, start, end) {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text).slice(start, end).join("") : text.slice(start, end);
}

/** Returns the sentence of a claim, empty where its article is not here. */
function sentenceOf(claim) {
  const text = textOf(claim.article);
  return text && claim.sentence ? cut(text, ...claim.sentence) : "";
}

/** Returns a claim in one line: figure, object, source, period. */
function summary(claim) {
  const said = [`${claim.figure} ${claim.object ?? ""}`.trim(), claim.source ?? words.unnamed, claim.period];
  if (claim.modality !== "asserted") said.splice(1, 0, labels.modality[claim.modality]);
  if (claim.judged) said.push(claim.judged);
  return said.filter(Boolean).join(", ");
}
