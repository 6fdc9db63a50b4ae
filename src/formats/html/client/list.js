/** The list of students: sorted, searched, limited, a page of it shown at a time. */

import { openDetails } from "./details.js";
import { pointsWithReview, statusElement, verdictStrip } from "./marks.js";
import { element, elementsWith, exercises, fill, labels, language, make, maxPoints, plain, several } from "./page.js";
import { students } from "./students.js";

const pageSize = 200;
const byName = new Intl.Collator(language, { numeric: true });
const statusOrder = ["invalid", "absent", "failed", "passed"];

const state = { sort: "student", descending: false, query: "", filter: "all", shown: pageSize };
/** Who is in the list now, in its order. */
let matching = [];

/** By another column, or by the same one the other way round. */
export function sortBy(key) {
  // Names are wanted from A on, points from the best on, the status from what needs attention on.
  state.descending = state.sort === key ? !state.descending : key !== "student" && key !== "status";
  state.sort = key;
  update();
}

/** One page more, with the focus on its first student. */
export function showMore() {
  const first = state.shown;
  state.shown += pageSize;
  showRows();
  element("list").tBodies[0]?.rows[first]?.querySelector("button")?.focus();
}

/** Everybody, as on paper, or the first page again. */
export function showAll(all) {
  state.shown = all ? Number.POSITIVE_INFINITY : pageSize;
  showRows();
}

function compare(a, b) {
  if (state.sort === "points") return a.points - b.points;
  if (state.sort === "status") {
    return statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) || b.underReview - a.underReview;
  }
  if (state.sort === "student") return byName.compare(a.student, b.student);
  const index = Number(state.sort.slice("exercise-".length));
  return (a.reports[index]?.points ?? -1) - (b.reports[index]?.points ?? -1);
}

function matches(row) {
  if (state.filter === "review" ? !row.underReview : state.filter !== "all" && row.status !== state.filter)
    return false;
  return state.query.split(/\s+/).every((word) => row.text.includes(word));
}

export function update() {
  const sign = state.descending ? -1 : 1;
  matching = students.filter(matches).sort((a, b) => sign * compare(a, b) || byName.compare(a.student, b.student));
  for (const button of elementsWith("data-sort")) {
    const order = state.descending ? "descending" : "ascending";
    button.parentElement?.setAttribute("aria-sort", button.dataset.sort === state.sort ? order : "none");
  }
  showRows();
}

function showRows() {
  const body = element("list").tBodies[0];
  const visible = matching.slice(0, state.shown);
  const nobody = make(
    "tr",
    {},
    make("td", { colspan: String(several ? exercises.length + 3 : 4), class: "nobody" }, labels.nobody),
  );
  body?.replaceChildren(...(visible.length === 0 ? [nobody] : visible.map(rowElement)));
  element("shown").textContent = fill(labels.shown, { shown: matching.length, all: students.length });
  element("more").hidden = matching.length <= state.shown;
}

function rowElement(row, index) {
  const name = make("button", { type: "button", class: "link" }, row.student);
  name.addEventListener("click", () => openDetails(matching, index));
  const cells = several
    ? exercises.map((_, exercise) => make("td", { class: "number" }, exerciseCell(row.reports[exercise])))
    : [];
  const strip = several ? [] : [make("td", { class: "strip" }, verdictStrip(row.reports[0]))];
  return make(
    "tr",
    { class: row.status },
    make("th", { scope: "row" }, name),
    cells,
    totalCell(row),
    strip,
    make("td", {}, statusElement(row)),
  );
}

function exerciseCell(report) {
  if (report === undefined || report.status === 2) return "–";
  return report.status === 1
    ? make("span", { class: "verdict invalid", title: labels.invalid }, "!")
    : pointsWithReview(report);
}

function totalCell(row) {
  if (!several && row.status !== "passed" && row.status !== "failed") return make("td", { class: "number" }, "–");
  const width = (value) => `width:${maxPoints > 0 ? Math.min(100, (100 * value) / maxPoints) : 0}%`;
  const meter = make(
    "span",
    { class: "meter", "aria-hidden": "true" },
    make("i", { style: width(row.points) }),
    make("i", { class: "open", style: width(row.review) }),
  );
  return make("td", { class: "number total" }, make("span", {}, pointsWithReview(row)), meter);
}

/** From elsewhere on the page: the student whose submission has this number, whatever the list is limited to. */
export function openReport(index) {
  const holds = (row) => row.reports.some((report) => report?.index === index);
  const place = matching.findIndex(holds);
  if (place >= 0) return openDetails(matching, place);
  limitTo({ filter: "all", query: "" });
  openDetails(matching, matching.findIndex(holds));
}

/** Only students of this status whose name or file the words are part of; what is not given stays as it is. */
export function limitTo({ filter = element("filter").value, query = element("search").value }) {
  element("filter").value = filter;
  element("search").value = query;
  Object.assign(state, { filter, query: plain(query).trim(), shown: pageSize });
  update();
}
