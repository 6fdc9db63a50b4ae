/** Limits the list of students to the lines that hold all words searched for: names, files, statuses. */

/** Words without case and accents, a blank before each. @param {string} text */
const plain = (text) =>
  ` ${
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  }`;

const search = /** @type {HTMLInputElement} */ (document.getElementById("search"));
const rows = Array.from(/** @type {HTMLElement} */ (document.getElementById("list")).children, (node) => ({
  node: /** @type {HTMLElement} */ (node),
  text: plain(`${node.querySelector(".line")?.textContent} ${/** @type {HTMLElement} */ (node).dataset.find}`),
}));

search.addEventListener("input", () => {
  const words = plain(search.value).split(/(?= )/);
  for (const { node, text } of rows) node.hidden = !words.every((word) => text.includes(word));
});
