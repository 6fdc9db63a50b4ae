/** Finds what is wrong with an exercise of the right shape: its model, its cases, the references of its questions. */

import { ModelError } from "../engine/model.ts";
import { calls } from "../engine/operations/table.ts";
import { caseProblems, declarationProblems } from "./declarations.ts";
import type { Derivation } from "./derivation.ts";
import type { Exercise, Question } from "./exercise.ts";
import { type DataPath, didYouMean, type Problem } from "./problem.ts";
import type { QuestionKind } from "./shapes.ts";

/** Checks model, cases and questions in turn. @returns the questions with what only the model can tell, or what is wrong */
export function checked(
  derivation: Derivation,
  kinds: readonly QuestionKind[],
): { readonly questions: readonly Question[]; readonly problems: readonly Problem[] } {
  const { exercise } = derivation;
  const { model } = exercise;
  const problems = model === undefined ? [] : [...declarationProblems(model)];
  const run = (path: DataPath, compute: () => void) => {
    try {
      compute();
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      problems.push(placed(error, exercise, path));
    }
  };
  if (problems.length === 0 && model !== undefined) run(["model", "equations"], () => void derivation.unrolled());
  if (problems.length > 0) return { questions: [], problems };
  problems.push(...caseProblems(derivation));
  const questions = exercise.questions.map((question, i) => {
    const kind = kinds.find(({ name }) => name === question.kind) as QuestionKind;
    const path = ["questions", i];
    let complete = question;
    run("reference" in question ? [...path, "reference"] : path, () => {
      for (const problem of kind.problems?.(question, derivation) ?? [])
        problems.push({ ...problem, path: [...path, ...problem.path] });
      complete = kind.complete?.(question, derivation) ?? question;
    });
    return complete;
  });
  return { questions, problems };
}

/** Errors that name an equation belong to that equation. */
function placed(error: ModelError, exercise: Exercise, path: DataPath): Problem {
  const found = exercise.model?.equations.find(({ text }) => text === error.params.equation);
  return {
    path: found === undefined ? path : ["model", "equations", found.target],
    message: inAuthorsWords(error, exercise, found?.text),
  };
}

/** Why a model, or a reference to it, cannot be computed. */
function inAuthorsWords(error: ModelError, exercise: Exercise, equation?: string): string {
  const name = String(error.params.name ?? "");
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
  if (equation === undefined)
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
