/** What all parts of the script share: the data beside it, and elements of the page. Texts stay texts, never HTML. */

/** @type {import("./pageTypes.d.ts").PageData} As data.ts packs it. */
const data = JSON.parse(element("data").textContent ?? "");
export const { labels, exercises, messages, language, reports: packedReports } = data;
export const several = exercises.length > 1;
export const maxPoints = exercises.reduce((total, exercise) => total + exercise.maxPoints, 0);

/**
 * @template {keyof import("./pageTypes.d.ts").PageElements} Id
 * @param {Id} id
 * @returns {import("./pageTypes.d.ts").PageElements[Id]}
 */
export function element(id) {
  return /** @type {any} */ (document.getElementById(id));
}

/** @param {string} attribute @returns {NodeListOf<HTMLElement>} the elements that have it */
export function elementsWith(attribute) {
  return document.querySelectorAll(`[${attribute}]`);
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
