/** Shows one graded answer to the student, item by item; knows reports and words, not how anything was graded. */

import type { Report, ReportCriterion, ReportItem } from "../../grading/report.ts";
import { nextStep } from "./blocks.ts";
import { errorLines } from "./errorView.ts";
import { itemLines } from "./reportItems.ts";
import { blank, type Line, lineWidth, render, type Span, span, wrap } from "./span.ts";
import { symbol, type TerminalStyle, textWidth } from "./style.ts";
import { ownCommand, percent, points, say, show, showLines } from "./words.ts";

export interface ReportContext {
  /** The exercise's title. */
  readonly title?: string;
  /** The line that an `invalid` report's error points at, without its line break. */
  readonly sourceLine?: string;
  /** `--min`: the share that counts as passed, in percent; shown where it isn't 100. */
  readonly minPercent?: number;
  /** The command to run again, if it isn't `rnn-check <exercise> <file>`. */
  readonly command?: string;
}

/** The report as lines for a terminal, without a final line break. */
export function reportView(report: Report, style: TerminalStyle, context: ReportContext = {}): string {
  const blocks =
    report.status === "invalid"
      ? [header(report, style, context), invalidLines(report, style, context)]
      : [
          header(report, style, context),
          items(report, style),
          warnings(report, style),
          total(report, style, context),
          next(report, style, context),
        ];
  const lines = blocks.filter((block) => block.length > 0).flatMap((block, at) => (at === 0 ? block : [[], ...block]));
  return render(lines, style);
}

function header(report: Report, style: TerminalStyle, context: ReportContext): Line[] {
  const name = show(report.exercise, style);
  const title = context.title === undefined ? [] : [span("  "), span(show(context.title, style), "heading")];
  const origin = [report.student, report.file]
    .filter((text) => text !== undefined && text !== "-")
    .map((text) => show(text ?? "", style))
    .join(` ${symbol("separator", style)} `);
  return [
    ...wrap([span(name, "heading"), ...title], textWidth(style), { hanging: 2 }),
    ...(origin === "" ? [] : wrap([span(origin, "muted")], style.width, { hanging: 2 })),
  ];
}

function items(report: Report, style: TerminalStyle): Line[] {
  if (report.items.length === 0) return wrap([span(say("terminal.no-items", style))], textWidth(style));
  return itemLines(report.items, style);
}

function warnings(report: Report, style: TerminalStyle): Line[] {
  const label = `${say("terminal.warning", style)} `;
  return (report.warnings ?? []).flatMap((warning) =>
    wrap([span(label, "warning"), span(showLines(warning.message, style))], textWidth(style), { hanging: 2 }),
  );
}

function total(report: Report, style: TerminalStyle, context: ReportContext): Line[] {
  const share = report.maxPoints > 0 ? report.points / report.maxPoints : report.passed ? 1 : 0;
  const threshold =
    context.minPercent === undefined || context.minPercent === 100
      ? []
      : [span(` (${say("terminal.threshold", style, { percent: context.minPercent })})`, "muted")];
  const sum: Span[] = [
    span(say("terminal.total", style), "heading"),
    span(`  ${points(report.points, style)} / ${points(report.maxPoints, style)}`, "strong"),
    span(`  ${percent(share)}\u00a0%`),
  ];
  const outcome: Span[] = [
    report.passed
      ? span(say("terminal.passed", style), "correct")
      : span(say("terminal.not-passed", style).replaceAll(" ", "\u00a0"), "incorrect"),
    ...threshold,
  ];
  const room = textWidth(style) - lineWidth(sum) - lineWidth(outcome) - 4;
  const bar = room >= 10 ? [blank(2), ...progressBar(report, share, Math.min(24, room), style)] : [];
  const review =
    report.reviewPoints > 0
      ? wrap(
          [
            span(`${symbol("review", style)} `, "review"),
            span(
              say("terminal.under-review", style, {
                n: report.reviewPoints,
                points: points(report.reviewPoints, style),
              }),
            ),
          ],
          textWidth(style),
          { hanging: 2 },
        )
      : [];
  return [...wrap([...sum, ...bar, blank(2), ...outcome], textWidth(style), { hanging: 2 }), ...review];
}

function progressBar(report: Report, share: number, width: number, style: TerminalStyle): Span[] {
  const cells = (part: number) => Math.max(0, Math.min(width, Math.round(part * width) || 0));
  // A bar looks full only when all points are there.
  const full = share < 1 ? Math.min(cells(share), width - 1) : width;
  const review = Math.min(width - full, cells(report.maxPoints > 0 ? report.reviewPoints / report.maxPoints : 0));
  return [
    span(symbol("barFull", style).repeat(full), report.passed ? "correct" : "partial"),
    span(symbol("barReview", style).repeat(review), "review"),
    span(symbol("barEmpty", style).repeat(width - full - review), "muted"),
  ].filter((part) => part.text !== "");
}

type Verdict = ReportItem["verdict"];
const toWorkOn: readonly Verdict[] = ["incorrect", "partial", "invalid", "missing"];

function next(report: Report, style: TerminalStyle, context: ReportContext): Line[] {
  const marked = (verdicts: readonly Verdict[]) => {
    const found = verdicts.filter((verdict) => report.items.some((item) => item.verdict === verdict));
    return { found, symbols: found.map((verdict) => symbol(verdict, style)).join(" ") };
  };
  const work = marked(toWorkOn);
  const review = marked(["review"]);
  const lines: Line[] = [];
  if (work.found.length > 0) {
    const onlyMissing = work.found.every((verdict) => verdict === "missing");
    const code = report.passed ? "improve" : onlyMissing ? "fill" : "fix";
    const advice = say(`terminal.next-${code}`, style, { symbols: work.symbols });
    lines.push(...nextStep(advice, [rerun(report, style, context)], style));
  }
  if (review.found.length > 0 || criteriaUnderReview(report)) {
    lines.push(...nextStep(say("terminal.next-review", style, { symbols: symbol("review", style) }), [], style));
  }
  return lines.length > 0 ? lines : nextStep(say("terminal.next-done", style), [], style);
}

function criteriaUnderReview(report: Report): boolean {
  const open = (criterion: ReportCriterion) => criterion.verdict === "review";
  return report.items.some((item) => item.criteria?.some(open) ?? false);
}

function rerun(report: Report, style: TerminalStyle, context: ReportContext): string {
  if (context.command !== undefined) return show(context.command, style);
  return ownCommand(show(report.exercise, style), show(report.file ?? "-", style));
}

function invalidLines(report: Report, style: TerminalStyle, context: ReportContext): Line[] {
  const { message = "", line, column } = report.error ?? {};
  return [
    ...errorLines(
      {
        message,
        ...(report.file === undefined ? {} : { file: report.file }),
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
        ...(context.sourceLine === undefined ? {} : { sourceLine: context.sourceLine }),
      },
      style,
    ),
    [],
    ...nextStep(say("terminal.next-repair", style), [rerun(report, style, context)], style),
  ];
}
