/** Fresh numbers to practise with: the same for the same seed, never such that mistakes hide, and graded as they are. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Derivation } from "../../src/exercises/derivation.ts";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { trace } from "../../src/exercises/trace.ts";
import { grade } from "../../src/grading/grade.ts";
import { kinds } from "../../src/kinds/index.ts";
import { practice } from "../../src/kinds/practice.ts";
import { AuthoredText, exerciseFromData, readExercise } from "../../src/kinds/read.ts";

const root = new URL("../../exercises/", import.meta.url);
const varied = readdirSync(root)
  .filter((id) => existsSync(new URL(`${id}/exercise.yaml`, root)))
  .map((id) => readExercise(readFileSync(new URL(`${id}/exercise.yaml`, root), "utf8")))
  .filter(({ variants }) => variants !== undefined);
const ex6 = varied.find(({ id }) => id === "ex6") as Exercise;
const seeds = Array.from({ length: Number(process.env.SEEDS ?? 6) }, (_, i) => `seed ${i}`);

/** The mistakes that lead to a number that counts as wrong, by question. */
function shown(exercise: Exercise): ReadonlyMap<string, readonly string[]> {
  const derivation = new Derivation(exercise);
  const told = (one: Exercise["questions"][number]) => kinds[one.kind]?.toldApart?.(one, derivation) ?? [];
  return new Map(exercise.questions.map((one) => [one.id, told(one)]));
}

test("some exercises have variants", () => {
  expect(varied.map(({ id }) => id)).toEqual(expect.arrayContaining(["ex2", "ex6"]));
});

describe.each(varied.map((exercise) => [exercise.id, exercise] as const))("%s", (_, exercise) => {
  const own = shown(exercise);
  const drawn = seeds.map((seed) => practice(exercise, seed));

  test("draws what its author lists, and nothing else changes", () => {
    for (const { cases, seed: __, title: ___, statement: ____, ...rest } of drawn) {
      for (const { name, cases: taking, from } of exercise.variants ?? [])
        for (const place of taking) {
          const all = [cases[place]?.[name]].flat() as number[];
          for (const value of all) expect(from).toContain(value);
          expect(all).not.toContain(0);
        }
      const { cases: ours, title, statement, ...others } = exercise;
      expect(rest).toEqual(others);
      expect(Object.keys(cases)).toEqual(Object.keys(ours));
    }
  });

  test("gives other numbers for other seeds, the same for the same", () => {
    expect(new Set(drawn.map(({ cases }) => JSON.stringify(cases))).size).toBeGreaterThan(0.9 * seeds.length);
    expect(practice(exercise, seeds[0] as string)).toEqual(drawn[0]);
  });

  test("hides no mistake, and the answer that a reason is asked for stays", () => {
    for (const one of drawn) {
      const found = shown(one);
      const anywhere = new Set([...found.values()].flat());
      for (const [id, all] of own) {
        for (const mistake of all) expect(anywhere).toContain(mistake);
        expect(new Set(found.get(id)).size).toBeGreaterThanOrEqual(0.75 * new Set(all).size);
      }
      for (const name of Object.keys(one.cases))
        expect(Object.values(trace(one, { case: name }).outputs)).not.toContain(null);
    }
  });

  test("says the numbers below the statement, in both languages", () => {
    const [one = exercise] = drawn;
    expect(one.title.de).toMatch(/\(Übung seed 0\)$/);
    for (const lang of ["en", "de"] as const) {
      expect(one.statement[lang].startsWith(exercise.statement[lang])).toBe(true);
      for (const [name, values] of Object.entries(one.cases)) {
        expect(one.statement[lang]).toMatch(new RegExp(`^\\| +\\|.* ${name} \\|`, "m"));
        for (const quantity of Object.keys(values)) expect(one.statement[lang]).toContain(`\n| $${quantity}$ |`);
      }
    }
  });
});

describe("an answer to fresh numbers", () => {
  const drawn = practice(ex6, "ab12cde");
  const values = (name: string) => {
    const { outputs, values = {} } = trace(drawn, { case: name });
    return { h1: values.h1, h2: values.h2, loss: outputs.L };
  };
  const right = { set1: values("set1"), set2: values("set2"), better: 2 };

  test("gets full points where it is right for them, and names a mistake where not", () => {
    const { points, items } = grade(drawn, right);
    expect(points).toBe(7);
    expect(items.at(-1)?.verdict).toBe("missing");
    const { items: wrong } = grade(drawn, { ...right, better: 1 });
    expect(wrong.find(({ id }) => id === "better")?.verdict).toBe("incorrect");
    expect(grade(ex6, right).points).toBeLessThan(7);
  });

  test("is judged by the drawn numbers in words, too", () => {
    const text = JSON.stringify(ex6.questions.find(({ id }) => id === "reason"));
    expect(text).toContain("{L @ set2}");
    const loss = (right.set2.loss as number).toFixed(2);
    const slot = grade(drawn, {
      better: 2,
      reason: `set 2 has the loss ${loss} and set 1 ${(right.set1.loss as number).toFixed(2)}`,
    });
    expect(slot.items.at(-1)?.points).toBe(0);
  });

  test("is told where a sheet for practice is graded with the exercise's own numbers", () => {
    const sheet = (seed: unknown) => ({ exercise: "ex6", seed, answers: right });
    expect(grade(ex6, sheet("7")).warnings?.map(({ code }) => code)).toEqual(["submission.other-numbers"]);
    expect(grade(drawn, sheet("ab12cde")).warnings).toBeUndefined();
    expect(grade(drawn, sheet("ab12cde"))).toMatchObject({ seed: "ab12cde", points: 7 });
    expect(grade(ex6, { answers: right }).warnings).toBeUndefined();
  });
});

