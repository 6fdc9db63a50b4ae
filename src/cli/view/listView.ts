/** Shows the exercises there are, with their points. */

import type { ExerciseSummary } from "../exerciseFiles.ts";
import { type Column, headedTable, nextStep } from "./blocks.ts";
import { render, span } from "./span.ts";
import type { TerminalStyle } from "./style.ts";
import { type OwnCommand, ownCommand, points, say, show } from "./words.ts";

const columns: readonly Column[] = [{ flexible: 8 }, { flexible: 12 }, { align: "right" }, { align: "right" }];

/** In a narrower terminal the titles need the room more than the numbers of questions. */
const roomy = 60;
const questionsColumn = 2;

/** The exercises as a table with totals, without a final line break. */
export function listView(
  exercises: readonly ExerciseSummary[],
  style: TerminalStyle,
  command: OwnCommand = ownCommand,
): string {
  const first = exercises[0];
  if (first === undefined) return render([[span(say("terminal.list-empty", style))]], style);
  const withSource = new Set(exercises.map(({ source }) => source)).size > 1;
  const rows = exercises.map(({ id, title, questions, source, ...exercise }) => [
    { spans: [span(show(id, style), "command")] },
    { spans: [span(show(title, style)), ...(withSource ? [span(`\n${show(source, style)}`, "muted")] : [])] },
    { spans: [span(String(questions))] },
    { spans: [span(points(exercise.points, style))] },
  ]);
  const sum = (of: (exercise: ExerciseSummary) => number) => exercises.reduce((total, one) => total + of(one), 0);
  const totals = [
    { spans: [span(say("terminal.total", style), "heading")] },
    { spans: [] },
    { spans: [span(String(sum(({ questions }) => questions)))] },
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
  const headings = (["exercise", "title", "questions", "points"] as const).map((n) =>
    say(`terminal.column-${n}`, style),
  );
  const shown = <T>(cells: readonly T[]) => cells.filter((_, i) => i !== questionsColumn || style.width >= roomy);
  const { head, body } = headedTable(shown(columns), shown(headings), [...rows, totals].map(shown), style, style.width);
  const foot = body.pop() ?? [];
  const next = nextStep(say("terminal.next-show", style), [show(command("show", first.id), style)], style);
  return render([...head, ...body.flat(), ...head.slice(-1), ...foot, [], ...next], style);
}
