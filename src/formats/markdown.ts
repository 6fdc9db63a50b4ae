/** Results as GitHub-flavoured Markdown, in chunks that end with a line, so that a reader of limited size can stop. */

import { isAbsent } from "../course/columns.ts";
import { collectStatistics, type ExerciseStatistics, verdicts } from "../course/statistics.ts";
import type { Report } from "../grading/report.ts";
import { type Context, oneFile, type ReportSource, studentOf } from "./format.ts";
import { markdownCode as code, markdownText as text } from "./markdownText.ts";
import { frequentMistakes, isUnderReview, openPoints, titleOf, type Words } from "./words.ts";

export const format = oneFile("markdown", "report.md", markdownReport);

/** Up to so many submissions are shown item by item. */
const maxDetailed = 20;
const maxMistakes = 10;
const maxReviewRows = 500;

/** Overview first, rows later: what is cut off at the end is the least important. */
export function* markdownReport(reports: ReportSource, words: Words, context: Context): Generator<string> {
  const { submissions, exercises } = collectStatistics(reports());
  yield heading(1, titleOf(exercises, words, context));
  const { generatedAt: date } = context;
  if (date !== undefined) yield `${text(words.say("report.page-generated", { date }))}\n\n`;
  if (submissions === 0) yield `${words.say("report.page-empty")}\n`;
  if (submissions > 1) {
    for (const exercise of exercises) {
      yield* exerciseOverview(exercise, words);
      yield* itemTable(exercise, words);
      yield* mistakeTable(exercise, words);
    }
    yield* reviewTable(reports, words);
    yield* studentTable(reports, words);
  }
  if (submissions <= maxDetailed) {
    for (const report of reports()) yield* reportDetails(report, words);
  }
}

function* exerciseOverview(statistics: ExerciseStatistics, words: Words): Generator<string> {
  const { exercise, graded, invalid, passed, needsReview, maxPoints } = statistics;
  yield heading(2, exercise);
  yield tableHead([
    words.say("report.submissions"),
    words.say("report.passed"),
    words.say("report.needs-review"),
    words.say("report.not-gradable"),
    words.say("report.mean"),
    words.say("report.median"),
    words.say("report.deviation"),
    words.say("report.consistency"),
  ]);
  yield tableRow([
    ...[graded + invalid, passed, needsReview, invalid].map(String),
    `${words.number(statistics.mean)} / ${words.number(maxPoints)}`,
    words.number(statistics.median),
    words.number(statistics.standardDeviation),
    words.percent(statistics.internalConsistency),
  ]);
  yield "\n";
}

function* itemTable({ items, graded }: ExerciseStatistics, words: Words): Generator<string> {
  const headings = ["report.item", "report.points", "report.facility", "report.discrimination"] as const;
  yield tableHead([...headings.map((each) => words.say(each)), ...verdicts.map((verdict) => words.verdict(verdict))]);
  for (const item of items) {
    yield tableRow([
      code(item.id),
      words.number(item.maxPoints),
      words.percent(item.facility && 100 * item.facility),
      words.percent(item.discriminationIndex),
      ...verdicts.map((verdict) => (graded === 0 ? "–" : String(item.verdicts[verdict]))),
    ]);
  }
  yield "\n";
}

function* mistakeTable(statistics: ExerciseStatistics, words: Words): Generator<string> {
  const mistakes = frequentMistakes(statistics, maxMistakes);
  if (mistakes.length === 0) return;
  const headings = ["report.count", "report.item", "report.feedback", "report.example"] as const;
  yield heading(3, words.say("report.mistakes"));
  yield tableHead(headings.map((each) => words.say(each)));
  for (const { item, code: mistake, count, examples } of mistakes) {
    const { message = "", answer = "" } = examples[0] ?? {};
    yield tableRow([String(count), code(item), `${code(mistake)} ${text(message)}`, code(answer)]);
  }
  yield "\n";
}

function* reviewTable(reports: ReportSource, words: Words): Generator<string> {
  let rows = 0;
  for (const report of reports()) {
    for (const item of report.items.filter(isUnderReview)) {
      rows++;
      if (rows > maxReviewRows) continue;
      if (rows === 1) {
        const headings = ["report.student", "report.item", "report.points", "report.answer"] as const;
        yield heading(2, words.say("report.needs-review"));
        yield tableHead(headings.map((each) => words.say(each)));
      }
      const place = `${text(report.exercise)} ${code(item.id)}`;
      yield tableRow([text(studentOf(report)), place, words.number(openPoints(item)), code(item.answer ?? "")]);
    }
  }
  if (rows > maxReviewRows) yield `\n${words.say("report.and-more", { count: rows - maxReviewRows })}\n`;
  if (rows > 0) yield "\n";
}

function* studentTable(reports: ReportSource, words: Words): Generator<string> {
  const headings = ["report.student", "report.exercise", "report.points", "report.status"] as const;
  yield heading(2, words.say("report.students"));
  yield tableHead(headings.map((each) => words.say(each)));
  for (const report of reports()) {
    const open = report.reviewPoints > 0 ? ` (+ ${words.number(report.reviewPoints)})` : "";
    const points = report.status === "invalid" ? "–" : words.score(report) + open;
    yield tableRow([text(studentOf(report)), text(report.exercise), points, statusCell(report, words)]);
  }
  yield "\n";
}

function statusCell(report: Report, words: Words): string {
  if (report.status === "invalid") return `${words.say("report.not-gradable")}: ${text(words.error(report.error))}`;
  if (isAbsent(report)) return words.say("report.nothing-handed-in");
  const passed = words.say(report.passed ? "report.passed" : "report.not-passed");
  return report.needsReview ? `${passed}, ${words.say("report.review")}` : passed;
}

function* reportDetails(report: Report, words: Words): Generator<string> {
  const [total = "", ...warnings] = words.summary(report);
  yield heading(2, `${report.exercise}: ${studentOf(report)}`);
  yield `${text(total)}\n\n`;
  if (warnings.length > 0) yield `${warnings.map((warning) => `- ${text(warning)}\n`).join("")}\n`;
  if (report.items.length === 0) return;
  const headings = ["report.item", "report.verdict", "report.points", "report.answer", "report.feedback"] as const;
  yield tableHead(headings.map((each) => words.say(each)));
  for (const item of report.items) {
    const told = text(words.item(item).join(" "));
    yield tableRow([code(item.id), words.verdict(item.verdict), words.score(item), code(item.answer ?? ""), told]);
  }
  yield "\n";
}

function heading(level: number, title: string): string {
  return `${"#".repeat(level)} ${text(title)}\n\n`;
}

/** Cells are Markdown already. */
function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

function tableHead(cells: readonly string[]): string {
  return `${tableRow(cells)}|${cells.map(() => " --- |").join("")}\n`;
}
