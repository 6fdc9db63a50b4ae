/** The other views: golden files, and what holds for any input. */

import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { errorView } from "../../src/cli/terminal/errorView.ts";
import { type ListedExercise, listView } from "../../src/cli/terminal/listView.ts";
import { progressLine } from "../../src/cli/terminal/progressLine.ts";
import { statementView } from "../../src/cli/terminal/statementView.ts";
import type { TerminalStyle } from "../../src/cli/terminal/style.ts";
import { traceView } from "../../src/cli/terminal/traceView.ts";
import * as statements from "./statements.ts";
import { golden, goldenStyles, plain, readable } from "./styles.ts";
import * as traces from "./traces.ts";

const exercises: readonly ListedExercise[] = [
  { id: "ex1", title: "Computation graph of two time steps", points: 6, questions: 1, source: "built in" },
  {
    id: "ex6",
    title: "Loss for two parameter sets and the start of a training",
    points: 9,
    questions: 8,
    source: "built in",
  },
];
const own: ListedExercise = {
  id: "gru-gates",
  title: "門のある回路",
  points: 2.5,
  questions: 12,
  source: "course/gru/exercise.yaml",
};

const errors = {
  tab: {
    message: "A comma or } was expected here.",
    file: "answer.json",
    line: 3,
    column: 8,
    sourceLine: '\t"日": 1 "h2": 2',
    advice: "Put a comma between the two entries, then run again:",
    command: "rnn-check ex6 answer.json",
  },
  cut: {
    message: "This character does not belong here.",
    line: 1,
    column: 160,
    sourceLine: `{ "reason": "${"many words ".repeat(12)}" ; "next": "${"and more words ".repeat(10)}" }`,
  },
  end: { message: "The file ends too early.", file: "answer.json", line: 9, column: 4, sourceLine: " } " },
  bare: {
    message: "There is no exercise “ex66”; did you mean “ex6”?",
    advice: "See all exercises:",
    command: "rnn-check list",
  },
};

const progress = {
  start: { done: 0, total: 10_000, rate: 0, secondsLeft: Number.POSITIVE_INFINITY, invalid: 0 },
  middle: { done: 1234, total: 10_000, rate: 853.2, secondsLeft: 130, invalid: 3 },
  slow: { done: 5, total: 100_000, rate: 0.5, secondsLeft: 200_000, invalid: 0 },
  end: { done: 10_000, total: 10_000, rate: 853, secondsLeft: 0, invalid: 1200 },
};

const views: Readonly<Record<string, (style: TerminalStyle) => string>> = {
  list: (style) => listView(exercises, style),
  "list-sources": (style) => listView([...exercises, own], style),
  "trace-saturated": (style) => traceView(traces.saturatedTrace, style),
  "trace-long": (style) => traceView(traces.longTrace, style),
  "trace-wide": (style) => traceView(traces.wideTrace, style),
  "statement-ex6": (style) => statementView(statements.losses, style),
  "statement-sampler": (style) => statementView(statements.everything, style),
  errors: (style) =>
    Object.values(errors)
      .map((error) => errorView(error, style))
      .join("\n\n"),
  progress: (style) =>
    Object.values(progress)
      .map((state) => progressLine(state, style))
      .join("\n"),
};

describe.each(Object.entries(goldenStyles))("at %s", (name, style) => {
  test.each(Object.entries(views))("%s", async (view, show) => {
    const text = show(style);
    if (style.colorLevel === 0) expectFits(text, style);
    await expect(readable(text)).toMatchFileSnapshot(golden(view, name));
  });
});

function expectFits(text: string, style: TerminalStyle): void {
  for (const line of text.split("\n")) {
    expect(stringWidth(line, { countAnsiEscapeCodes: true })).toBeLessThanOrEqual(style.width);
    expect(line).toBe(line.trimEnd());
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not appear
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  }
}

test("every view fits every width", () => {
  for (let width = 40; width <= 200; width += 9) {
    for (const show of Object.values(views)) expectFits(show({ ...plain, width }), { ...plain, width });
  }
});

