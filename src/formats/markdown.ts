/** Results as GitHub-flavoured Markdown, in chunks that end with a line, so that a reader of limited size can stop. */

import { collectStatistics, type ExerciseStatistics, isAbsent, verdicts } from "../course/statistics.ts";
import type { Report, ReportItem } from "../grading/report.ts";
import { type Context, type Format, oneFile, type ReportSource, studentOf } from "./format.ts";
import { markdownCode, markdownText } from "./markdownText.ts";
import { describeError, describeItem, describeTotal, sayIn, writeNumber } from "./wording.ts";

export const markdown: Format = {
  id: "markdown",
  files: "one",
  render: (reports, context) => oneFile("report.md", markdownReport(reports, context)),
};

/** Up to so many submissions are shown item by item. */
const maxDetailed = 20;
const maxMistakes = 10;
const maxReviewRows = 500;

/** Overview first, rows later: what is cut off at the end is the least important. */
export async function* markdownReport(reports: ReportSource, context: Context): AsyncGenerator<string> {
  const say = sayIn(context.language);
  const { submissions, exercises } = await collectStatistics(reports());
  yield heading(1, titleOf(exercises, context));
  if (context.generatedAt !== undefined) {
    yield `${markdownText(say("report.page-generated", { date: context.generatedAt }))}\n\n`;
  }
  if (submissions === 0) yield `${say("report.page-empty")}\n`;
  if (submissions > 1) {
    for (const exercise of exercises) yield* exerciseOverview(exercise, context);
    yield* reviewTable(reports, context);
    yield* studentTable(reports, context);
  }
  if (submissions <= maxDetailed) {
    for await (const report of reports()) yield* reportDetails(report, context);
  }
}

/** The title asked for, else one made from the exercises. */
export function titleOf(exercises: readonly { readonly exercise: string }[], context: Context): string {
  const ids = exercises.map(({ exercise }) => exercise);
  const say = sayIn(context.language);
  return (
    context.title ?? (ids.length === 0 ? say("report.title") : say("report.title-of", { exercises: ids.join(", ") }))
  );
}

function* exerciseOverview(statistics: ExerciseStatistics, context: Context): Generator<string> {
  const { language } = context;
  const say = sayIn(language);
  const number = (value: number | null, decimals = 1) =>
    value === null ? "–" : writeNumber(value, language, decimals);
  yield heading(2, statistics.exercise);
  yield tableHead(
    [say("report.submissions"), say("report.passed"), say("report.needs-review"), say("report.not-gradable")].concat([
      say("report.mean"),
      say("report.median"),
      say("report.deviation"),
      say("report.consistency"),
    ]),
  );
  const { graded, passed, needsReview, invalid, mean, maxPoints, median, standardDeviation } = statistics;
  yield tableRow([
    ...[graded + invalid, passed, needsReview, invalid].map(String),
    `${number(mean, 2)} / ${number(maxPoints)}`,
    number(median, 2),
    number(standardDeviation, 2),
    percent(number(statistics.internalConsistency)),
  ]);
  yield "\n";
  yield* itemTable(statistics, context);
  yield* mistakeTable(statistics, context);
}

function percent(text: string): string {
  return text === "–" ? text : `${text} %`;
}

function* itemTable({ items, graded }: ExerciseStatistics, { language }: Context): Generator<string> {
  const say = sayIn(language);
  const number = (value: number | null) => (value === null ? "–" : writeNumber(value, language, 0));
  const headings = ["report.item", "report.points", "report.facility", "report.discrimination"] as const;
  yield tableHead([...headings.map((code) => say(code)), ...verdicts.map((verdict) => say(`report.${verdict}`))]);
  for (const item of items) {
    yield tableRow([
      markdownCode(item.id),
      writeNumber(item.maxPoints, language),
      percent(number(item.facility === null ? null : 100 * item.facility)),
      percent(number(item.discriminationIndex)),
      ...verdicts.map((verdict) => (graded === 0 ? "–" : String(item.verdicts[verdict]))),
    ]);
  }
  yield "\n";
}

