/** Searches, limits and sorts the list of students, and opens the one that a link leads to. */

/** @param {string} id */
const at = (id) => /** @type {any} */ (document.getElementById(id));

/** For searching: without case and accents. @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const byName = new Intl.Collator(document.documentElement.lang, { numeric: true });

const rows = Array.from(at("list").children, (node) => ({
  node,
  name: node.querySelector("b").textContent,
  found: plain(`${node.querySelector(".name").textContent} ${node.dataset.find}`),
  points: Number(node.dataset.points),
  marks: node.dataset.marks.split(" "),
}));

/** Ascending, descending, or by the name alone. @type {Record<string, number>} */
const orders = { fewest: 1, most: -1 };

function sort() {
  const order = orders[at("sort").value] ?? 0;
  rows.sort((a, b) => order * (a.points - b.points) || byName.compare(a.name, b.name));
  at("list").append(...rows.map(({ node }) => node));
}

function limit() {
  const words = plain(at("search").value).split(/\s+/);
  const show = at("show").value;
  let shown = 0;
  for (const row of rows) {
    const wanted = show === "all" || row.marks.includes(show);
    row.node.hidden = !(wanted && words.every((word) => row.found.includes(word)));
    if (!row.node.hidden) shown++;
  }
  at("nobody").hidden = shown > 0;
  at("shown").textContent = at("shown").dataset.text.replace("{shown}", shown);
}

/** @param {string} value */
function showOnly(value) {
  at("search").value = "";
  at("show").value = value;
  limit();
}

at("sort").addEventListener("change", sort);
at("search").addEventListener("input", limit);
at("show").addEventListener("change", limit);
at("search").form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a");
  if (link?.dataset.show !== undefined) showOnly(link.dataset.show);
  const row = link && at(link.hash.slice(1))?.closest("#list > *");
  if (!row) return;
  if (row.hidden) showOnly("all");
  if (row.localName === "details") row.open = true;
});

sort();
limit();
