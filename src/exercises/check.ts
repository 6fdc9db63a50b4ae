/** Finds what is wrong with an exercise of the right shape: its model, its cases, the references of its questions. */

import { ModelError } from "../engine/model.ts";
import { caseProblems, declarationProblems } from "./declarations.ts";
import type { Derivation } from "./derivation.ts";
import type { Exercise, Question } from "./exercise.ts";
import { modelProblem } from "./modelProblem.ts";
import type { DataPath, Problem } from "./problem.ts";
import type { QuestionKind } from "./questionKind.ts";

/** Checks model, cases and questions in turn. @returns the questions with what only the model can tell, or what is wrong */
export function checked(
  derivation: Derivation,
  kinds: readonly QuestionKind[],
): { readonly questions: readonly Question[]; readonly problems: readonly Problem[] } {
  const { exercise } = derivation;
  const { model } = exercise;
  const problems = model === undefined ? [] : [...declarationProblems(model)];
  const run = (path: DataPath, compute: () => void) => {
    const error = modelErrorOf(compute);
    if (error) problems.push(placed(error, exercise, path));
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

function modelErrorOf(run: () => void): ModelError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
}

/** Errors that name an equation belong to that equation. */
function placed(error: ModelError, exercise: Exercise, path: DataPath): Problem {
  const text = error.params.equation;
  const found = exercise.model?.equations.find((equation) => equation.text === text);
  return {
    path: found === undefined ? path : ["model", "equations", found.target],
    message: modelProblem(error, exercise),
  };
}
