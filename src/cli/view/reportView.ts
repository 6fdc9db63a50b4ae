/** Shows one graded answer to the student: header, items with feedback under them, total, what to do next. */

import {
  type Report,
  type ReportCriterion,
  type ReportItem,
  tellingCriteria,
  wholePercent,
} from "../../grading/report.ts";
import { type Column, heading, layoutTable, nextStep, page, paragraph } from "./blocks.ts";
import { errorLines, excerptLines } from "./errorView.ts";
import { paint, points, say, show, showLines, symbol, type TerminalStyle, textWidth } from "./style.ts";
import { indent, truncate, wrap } from "./text.ts";

/** The report as lines for a terminal, without a final line break. */
export function reportView(report: Report, style: TerminalStyle, context: ReportContext): string {
  const top = header(report, style, context);
  if (report.status === "invalid") {
    const { error = { message: "" }, file } = report;
    const { sourceLine, command } = context;
    const advice = say("terminal.next-repair", style);
    return page([top, errorLines({ ...error, file, sourceLine, advice, command }, style)]);
  }
  const items =
    report.items.length === 0 ? paragraph(say("terminal.no-items", style), style) : itemLines(report, style);
  return page([top, items, warnings(report, style), total(report, style, context), next(report, style, context)]);
}

function header({ exercise, student, file }: Report, style: TerminalStyle, { title }: ReportContext): string[] {
  const heading = `${show(exercise, style)}  ${show(title, style)}`;
  const origin = [student, file].flatMap((text) => (text === undefined || text === "-" ? [] : show(text, style)));
  const separator = ` ${symbol("separator", style)} `;
  return [
    ...paragraph(paint(heading, "heading", style), style),
    ...(origin.length === 0 ? [] : wrap(paint(origin.join(separator), "muted", style), style.width, 2)),
  ];
}

const columns: readonly Column[] = [
  { flexible: 10 }, // indentation, symbol, id
  { flexible: 8 }, // verdict
  { align: "right" }, // points reached
  { gap: 1 }, // points possible
];

type Judged = ReportItem | ReportCriterion;
/** The cells of a row of the table, or a line that stands between rows. */
type Entry = readonly string[] | string;

function itemLines({ items }: Report, style: TerminalStyle): string[] {
  const entries = items.flatMap((item, at) => itemEntries(item, [items[at - 1], items[at + 1]], style));
  const rows = entries.filter((entry) => typeof entry !== "string");
  const laidOut = layoutTable(columns, rows, textWidth(style)).values();
  return entries.flatMap((entry) => (typeof entry === "string" ? entry : (laidOut.next().value ?? [])));
}

/** Neighbours whose ids begin alike (`set1.h1`, `set1.h2`) stand under one heading. */
function itemEntries(item: ReportItem, [before, after]: (ReportItem | undefined)[], style: TerminalStyle): Entry[] {
  const group = groupOf(item);
  const isFirst = groupOf(before) !== group;
  if (group === "" || (isFirst && groupOf(after) !== group)) return judgedEntries(item, item.id, 0, style);
  const title = isFirst ? heading(show(group, style), style) : [];
  return [...title, ...judgedEntries(item, item.id.slice(group.length + 1), 2, style)];
}

/** What stands before the last dot of an id. */
function groupOf(item: ReportItem | undefined): string {
  return item?.id.slice(0, Math.max(0, item.id.lastIndexOf("."))) ?? "";
}

function judgedEntries(judged: Judged, name: string, depth: number, style: TerminalStyle): Entry[] {
  const criteria = "kind" in judged ? tellingCriteria(judged) : [];
  const [only, ...others] = criteria;
  // The verdict on a single criterion is that on the item.
  const isOne = "kind" in judged && judged.criteria?.length === 1 && others.length === 0;
  const apart = isOne ? [] : criteria;
  return [
    verdictCells(judged, name, depth, style),
    ...(isOne && only ? notes(only, depth + 2, style) : []),
    ...notes(judged, depth + 2, style),
    ...apart.flatMap((one) => judgedEntries(one, one.label ?? one.id, depth + 2, style)),
  ];
}

const likeItems = { met: "correct", partly: "partial", unmet: "incorrect" } as const;

function verdictCells({ verdict, ...judged }: Judged, name: string, depth: number, style: TerminalStyle): string[] {
  const role = verdict === "met" || verdict === "partly" || verdict === "unmet" ? likeItems[verdict] : verdict;
  return [
    `${" ".repeat(depth)}${paint(symbol(role, style), role, style)}\u00a0${show(name, style)}`,
    paint(say(`terminal.${verdict}`, style), role, style),
    points(judged.points, style),
    paint(`/ ${points(judged.maxPoints, style)}`, "muted", style),
  ];
}

function notes(judged: Judged, depth: number, style: TerminalStyle): string[] {
  const own = "kind" in judged ? ownWords(judged, style) : quotes(judged, style);
  const bullet = `${symbol("bullet", style)} `;
  const note = (text: string, by = depth) =>
    indent(wrap(paint(bullet, "muted", style) + text, textWidth(style) - by, bullet.length), by);
  const said = ownFeedback(judged).flatMap(({ message, part, place }) => {
    const by = part ? depth + 2 : depth;
    const narrower = { ...style, width: style.width - by };
    // The line of the answer that the message points at.
    const line = place && excerptLines(place.line, place.start + 1, narrower, "", place.end - place.start);
    return [...note(showLines(message, style), by), ...indent(line ?? [], by)];
  });
  return [...own.flatMap((text) => note(text)), ...said];
}

/** An item's feedback repeats that of its criteria, for readers that know no criteria; here each stands once. */
function ownFeedback(judged: Judged): ReportItem["feedback"] {
  const criteria = "criteria" in judged ? (judged.criteria ?? []) : [];
  const told = new Set(criteria.flatMap(({ feedback = [] }) => feedback.map(({ message }) => message)));
  return (judged.feedback ?? []).filter(({ message }) => !told.has(message));
}

/** The answer itself helps where something is wrong with it; a text stands in its criteria's quotes. */
function ownWords(item: ReportItem, style: TerminalStyle): string[] {
  const shown = item.verdict === "incorrect" || item.verdict === "partial" || item.verdict === "invalid";
  const isPointedAt = item.feedback.some(({ place }) => place);
  if (!shown || isPointedAt || item.answer === undefined || item.criteria !== undefined) return [];
  const label = `${say("terminal.you-wrote", style)} `;
  const text = truncate(show(item.answer, style), textWidth(style) - label.length - 8, symbol("ellipsis", style));
  return [paint(label, "muted", style) + paint(text, "code", style)];
}

function quotes({ evidence = [] }: ReportCriterion, style: TerminalStyle): string[] {
  if (evidence.length === 0) return [];
  const quoted = evidence.map((words) => {
    const shown = show(words, style);
    return show(style.language === "de" ? `„${shown}“` : `“${shown}”`, style);
  });
  return [`${paint(say("terminal.quoted", style), "muted", style)} ${paint(quoted.join(", "), "emphasis", style)}`];
}

function warnings(report: Report, style: TerminalStyle): string[] {
  const label = paint(`${say("terminal.warning", style)} `, "warning", style);
  return (report.warnings ?? []).flatMap(({ message }) => paragraph(label + showLines(message, style), style));
}

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

function total(report: Report, style: TerminalStyle, { minPercent = 100 }: ReportContext): string[] {
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

function next(report: Report, style: TerminalStyle, context: ReportContext): string[] {
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
