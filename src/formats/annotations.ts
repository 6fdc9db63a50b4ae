/** What a course's results are worth as annotations: one by one if few, by item if many; knows no command syntax. */

import type { ExerciseStatistics, ItemStatistics, Statistics } from "../course/statistics.ts";
import type { Report, ReportItem } from "../grading/report.ts";
import type { Context, ReportSource } from "./format.ts";
import { studentOf } from "./format.ts";
import { isUnderReview } from "./markdown.ts";
import { describeError, describeItem, sayIn } from "./wording.ts";
import type { Annotation, AnnotationLevel } from "./workflowCommand.ts";

/** GitHub keeps ten of a level a step and drops the rest without a word. */
const perLevel = 10;

/** At most ten of each level: errors for what cannot be read, warnings for what is wrong, notices for review. */
export async function annotationsOf(
  reports: ReportSource,
  statistics: Statistics,
  context: Context,
): Promise<Annotation[]> {
  const found: Record<AnnotationLevel, Annotation[]> = { error: [], warning: [], notice: [] };
  const counts: Record<AnnotationLevel, number> = { error: 0, warning: 0, notice: 0 };
  for await (const report of reports()) {
    for (const annotation of annotationsOfReport(report, context)) {
      counts[annotation.level]++;
      if (found[annotation.level].length < perLevel) found[annotation.level].push(annotation);
    }
  }
  const few = (level: AnnotationLevel) => counts[level] <= perLevel;
  return [
    ...withinLimit(found.error, counts.error, context),
    ...(few("warning") ? found.warning : withinLimit(...counted(itemWarnings(statistics, context)), context)),
    ...(few("notice") ? found.notice : withinLimit(...counted(itemNotices(statistics, context)), context)),
  ];
}

function counted(annotations: Annotation[]): [Annotation[], number] {
  return [annotations, annotations.length];
}

/** Ten of a level at most, the last of which then says how many there are beyond. */
function withinLimit(annotations: readonly Annotation[], count: number, { language }: Context): Annotation[] {
  const first = annotations[0];
  if (first === undefined || count <= perLevel) return [...annotations];
  const message = sayIn(language)("report.annotation-more", { count: count - (perLevel - 1) });
  return [...annotations.slice(0, perLevel - 1), { level: first.level, title: "rnn-check", message }];
}

function* annotationsOfReport(report: Report, context: Context): Generator<Annotation> {
  const say = sayIn(context.language);
  const { file, error } = report;
  const who = `${report.exercise} ${studentOf(report)}`;
  if (report.status === "invalid") {
    const message = describeError(error, context.language) || say("report.not-gradable");
    yield { level: "error", title: who, message, file, line: error?.line, column: error?.column };
  }
  for (const item of report.items) {
    const level = levelOf(item);
    if (level === undefined) continue;
    const message = describeItem(item, context.language).join("\n") || say(`report.${item.verdict}`);
    yield { level, title: `${who} ${item.id}: ${say(`report.${item.verdict}`)}`, message, file };
  }
}

function levelOf(item: ReportItem): AnnotationLevel | undefined {
  if (isUnderReview(item)) return "notice";
  if (item.verdict === "correct") return undefined;
  return item.verdict === "invalid" ? "error" : "warning";
}

/** One for each item that someone has wrong, the worst first. */
function itemWarnings({ exercises }: Statistics, context: Context): Annotation[] {
  return exercises
    .flatMap((exercise) => exercise.items.map((item) => ({ exercise, item, wrong: wrongCount(item) })))
    .filter(({ wrong }) => wrong > 0)
    .sort((a, b) => b.wrong - a.wrong)
    .map(({ exercise, item, wrong }) => itemWarning(exercise, item, wrong, context));
}

function wrongCount({ verdicts }: ItemStatistics): number {
  return verdicts.partial + verdicts.incorrect + verdicts.missing;
}

const frequentCodes = 3;

function itemWarning(exercise: ExerciseStatistics, item: ItemStatistics, wrong: number, context: Context): Annotation {
  const say = sayIn(context.language);
  const counts = (["partial", "incorrect", "missing"] as const)
    .filter((verdict) => item.verdicts[verdict] > 0)
    .map((verdict) => `${item.verdicts[verdict]} ${say(`report.${verdict}`)}`);
  const codes = item.mistakes.slice(0, frequentCodes).map(({ code, count }) => `${code} (${count})`);
  const lines = [say("report.annotation-item", { count: wrong, all: exercise.graded, verdicts: counts.join(", ") })];
  if (codes.length > 0) lines.push(say("report.annotation-frequent", { codes: codes.join(", ") }));
  return { level: "warning", title: `${exercise.exercise} ${item.id}`, message: lines.join("\n") };
}

function itemNotices({ exercises }: Statistics, { language }: Context): Annotation[] {
  return exercises.flatMap(({ exercise, items }) =>
    items
      .filter((item) => item.verdicts.review > 0)
      .map((item) => ({
        level: "notice" as const,
        title: `${exercise} ${item.id}`,
        message: sayIn(language)("report.annotation-review", { n: item.verdicts.review, count: item.verdicts.review }),
      })),
  );
}
