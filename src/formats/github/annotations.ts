/** What a course's results are worth as GitHub annotations: one by one if few, by item if many. */

import type { ItemStatistics, Statistics } from "../../course/statistics.ts";
import type { Report, ReportItem } from "../../grading/report.ts";
import { type ReportSource, studentOf } from "../format.ts";
import { isUnderReview, type Words } from "../words.ts";

type Level = "error" | "warning" | "notice";

export interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  /** 1-based. */
  readonly column?: number | undefined;
}

/** GitHub keeps ten of a level a step and drops the rest without a word. */
const perLevel = 10;

/** At most ten of each level: errors for what cannot be read, warnings for what is wrong, notices for review. */
export function annotationsOf(reports: ReportSource, statistics: Statistics, words: Words): Annotation[] {
  const first: Record<Level, Annotation[]> = { error: [], warning: [], notice: [] };
  const counts: Record<Level, number> = { error: 0, warning: 0, notice: 0 };
  for (const report of reports()) {
    for (const annotation of annotationsOfReport(report, words)) {
      const { level } = annotation;
      if (++counts[level] <= perLevel) first[level].push(annotation);
    }
  }
  const few = (level: Level) => counts[level] <= perLevel;
  const warnings = few("warning") ? first.warning : itemWarnings(statistics, words);
  const notices = few("notice") ? first.notice : itemNotices(statistics, words);
  return [
    ...withinLimit(first.error, counts.error, words),
    ...withinLimit(warnings, warnings.length, words),
    ...withinLimit(notices, notices.length, words),
  ];
}

/** Ten of a level at most, the last of which then says how many there are beyond. */
function withinLimit(annotations: readonly Annotation[], count: number, words: Words): Annotation[] {
  const level = annotations[0]?.level;
  if (level === undefined || count <= perLevel) return [...annotations];
  const shown = perLevel - 1;
  const message = words.say("report.annotation-more", { count: count - shown });
  return [...annotations.slice(0, shown), { level, title: "rnn-check", message }];
}

function* annotationsOfReport(report: Report, words: Words): Generator<Annotation> {
  const { file, error } = report;
  const who = `${report.exercise} ${studentOf(report)}`;
  if (report.status === "invalid") {
    yield { level: "error", title: who, message: words.error(error), file, line: error?.line, column: error?.column };
  }
  for (const item of report.items) {
    const level = levelOf(item);
    if (level === undefined) continue;
    const verdict = words.verdict(item.verdict);
    yield { level, title: `${who} ${item.id}: ${verdict}`, message: words.item(item).join("\n") || verdict, file };
  }
}

function levelOf(item: ReportItem): Level | undefined {
  if (isUnderReview(item)) return "notice";
  if (item.verdict === "correct") return undefined;
  return item.verdict === "invalid" ? "error" : "warning";
}

/** One for each item that someone has wrong, the worst first. */
function itemWarnings({ exercises }: Statistics, words: Words): Annotation[] {
  return exercises
    .flatMap(({ exercise, graded, items }) => items.map((item) => ({ title: `${exercise} ${item.id}`, graded, item })))
    .filter(({ item }) => wrongCount(item) > 0)
    .sort((a, b) => wrongCount(b.item) - wrongCount(a.item))
    .map(({ title, graded, item }) => ({ level: "warning", title, message: wrongMessage(item, graded, words) }));
}

const wrongVerdicts = ["partial", "incorrect", "missing"] as const;

function wrongCount({ verdicts }: ItemStatistics): number {
  return wrongVerdicts.reduce((sum, verdict) => sum + verdicts[verdict], 0);
}

const frequentCodes = 3;

function wrongMessage(item: ItemStatistics, all: number, words: Words): string {
  const verdicts = wrongVerdicts
    .filter((verdict) => item.verdicts[verdict] > 0)
    .map((verdict) => `${item.verdicts[verdict]} ${words.verdict(verdict)}`);
  const codes = item.mistakes.slice(0, frequentCodes).map(({ code, count }) => `${code} (${count})`);
  const message = words.say("report.annotation-item", { count: wrongCount(item), all, verdicts });
  return codes.length === 0 ? message : `${message}\n${words.say("report.annotation-frequent", { codes })}`;
}

function itemNotices({ exercises }: Statistics, words: Words): Annotation[] {
  return exercises.flatMap(({ exercise, items }) =>
    items
      .map(({ id, verdicts }) => ({ title: `${exercise} ${id}`, count: verdicts.review }))
      .filter(({ count }) => count > 0)
      .map(({ title, count }) => ({
        level: "notice",
        title,
        message: words.say("report.annotation-review", { count }),
      })),
  );
}

/** `::warning file=…,title=…::message` with its line break, escaped so that no text in it can be a command of its own. */
export function annotationCommand({ level, file, line, column, title, message }: Annotation): string {
  const properties = Object.entries({ file, line, col: column, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${properties.join(",")}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
