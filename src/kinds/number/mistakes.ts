/** The numbers that known mistakes lead to: the question asked once more of the model computed with the mistake. */

import { once } from "../../engine/memo.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { changesDerivative } from "../../mistakes/links.ts";
import type { Concern } from "../../mistakes/mistake.ts";
import { attempt, isSmall, type PossibleMistake, possibleMistakes } from "../../mistakes/possible.ts";
import { type Computation, computationOf, numberValue } from "./computation.ts";
import { accepts, type NumberMistake, type NumberTask } from "./judge.ts";
import type { NumberQuestion, NumberReference } from "./question.ts";
import { roundedOnTheWay, usual } from "./rounding.ts";

/** A known mistake, and the number that it makes of the right one; undefined where it makes the model impossible. */
interface MistakenNumber {
  readonly made: PossibleMistake;
  readonly value: number | undefined;
}

/** The known mistakes that have a place in a question; the same ones in the same order whatever the numbers of its cases. */
export function mistakenNumbers(right: Derivation, { reference }: NumberQuestion): readonly MistakenNumber[] {
  const steps = "stored" in reference ? reference.stored.steps : undefined;
  if (right.exercise.model === undefined || "number" in reference || !isSmall(right, reference, steps)) return [];
  const concerns: readonly Concern[] =
    "stored" in reference ? ["count"] : "gradient" in reference ? ["derivative", "value"] : ["value"];
  const asked = "gradient" in reference && { derivative: reference.gradient, wrt: reference.wrt };
  const isChanged = asked ? changesDerivative(right, asked) : () => true;
  return possibleMistakes(right, ...concerns)
    .filter(({ variation }) => variation.atOneStep !== true && isChanged(variation))
    .map((made) => ({ made, value: attempt(() => numberValue(made.wrong(), reference)) }));
}

/**
 * The values that known mistakes lead to. Those that make the model impossible lead to none, and those that cannot be
 * told from the right value at the precision that is asked for are left out.
 */
export function numberMistakes(
  right: Derivation,
  question: NumberQuestion,
  task: NumberTask,
  exact: number,
): readonly NumberMistake[] {
  const { reference } = question;
  return mistakenNumbers(right, question).flatMap(({ made, value }): NumberMistake[] => {
    const { variation, wrong, ...named } = made;
    if (value === undefined || !Number.isFinite(value) || accepts({ value }, { value: exact }, task)) return [];
    // A mistake that leaves nothing to count or to differentiate is nobody's.
    if (value === 0 && !("value" in reference)) return [];
    const computation = () => computationOf(wrong(), reference) as Computation;
    const rounded = once(() => [...roundedOnTheWay(computation(), task.tolerance, usual)]);
    if ("stored" in reference) return [{ ...named, value }];
    // One about the model or its numbers shows everywhere, one about what is asked in this answer alone.
    const isGeneral = (variation.model ?? variation.values) !== undefined && variation.asked === undefined;
    const elsewhere = (other: NumberReference) =>
      isGeneral && "value" in other ? attempt(() => numberValue(wrong(), other)) : undefined;
    return [{ ...named, value, rounded, elsewhere }];
  });
}
