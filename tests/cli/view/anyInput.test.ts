/** What holds for any text and any number that a view may get. */

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { errorView } from "../../../src/cli/view/errorView.ts";
import { statementView } from "../../../src/cli/view/statementView.ts";
import type { TerminalStyle } from "../../../src/cli/view/style.ts";
import { traceView } from "../../../src/cli/view/traceView.ts";
import * as statements from "./statements.ts";
import { expectFits, plain } from "./styles.ts";
import * as traces from "./traces.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.constantFrom("日本".repeat(60), "x".repeat(300), "\u001b[31mred", "\ta\tb", "👍🏽".repeat(40), ""),
);
const anyStyle: fc.Arbitrary<TerminalStyle> = fc.record({
  width: fc.integer({ min: 40, max: 200 }),
  color: fc.constant(false),
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
    { numRuns: 60 },
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
    { numRuns: 60 },
  );
});

test.each([
  ["quotes", "> ".repeat(3000)],
  ["lists", "- ".repeat(3000)],
  ["emphasis", `${"*a ".repeat(2000)}${"*".repeat(2000)}`],
  ["brackets", "[".repeat(3000)],
])("deeply nested %s are shown somehow", (_, statement) => {
  const view = statementView({ ...statements.everything, statement: `${statement}end` }, plain);
  expectFits(view, plain);
  expect(view).toContain("end");
});

test("any numbers in a trace fit", () => {
  const numbers = fc.dictionary(fc.string({ maxLength: 12 }), fc.double(), { maxKeys: 4 });
  const sequence = fc
    .tuple(fc.string({ maxLength: 12 }), fc.array(fc.double(), { maxLength: 30 }))
    .map(([name, values]) => ({ name, from: 0, to: values.length - 1, at: (t: number) => values[t] }));
  fc.assert(
    fc.property(
      numbers,
      fc.array(sequence, { maxLength: 12 }),
      anyStyle,
      fc.boolean(),
      (values, sequences, style, full) => {
        const trace = { ...traces.short.trace, bindings: values, outputs: values, gradients: { z: values } };
        expectFits(traceView({ trace, sequences, numbers: {} }, { full }, style), style);
      },
    ),
    { numRuns: 100 },
  );
});