test.each(["", "7", "ab12cde", "Ünï ✓", "x".repeat(5000), "\u001b[31m{L}", "__proto__"])(
  "any text is a seed: %.9s",
  (seed) => {
    expect(practice(ex6, seed).cases).toEqual(practice(ex6, seed).cases);
  },
);

const base = {
  id: "own",
  title: "Own",
  model: { parameters: ["a"], inputs: ["x"], steps: 3, equations: { "h[t]": "a*h[t-1] + x[t]" } },
  cases: { one: { a: 2, x: [1, 2, 3], h0: 1 }, two: { like: "one", a: 3 }, far: { a: 1, x: "sin(t)", h0: 0 } },
  questions: [{ id: "h3", kind: "number", points: 1, reference: { value: "h3", case: "one" } }],
};

test("what is the same in several cases stays so; lists and formulas in t keep their length", () => {
  const own = exerciseFromData({
    ...base,
    variants: { a: [2, 3, 4, 5], "two.a": [7, 8], x: { each: [0.1, 0.9], step: 0.1 }, h_0: [1, 2] },
  });
  const apart = new Set<boolean>();
  for (const seed of seeds) {
    const { one = {}, two = {}, far = {} } = practice(own, seed).cases;
    expect([7, 8]).toContain(two.a);
    expect([one.x, one.h0]).toEqual([two.x, two.h0]);
    for (const value of one.x as number[]) expect([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]).toContain(value);
    expect((far.x as number[]).length).toBe(3);
    expect([2, 3, 4, 5]).toContain(far.a);
    apart.add(one.a === far.a).add(JSON.stringify(one.x) === JSON.stringify(far.x));
  }
  expect(apart).toContain(false);
});

test.each([
  [{ b: [1, 2] }, /variants\.b: no case gives b a number/],
  [{ "three.a": [1, 2] }, /no case gives three\.a a number/],
  [{ "one.toString": [1, 2] }, /no case gives one\.toString a number/],
  [{ a: [0, 1] }, /variants\.a: needs two numbers besides 0/],
  [{ a: [] }, /needs two numbers besides 0/],
  [{ a: 3 }, /variants\.a: must be/],
  [{ a: { each: [1, -1], step: 0.5 } }, /needs two numbers besides 0/],
  [{ a: { each: [0, 1], step: 0 } }, /must be more than 0/],
  [{ a: { each: [0, 1] } }, /step: is missing/],
  [{ a: ["x", 1] }, /must be a number/],
  [[], /must be a mapping/],
])("what can't be drawn from is refused: %j", (variants, message) => {
  expect(() => exerciseFromData({ ...base, variants })).toThrow(message);
});

test("a range holds the numbers that an author would write, without 0", () => {
  const own = exerciseFromData({ ...base, variants: { a: { each: [-1.2, 1.2], step: 0.1 } } });
  const all = own.variants?.[0]?.from.map(String) ?? [];
  expect([all.length, all[0], all[11], all[12]]).toEqual([24, "-1.2", "-0.1", "0.1"]);
  for (const one of all) expect(one).toMatch(/^-?[01](?:\.\d)?$/);
});

test.each([1e-300, 1e-6])("an enormous range by steps of %s is no enormous list", (step) => {
  const variants = { a: [1, 2], x: { each: [-1e9, 1e9], step } };
  const text = JSON.stringify({ ...base, variants });
  const from = () => readExercise(new AuthoredText(text)).variants?.[1]?.from;
  if (step < 1e-100) expect(from).toThrow(/needs two numbers/);
  else expect(from()?.length).toBe(1000);
});

test("numbers that hide mistakes are no practice", () => {
  // With a = 1, h3 is the sum of all inputs: their order can't be told.
  const own = exerciseFromData({ ...base, variants: { a: [1, 1.0000001] } });
  expect(() => practice(own, "1")).toThrow(/variants: no numbers drawn of these show all mistakes/);
});