function* mistakeTable({ items }: ExerciseStatistics, { language }: Context): Generator<string> {
  const say = sayIn(language);
  const mistakes = items
    .flatMap((item) => item.mistakes.map((mistake) => ({ item, ...mistake })))
    .sort((a, b) => b.count - a.count)
    .slice(0, maxMistakes);
  if (mistakes.length === 0) return;
  yield heading(3, say("report.mistakes"));
  yield tableHead([say("report.count"), say("report.item"), say("report.feedback"), say("report.example")]);
  for (const { item, code, count, examples } of mistakes) {
    const example = examples[0];
    yield tableRow([
      String(count),
      markdownCode(item.id),
      `${markdownCode(code)} ${markdownText(example?.message ?? "")}`,
      markdownCode(example?.answer ?? ""),
    ]);
  }
  yield "\n";
}

async function* reviewTable(reports: ReportSource, { language }: Context): AsyncGenerator<string> {
  const say = sayIn(language);
  let rows = 0;
  for await (const report of reports()) {
    for (const item of report.items.filter(isUnderReview)) {
      rows++;
      if (rows > maxReviewRows) continue;
      if (rows === 1) {
        yield heading(2, say("report.needs-review"));
        yield tableHead([say("report.student"), say("report.item"), say("report.points"), say("report.answer")]);
      }
      const points = writeNumber(item.reviewPoints ?? item.maxPoints - item.points, language);
      const place = `${markdownText(report.exercise)} ${markdownCode(item.id)}`;
      yield tableRow([markdownText(studentOf(report)), place, points, markdownCode(item.answer ?? "")]);
    }
  }
  if (rows > maxReviewRows) yield `\n${say("report.and-more", { count: rows - maxReviewRows })}\n`;
  if (rows > 0) yield "\n";
}

/** Something of the item waits for a person. */
export function isUnderReview(item: ReportItem): boolean {
  return item.verdict === "review" || (item.reviewPoints ?? 0) > 0;
}

async function* studentTable(reports: ReportSource, { language }: Context): AsyncGenerator<string> {
  const say = sayIn(language);
  yield heading(2, say("report.students"));
  yield tableHead([say("report.student"), say("report.exercise"), say("report.points"), say("report.status")]);
  for await (const report of reports()) {
    yield tableRow([
      markdownText(studentOf(report)),
      markdownText(report.exercise),
      report.status === "invalid" ? "–" : shortTotal(report, { language }),
      statusCell(report, { language }),
    ]);
  }
  yield "\n";
}

function shortTotal(report: Report, { language }: Context): string {
  const total = `${writeNumber(report.points, language)} / ${writeNumber(report.maxPoints, language)}`;
  return report.reviewPoints > 0 ? `${total} (+ ${writeNumber(report.reviewPoints, language)})` : total;
}

function statusCell(report: Report, { language }: Context): string {
  const say = sayIn(language);
  if (report.status === "invalid") {
    return `${say("report.not-gradable")}: ${markdownText(describeError(report.error, language))}`;
  }
  if (isAbsent(report)) return say("report.nothing-handed-in");
  const passed = say(report.passed ? "report.passed" : "report.not-passed");
  return report.needsReview ? `${passed}, ${say("report.review")}` : passed;
}

function* reportDetails(report: Report, { language }: Context): Generator<string> {
  const say = sayIn(language);
  yield heading(2, `${report.exercise}: ${studentOf(report)}`);
  yield `${markdownText(describeTotal(report, language))}\n\n`;
  for (const { message } of report.warnings ?? []) yield `- ${markdownText(message)}\n`;
  if (report.warnings !== undefined) yield "\n";
  if (report.items.length === 0) return;
  const headings = ["report.item", "report.verdict", "report.points", "report.answer", "report.feedback"] as const;
  yield tableHead(headings.map((code) => say(code)));
  for (const item of report.items) {
    yield tableRow([
      markdownCode(item.id),
      say(`report.${item.verdict}`),
      `${writeNumber(item.points, language)} / ${writeNumber(item.maxPoints, language)}`,
      markdownCode(item.answer ?? ""),
      markdownText(describeItem(item, language).join(" ")),
    ]);
  }
  yield "\n";
}

function heading(level: number, text: string): string {
  return `${"#".repeat(level)} ${markdownText(text)}\n\n`;
}

/** Cells are Markdown already. */
function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

function tableHead(cells: readonly string[]): string {
  return `${tableRow(cells)}|${cells.map(() => " --- |").join("")}\n`;
}
