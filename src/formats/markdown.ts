/** Results as GitHub-flavoured Markdown, in chunks that end with a line, so that a reader of limited size can stop. */

import { isAbsent } from "../course/columns.ts";
import { collectStatistics, type ExerciseStatistics, verdicts } from "../course/statistics.ts";
import type { Report } from "../grading/report.ts";
import { type Context, oneFile, type ReportSource, studentOf } from "./format.ts";
import { frequentMistakes, type PlainCode, spread, titleOf, type Words } from "./words.ts";

export const format = oneFile("markdown", "report.md", markdownReport);

/** Up to so many submissions are shown item by item. */
const maxDetailed = 20;
const maxMistakes = 10;

/** Overview first, rows later: what is cut off at the end is the least important. */
export function* markdownReport(reports: ReportSource, words: Words, context: Context): Generator<string> {
  const { submissions, exercises } = collectStatistics(reports());
  yield heading(1, titleOf(exercises, words, context.title));
  if (submissions === 0) yield `${words.say("report.page-empty")}\n`;
  if (submissions > 1) {
    for (const exercise of exercises) {
      yield* exerciseOverview(exercise, words);
      yield itemTable(exercise, words);
      yield* mistakeTable(exercise, words);
    }
    yield* studentTable(reports, words);
  }
  if (submissions <= maxDetailed) {
    for (const report of reports()) yield* reportDetails(report, words);
  }
}

function* exerciseOverview(statistics: ExerciseStatistics, words: Words): Generator<string> {
  const { exercise, graded, invalid, passed, needsReview } = statistics;
  yield heading(2, exercise);
  const figures = {
    "report.submissions": String(graded + invalid),
    "report.passed": String(passed),
    "report.needs-review": String(needsReview),
    "report.not-gradable": String(invalid),
    ...spread(statistics, words),
  };
  yield table(Object.keys(figures) as (keyof typeof figures)[], [Object.values(figures)], words);
}

function itemTable({ items, graded }: ExerciseStatistics, words: Words): string {
  const rows = items.map((item) => [
    markdownCode(item.id),
    words.number(item.maxPoints),
    words.percent(item.facility && 100 * item.facility),
    words.percent(item.discriminationIndex),
    ...verdicts.map((verdict) => (graded === 0 ? "–" : String(item.verdicts[verdict]))),
  ]);
  const names = ["item", "points", "facility", "discrimination", ...verdicts] as const;
  const headings = names.map((name) => `report.${name}` as const);
  return table(headings, rows, words);
}

function* mistakeTable(statistics: ExerciseStatistics, words: Words): Generator<string> {
  const mistakes = frequentMistakes(statistics, maxMistakes);
  if (mistakes.length === 0) return;
  yield heading(3, words.say("report.mistakes"));
  const rows = mistakes.map(({ item, code: mistake, count, messages, answers }) => {
    const [[said], [given]] = [messages.top(1), answers.top(1)];
    return [
      String(count),
      markdownCode(item),
      `${markdownCode(mistake)} ${markdownText(said?.text ?? "")}`,
      markdownCode(given?.text ?? ""),
    ];
  });
  yield table(["report.count", "report.item", "report.feedback", "report.example"], rows, words);
}

function* studentTable(reports: ReportSource, words: Words): Generator<string> {
  yield heading(2, words.say("report.students"));
  yield tableHead(["report.student", "report.exercise", "report.points", "report.status"], words);
  for (const report of reports()) {
    const open = report.reviewPoints > 0 ? ` (+ ${words.number(report.reviewPoints)})` : "";
    const points = report.status === "invalid" ? "–" : words.score(report) + open;
    yield tableRow([markdownText(studentOf(report)), markdownText(report.exercise), points, statusCell(report, words)]);
  }
  yield "\n";
}

function statusCell(report: Report, words: Words): string {
  if (report.status === "invalid")
    return `${words.say("report.not-gradable")}: ${markdownText(words.error(report.error))}`;
  if (isAbsent(report)) return words.say("report.nothing-handed-in");
  if (report.passed === null) return words.say("report.review");
  const passed = words.say(report.passed ? "report.passed" : "report.not-passed");
  return report.needsReview ? `${passed}, ${words.say("report.review")}` : passed;
}

function* reportDetails(report: Report, words: Words): Generator<string> {
  const [total = "", ...warnings] = words.summary(report);
  yield heading(2, `${report.exercise}: ${studentOf(report)}`);
  yield `${markdownText(total)}\n\n`;
  if (warnings.length > 0) yield `${warnings.map((warning) => `- ${markdownText(warning)}\n`).join("")}\n`;
  if (report.items.length === 0) return;
  const rows = report.items.map((item) => {
    const told = markdownText(words.item(item).join(" "));
    return [
      markdownCode(item.id),
      words.verdict(item.verdict),
      words.score(item),
      markdownCode(item.answer ?? ""),
      told,
    ];
  });
  yield table(["report.item", "report.verdict", "report.points", "report.answer", "report.feedback"], rows, words);
}

function heading(level: number, title: string): string {
  return `${"#".repeat(level)} ${markdownText(title)}\n\n`;
}

/** Cells are Markdown already. */
function table(headings: readonly PlainCode[], rows: readonly (readonly string[])[], words: Words): string {
  return `${tableHead(headings, words)}${rows.map(tableRow).join("")}\n`;
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

function tableHead(headings: readonly PlainCode[], words: Words): string {
  return `${tableRow(headings.map((each) => words.say(each)))}|${headings.map(() => " --- |").join("")}\n`;
}

/** Characters with a meaning somewhere in GitHub's Markdown, each of which a backslash makes plain. */
const active = /[\\`*_{}[\]()#+\-.!|~$^=:>]/g;

/**
 * For running text and table cells. `<` and `&` become entities. A zero-width mark parts `@` and `#` from names and
 * numbers and breaks addresses, as GitHub links those even where the character itself is escaped.
 */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[&<]/g, (character) => (character === "&" ? "&amp;" : "&lt;"))
    .replace(active, "\\$&")
    .replace(/@/g, "@\u200b")
    .replace(/\\#(?=\d)/g, "\\#\u200b")
    .replace(/(https?|ftp)(?=\\:)/gi, "$1\u200b")
    .replace(/\bwww(?=\\\.)/gi, "www\u200b")
    .replace(/\b(GH)(?=\\-\d)/gi, "$1\u200b");
}

/** For short verbatim text such as answers and ids: a code span that works in table cells too. */
export function markdownCode(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "") return "";
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  // Inside a table `|` ends the cell even in code, unless a backslash stands before it, which GitHub removes.
  return `${fence}${padding}${line.replaceAll("|", "\\|")}${padding}${fence}`;
}
