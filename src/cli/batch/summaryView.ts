/** A run's totals for a person in a terminal: a row an exercise, the course, where the results are, what to do next. */

import type { Summary } from "../../course/summary.ts";
import { type Column, layoutTable } from "../view/blocks.ts";
import { paint, points, say, show, symbol, type TerminalStyle, tell, textWidth } from "../view/style.ts";
import { displayWidth, joinLines } from "../view/text.ts";
import { say as batch } from "./messages.ts";

const columns: readonly Column[] = [{}, ...Array.from({ length: 6 }, (): Column => ({ align: "right" }))];

/** `out`: the folder of results as given, if there is one. */
export function summaryView(summary: Summary, out: string | undefined, style: TerminalStyle): string {
  const lines = exerciseTable(summary, style);
  if (out !== undefined) lines.push("", tell(batch("batch.results-in", { path: show(out, style) }), style));
  if (out !== undefined && summary.needsReview > 0) {
    const command = `rnn-check review ${show(out, style)}`;
    lines.push(`${tell(batch("batch.next-review"), style)} ${paint(command, "command", style)}`);
  }
  return joinLines(lines);
}

/** Where the columns don't fit, what there is of each exercise in running text. */
function exerciseTable({ exercises }: Summary, style: TerminalStyle): string[] {
  const names = ["results", "passed", "review", "invalid", "absent", "mean"] as const;
  const headings = names.map((name) => tell(batch(`batch.column-${name}`), style));
  const rows = exercises.map((exercise) => exerciseRow(exercise, style));
  const top = [say("terminal.column-exercise", style), ...headings].map((heading) => paint(heading, "heading", style));
  const table = layoutTable(columns, [top, ...rows], Number.POSITIVE_INFINITY).flat();
  if (table.every((line) => displayWidth(line) <= style.width)) return table;
  const texts = rows.map(([name = "", ...cells]) => {
    const told = cells.flatMap((cell, at) => (cell === "0" ? [] : `${headings[at]}: ${cell}`));
    return [name, told.join(` ${symbol("separator", style)} `)];
  });
  return layoutTable([{ flexible: 12 }, { flexible: 20 }], texts, textWidth(style)).flat();
}

function exerciseRow(exercise: Summary["exercises"][number], style: TerminalStyle): string[] {
  const { results, passed, needsReview, invalid, notHandedIn, maxPoints } = exercise;
  const mean = exercise.points === null ? "–" : `${points(exercise.points.mean, style)} / ${points(maxPoints, style)}`;
  const name = paint(show(exercise.exercise || "?", style), "command", style);
  return [name, ...[results, passed, needsReview, invalid, notHandedIn, mean].map(String)];
}
