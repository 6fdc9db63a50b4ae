/** The table of a report's items, with criteria and feedback under the item they belong to. */

import type { Message, Report, ReportCriterion, ReportItem } from "../../grading/report.ts";
import { type Column, heading, layoutTable } from "./blocks.ts";
import { excerptLines } from "./errorView.ts";
import { paint, points, say, show, showLines, symbol, type TerminalStyle, textWidth } from "./style.ts";
import { indent, truncate, wrap } from "./text.ts";

const columns: readonly Column[] = [
  { flexible: 10 }, // indentation, symbol, id
  { flexible: 8 }, // verdict
  { align: "right" }, // points reached
  { gap: 1 }, // points possible
];

/** A row of the table, or lines that stand between rows. */
type Entry = { readonly cells: readonly string[] } | { readonly lines: readonly string[] };

export function itemLines({ items }: Report, style: TerminalStyle): string[] {
  const entries = items.flatMap((item, at) => itemEntries(item, items[at - 1], items[at + 1], style));
  const rows = entries.flatMap((entry) => ("cells" in entry ? [entry.cells] : []));
  const laidOut = layoutTable(columns, rows, textWidth(style)).values();
  return entries.flatMap((entry) => ("cells" in entry ? (laidOut.next().value ?? []) : entry.lines));
}

/** Neighbours whose ids begin alike (`set1.h1`, `set1.h2`) stand under one heading. */
function itemEntries(
  item: ReportItem,
  before: ReportItem | undefined,
  after: ReportItem | undefined,
  style: TerminalStyle,
): Entry[] {
  const group = groupOf(item);
  const isFirst = groupOf(before) !== group;
  if (group === "" || (isFirst && groupOf(after) !== group)) return judgedEntries(item, item.id, 0, style);
  const title = isFirst ? [{ lines: heading(show(group, style), style) }] : [];
  return [...title, ...judgedEntries(item, item.id.slice(group.length + 1), 2, style)];
}

/** What stands before the last dot of an id. */
function groupOf(item: ReportItem | undefined): string {
  return item?.id.slice(0, Math.max(0, item.id.lastIndexOf("."))) ?? "";
}

function judgedEntries(
  judged: ReportItem | ReportCriterion,
  name: string,
  depth: number,
  style: TerminalStyle,
): Entry[] {
  const criteria = "criteria" in judged ? (judged.criteria ?? []) : [];
  return [
    { cells: verdictCells(judged, name, depth, style) },
    { lines: notes(judged, style).flatMap((note) => noteLines(note, depth + 2, style)) },
    { lines: pointers(judged, depth + 2, style) },
    ...criteria.flatMap((criterion) => judgedEntries(criterion, criterion.id, depth + 2, style)),
  ];
}

const likeItems = { met: "correct", partly: "partial", unmet: "incorrect" } as const;

function verdictCells(
  { verdict, ...judged }: ReportItem | ReportCriterion,
  name: string,
  depth: number,
  style: TerminalStyle,
): string[] {
  const role = verdict === "met" || verdict === "partly" || verdict === "unmet" ? likeItems[verdict] : verdict;
  return [
    `${" ".repeat(depth)}${paint(symbol(role, style), role, style)}\u00a0${show(name, style)}`,
    paint(say(`terminal.${verdict}`, style), role, style),
    points(judged.points, style),
    paint(`/ ${points(judged.maxPoints, style)}`, "muted", style),
  ];
}

function notes(judged: ReportItem | ReportCriterion, style: TerminalStyle): string[] {
  const open = "reviewPoints" in judged ? (judged.reviewPoints ?? 0) : 0;
  const left = say("terminal.item-review", style, { n: open, points: points(open, style) });
  return [
    ...("kind" in judged ? ownWords(judged, style) : quotes(judged, style)),
    ...ownFeedback(judged).map(({ message }) => showLines(message, style)),
    ...(open > 0 ? [paint(left, "review", style)] : []),
  ];
}

/** The lines of the answer that messages point at. */
function pointers({ feedback = [] }: ReportItem | ReportCriterion, depth: number, style: TerminalStyle): string[] {
  const narrow = { ...style, width: style.width - depth };
  return feedback.flatMap(({ place }) =>
    place ? indent(excerptLines(place.line, place.start + 1, narrow, "", place.end - place.start), depth) : [],
  );
}

/** An item's feedback repeats that of its criteria, for readers that know no criteria; here each stands once. */
function ownFeedback(judged: ReportItem | ReportCriterion): readonly Message[] {
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

function noteLines(note: string, depth: number, style: TerminalStyle): string[] {
  const bullet = `${symbol("bullet", style)} `;
  return indent(wrap(paint(bullet, "muted", style) + note, textWidth(style) - depth, bullet.length), depth);
}
