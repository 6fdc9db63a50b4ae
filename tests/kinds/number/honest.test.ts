/** Random small models: what honest rounding reaches passes, and nothing else does, both found by brute force. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Derivation } from "../../../src/exercises/derivation.ts";
import type { Exercise } from "../../../src/exercises/exercise.ts";
import { grade } from "../../../src/grading/grade.ts";
import { leavesDifficulty, type Stated } from "../../../src/kinds/number/carried.ts";
import { computationOf } from "../../../src/kinds/number/computation.ts";
import type { NumberQuestion } from "../../../src/kinds/number/question.ts";
import { exerciseFromData } from "../../../src/kinds/read.ts";
import { exerciseOf, rounded, run, type Small, ways } from "./brute.ts";

const decimal = (most: number) => fc.integer({ min: -100 * most, max: 100 * most }).map((n) => n / 100);
const small = (steps: number): fc.Arbitrary<Small> =>
  fc.record({
    activation: fc.constantFrom("tanh" as const, "sigmoid" as const, "relu" as const),
    w: decimal(2),
    u: decimal(1.5),
    c: decimal(0.5),
    x: fc.array(decimal(1.5), { minLength: steps, maxLength: steps }),
    h0: decimal(1),
  });
const options = { seed: 20, numRuns: 20 };

function verdictOf(exercise: Exercise, answers: Record<string, string>, id: string): string | undefined {
  return grade(exercise, { answers }).items.find((item) => item.id === id)?.verdict;
}

/** Whether `text` rounds as a value between two ends does, half-way numbers either way; undefined too near to tell. */
function isRounding(text: string, [low, high]: readonly [number, number], asked: number): boolean | undefined {
  const unit = 10 ** -asked;
  const nearest = Math.min(Math.max(Number(text), low), high);
  const distances = [Math.floor(nearest / unit), Math.ceil(nearest / unit)].map((whole) =>
    Math.max(Math.abs(Number(text) / unit - whole), Math.abs(nearest / unit - whole)),
  );
  return distances.some((one) => Math.abs(one - 0.5) < 1e-6) ? undefined : Math.min(...distances) < 0.5;
}

describe("rounding on the way", () => {
  /** All that is reached by rounding on the way, the exact value first. */
  function reached(model: Small, target: string, asked: number): readonly number[] {
    const rounding = [0, 1, 2, 3].flatMap((finer) => ways.map((way) => [way, asked + finer] as const));
    const all = [["none", 0] as const, ...rounding];
    return all.map(([way, k]) => run(model, target, new Map(), way, k).get(target) as number);
  }

  it.each(["h2", "L"])("reaches %s", (target) => {
    fc.assert(
      fc.property(small(2), fc.integer({ min: 2, max: 3 }), fc.integer({ min: 0, max: 4 }), (model, asked, more) => {
        const exercise = exerciseFromData(exerciseOf(model, { decimals: asked }));
        const shown = asked + more;
        const values = reached(model, target, asked);
        const exact = values[0] as number;
        const unit = 10 ** -shown;
        const texts = new Set(values.map((value) => value.toFixed(shown)));
        for (let off = -6; off <= 6; off++) texts.add((exact + off * unit).toFixed(shown));
        for (const text of texts) {
          const fits = values.map((value) => isRounding(text, [value, value], asked));
          if (fits.includes(undefined)) continue;
          const expected = fits.includes(true) ? "correct" : "incorrect";
          expect([text, verdictOf(exercise, { [target]: text }, target)]).toEqual([text, expected]);
        }
      }),
      options,
    );
  });
});

