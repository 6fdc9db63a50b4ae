/** Every message about a known mistake, on every exercise: no placeholder may stay unfilled. */

import { describe, expect, it } from "vitest";
import { Derivation } from "../../src/exercises/derivation.ts";
import type { Question } from "../../src/exercises/exercise.ts";
import { formulaAt } from "../../src/formula/equal/formula.ts";
import { modelSpace } from "../../src/formula/equal/spaces.ts";
import { grade } from "../../src/grading/grade.ts";
import { expressionMistakes, expressionNode } from "../../src/kinds/expression/derived.ts";
import type { ExpressionQuestion } from "../../src/kinds/expression/question.ts";
import type { GraphQuestion } from "../../src/kinds/graph/kind.ts";
import { mistakenGraphs } from "../../src/kinds/graph/kind.ts";
import { type NamesQuestion, namesMistakes } from "../../src/kinds/names/kind.ts";
import { numberValue } from "../../src/kinds/number/computation.ts";
import { numberMistakes } from "../../src/kinds/number/mistakes.ts";
import type { NumberQuestion } from "../../src/kinds/number/question.ts";
import { possibleMistakes, toldMistakes } from "../../src/mistakes/possible.ts";
import { exercises } from "./exercises.ts";

const questions = [...exercises].flatMap(([id, exercise]) =>
  exercise.questions.map((question) => ({ id, exercise, question })),
);
const languages = ["en", "de"] as const;
const unfilled = /\{\w+[|}]/;

/** Answers that show the known mistakes of a question. */
function wrongAnswers(right: Derivation, question: Question): readonly unknown[] {
  switch (question.kind) {
    case "number": {
      const number = question as NumberQuestion;
      const exact = numberValue(right, number.reference);
      const task = { points: 1, tolerance: { absolute: 0 }, exactSuffices: false };
      return numberMistakes(right, number, task, exact).map(({ value }) => value);
    }
    case "names":
      return namesMistakes(right, question as NamesQuestion).map(({ set }) => set);
    case "graph":
      return mistakenGraphs(right, question as GraphQuestion).map(({ edges }) => edges);
    default:
      return [];
  }
}

describe.each(questions)("$id $question.id", ({ exercise, question }) => {
  it("fills its messages for every mistake", () => {
    for (const answer of wrongAnswers(new Derivation(exercise), question))
      for (const lang of languages) {
        const { items } = grade(exercise, { answers: { [question.id]: answer } }, { lang });
        for (const { message } of items.find(({ id }) => id === question.id)?.feedback ?? [])
          expect(message, JSON.stringify(answer)).not.toMatch(unfilled);
      }
  });
});

const formulas = questions.flatMap(({ question, ...rest }) =>
  question.kind === "expression" ? [{ ...rest, question: question as ExpressionQuestion }] : [],
);

describe.each(formulas)("$id $question.id", ({ exercise, question }) => {
  it("fills its messages for formulas", () => {
    const right = new Derivation(exercise);
    const { graph, node, unrolled } = expressionNode(right, question.reference);
    if (unrolled === undefined) return;
    const compared = { space: modelSpace(unrolled), formula: formulaAt(graph, node) };
    for (const named of [
      ...expressionMistakes(right, question.reference, compared),
      ...possibleMistakes(right, "derivative"),
    ])
      for (const lang of languages) expect(toldMistakes([named])[0]?.in(lang)).not.toMatch(unfilled);
  });
});
