/** Says in an author's words why a model, or a reference to it, cannot be computed. */

import type { ModelError } from "../engine/model.ts";
import { calls } from "../engine/operations/table.ts";
import type { Exercise } from "./exercise.ts";
import { didYouMean } from "./problem.ts";

export function modelProblem(error: ModelError, exercise: Exercise): string {
  const name = String(error.params.name ?? "");
  const equation = String(error.params.equation ?? "");
  if (error.code === "model.unknown-case") {
    const cases = Object.keys(exercise.cases);
    return `there is no case ${name}${cases.length === 0 ? "" : `, only ${cases.join(", ")}`}.${didYouMean(name, cases)}`;
  }
  const message = error.told.in("en");
  if (error.code !== "model.unknown-name") return message;
  const known = quantitiesOf(exercise);
  if (name === "t")
    return `t stands in indices only, as in h[t-1]. Numbers that depend on t are an input whose values a case gives: x: "t".`;
  // Anything else is a name in a question.
  if (!exercise.model?.equations.some(({ text }) => text === equation))
    return `the model has no quantity ${name}, only ${known.join(", ")}.${didYouMean(name, known)}`;
  if (isCalled(name, equation))
    return `there is no function ${name}, and no quantity of that name.${didYouMean(name, calls.keys())}`;
  return `${message}${didYouMean(name, known)}`;
}

function quantitiesOf({ model }: Exercise): readonly string[] {
  const computed = model?.equations.map(({ family }) => family) ?? [];
  return [...new Set([...(model?.parameters ?? []), ...(model?.inputs ?? []), ...computed])];
}

function isCalled(name: string, equation: string): boolean {
  const at = equation.indexOf(`${name}(`);
  return at >= 0 && !/\w/.test(equation.charAt(at - 1));
}
