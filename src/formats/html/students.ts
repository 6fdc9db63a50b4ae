/** The students in the HTML report: a line each that opens to their answers. The page's script searches and sorts it. */

import type { Verdict } from "../../kinds/judgement.ts";
import type { ReportSource } from "../format.ts";
import { collectGradebook, type Grade, type GradedExercise, type Row } from "../gradebook.ts";
import type { Words } from "../words.ts";
import { openScore, reportDetails, verdictMark } from "./answers.ts";
import { type Html, html } from "./escape.ts";

/** What a line needs of a report beyond points: verdicts by the exercise's columns, and the answers behind it. */
interface Kept {
  readonly verdicts: readonly Verdict[];
  readonly details?: Html;
}

/** What the list can be limited to; the page's script knows these words. */
const filters = [
  ["all", "report.page-all"],
  ["passed", "report.passed"],
  ["failed", "report.not-passed"],
  ["review", "report.needs-review"],
  ["invalid", "report.not-gradable"],
  ["absent", "report.nothing-handed-in"],
] as const;

const orders = [
  ["name", "report.page-sort-name"],
  ["most", "report.page-sort-most"],
  ["fewest", "report.page-sort-fewest"],
  ["status", "report.page-sort-status"],
] as const;

interface Shown {
  /** With answers, not only verdicts. */
  readonly detailed: boolean;
  /** There is more than one exercise. */
  readonly several: boolean;
}

/** In chunks, a student each. */
export function* studentSection(reports: ReportSource, shown: Shown, words: Words): Generator<string> {
  const { detailed, several } = shown;
  let index = 0;
  const { exercises, rows } = collectGradebook(reports, (report, { items }): Kept => {
    const verdicts: Verdict[] = [];
    for (const item of report.items) verdicts[items.get(item.id) ?? 0] = item.verdict;
    const place = index++;
    return detailed ? { verdicts, details: reportDetails(report, place, several, words) } : { verdicts };
  });
  const middle = several ? `repeat(${exercises.length}, minmax(3rem, 1fr))` : "minmax(8rem, 2fr)";
  yield html`<section id="students" style="--middle:${middle}"><h2>${words.say("report.students")}</h2>
${!detailed && html`<p class="note">${words.say("report.page-compact")}</p>`}
${controls(rows.length, words)}
${headings(exercises, words)}
<div id="list">
`.html;
  for (const row of rows) yield studentRow(row, exercises, words).html;
  yield html`</div><p id="nobody" hidden>${words.say("report.page-nobody")}</p></section>\n`.html;
}

function controls(all: number, words: Words): Html {
  const options = (of: typeof filters | typeof orders) =>
    of.map(([value, code]) => html`<option value="${value}">${words.say(code)}</option>`);
  return html`<form class="controls" autocomplete="off">
<label>${words.say("report.page-search")}
<input type="search" id="search" placeholder="${words.say("report.page-search-hint")}" spellcheck="false"></label>
<label>${words.say("report.page-show")}<select id="show">${options(filters)}</select></label>
<label>${words.say("report.page-sort")}<select id="sort">${options(orders)}</select></label>
<output id="shown" for="search show" data-text="${words.say("report.page-shown", { shown: "{shown}", all })}"></output>
</form>`;
}

/** Above the lines; a column for the items of one exercise, or one for each of several. */
function headings(exercises: readonly GradedExercise[], words: Words): Html {
  const several = exercises.length > 1;
  const middle = several ? exercises.map(({ id }) => html`<span class="number">${id}</span>`) : undefined;
  return html`<div class="line headings" aria-hidden="true"><span>${words.say("report.student")}</span>
${middle ?? html`<span>${words.say("report.page-items")}</span>`}
<span class="number">${words.say(several ? "report.page-total" : "report.points")}</span>
<span>${words.say("report.status")}</span></div>`;
}

const statusCodes = {
  passed: "report.passed",
  failed: "report.not-passed",
  invalid: "report.not-gradable",
  absent: "report.nothing-handed-in",
} as const;

/** A student's worst: an unreadable file, nothing at all, an exercise not passed or left out. */
function statusOf({ grades }: Row<Kept>, exercises: readonly GradedExercise[]): keyof typeof statusCodes {
  const handedIn = [...grades.values()];
  if (handedIn.some(({ status }) => status === "invalid")) return "invalid";
  if (handedIn.every(({ status }) => status === "absent")) return "absent";
  return exercises.every(({ id }) => grades.get(id)?.passed) ? "passed" : "failed";
}

function studentRow(row: Row<Kept>, exercises: readonly GradedExercise[], words: Words): Html {
  const { student, files, grades } = row;
  const inOrder = exercises.map(({ id }) => grades.get(id));
  const sum = (pick: (grade: Grade<Kept>) => number) =>
    [...grades.values()].reduce((total, grade) => total + pick(grade), 0);
  const points = sum((grade) => grade.points);
  const open = sum((grade) => grade.reviewPoints);
  const status = statusOf(row, exercises);
  const review = [...grades.values()].some(({ needsReview }) => needsReview);
  const middle = exercises.map((exercise, index) => {
    const grade = inOrder[index];
    return exercises.length > 1 ? exerciseCell(exercise, grade, words) : verdictStrip(exercise, grade);
  });
  const maxPoints = exercises.reduce((total, exercise) => total + exercise.maxPoints, 0);
  const line = html`<b>${student}</b>${middle}
<span class="number total" data-label="${words.say("report.page-total")}">${status === "absent" ? "–" : openScore(words.number(points), open, words)}
${meter(points, open, maxPoints)}</span>
<span><span class="status ${status}">${words.say(statusCodes[status])}</span> ${review && html`<span class="status review">${words.say("report.review")}</span>`}</span>`;
  const details = inOrder.flatMap((grade) => grade?.kept.details ?? []);
  const data = html`data-find="${[student, ...files].join(" ")}" data-points="${points}" data-status="${status}" ${review && "data-review"}`;
  return details.length === 0
    ? html`<div ${data}><p class="line">${line}</p></div>\n`
    : html`<details ${data}><summary class="line">${line}</summary>${details}</details>\n`;
}

/** How much of the points is reached, and how much more a person may give. */
function meter(points: number, open: number, maxPoints: number): Html {
  const width = (value: number) => `width:${maxPoints > 0 ? Math.min(100, Math.round((100 * value) / maxPoints)) : 0}%`;
  return html`<span class="meter" aria-hidden="true"><i style="${width(points)}"></i><i class="review" style="${width(open)}"></i></span>`;
}

function exerciseCell({ id }: GradedExercise, grade: Grade<Kept> | undefined, words: Words): Html {
  const score =
    grade === undefined || grade.status === "absent"
      ? html`–`
      : grade.status === "invalid"
        ? verdictMark("invalid", words.say("report.not-gradable"))
        : openScore(words.number(grade.points), grade.reviewPoints, words);
  return html`<span class="number" data-label="${id}">${score}</span>`;
}

/** A square an item. */
function verdictStrip({ items }: GradedExercise, grade: Grade<Kept> | undefined): Html {
  if (grade?.status !== "graded") return html`<span></span>`;
  const marks = [...items].map(([item, column]) => verdictMark(grade.kept.verdicts[column] ?? "missing", item));
  return html`<span class="strip">${marks}</span>`;
}
