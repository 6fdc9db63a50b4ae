/** A report in plain sentences, for all formats that hold text; escapes nothing, as it knows no format. */

import { roundPoints } from "../grading/outcome.ts";
import type { Report, ReportCriterion, ReportError, ReportItem } from "../grading/report.ts";
import type { Language, MessageCode } from "../messages/catalogue.ts";
import { formatMessage } from "../messages/format.ts";

/** Looks up a message in one language. */
export type Say = (code: MessageCode, params?: Readonly<Record<string, string | number>>) => string;

export function sayIn(language: Language): Say {
  return (code, params) => formatMessage(code, language, params);
}

/** A number as people write it in the language: at most `decimals` places, no trailing zeros. */
export function writeNumber(value: number, language: Language, decimals = 2): string {
  const text = String(Number(value.toFixed(decimals)));
  return language === "de" ? text.replace(".", ",") : text;
}

/** `7.5 of 9 points · 2 more points under review`, or that there is no grade. */
export function describeTotal(report: Report, language: Language): string {
  const say = sayIn(language);
  if (report.status === "invalid") return say("report.no-grade", { message: describeError(report.error, language) });
  const total = say("report.of-points", {
    points: writeNumber(report.points, language),
    max: writeNumber(report.maxPoints, language),
  });
  return report.reviewPoints > 0
    ? `${total} · ${say("report.more-under-review", countedPoints(report.reviewPoints, language))}`
    : total;
}

/** The message with its place in the file. */
export function describeError(error: ReportError | undefined, language: Language): string {
  if (error === undefined) return "";
  const { message, line, column } = error;
  if (line === undefined) return message;
  return column === undefined
    ? formatMessage("report.at-line", language, { message, line })
    : formatMessage("report.at-position", language, { message, line, column });
}

/** All that is to be told about an item, a line each: what a person decides or decided, messages, criteria. */
export function describeItem(item: ReportItem, language: Language): string[] {
  const lines = [...reviewLines(item, language), ...decisionLines(item.overridden, language)];
  const told = new Set<string>();
  for (const message of untold(item, told)) lines.push(message);
  for (const criterion of item.criteria ?? []) lines.push(describeCriterion(criterion, told, language));
  return lines;
}

function reviewLines(item: ReportItem, language: Language): string[] {
  if (item.verdict !== "review" && (item.reviewPoints ?? 0) === 0) return [];
  const points = item.reviewPoints ?? roundPoints(item.maxPoints - item.points);
  return [formatMessage("report.item-under-review", language, countedPoints(points, language))];
}

/**
 * Messages that have not been told yet: criteria may share one with their item and each other, and a decision has a
 * line of its own.
 */
function untold(part: Pick<ReportCriterion, "feedback" | "overridden">, told: Set<string>): string[] {
  const messages: string[] = [];
  for (const { code, message } of part.feedback ?? []) {
    if (told.has(message) || (part.overridden !== undefined && code.startsWith("batch.decided"))) continue;
    told.add(message);
    messages.push(message);
  }
  return messages;
}

function decisionLines(decision: ReportItem["overridden"], language: Language): string[] {
  if (decision === undefined) return [];
  const who =
    decision.by === undefined
      ? formatMessage("report.decided", language)
      : formatMessage("report.decided-by", language, { by: decision.by.replace(/\.$/, "") });
  return [decision.comment === undefined ? who : `${who} ${decision.comment}`];
}

/** `threshold: met (1/1) It says when to clip.` */
function describeCriterion(criterion: ReportCriterion, told: Set<string>, language: Language): string {
  const verdict = formatMessage(`report.${criterion.verdict}`, language);
  const points = `${writeNumber(criterion.points, language)}/${writeNumber(criterion.maxPoints, language)}`;
  const messages = untold(criterion, told);
  return [
    `${criterion.id}: ${verdict} (${points})`,
    ...decisionLines(criterion.overridden, language),
    ...messages,
  ].join(" ");
}

/** Parameters of messages that bend by number: `n` bends, `points` is shown. */
function countedPoints(points: number, language: Language): { n: number; points: string } {
  return { n: roundPoints(points), points: writeNumber(points, language) };
}
