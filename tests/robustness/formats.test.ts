/** A right number stays right however it is written. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { grade } from "../../src/grading/grade.ts";
import { exerciseFromData } from "../../src/kinds/read.ts";

interface Case {
  readonly tolerance: object;
  readonly answer: unknown;
}

/** The verdicts on answers to as many questions, each with `value` as its reference and a tolerance of its own. */
function verdicts(value: number, cases: readonly Case[]): readonly (string | undefined)[] {
  const reference = { number: `(${String(value)})` };
  const questions = cases.map(({ tolerance }, i) => ({ id: `q${i}`, kind: "number", points: 1, reference, tolerance }));
  const exercise = exerciseFromData({ id: "formats", title: "-", statement: "-", questions });
  const answers = Object.fromEntries(cases.map(({ answer }, i) => [`q${i}`, answer]));
  return grade(exercise, { answers }).items.map(({ verdict }) => verdict);
}

function expectAll(verdict: string, value: number, cases: readonly Case[]): void {
  expect(verdicts(value, cases), JSON.stringify(cases)).toEqual(cases.map(() => verdict));
}

/** Ways to write a decimal number that change nothing. */
const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace("-", "−"),
  (text) => `  ${text} `,
  (text) => `≈ ${text}`,
  (text) => `x = ${text}`,
  (text) => `(${text})`,
  (text) => `${text}e0`,
  (text) => `${text}*10^0`,
  (text) => `${text}·10⁰`,
  (text) => `$${text}$`,
  (text) => (/\.\d{3}$/.test(text) ? text : text.replace(".", ",")),
];

const values = fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((x) => Math.abs(x) > 1e-4);
const runs = { numRuns: 50 };

test("rounded to the decimals asked for or more, a right number is right in any spelling", () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 4 }), (value, more) => {
      const cases = [0, 1, 2, 4, 6].flatMap((decimals) =>
        spellings.map((spell) => ({ tolerance: { decimals }, answer: spell(value.toFixed(decimals + more)) })),
      );
      expectAll("correct", value, cases);
    }),
    runs,
  );
});

test("shown to the figures asked for, a right number is right", () => {
  fc.assert(
    fc.property(values, (value) => {
      const cases = ["exactly", "atLeast"].flatMap((digits) =>
        [1, 2, 3, 4, 6, 9].flatMap((significantFigures) => {
          const tolerance = { significantFigures, digits };
          const ways = [value.toExponential(significantFigures - 1), value.toPrecision(significantFigures)];
          return ways.map((answer) => ({ tolerance, answer }));
        }),
      );
      expectAll("correct", value, cases);
    }),
    runs,
  );
});

test("a number is right at the edges of an absolute or relative tolerance, and wrong beyond them", () => {
  fc.assert(
    fc.property(values, fc.double({ min: 1e-3, max: 0.5, noNaN: true }), (value, d) => {
      const [relative, absolute] = [{ relative: d }, { absolute: d }];
      const at = (relativeTo: number, absoluteTo: number) => [
        { tolerance: relative, answer: value * (1 + d * relativeTo) },
        { tolerance: absolute, answer: value + d * absoluteTo },
      ];
      expectAll("correct", value, [...at(0.999999, 0.999), ...at(-0.999999, -0.999)]);
      expectAll("incorrect", value, [...at(1.00001, 1.001), ...at(-1.00001, -1.001)]);
    }),
    runs,
  );
});

test("a number is wrong when its last digit is moved by two", () => {
  fc.assert(
    fc.property(values, (value) => {
      const cases = [0, 1, 2, 3, 4, 5, 6].flatMap((decimals) =>
        [2, -2].map((by) => ({
          tolerance: { decimals },
          answer: (Number(value.toFixed(decimals)) + by * 10 ** -decimals).toFixed(decimals),
        })),
      );
      expectAll("incorrect", value, cases);
    }),
    runs,
  );
});
