/** Shows one graded answer to the student: header, items, total, what to do next. */

import type { Report, ReportItem } from "../../grading/report.ts";
import { nextStep, page, paragraph } from "./blocks.ts";
import { errorLines } from "./errorView.ts";
import { itemLines } from "./reportItems.ts";
import { ownCommand, paint, percent, points, say, show, showLines, symbol, type TerminalStyle } from "./style.ts";
import { wrap } from "./text.ts";

export interface ReportContext {
  /** The exercise's title. */
  readonly title?: string;
  /** The line that an `invalid` report's error points at, without its line break. */
  readonly sourceLine?: string | undefined;
  /** `--min`: the share that counts as passed, in percent; shown where it isn't 100. */
  readonly minPercent?: number | undefined;
  /** The command to run again, if it isn't `rnn-check <exercise> <file>`. */
  readonly command?: string;
}

/** The report as lines for a terminal, without a final line break. */
export function reportView(report: Report, style: TerminalStyle, context: ReportContext = {}): string {
  const top = header(report, style, context);
  if (report.status === "invalid") return page([top, invalidLines(report, style, context)]);
  const items =
    report.items.length === 0 ? paragraph(say("terminal.no-items", style), style) : itemLines(report, style);
  return page([top, items, warnings(report, style), total(report, style, context), next(report, style, context)]);
}

function header({ exercise, student, file }: Report, style: TerminalStyle, { title }: ReportContext): string[] {
  const heading = [exercise, ...(title === undefined ? [] : [title])].map((text) => show(text, style)).join("  ");
  const origin = [student, file].flatMap((text) => (text === undefined || text === "-" ? [] : show(text, style)));
  const separator = ` ${symbol("separator", style)} `;
  return [
    ...paragraph(paint(heading, "heading", style), style),
    ...(origin.length === 0 ? [] : wrap(paint(origin.join(separator), "muted", style), style.width, 2)),
  ];
}

function warnings(report: Report, style: TerminalStyle): string[] {
  const label = paint(`${say("terminal.warning", style)} `, "warning", style);
  return (report.warnings ?? []).flatMap(({ message }) => paragraph(label + showLines(message, style), style));
}

function total(report: Report, style: TerminalStyle, { minPercent = 100 }: ReportContext): string[] {
  const { passed, maxPoints, reviewPoints } = report;
  const share = maxPoints > 0 ? report.points / maxPoints : passed ? 1 : 0;
  const outcome = say(passed ? "terminal.passed" : "terminal.not-passed", style).replaceAll(" ", "\u00a0");
  const needed = say("terminal.threshold", style, { percent: minPercent });
  const sum = [
    paint(say("terminal.total", style), "heading", style),
    paint(`${points(report.points, style)} / ${points(maxPoints, style)}`, "strong", style),
    `${percent(share)}\u00a0%`,
    paint(outcome, passed ? "correct" : "incorrect", style) +
      (minPercent === 100 ? "" : paint(` (${needed})`, "muted", style)),
  ].join("  ");
  const open = say("terminal.under-review", style, { n: reviewPoints, points: points(reviewPoints, style) });
  const mark = paint(`${symbol("review", style)} `, "review", style);
  return [...paragraph(sum, style), ...(reviewPoints > 0 ? paragraph(mark + open, style) : [])];
}

const toWorkOn: readonly ReportItem["verdict"][] = ["incorrect", "partial", "invalid", "missing"];

function next(report: Report, style: TerminalStyle, context: ReportContext): string[] {
  const work = toWorkOn.filter((verdict) => report.items.some((item) => item.verdict === verdict));
  const lines: string[] = [];
  if (work.length > 0) {
    const code = report.passed ? "improve" : work.every((verdict) => verdict === "missing") ? "fill" : "fix";
    const symbols = work.map((verdict) => symbol(verdict, style)).join(" ");
    lines.push(...nextStep(say(`terminal.next-${code}`, style, { symbols }), [rerun(report, style, context)], style));
  }
  const judged = report.items.flatMap((item) => [item, ...(item.criteria ?? [])]);
  if (judged.some(({ verdict }) => verdict === "review"))
    lines.push(...nextStep(say("terminal.next-review", style, { symbols: symbol("review", style) }), [], style));
  return lines.length > 0 ? lines : nextStep(say("terminal.next-done", style), [], style);
}

function rerun({ exercise, file = "-" }: Report, style: TerminalStyle, { command }: ReportContext): string {
  return command === undefined ? ownCommand(show(exercise, style), show(file, style)) : show(command, style);
}

function invalidLines(report: Report, style: TerminalStyle, context: ReportContext): string[] {
  const { error = { message: "" }, file } = report;
  return [
    ...errorLines({ ...error, file, sourceLine: context.sourceLine }, style),
    "",
    ...nextStep(say("terminal.next-repair", style), [rerun(report, style, context)], style),
  ];
}
