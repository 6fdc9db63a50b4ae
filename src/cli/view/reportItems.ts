/** The table of a report's items, with criteria and feedback under the item they belong to; knows no totals. */

import type { Message, ReportCriterion, ReportItem } from "../../grading/report.ts";
import { type Cell, type Column, layoutTable } from "./blocks.ts";
import { indent, type Line, type Span, span, wrap } from "./span.ts";
import { symbol, type TerminalStyle, textWidth } from "./style.ts";
import { truncate } from "./width.ts";
import { points, say, show, showLines } from "./words.ts";

const columns: readonly Column[] = [
  { flexible: 10 }, // indentation, symbol, id
  { flexible: true }, // verdict
  { align: "right" }, // points reached
  { gap: 1 }, // points possible
];

/** A row of the table, or lines that stand between rows. */
type Entry = { readonly cells: readonly Cell[] } | { readonly lines: readonly Line[] };

export function itemLines(items: readonly ReportItem[], style: TerminalStyle): Line[] {
  const entries = groups(items).flatMap((group) => groupEntries(group, style));
  const rows = entries.flatMap((entry) => ("cells" in entry ? [entry.cells] : []));
  const laidOut = layoutTable(columns, rows, textWidth(style)).values();
  return entries.flatMap((entry) => ("cells" in entry ? (laidOut.next().value ?? []) : entry.lines));
}

interface Group {
  /** What the ids of the group have in common before their last dot. */
  readonly name?: string;
  readonly items: readonly ReportItem[];
}

/** Neighbours whose ids begin alike (`set1.h1`, `set1.h2`) stand under one heading. */
function groups(items: readonly ReportItem[]): Group[] {
  const found: { name: string; items: ReportItem[] }[] = [];
  for (const item of items) {
    const name = item.id.slice(0, Math.max(0, item.id.lastIndexOf(".")));
    const last = found.at(-1);
    if (last?.name === name) last.items.push(item);
    else found.push({ name, items: [item] });
  }
  return found.map((group) => (group.name === "" || group.items.length === 1 ? { items: group.items } : group));
}

function groupEntries(group: Group, style: TerminalStyle): Entry[] {
  if (group.name === undefined) return group.items.flatMap((item) => itemEntries(item, item.id, 0, style));
  const prefix = group.name.length + 1;
  return [
    { lines: wrap([span(show(group.name, style), "heading")], textWidth(style)) },
    ...group.items.flatMap((item) => itemEntries(item, item.id.slice(prefix), 2, style)),
  ];
}

function itemEntries(item: ReportItem, name: string, depth: number, style: TerminalStyle): Entry[] {
  return [
    { cells: verdictCells({ ...item, name }, depth, style) },
    { lines: notes(itemNotes(item, style), depth + 2, style) },
    ...(item.criteria ?? []).flatMap((criterion) => criterionEntries(criterion, depth + 2, style)),
  ];
}

function criterionEntries(criterion: ReportCriterion, depth: number, style: TerminalStyle): Entry[] {
  return [
    { cells: verdictCells({ ...criterion, name: criterion.id }, depth, style) },
    { lines: notes(criterionNotes(criterion, style), depth + 2, style) },
  ];
}

interface Judged {
  readonly name: string;
  readonly verdict: ReportItem["verdict"] | ReportCriterion["verdict"];
  readonly points: number;
  readonly maxPoints: number;
}

const roles = { met: "correct", partly: "partial", unmet: "incorrect" } as const;

function verdictCells(judged: Judged, depth: number, style: TerminalStyle): Cell[] {
  const { verdict } = judged;
  const role = verdict === "met" || verdict === "partly" || verdict === "unmet" ? roles[verdict] : verdict;
  return [
    {
      spans: [span(" ".repeat(depth)), span(`${symbol(verdict, style)} `, role), span(show(judged.name, style))],
      hanging: depth + 2,
    },
    { spans: [span(say(`terminal.${verdict}`, style), role)] },
    { spans: [span(points(judged.points, style))] },
    { spans: [span(`/ ${points(judged.maxPoints, style)}`, "muted")] },
  ];
}

function itemNotes(item: ReportItem, style: TerminalStyle): Span[][] {
  const open = item.reviewPoints ?? 0;
  return [
    ...ownWords(item, style),
    ...messages(ownFeedback(item), style),
    ...(open > 0
      ? [[span(say("terminal.item-review", style, { n: open, points: points(open, style) }), "review")]]
      : []),
    ...decision(item.overridden, style),
  ];
}

/** An item's feedback repeats that of its criteria, for readers that know no criteria; here each stands once. */
function ownFeedback({ feedback, criteria = [] }: ReportItem): readonly Message[] {
  const told = new Set(criteria.flatMap((criterion) => (criterion.feedback ?? []).map(({ message }) => message)));
  return feedback.filter(({ message }) => !told.has(message));
}

/** The answer itself helps where something is wrong with it; a text stands in its criteria's quotes. */
function ownWords(item: ReportItem, style: TerminalStyle): Span[][] {
  const shown = item.verdict === "incorrect" || item.verdict === "partial" || item.verdict === "invalid";
  if (!shown || item.answer === undefined || item.criteria !== undefined) return [];
  const label = `${say("terminal.you-wrote", style)} `;
  const text = truncate(show(item.answer, style), textWidth(style) - label.length - 8, symbol("ellipsis", style));
  return [[span(label, "muted"), span(text, "code")]];
}

function criterionNotes(criterion: ReportCriterion, style: TerminalStyle): Span[][] {
  const quotes = (criterion.evidence ?? []).map((words) => quoted(show(words, style), style));
  return [
    ...(quotes.length > 0
      ? [[span(`${say("terminal.quoted", style)} `, "muted"), span(quotes.join(", "), "emphasis")]]
      : []),
    ...messages(criterion.feedback ?? [], style),
    ...decision(criterion.overridden, style),
  ];
}

function quoted(words: string, style: TerminalStyle): string {
  const language = style.language === "de" ? "De" : "En";
  return symbol(`openQuote${language}`, style) + words + symbol(`closeQuote${language}`, style);
}

function messages(feedback: readonly Message[], style: TerminalStyle): Span[][] {
  return feedback.map(({ message }) => [span(showLines(message, style))]);
}

function decision(overridden: ReportItem["overridden"], style: TerminalStyle): Span[][] {
  if (overridden === undefined) return [];
  const { by, comment } = overridden;
  const who =
    by === undefined
      ? say("terminal.overridden", style)
      : say("terminal.overridden-by", style, { by: show(by, style) });
  return [[span(comment === undefined ? who : `${who} ${show(comment, style)}`, "review")]];
}

function notes(texts: readonly Span[][], depth: number, style: TerminalStyle): Line[] {
  const bullet = `${symbol("bullet", style)} `;
  return texts.flatMap((text) =>
    indent(wrap([span(bullet, "muted"), ...text], textWidth(style) - depth, { hanging: bullet.length }), depth),
  );
}
