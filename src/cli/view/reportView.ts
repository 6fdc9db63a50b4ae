/** Shows one graded answer to the student: header, items, total, what to do next. */

import type { Report, ReportItem } from "../../grading/report.ts";
import { nextStep, page, paragraph } from "./blocks.ts";
import { errorLines } from "./errorView.ts";
import { itemLines } from "./reportItems.ts";
import { blank, type Line, type Span, span, wrap } from "./span.ts";
import { ownCommand, percent, points, say, show, showLines, symbol, type TerminalStyle } from "./style.ts";

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
  if (report.status === "invalid") return page([top, invalidLines(report, style, context)], style);
  const items =
    report.items.length === 0 ? paragraph([span(say("terminal.no-items", style))], style) : itemLines(report, style);
  return page(
    [top, items, warnings(report, style), total(report, style, context), next(report, style, context)],
    style,
  );
}

function header({ exercise, student, file }: Report, style: TerminalStyle, { title }: ReportContext): Line[] {
  const heading = title === undefined ? [] : [span("  "), span(show(title, style), "heading")];
  const origin = [student, file].flatMap((text) => (text === undefined || text === "-" ? [] : show(text, style)));
  const separator = ` ${symbol("separator", style)} `;
  return [
    ...paragraph([span(show(exercise, style), "heading"), ...heading], style),
    ...(origin.length === 0 ? [] : wrap([span(origin.join(separator), "muted")], style.width, { hanging: 2 })),
  ];
}

function warnings(report: Report, style: TerminalStyle): Line[] {
  const label = span(`${say("terminal.warning", style)} `, "warning");
  return (report.warnings ?? []).flatMap(({ message }) => paragraph([label, span(showLines(message, style))], style));
}

function total(report: Report, style: TerminalStyle, { minPercent = 100 }: ReportContext): Line[] {
  const { passed, maxPoints, reviewPoints } = report;
  const share = maxPoints > 0 ? report.points / maxPoints : passed ? 1 : 0;
  const sum: Span[] = [
    span(say("terminal.total", style), "heading"),
    span(`  ${points(report.points, style)} / ${points(maxPoints, style)}`, "strong"),
    span(`  ${percent(share)}\u00a0%`),
  ];
  const outcome = [
    span(
      say(passed ? "terminal.passed" : "terminal.not-passed", style).replaceAll(" ", "\u00a0"),
      passed ? "correct" : "incorrect",
    ),
    ...(minPercent === 100 ? [] : [span(` (${say("terminal.threshold", style, { percent: minPercent })})`, "muted")]),
  ];
  const open = say("terminal.under-review", style, { n: reviewPoints, points: points(reviewPoints, style) });
  return [
    ...paragraph([...sum, blank(2), ...outcome], style),
    ...(reviewPoints > 0 ? paragraph([span(`${symbol("review", style)} `, "review"), span(open)], style) : []),
  ];
}

const toWorkOn: readonly ReportItem["verdict"][] = ["incorrect", "partial", "invalid", "missing"];

function next(report: Report, style: TerminalStyle, context: ReportContext): Line[] {
  const work = toWorkOn.filter((verdict) => report.items.some((item) => item.verdict === verdict));
  const lines: Line[] = [];
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

function invalidLines(report: Report, style: TerminalStyle, context: ReportContext): Line[] {
  const { error = { message: "" }, file } = report;
  return [
    ...errorLines({ ...error, file, sourceLine: context.sourceLine }, style),
    [],
    ...nextStep(say("terminal.next-repair", style), [rerun(report, style, context)], style),
  ];
}