describe("what follows from a wrong value", () => {
  const half = (decimals: number) => 0.5 * 10 ** -decimals;

  /** Whether the wrong answers leave anything to compute of `target`: honest students can't know. */
  function isWorth(exercise: Exercise, target: string, values: Record<string, string>, wrong: readonly string[]) {
    const derivation = new Derivation(exercise);
    const question = exercise.questions.find(({ id }) => id === target) as NumberQuestion;
    const computation = computationOf(derivation, question.reference);
    if (computation === undefined) throw new Error(target);
    const stated = Object.entries(values)
      .filter(([name]) => name !== target && (target === "L" || name < target))
      .map(([name, text]): Stated => {
        const value = Number(text);
        return {
          name,
          value,
          isRight: !wrong.includes(name),
          isCarried: false,
          unrounded: value,
          from: value,
          to: value,
        };
      });
    return leavesDifficulty(computation, stated, { decimals: 2 });
  }

  it("is h2 from any h1 that rounds to the stated one, and nothing else", () => {
    fc.assert(
      fc.property(
        small(2),
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        fc.integer({ min: 2, max: 4 }),
        (model, h1, shown) => {
          const exercise = exerciseFromData(exerciseOf(model, { decimals: 2 }));
          const stated = h1.toFixed(2);
          const right = run(model, "L");
          if (verdictOf(exercise, { h1: stated }, "h1") === "correct") return;
          if (!isWorth(exercise, "h2", { h1: stated }, ["h1"])) return;
          const at = (value: number) => run(model, "h2", new Map([["h1", value]])).get("h2") as number;
          const grid = Array.from({ length: 101 }, (_, i) => at(Number(stated) + half(2) * (i / 50 - 1)));
          const range = [Math.min(...grid), Math.max(...grid)] as const;
          const rounding = ways.flatMap((way) =>
            [2, 3, 4, 5].map((k) => run(model, "h2", new Map([["h1", Number(stated)]]), way, k).get("h2") as number),
          );
          for (let off = -6; off <= 6; off++) {
            const text = (at(Number(stated)) + off * 10 ** -shown).toFixed(shown);
            const fits = [isRounding(text, range, 2), ...rounding.map((value) => isRounding(text, [value, value], 2))];
            const alone = verdictOf(exercise, { h2: text }, "h2");
            if (alone === "correct" || fits.includes(undefined)) continue;
            const expected = fits.includes(true) ? "correct" : "incorrect";
            expect([stated, text, verdictOf(exercise, { h1: stated, h2: text }, "h2"), right.get("h2")]).toEqual([
              stated,
              text,
              expected,
              right.get("h2"),
            ]);
          }
        },
      ),
      options,
    );
  });

  const students = {
    "who calculate on with what they state": (r: number, _: number) => [r, r],
    "who calculate on without rounding": (_: number, u: number) => [u, u],
    "who use stated values for the next state only": (r: number, u: number) => [r, u],
  };

  /** h2 follows from a wrong h1 = 0, and is right only as it is rounded. */
  const lucky: Small = { activation: "tanh", w: -0.77, u: -1.06, c: 0.01, x: [0, 1.05, 1.37, 0.02], h0: 0.03 };

  it.each(Object.entries(students))("is right for students %s", (_, use) => {
    fc.assert(
      fc.property(small(4), fc.double({ min: -0.95, max: 0.95, noNaN: true }), (model, wrong) => {
        const exercise = exerciseFromData(exerciseOf(model, { decimals: 2 }));
        const answers: Record<string, string> = {};
        let before = wrong;
        let loss = 0;
        for (const [i] of model.x.entries()) {
          const name = `h${i + 1}`;
          const value = i === 0 ? wrong : (run(model, "", new Map([[`h${i}`, before]])).get(name) as number);
          answers[name] = value.toFixed(2);
          const [next = 0, summed = 0] = use(rounded(value, 2), value);
          before = next;
          loss += summed ** 2;
        }
        answers.L = loss.toFixed(2);
        const items = grade(exercise, { answers }).items;
        if (items[0]?.verdict === "correct") return;
        const incorrect = items.filter(({ verdict }) => verdict !== "correct").map(({ id }) => id);
        const isRight = (id: string) => verdictOf(exercise, { [id]: answers[id] ?? "" }, id) === "correct";
        const known = Object.keys(answers).filter((id) => !isRight(id));
        for (const id of incorrect.slice(1)) {
          const { [id]: own, ...others } = answers;
          if (isWorth(exercise, id, others, known)) expect([id, own, answers]).toBe("right");
        }
      }),
      { seed: 7, numRuns: 15, examples: [[lucky, 0.003]] },
    );
  });

  it("is never a loss that no states make which round to the stated ones", () => {
    fc.assert(
      fc.property(
        small(3),
        fc.array(fc.double({ min: -1.2, max: 1.2, noNaN: true }), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: -3, max: 3 }),
        (model, states, off) => {
          const exercise = exerciseFromData(exerciseOf(model, { decimals: 2 }));
          const stated = states.map((h) => Number(h.toFixed(2)));
          const square = (h: number, end: number) => Math.max(Math.abs(h) + end * half(2), 0) ** 2;
          const sum = (end: number) => stated.reduce((total, h) => total + square(h, end), 0);
          // Nothing is asked of what is rounded in the sum itself: three squares, half a unit each.
          const [low, high] = [sum(-1) - 3 * half(2), sum(1) + 3 * half(2)];
          const answers = Object.fromEntries(stated.map((h, i) => [`h${i + 1}`, h.toFixed(2)]));
          const L = ((off < 0 ? low : high) + off * 0.01 + Math.sign(off) * 0.006).toFixed(2);
          if (off === 0 || verdictOf(exercise, { L }, "L") === "correct") return;
          const anyRight = Object.keys(answers).some(
            (id) => verdictOf(exercise, { [id]: answers[id] ?? "" }, id) === "correct",
          );
          if (!anyRight)
            expect([answers, L, verdictOf(exercise, { ...answers, L }, "L")]).toEqual([answers, L, "incorrect"]);
        },
      ),
      options,
    );
  });
});
