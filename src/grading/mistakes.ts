/** What known mistakes lead to on a given question: values and formulas. Knows the list of mistakes, no answers. */

import type { ExpressionMistake } from "../answers/expression.ts";
import type { MistakenValue } from "../answers/number.ts";
import { type Formula, formulaOf } from "../engine/equivalence/spaces.ts";
import { ModelError } from "../engine/model.ts";
import { parse } from "../engine/parse.ts";
import { print } from "../engine/print.ts";
import { Derivation } from "../exercises/derivation.ts";
import type { ExpressionQuestion, NumberQuestion } from "../exercises/exercise.ts";
import { expressionNode, numberValue } from "../exercises/reference.ts";
import { type Misconception, misconceptions } from "./misconceptions.ts";

/** The exercise computed under each known mistake that has a place in it. */
function* mistakenDerivations(right: Derivation): Iterable<{ code: Misconception["code"]; wrong: Derivation }> {
  if (right.exercise.model === undefined) return;
  for (const { code, variations } of misconceptions)
    for (const variation of variations(right)) yield { code, wrong: new Derivation(right.exercise, variation) };
}

/** The values that known mistakes lead to; those that make the model impossible lead to none. */
export function* numberMistakes(right: Derivation, question: NumberQuestion): Iterable<MistakenValue> {
  if ("number" in question.reference) return;
  for (const { code, wrong } of mistakenDerivations(right)) {
    const value = attempt(() => numberValue(wrong, question.reference));
    if (value !== undefined && Number.isFinite(value)) yield { code, value };
  }
}

/**
 * The formulas that known mistakes lead to. They are taken as written, in the names of the right model: who forgets
 * the recurrence in a derivative still means the right h1 by h1.
 */
export function expressionMistakes(right: Derivation, question: ExpressionQuestion): readonly ExpressionMistake[] {
  const found: ExpressionMistake[] = [];
  for (const { code, wrong } of mistakenDerivations(right)) {
    const formula = attempt((): Formula | undefined => {
      const { graph, node } = expressionNode(wrong, question.reference);
      const written = parse(print(graph, node));
      return written.ok ? formulaOf(written.syntax) : undefined;
    });
    const share = question.partial?.[code];
    if (formula !== undefined) found.push({ code, formula, ...(share !== undefined && { share }) });
  }
  return found;
}

function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ModelError) return undefined;
    throw error;
  }
}
