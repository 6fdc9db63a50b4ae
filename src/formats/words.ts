/** A report in plain sentences, for all formats that hold text. Each format escapes them for its own syntax. */

import type { ExerciseStatistics, Mistake } from "../course/statistics.ts";
import {
  type Report,
  type ReportCriterion,
  type ReportError,
  type ReportItem,
  roundPoints,
  tellingCriteria,
  wholePercent,
} from "../grading/report.ts";
import type { CriterionVerdict, Verdict } from "../kinds/judgement.ts";
import type { Language, ParamsOf } from "../messages/message.ts";
import { type Code, say } from "./messages.ts";

/** The codes of texts without parameters. */
export type PlainCode = { [C in Code]: ParamsOf<(typeof say.words)[C]> extends [] ? C : never }[Code];

/** What is said about an item or criterion. */
export type Remarks = Pick<ReportCriterion, "feedback" | "overridden">;

/** Says everything in one language. */
export class Words {
  readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  say<C extends Code>(code: C, ...params: ParamsOf<(typeof say.words)[C]>): string {
    return say(code, ...params).in(this.language);
  }

  verdict(verdict: Verdict | CriterionVerdict): string {
    return this.say(`report.${verdict}`);
  }

  /** A number as people write it: at most `decimals` places, no trailing zeros; a dash where there is none. */
  number(value: number | null, decimals = 2): string {
    if (value === null) return "–";
    const text = String(Number(value.toFixed(decimals)));
    return this.language === "de" ? text.replace(".", ",") : text;
  }

  percent(value: number | null): string {
    return value === null ? "–" : `${this.number(wholePercent(value / 100))} %`;
  }

  /** `7.5/9`. */
  score({ points, maxPoints }: Pick<Report, "points" | "maxPoints">): string {
    return `${this.number(points)}/${this.number(maxPoints)}`;
  }

  /** `7.5 of 9 points · 2 more points under review`, or that there is no grade. */
  total(report: Report): string {
    if (report.status === "invalid") return this.say("report.no-grade", { message: this.error(report.error) });
    const { points, maxPoints, reviewPoints } = report;
    const total = this.say("report.of-points", { points: this.number(points), max: this.number(maxPoints) });
    return reviewPoints > 0
      ? this.say("report.provisional", { total, more: this.moreUnderReview(reviewPoints) })
      : total;
  }

  moreUnderReview(points: number): string {
    return this.say("report.more-under-review", { n: roundPoints(points), points: this.number(points) });
  }

  /** What to know about a report as a whole: the total, then its warnings; whose a file is does not concern its student. */
  summary(report: Report, isForStudent = false): string[] {
    const concerns = ({ code }: { readonly code: string }) => !(isForStudent && /^batch\.\w+-student$/.test(code));
    return [this.total(report), ...(report.warnings ?? []).filter(concerns).map(({ message }) => message)];
  }

  /** All of it, a line each. */
  report(report: Report): string[] {
    const items = report.items.flatMap((item) => [
      `${item.id}: ${this.verdict(item.verdict)} (${this.score(item)})`,
      ...this.item(item).map((line) => `  ${line}`),
    ]);
    return [...this.summary(report, true), ...items];
  }

  /** The message with its place in the file. */
  error(error: ReportError | undefined): string {
    if (error === undefined) return this.say("report.not-gradable");
    const { message, line, column } = error;
    if (line === undefined) return message;
    if (column === undefined) return this.say("report.at-line", { message, line });
    return this.say("report.at-position", { message, line, column });
  }

  /** All that is to be told about an item, a line each: what a person decides or decided, messages, criteria. */
  item(item: ReportItem): string[] {
    const lines: string[] = [];
    if (isUnderReview(item)) {
      const points = openPoints(item);
      lines.push(this.say("report.item-under-review", { n: roundPoints(points), points: this.number(points) }));
    }
    const told = new Set<string>();
    lines.push(...untold(item, told));
    return [...lines, ...tellingCriteria(item).map((criterion) => this.#criterion(criterion, told))];
  }

  /** `threshold: met (1/1) It says when to clip.` */
  #criterion(criterion: ReportCriterion, told: Set<string>): string {
    const head = `${criterion.label ?? criterion.id}: ${this.verdict(criterion.verdict)} (${this.score(criterion)})`;
    return [head, ...untold(criterion, told)].join(" ");
  }
}

/** Something of the item waits for a person. */
export function isUnderReview(item: ReportItem): boolean {
  return item.verdict === "review" || (item.reviewPoints ?? 0) > 0;
}

/** What a person may still give for it. */
function openPoints(item: ReportItem): number {
  return item.reviewPoints ?? item.maxPoints - item.points;
}

/** Messages that have not been told yet: criteria may share one with their item and each other, but not who decided. */
export function untold({ feedback = [], overridden }: Remarks, told: Set<string>): string[] {
  const fresh = feedback.map(({ message }) => message).filter((message) => overridden || !told.has(message));
  for (const message of fresh) told.add(message);
  return fresh;
}

/** The title asked for, else one made from the exercises. */
export function titleOf(exercises: readonly ExerciseStatistics[], words: Words, title: string | undefined): string {
  if (title !== undefined) return title;
  if (exercises.length === 0) return words.say("report.title");
  return words.say("report.title-of", { exercises: exercises.map(({ exercise }) => exercise) });
}

/** How points are spread: figures by the code of what each is called. */
export function spread(statistics: ExerciseStatistics, words: Words) {
  const { mean, median, maxPoints, standardDeviation, internalConsistency } = statistics;
  return {
    "report.mean": `${words.number(mean)} / ${words.number(maxPoints)}`,
    "report.median": words.number(median),
    "report.deviation": words.number(standardDeviation),
    "report.consistency": words.percent(internalConsistency),
  };
}

/** The most frequent mistakes of an exercise, each with the item in which it was made. */
export function frequentMistakes({ items }: ExerciseStatistics, most: number): (Mistake & { readonly item: string })[] {
  return items
    .flatMap(({ id, mistakes }) => mistakes.map((mistake) => ({ ...mistake, item: id })))
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
}
