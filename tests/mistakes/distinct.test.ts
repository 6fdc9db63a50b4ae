/** No known mistake may look like the right answer: neither at the values used nor as a formula or a list. */

import { describe, expect, it } from "vitest";
import { Derivation } from "../../src/exercises/derivation.ts";
import { compare } from "../../src/formula/equal/compare.ts";
import { formulaAt, valueAt } from "../../src/formula/equal/formula.ts";
import { modelSpace } from "../../src/formula/equal/spaces.ts";
import {
  expressionMistakes,
  expressionMistakesInOnePlace,
  expressionNode,
} from "../../src/kinds/expression/derived.ts";
import type { ExpressionQuestion } from "../../src/kinds/expression/question.ts";
import { type NamesQuestion, namesAlternatives, namesMistakes } from "../../src/kinds/names/kind.ts";
import { numberValue } from "../../src/kinds/number/computation.ts";
import { accepts } from "../../src/kinds/number/judge.ts";
import { numberMistakes } from "../../src/kinds/number/mistakes.ts";
import type { NumberQuestion } from "../../src/kinds/number/question.ts";
import { defaultTolerance, exactTolerance } from "../../src/kinds/number/tolerance.ts";
import { exercises } from "./exercises.ts";

const questions = [...exercises].flatMap(([id, exercise]) =>
  exercise.questions.map((question) => ({ id, exercise, question })),
);

describe("numbers", () => {
  const numbers = questions.flatMap(({ id, exercise, question }) =>
    question.kind === "number" ? [{ id, exercise, question: question as NumberQuestion }] : [],
  );
  it.each(numbers)("$id $question.id", ({ exercise, question }) => {
    const right = new Derivation(exercise);
    const exact = numberValue(right, question.reference);
    const tolerance = question.tolerance ?? ("stored" in question.reference ? exactTolerance : defaultTolerance);
    const task = { points: 1, tolerance, exactSuffices: false };
    for (const { code, value } of numberMistakes(right, question, task, exact))
      expect(accepts({ value }, { value: exact }, task), `${code} ${value}`).toBe(false);
  });
});

describe("formulas", () => {
  const formulas = questions.flatMap(({ id, exercise, question }) =>
    question.kind === "expression" ? [{ id, exercise, question: question as ExpressionQuestion }] : [],
  );
  it.each(formulas)("$id $question.id", ({ exercise, question }) => {
    const right = new Derivation(exercise);
    const { graph, node, unrolled } = expressionNode(right, question.reference);
    if (unrolled === undefined) return;
    const reference = { space: modelSpace(unrolled), formula: formulaAt(graph, node) };
    const mistakes = expressionMistakes(right, question.reference, reference);
    expect(mistakes.length).toBeGreaterThan(10);
    for (const { code, formula } of mistakes)
      expect(compare(reference.space, formula(), reference.formula).verdict, code).not.toBe("equal");
    if (!("derivative" in question.reference)) return;
    const inOnePlace = expressionMistakesInOnePlace(right, question.reference, reference);
    for (const index of [0, 1, 2]) {
      const point = reference.space.point(index, 0.75);
      for (const { code, formula } of inOnePlace(point, valueAt(reference.formula, point)))
        expect(compare(reference.space, formula(), reference.formula).verdict, code).not.toBe("equal");
    }
  });
});

describe("lists", () => {
  const lists = questions.flatMap(({ id, exercise, question }) =>
    question.kind === "names" ? [{ id, exercise, question: question as NamesQuestion }] : [],
  );
  it.each(lists)("$id $question.id", ({ exercise, question }) => {
    const right = new Derivation(exercise);
    const sets = namesAlternatives(right, question.reference).map((set) => [...set].sort().join());
    for (const { set } of namesMistakes(right, question)) expect(sets).not.toContain([...set].sort().join());
  });
});

describe("the saturated case", () => {
  it("shows hardly any mistake: those that change nothing there are dropped", () => {
    const right = new Derivation(exercises.get("ex6") as NonNullable<ReturnType<typeof exercises.get>>);
    const count = (id: string) => {
      const question = right.exercise.questions.find((q) => q.id === id) as NumberQuestion;
      const task = { points: 1, tolerance: question.tolerance ?? exactTolerance, exactSuffices: false };
      return numberMistakes(right, question, task, numberValue(right, question.reference)).length;
    };
    expect(count("set1.loss")).toBeLessThan(count("set2.loss"));
  });
});

it("takes no time where a model is long", () => {
  const ex = exercises.get("product") as NonNullable<ReturnType<typeof exercises.get>>;
  const model = { ...(ex.model as NonNullable<typeof ex.model>), steps: 100_000 };
  const question = ex.questions.find(({ id }) => id === "dW") as NumberQuestion;
  const task = { points: 1, tolerance: exactTolerance, exactSuffices: false };
  expect(numberMistakes(new Derivation({ ...ex, model }), question, task, 1)).toEqual([]);
});
