/** The end of a report in the terminal: what it comes to, and what to do next. */

import { type Report, type ReportItem, wholePercent } from "../../grading/report.ts";
import { nextStep, paragraph } from "./blocks.ts";
import { paint, points, say, show, symbol, type TerminalStyle } from "./style.ts";

export interface ReportContext {
  /** The exercise's title. */
  readonly title: string;
  /** The line that an `invalid` report's error points at, without its line break. */
  readonly sourceLine?: string | undefined;
  /** The share that counts as passed, in percent; shown where it isn't 100. */
  readonly minPercent?: number | undefined;
  /** The command to run again. */
  readonly command: string;
  /** The command that shows the exercise. */
  readonly statement?: string;
}

export function total(report: Report, style: TerminalStyle, { minPercent = 100 }: ReportContext): string[] {
  const { passed, maxPoints, reviewPoints } = report;
  const share = maxPoints > 0 ? report.points / maxPoints : passed ? 1 : 0;
  const rounded = wholePercent(share);
  // What is not enough does not look like it.
  const percent = passed !== true && rounded >= minPercent ? Math.floor(100 * share) : rounded;
  const verdict = passed === null ? "review" : passed ? "correct" : "incorrect";
  const code = { review: "review", correct: "passed", incorrect: "not-passed" } as const;
  const outcome = say(`terminal.${code[verdict]}`, style).replaceAll(" ", "\u00a0");
  const needed = say("terminal.threshold", style, { percent: minPercent });
  const sum = [
    paint(say("terminal.total", style), "heading", style),
    paint(`${points(report.points, style)} / ${points(maxPoints, style)}`, "strong", style),
    `${percent}\u00a0%`,
    paint(outcome, verdict, style) + (minPercent === 100 ? "" : paint(` (${needed})`, "muted", style)),
  ].join("  ");
  const open = say("terminal.under-review", style, { n: reviewPoints, points: points(reviewPoints, style) });
  const mark = paint(`${symbol("review", style)} `, "review", style);
  return [...paragraph(sum, style), ...(reviewPoints > 0 ? paragraph(mark + open, style) : [])];
}

const toWorkOn: readonly ReportItem["verdict"][] = ["incorrect", "partial", "invalid", "missing"];

export function next(report: Report, style: TerminalStyle, context: ReportContext): string[] {
  const work = toWorkOn.filter((verdict) => report.items.some((item) => item.verdict === verdict));
  const lines: string[] = [];
  if (work.length > 0) {
    const code = report.passed ? "improve" : work.every((verdict) => verdict === "missing") ? "fill" : "fix";
    const symbols = work.map((verdict) => symbol(verdict, style)).join(" ");
    lines.push(...nextStep(say(`terminal.next-${code}`, style, { symbols }), [show(context.command, style)], style));
  }
  const judged = report.items.flatMap((item) => [item, ...(item.criteria ?? [])]);
  if (judged.some(({ verdict }) => verdict === "review")) {
    const advice = say("terminal.next-review", style, { symbols: symbol("review", style) });
    const commands = context.statement === undefined ? [] : [show(context.statement, style)];
    lines.push(...nextStep(advice, commands, style));
  }
  return lines.length > 0 ? lines : nextStep(say("terminal.next-done", style), [], style);
}
