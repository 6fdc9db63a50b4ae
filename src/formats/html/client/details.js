/** The details of one student in a dialog, and the way on to the next of a list. */

import { criterionLabels, statusElement, verdicts } from "./marks.js";
import { element, exercises, fill, labels, make, maxPoints, messages, number, several } from "./page.js";

/** The students that one can step through, and who is shown. */
let opened = { rows: [], index: -1 };

/** Shows a student of `rows`, if there is one at this place. */
export function openDetails(rows, index) {
  const row = rows[index];
  if (row === undefined) return;
  opened = { rows, index };
  // Not `disabled`: that would take the focus away from whoever steps through with the keyboard.
  element("previous").setAttribute("aria-disabled", String(index === 0));
  element("next").setAttribute("aria-disabled", String(index === rows.length - 1));
  showDetails(row);
}

export function step(distance) {
  openDetails(opened.rows, opened.index + distance);
}

function showDetails(row) {
  element("details-name").textContent = row.student;
  element("details-total").replaceChildren(`${number(row.points)} / ${number(maxPoints)} `, ...statusElement(row));
  element("details-body").replaceChildren(...row.reports.filter(Boolean).map(reportElement));
  if (!element("details").open) element("details").showModal();
  element("details-body").scrollTop = 0;
}

function reportElement(report) {
  const exercise = exercises[report.exercise];
  if (exercise === undefined) return make("section", {});
  const points =
    report.status === 0 ? [" ", make("small", {}, `${number(report.points)} / ${number(exercise.maxPoints)}`)] : [];
  const parts = [];
  if (several) parts.push(make("h3", {}, exercise.id, points));
  if (report.file !== "") parts.push(make("p", { class: "meta file" }, `${labels.file}: ${report.file}`));
  if (report.status === 1) parts.push(make("p", { class: "notice" }, report.error || labels.invalid));
  if (report.status === 2) parts.push(make("p", {}, labels.absent));
  for (const warning of report.warnings ?? []) parts.push(make("p", { class: "notice soft" }, messages[warning]));
  if (report.status === 0) {
    const items = exercise.items.map(([id, most], index) => itemElement(report, index, id, most));
    parts.push(make("ul", { class: "answers-list" }, items));
  }
  return make("section", {}, parts);
}

function itemElement(report, index, id, most) {
  const letter = report.letters[index];
  const [kind, symbol] = verdicts[letter];
  const [points, review, answer, feedback, criteria, decision] = report.items?.[index] || [];
  const score = points === undefined ? number(most) : `${number(points)} / ${number(most)}`;
  const plus = review > 0 ? [make("small", { class: "plus" }, ` + ${number(review)}?`)] : [];
  const head = make(
    "p",
    { class: "head" },
    make("span", { class: `verdict ${kind}`, "aria-hidden": "true" }, symbol),
    make("b", {}, id),
    make("span", { class: "word" }, labels[letter]),
    make("span", { class: "score" }, score, plus),
  );
  const parts = [head];
  if (answer)
    parts.push(
      make("p", { class: "answer" }, make("span", { class: "unseen" }, `${labels.answer}: `), make("code", {}, answer)),
    );
  parts.push(...decisionElements(decision));
  for (const message of feedback ?? []) parts.push(make("p", {}, messages[message]));
  if (criteria?.length > 0) parts.push(make("ul", { class: "criteria" }, criteria.map(criterionElement)));
  return make("li", { class: kind }, parts);
}

function criterionElement([id, letter, points, most, evidence, feedback, decision]) {
  const [kind, symbol] = verdicts[letter];
  const head = make(
    "p",
    {},
    make("span", { class: `verdict small ${kind}`, "aria-hidden": "true" }, symbol),
    ` ${id}: ${criterionLabels[letter]} `,
    make("small", {}, `${number(points)} / ${number(most)}`),
  );
  const quotes =
    evidence.length === 0
      ? []
      : [
          make(
            "p",
            { class: "meta" },
            `${labels.evidence}: `,
            evidence.flatMap((words) => [make("q", {}, words), " "]),
          ),
        ];
  return make(
    "li",
    {},
    head,
    quotes,
    decisionElements(decision),
    feedback.map((message) => make("p", {}, messages[message])),
  );
}

function decisionElements(decision) {
  if (!decision) return [];
  const [by, comment] = decision;
  const who = by === "" ? labels.decided : fill(labels.decidedBy, { by });
  return [make("p", { class: "decision" }, comment === "" ? who : `${who} ${comment}`)];
}
