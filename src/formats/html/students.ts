/** The students in the HTML report: a line each that opens to their answers. The page's script searches it. */

import type { Columns } from "../../course/columns.ts";
import { append } from "../../engine/maps.ts";
import { checksum, type Report } from "../../grading/report.ts";
import type { Verdict } from "../../kinds/judgement.ts";
import { decidedBy } from "../csv.ts";
import type { Context, ReportSource } from "../format.ts";
import { collectGradebook, filesOf, type Grade, type Row, totalsOf } from "../gradebook.ts";
import type { Words } from "../words.ts";
import { openMark, reportDetails, verdictMark } from "./answers.ts";
import { type Html, html } from "./escape.ts";

/** What a line needs of a report beyond points: verdicts by the exercise's items, and the answers behind it. */
interface Kept {
  readonly verdicts: readonly Verdict[];
  readonly marks: readonly Sign[];
  readonly details?: Html;
}

const statuses = {
  passed: "report.passed",
  failed: "report.not-passed",
  open: "report.review",
  invalid: "report.not-gradable",
  absent: "report.nothing-handed-in",
} as const;

/** What a line may be marked with beside its status. */
const marks = {
  review: "report.review",
  decided: "report.page-decided",
  late: "report.page-late",
  replaced: "report.page-replaced",
} as const;
type Sign = keyof typeof marks;

interface List {
  /** With answers, not only verdicts. */
  readonly detailed: boolean;
  /** There is more than one exercise. */
  readonly several: boolean;
  readonly context: Context;
}

/** In chunks, a student each. */
export function* studentSection(reports: ReportSource, list: List, words: Words): Generator<string> {
  const { detailed, several, context } = list;
  const { solution, summary } = context;
  const replacedBy = new Map<string, string[]>();
  for (const { file, by } of summary?.superseded ?? []) append(replacedBy, by, file);
  const { exercises, rows } = collectGradebook(reports, (report, items): Kept => {
    const verdicts = items.map((id) => report.items.find((item) => item.id === id)?.verdict ?? "missing");
    const replaced = replacedBy.get(report.file ?? "") ?? [];
    const found = marksOf(report, replaced);
    if (!detailed) return { verdicts, marks: found };
    return { verdicts, marks: found, details: reportDetails(report, { several, replaced, solution }, words) };
  });
  const middle = several ? `repeat(${exercises.length}, minmax(3rem, 1fr))` : "minmax(8rem, 2fr)";
  yield html`<section id="students" style="--middle:${middle}"><h2>${words.say("report.students")}</h2>
${!detailed && html`<p class="note">${words.say("report.page-compact")}</p>`}
<label class="controls">${words.say("report.page-search")} <input type="search" id="search" placeholder="${words.say("report.page-search-hint")}" spellcheck="false" autocomplete="off"></label>
${headings(exercises, words)}
<div id="list">
`.html;
  for (const row of rows) yield studentRow(row, exercises, list, words).html;
  yield "</div></section>\n";
}

/** Above the lines; a column for the items of one exercise, or one for each of several. */
function headings(exercises: readonly Columns[], words: Words): Html {
  const several = exercises.length > 1;
  const middle = several
    ? exercises.map(({ exercise }) => html`<span class="number">${exercise}</span>`)
    : html`<span>${words.say("report.page-items")}</span>`;
  return html`<div class="line headings" aria-hidden="true"><span>${words.say("report.student")}</span>${middle}
<span class="number">${words.say(several ? "report.page-total" : "report.points")}</span>
<span>${words.say("report.status")}</span></div>`;
}

/** A student's worst: an unreadable file, nothing at all, an exercise not passed or left out. */
function statusOf({ grades }: Row<Kept>, passed: boolean | null): keyof typeof statuses {
  if (grades.some((grade) => grade?.status === "invalid")) return "invalid";
  if (grades.every((grade) => (grade?.status ?? "absent") === "absent")) return "absent";
  return passed === null ? "open" : passed ? "passed" : "failed";
}

function marksOf({ needsReview, items, late, passedOver }: Report, replaced: readonly string[]): Sign[] {
  const found: Partial<Record<Sign, boolean>> = {
    review: needsReview,
    decided: decidedBy(items).length > 0,
    late: (late ?? passedOver?.late) !== undefined,
    replaced: replaced.length > 0,
  };
  return (Object.keys(found) as Sign[]).filter((sign) => found[sign]);
}

function studentRow(row: Row<Kept>, exercises: readonly Columns[], { context }: List, words: Words): Html {
  const { student, grades } = row;
  const totals = totalsOf(row, exercises);
  const status = statusOf(row, totals.passed);
  const graded = grades.some((grade) => grade?.status === "graded");
  const found = new Set(grades.flatMap((grade) => grade?.kept.marks ?? []));
  const told = [...found].filter((mark) => mark !== "review" || status !== "open");
  const middle = exercises.length > 1 ? pointsCell : verdictStrip;
  const line = html`<span class="name">${named(student, context)}</span>${exercises.map((exercise, index) => middle(exercise, grades[index], words))}
<span class="number total" data-label="${words.say("report.page-total")}">${graded ? words.number(totals.points) : "–"}${openMark(totals.reviewPoints, words)} ${progress(totals)}</span>
<span>${statusMark(status, words.say(statuses[status]))} ${told.map((mark) => statusMark(mark, words.say(marks[mark])))}</span>`;
  const details = grades.flatMap((grade) => grade?.kept.details ?? []);
  const data = html`id="${lineId(student)}" data-find="${[student, ...filesOf(row)].join(" ")}"`;
  return details.length === 0
    ? html`<div ${data}><p class="line">${line}</p></div>\n`
    : html`<details ${data}><summary class="line">${line}</summary>${details}</details>\n`;
}

function statusMark(status: string, word: string): Html {
  return html`<span class="status ${status}">${word}</span>`;
}

/** How much of the points is reached, and how much more a person may give. */
function progress({ points, reviewPoints, maxPoints }: ReturnType<typeof totalsOf>): Html {
  const width = (value: number) => `width:${maxPoints > 0 ? Math.min(100, Math.round((100 * value) / maxPoints)) : 0}%`;
  return html`<span class="meter" aria-hidden="true"><i style="${width(points)}"></i><i class="review" style="${width(reviewPoints)}"></i></span>`;
}

function pointsCell({ exercise }: Columns, grade: Grade<Kept> | undefined, words: Words): Html {
  const mark = grade?.status === "invalid" ? verdictMark("invalid", words.say("report.not-gradable")) : html`–`;
  const isGraded = grade?.status === "graded";
  const points = isGraded ? html`${words.number(grade.points)}${openMark(grade.reviewPoints, words)}` : mark;
  return html`<span class="number" data-label="${exercise}">${points}</span>`;
}

/** A square an item. */
function verdictStrip({ items }: Columns, grade: Grade<Kept> | undefined): Html {
  if (grade?.status !== "graded") return html`<span></span>`;
  const marks = [...items.keys()].map((item, index) => verdictMark(grade.kept.verdicts[index] ?? "missing", item));
  return html`<span class="strip">${marks}</span>`;
}

/** The name, and the id if it is another. */
function named(student: string, { fullNames }: Context): Html {
  const name = fullNames?.get(student);
  return name === undefined ? html`<b>${student}</b>` : html`<b>${name}</b> <small>${student}</small>`;
}

export function linkTo(student: string, { fullNames }: Context): Html {
  return html`<a href="#${lineId(student)}">${fullNames?.get(student) ?? student}</a>`;
}

function lineId(student: string): string {
  return `s-${checksum(student)}`;
}
