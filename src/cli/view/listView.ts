/** Shows the exercises there are, with their points. */

import type { ExerciseSummary } from "../exerciseFiles.ts";
import { type Column, headedTable, nextStep } from "./blocks.ts";
import { ownCommand, paint, points, say, show, type TerminalStyle } from "./style.ts";
import { joinLines } from "./text.ts";

const columns: readonly Column[] = [{ flexible: 8 }, { flexible: 12 }, { align: "right" }];

/** The exercises as a table with totals, without a final line break. */
export function listView(
  exercises: readonly (Omit<ExerciseSummary, "title"> & { readonly title: string })[],
  style: TerminalStyle,
  command = ownCommand,
): string {
  const first = exercises[0];
  if (first === undefined) return say("terminal.list-empty", style);
  const withSource = new Set(exercises.map(({ source }) => source)).size > 1;
  const rows = exercises.map(({ id, title, source, ...exercise }) => [
    paint(show(id, style), "command", style),
    show(title, style) + (withSource ? `\n${paint(show(source, style), "muted", style)}` : ""),
    points(exercise.points, style),
  ]);
  const sum = exercises.reduce((total, one) => total + one.points, 0);
  const totals = [paint(say("terminal.total", style), "heading", style), "", points(sum, style)];
  const headings = (["exercise", "title", "points"] as const).map((name) => say(`terminal.column-${name}`, style));
  const { head, body } = headedTable(columns, headings, [...rows, totals], style, style.width);
  const foot = body.pop() ?? [];
  const next = nextStep(say("terminal.next-show", style), [show(command("show", first.id), style)], style);
  return joinLines([...head, ...body.flat(), ...head.slice(-1), ...foot, "", ...next]);
}
