/** Shows the exercises there are, and what one of them asks and its answer must hold. */

import { type Exercise, fieldsOf, pointsOf } from "../../exercises/exercise.ts";
import { kinds } from "../../kinds/index.ts";
import type { Kind } from "../../kinds/kind.ts";
import type { Language } from "../../messages/message.ts";
import { nested } from "../answerSheet.ts";
import type { ExerciseSummary } from "../exerciseFiles.ts";
import { type Column, headedTable, heading, nextStep, page, paragraph } from "./blocks.ts";
import { inline, markdownLines } from "./markdown.ts";
import { ownCommand, paint, points, say, show, showSpaced, type TerminalStyle, textWidth } from "./style.ts";
import { indent, joinLines, wrap } from "./text.ts";

/** What `show` tells, as data: of each question its keys, a value of the right form for each, and what to write there. */
export function statedExercise(exercise: Exercise, language: Language) {
  const { id, title, statement, seed } = exercise;
  const questions = exercise.questions.map((question) => {
    const { id, kind, points, prompt } = question;
    const keys = fieldsOf(question);
    const sheet = (kinds[question.kind] as Kind).sheet(question);
    const example: unknown =
      keys.length === 1 ? sheet.example : Object.fromEntries(keys.map((key) => [key, sheet.example]));
    const about = { id, kind, points, ...(prompt !== undefined && { prompt: prompt[language] }) };
    return { ...about, keys, example, describe: sheet.ask.in(language) };
  });
  const texts = { title: title[language], statement: statement[language] };
  return { id, ...(seed && { seed }), ...texts, points: pointsOf(exercise), questions };
}

export type StatedExercise = ReturnType<typeof statedExercise>;
type StatedQuestion = StatedExercise["questions"][number];

/**
 * The exercise as lines for a terminal, without a final line break.
 * @param named what a command line calls the exercise: its id, or a path
 */
export function statementView(
  exercise: StatedExercise,
  style: TerminalStyle,
  named = exercise.id,
  command = ownCommand,
): string {
  const { seed } = exercise;
  const start = seed === undefined ? ["init", named] : ["practice", named, "--seed", seed];
  const next = [command(...start, "answer.json"), command(named, "answer.json")].map((one) => show(one, style));
  const statement = markdownLines(exercise.statement, textWidth(style), style);
  const answer = exercise.questions.length === 0 ? [] : [keys(exercise, style), example(exercise, style)];
  return page([header(exercise, style), statement, ...answer, nextStep(say("terminal.next-init", style), next, style)]);
}

function header(exercise: StatedExercise, style: TerminalStyle): string[] {
  const worth = say("terminal.points", style, { n: exercise.points, points: points(exercise.points, style) });
  const title = `${show(exercise.id, style)}  ${show(exercise.title, style)}`;
  const value = paint(`(${worth.replaceAll(" ", "\u00a0")})`, "muted", style);
  return paragraph(`${paint(title, "heading", style)}  ${value}`, style);
}

const columns: readonly Column[] = [{ flexible: 10 }, {}, { align: "right" }, { flexible: 30 }];
/** Below this, what to write stands under its key and not beside it. */
const narrowerThan = 70;

function keys({ questions }: StatedExercise, style: TerminalStyle): string[] {
  const width = textWidth(style);
  const isWide = width >= narrowerThan;
  const fitting = <T>(cells: readonly T[]) => (isWide ? cells : cells.slice(0, 3));
  const headings = (["key", "kind", "points", "write"] as const).map((name) => say(`terminal.column-${name}`, style));
  const rows = questions.map((question) => [
    paint(question.keys.map((key) => show(key, style)).join("\n"), "code", style),
    kinds[question.kind]?.label.in(style.language) ?? show(question.kind, style),
    points(question.points, style),
    instructions(question, style),
  ]);
  const { head, body } = headedTable(fitting(columns), fitting(headings), rows.map(fitting), style, width);
  const below = (question: StatedQuestion | undefined) =>
    question === undefined || isWide ? [] : indent(wrap(instructions(question, style), width - 4), 4);
  return [
    ...heading(say("terminal.keys-title", style), style),
    "",
    ...head,
    ...body.flatMap((row, at) => [...row, ...below(questions[at])]),
  ];
}

function instructions({ prompt, describe }: StatedQuestion, style: TerminalStyle): string {
  const asked = prompt === undefined ? "" : `${inline(prompt, style)}\n`;
  return asked + describe.replace(/.+/g, (line) => inline(line, style));
}

function example({ id, seed, questions }: StatedExercise, style: TerminalStyle): string[] {
  const width = textWidth(style) - 2;
  const examples = questions.flatMap(({ keys, example }) =>
    keys.map((key) => [key, keys.length === 1 ? example : (example as Record<string, unknown>)[key]] as const),
  );
  const sheet = JSON.stringify({ exercise: id, seed, student: "ab12cde", answers: nested(examples) }, null, 2);
  const lines = sheet
    .replace(/[[{][^[\]{}]*[\]}]/g, (inner) => flat(inner, width - 20))
    .split("\n")
    .flatMap((line) => wrap(showSpaced(line, style), width, 6));
  return [...heading(say("terminal.example-title", style), style), "", ...indent(lines, 2)];
}

/** A list or an object of JSON without its line breaks, if it is no longer than `width`. */
function flat(json: string, width: number): string {
  const line = json.replace(/\n\s*/g, " ").replace(/^\[ | \]$/g, (bracket) => bracket.trim());
  return line.length > width ? json : line;
}

const listColumns: readonly Column[] = [{ flexible: 8 }, { flexible: 12 }, { align: "right" }];

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
  const { head, body } = headedTable(listColumns, headings, [...rows, totals], style, style.width);
  const foot = body.pop() ?? [];
  const next = nextStep(say("terminal.next-show", style), [show(command("show", first.id), style)], style);
  return joinLines([...head, ...body.flat(), ...head.slice(-1), ...foot, "", ...next]);
}
