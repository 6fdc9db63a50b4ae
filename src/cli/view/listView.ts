/** Shows the exercises there are; knows their titles and points, not what they ask. */

import { type Cell, type Column, layoutTable, nextStep } from "./blocks.ts";
import { type Line, lineWidth, render, span, withoutTrailingSpace } from "./span.ts";
import { symbol, type TerminalStyle } from "./style.ts";
import { type OwnCommand, ownCommand, points, say, show } from "./words.ts";

export interface ListedExercise {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  /** How many questions it asks. */
  readonly questions: number;
  /** Where it comes from (`built in`, a path); shown under the title if not all come from one place. */
  readonly source: string;
}

const columns: readonly Column[] = [{ flexible: 8 }, { flexible: 12 }, { align: "right" }, { align: "right" }];

/** In a narrower terminal the titles need the room more than the numbers of questions. */
const roomy = 60;
const questionsColumn = 2;

/** The exercises as a table with totals, without a final line break. */
export function listView(
  exercises: readonly ListedExercise[],
  style: TerminalStyle,
  command: OwnCommand = ownCommand,
): string {
  const first = exercises[0];
  if (first === undefined) return render([[span(say("terminal.list-empty", style))]], style);
  const withSource = new Set(exercises.map((exercise) => exercise.source)).size > 1;
  const rows = [
    headings(style),
    ...exercises.map((exercise) => row(exercise, withSource, style)),
    totals(exercises, style),
  ];
  const shown = <T>(cells: readonly T[]) => cells.filter((_, i) => i !== questionsColumn || style.width >= roomy);
  const [head = [], ...body] = layoutTable(shown(columns), rows.map(shown), style.width);
  const foot = body.pop() ?? [];
  const rule: Line = [span(symbol("rule", style).repeat(tableWidth([head, ...body, foot])), "muted")];
  const next = nextStep(say("terminal.next-show", style), [show(command("show", first.id), style)], style);
  return render([...head, rule, ...body.flat(), rule, ...foot, [], ...next], style);
}

function headings(style: TerminalStyle): Cell[] {
  const names = ["exercise", "title", "questions", "points"] as const;
  return names.map((name) => ({ spans: [span(say(`terminal.column-${name}`, style), "heading")] }));
}

function row(exercise: ListedExercise, withSource: boolean, style: TerminalStyle): Cell[] {
  const { id, title, questions, source } = exercise;
  return [
    { spans: [span(show(id, style), "command")] },
    { spans: [span(show(title, style)), ...(withSource ? [span(`\n${show(source, style)}`, "muted")] : [])] },
    { spans: [span(String(questions))] },
    { spans: [span(points(exercise.points, style))] },
  ];
}

function totals(exercises: readonly ListedExercise[], style: TerminalStyle): Cell[] {
  const sum = (of: (exercise: ListedExercise) => number) => exercises.reduce((total, one) => total + of(one), 0);
  return [
    { spans: [span(say("terminal.total", style), "heading")] },
    { spans: [] },
    { spans: [span(String(sum((exercise) => exercise.questions)))] },
    {
      spans: [
        span(
          points(
            sum((exercise) => exercise.points),
            style,
          ),
        ),
      ],
    },
  ];
}

function tableWidth(rows: readonly (readonly Line[])[]): number {
  return Math.max(...rows.flat().map((line) => lineWidth(withoutTrailingSpace(line))));
}
