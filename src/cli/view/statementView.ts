/** Shows what an exercise asks and what an answer must hold; knows no reference answer. Loaded by `show` only. */

import { kinds } from "../../kinds/index.ts";
import { type Cell, type Column, layoutTable, nextStep } from "./blocks.ts";
import { prettyJson } from "./json.ts";
import { indent, type Line, lineWidth, render, type Span, span, wrap } from "./span.ts";
import { inlineSpans } from "./statement/inline.ts";
import { markdownLines } from "./statement/markdown.ts";
import { markdownTokens } from "./statement/tokens.ts";
import { symbol, type TerminalStyle, textWidth } from "./style.ts";
import { type OwnCommand, ownCommand, points, say, show, showSpaced } from "./words.ts";

interface StatedQuestion {
  readonly id: string;
  readonly kind: string;
  readonly points: number;
  /** What is asked, if it isn't clear from the statement; Markdown. */
  readonly prompt?: string;
  /** The keys of `answers` that this question reads, dotted. */
  readonly keys: readonly string[];
  /** A value of the right form; with several keys, one by key. */
  readonly example: unknown;
  /** What to write there. */
  readonly describe: string;
}

export interface StatedExercise {
  readonly id: string;
  readonly title: string;
  /** Markdown with `$…$` and `$$…$$`. */
  readonly statement: string;
  readonly points: number;
  readonly questions: readonly StatedQuestion[];
}

/**
 * The exercise as lines for a terminal, without a final line break.
 * @param named what a command line calls the exercise: its id, or a path
 */
export function statementView(
  exercise: StatedExercise,
  style: TerminalStyle,
  named: string = exercise.id,
  command: OwnCommand = ownCommand,
): string {
  const width = textWidth(style);
  const blocks = [
    header(exercise, style),
    markdownLines(exercise.statement, width, style),
    keys(exercise, style),
    example(exercise, style),
    next([command("init", named, "answer.json"), command(named, "answer.json")], style),
  ].filter((block) => block.length > 0);
  return render(
    blocks.flatMap((block, at) => (at === 0 ? block : [[], ...block])),
    style,
  );
}

function header(exercise: StatedExercise, style: TerminalStyle): Line[] {
  const worth = say("terminal.points", style, { n: exercise.points, points: points(exercise.points, style) });
  return wrap(
    [
      span(show(exercise.id, style), "heading"),
      span("  "),
      span(show(exercise.title, style), "heading"),
      span(`  (${worth.replaceAll(" ", "\u00a0")})`, "muted"),
    ],
    textWidth(style),
    { hanging: 2 },
  );
}

const wide: readonly Column[] = [{ flexible: 10 }, {}, { align: "right" }, { flexible: 30 }];
const narrow: readonly Column[] = [{ flexible: 10 }, {}, { align: "right" }];
/** Below this, what to write stands under its key and not beside it. */
const narrowerThan = 70;

function keys(exercise: StatedExercise, style: TerminalStyle): Line[] {
  if (exercise.questions.length === 0) return [];
  const width = textWidth(style);
  const beside = width >= narrowerThan;
  const names = ["key", "kind", "points", ...(beside ? (["write"] as const) : [])] as const;
  const headings = names.map((name): Cell => ({ spans: [span(say(`terminal.column-${name}`, style), "heading")] }));
  const rows = exercise.questions.map((question) => keyCells(question, style, beside));
  const [head = [], ...body] = layoutTable(beside ? wide : narrow, [headings, ...rows], width);
  const lines = body.flatMap((row, at) => {
    const question = exercise.questions[at];
    if (beside || question === undefined) return row;
    return [...row, ...indent(wrap(instructions(question, style), width - 4), 4)];
  });
  const rule = symbol("rule", style).repeat(Math.max(...[...head, ...lines].map(lineWidth)));
  return [
    ...wrap([span(say("terminal.keys-title", style), "heading")], width),
    [],
    ...head,
    [span(rule, "muted")],
    ...lines,
  ];
}

function keyCells(question: StatedQuestion, style: TerminalStyle, beside: boolean): Cell[] {
  const names = question.keys.map((key) => show(key, style)).join("\n");
  return [
    { spans: [span(names, "code")] },
    { spans: [span(kindName(question.kind, style))] },
    { spans: [span(points(question.points, style))] },
    ...(beside ? [{ spans: instructions(question, style) }] : []),
  ];
}

function instructions(question: StatedQuestion, style: TerminalStyle): Span[] {
  const asked = question.prompt === undefined ? [] : [...phrase(question.prompt, style), span("\n")];
  return [...asked, ...phrase(question.describe, style)];
}

/** A short Markdown text with formulas, as running text. */
function phrase(source: string, style: TerminalStyle): Span[] {
  return markdownTokens(source).flatMap((token, at) => [
    ...(at === 0 ? [] : [span(" ")]),
    ...inlineSpans(("tokens" in token && token.tokens) || [token], style),
  ]);
}

function kindName(kind: string, style: TerminalStyle): string {
  return kinds.find(({ name }) => name === kind)?.label.in(style.language) ?? show(kind, style);
}

function example(exercise: StatedExercise, style: TerminalStyle): Line[] {
  if (exercise.questions.length === 0) return [];
  const width = textWidth(style);
  const sheet = { exercise: exercise.id, student: "ab12cde", answers: exampleAnswers(exercise.questions) };
  const lines = prettyJson(sheet, width - 2)
    .split("\n")
    .flatMap((line) => wrap([span(showSpaced(line, style))], width - 2, { hanging: 6 }));
  return [...wrap([span(say("terminal.example-title", style), "heading")], width), [], ...indent(lines, 2)];
}

type Nested = { [key: string]: unknown };

/** The examples under their dotted keys, nested. Objects have no prototype, so that any key is only a key. */
function exampleAnswers(questions: readonly StatedQuestion[]): Nested {
  const answers = emptyObject();
  for (const { keys: names, example: value } of questions) {
    for (const name of names) {
      const own = names.length > 1 && isRecord(value) ? value[name] : value;
      place(answers, name.split("."), own);
    }
  }
  return answers;
}

function place(target: Nested, path: readonly string[], value: unknown): void {
  const [first = "", ...rest] = path;
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inner = target[first];
  const nested = isRecord(inner) ? inner : emptyObject();
  target[first] = nested;
  place(nested, rest, value);
}

function emptyObject(): Nested {
  return Object.create(null) as Nested;
}

function isRecord(value: unknown): value is Nested {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function next(commands: readonly string[], style: TerminalStyle): Line[] {
  const shown = commands.map((command) => show(command, style));
  return nextStep(say("terminal.next-init", style), shown, style);
}
