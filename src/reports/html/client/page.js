/** What all parts of the script share: the data beside it, and elements of the page. Texts stay texts, never HTML. */

/** As data.ts packs it. */
const data = JSON.parse(element("data").textContent);
export const { labels, exercises, messages, language, reports: packedReports } = data;
export const several = exercises.length > 1;
export const maxPoints = exercises.reduce((total, exercise) => total + exercise.maxPoints, 0);

export function element(id) {
  return document.getElementById(id);
}

/** A new element with a class, attributes and children; strings become text. */
export function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.flat());
  return node;
}

export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function number(value) {
  const text = String(Math.round(value * 100) / 100);
  return language === "de" ? text.replace(".", ",") : text;
}

/** For searching: without case and accents. */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