test("every step is shown where all are asked for", () => {
  const view = traceView({ ...traces.longTrace, full: true }, plain);
  expect(view.match(/^ *\d+ {3}/gm)).toHaveLength(101);
  expect(view).not.toContain("not shown");
});

test("no exercises", () => {
  expect(listView([], plain)).toBe("There are no exercises here.");
});

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.constantFrom("日本".repeat(60), "x".repeat(300), "\u001b[31mred", "\ta\tb", "👍🏽".repeat(40), ""),
);
const anyStyle: fc.Arbitrary<TerminalStyle> = fc.record({
  width: fc.integer({ min: 40, max: 200 }),
  colorLevel: fc.constant(0),
  unicode: fc.boolean(),
  language: fc.constantFrom("en", "de"),
});

test("any error fits, and its caret stands on a line of its own", () => {
  const anyError = fc.record(
    {
      message: anyText,
      file: anyText,
      line: fc.nat(1e6),
      column: fc.nat(400),
      sourceLine: anyText,
      advice: anyText,
      command: anyText,
    },
    { requiredKeys: ["message"] },
  );
  fc.assert(
    fc.property(anyError, anyStyle, (error, style) => {
      const view = errorView(error, style);
      expectFits(view, style);
      if (error.sourceLine !== undefined && error.column !== undefined) expect(view).toMatch(/^ +[│|] +\^$/m);
    }),
    { numRuns: 150 },
  );
});

test("a line of a megabyte is cut around the caret without being measured whole", () => {
  const view = errorView(
    { message: "Here.", line: 1, column: 500_001, sourceLine: `${"a".repeat(500_000)}X${"b".repeat(500_000)}` },
    plain,
  );
  expect(view.split("\n").at(-2)).toMatch(/^ {2}1 │ …a+Xb+…$/);
});

const markdownPieces =
  "# |- |* |> |1. |```\n|`|**|_|$|$$|\\|\n|\n\n|a word |\\frac{a}{b}|x_1|<b>|[a](b)|![a](b)||---|---|\n|    |日本語|&amp;|\u001b[31m|~~|https://example.org";
const anyMarkdown = fc.oneof(
  anyText,
  fc
    .array(fc.constantFrom(...markdownPieces.split("|"), "|", "| a | b |\n|---|---|\n| c | d |\n"), { maxLength: 30 })
    .map((parts) => parts.join("")),
);

test("any statement fits", () => {
  fc.assert(
    fc.property(anyMarkdown, anyText, anyStyle, (statement, text, style) => {
      const question = {
        id: text,
        kind: text,
        points: 1,
        keys: [text, text],
        example: { [text]: text },
        describe: statement,
      };
      expectFits(statementView({ id: text, title: text, statement, points: 1, questions: [question] }, style), style);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ["quotes", "> ".repeat(3000)],
  ["lists", "- ".repeat(3000)],
  ["emphasis", `${"*a ".repeat(2000)}${"*".repeat(2000)}`],
  ["brackets", "[".repeat(3000)],
])("deeply nested %s are shown somehow", (_, statement) => {
  const view = statementView({ ...statements.losses, statement: `${statement}end` }, plain);
  expectFits(view, plain);
  expect(view).toContain("end");
});

test("any numbers in a trace fit", () => {
  const numbers = fc.dictionary(fc.string({ maxLength: 12 }), fc.double(), { maxKeys: 4 });
  const sequence = fc.record({
    name: fc.string({ maxLength: 12 }),
    values: fc.array(fc.double(), { maxLength: 30 }).map((values) => new Map(values.map((value, at) => [at, value]))),
  });
  fc.assert(
    fc.property(
      numbers,
      fc.array(sequence, { maxLength: 12 }),
      anyStyle,
      fc.boolean(),
      (values, sequences, style, full) => {
        const trace = {
          ...traces.saturatedTrace,
          bindings: values,
          outputs: values,
          gradients: { z: values },
          sequences,
          full,
        };
        expectFits(traceView(trace, style), style);
      },
    ),
    { numRuns: 100 },
  );
});
