/** A run's totals for a person in a terminal: a row an exercise, where the results are, what to do next. */

import type { Summary } from "../../course/summary.ts";
import { type Column, layoutTable } from "../view/blocks.ts";
import { paint, points, say, show, type TerminalStyle } from "../view/style.ts";
import { joinLines } from "../view/text.ts";
import { say as batch } from "./messages.ts";

const columns: readonly Column[] = [{ flexible: 8 }, ...Array.from({ length: 6 }, (): Column => ({ align: "right" }))];

/** `out`: the folder of results as given, if there is one. */
export function summaryView(summary: Summary, out: string | undefined, style: TerminalStyle): string {
  const headings = ["results", "passed", "review", "invalid", "absent", "mean"] as const;
  const rows = [
    [say("terminal.column-exercise", style), ...headings.map((name) => say(batch(`batch.column-${name}`), style))].map(
      (heading) => paint(heading, "heading", style),
    ),
    ...summary.exercises.map((exercise) => exerciseRow(exercise, style)),
  ];
  const lines = layoutTable(columns, rows, style.width).flat();
  if (out !== undefined) lines.push("", say(batch("batch.results-in", { path: show(out, style) }), style));
  if (out !== undefined && summary.needsReview > 0) {
    const command = `rnn-check review ${show(out, style)}`;
    lines.push(`${say(batch("batch.next-review"), style)} ${paint(command, "command", style)}`);
  }
  return joinLines(lines);
}

function exerciseRow(exercise: Summary["exercises"][number], style: TerminalStyle) {
  const { results, passed, needsReview, invalid, notHandedIn, maxPoints } = exercise;
  const mean = exercise.points === null ? "–" : `${points(exercise.points.mean, style)} / ${points(maxPoints, style)}`;
  const name = exercise.exercise === "" ? "?" : exercise.exercise;
  return [show(name, style), results, passed, needsReview, invalid, notHandedIn, mean].map((cell, index) =>
    paint(String(cell), index === 0 ? "command" : undefined, style),
  );
}
