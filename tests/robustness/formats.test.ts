/** A right number stays right however it is written. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { grade } from "../../src/grading/grade.ts";
import { exerciseFromData } from "../../src/kinds/read.ts";

function exerciseFor(value: number, tolerance: object): Exercise {
  const reference = { number: `(${String(value)})` };
  const question = { id: "q", kind: "number", points: 1, reference, tolerance };
  return exerciseFromData({ id: "formats", title: "-", statement: "-", questions: [question] });
}

const verdict = (exercise: Exercise, answer: unknown) => grade(exercise, { answers: { q: answer } }).items[0]?.verdict;

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

describe("a right number", () => {
  it.each([0, 1, 2, 4, 6])("rounded to %d decimals or more is right in any spelling", (decimals) => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 4 }), fc.constantFrom(...spellings), (value, more, spell) => {
        expect(verdict(exerciseFor(value, { decimals }), spell(value.toFixed(decimals + more)))).toBe("correct");
      }),
      { numRuns: 300 },
    );
  });

  it.each(["exactly", "atLeast"])("shown to the figures asked for, %s, is right", (digits) => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), (value, significantFigures) => {
        const exercise = exerciseFor(value, { significantFigures, digits });
        expect(verdict(exercise, value.toExponential(significantFigures - 1))).toBe("correct");
        expect(verdict(exercise, value.toPrecision(significantFigures))).toBe("correct");
      }),
      { numRuns: 300 },
    );
  });

  it("is right at the edges of an absolute or relative tolerance, and wrong beyond them", () => {
    fc.assert(
      fc.property(values, fc.double({ min: 1e-3, max: 0.5, noNaN: true }), fc.constantFrom(1, -1), (value, d, sign) => {
        const relative = exerciseFor(value, { relative: d });
        expect(verdict(relative, value * (1 + sign * d * 0.999999))).toBe("correct");
        expect(verdict(relative, value * (1 + sign * d * 1.00001))).toBe("incorrect");
        const absolute = exerciseFor(value, { absolute: d });
        expect(verdict(absolute, value + sign * d * 0.999)).toBe("correct");
        expect(verdict(absolute, value + sign * d * 1.001)).toBe("incorrect");
      }),
      { numRuns: 300 },
    );
  });

  it("is wrong when its last digit is moved by two", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 6 }), fc.constantFrom(2, -2), (value, decimals, by) => {
        const moved = (Number(value.toFixed(decimals)) + by * 10 ** -decimals).toFixed(decimals);
        expect(verdict(exerciseFor(value, { decimals }), moved)).toBe("incorrect");
      }),
      { numRuns: 300 },
    );
  });
});
