/** The numbers that known mistakes lead to: the question asked once more of the model computed with the mistake. */

import type { Derivation } from "../../exercises/derivation.ts";
import type { Concern } from "../../mistakes/mistake.ts";
import { attempt, isSmall, possibleMistakes } from "../../mistakes/possible.ts";
import { Computation } from "./computation.ts";
import { accepts, type NumberMistake, type NumberTask } from "./judge.ts";
import type { NumberQuestion, NumberReference } from "./question.ts";
import { numberNode, numberValue } from "./reference.ts";
import { type RoundedValue, usuallyRounded } from "./rounding.ts";

/**
 * The values that known mistakes lead to. Those that make the model impossible lead to none, and those that cannot be
 * told from the right value at the precision that is asked for are left out.
 */
export function numberMistakes(
  right: Derivation,
  { reference }: NumberQuestion,
  task: NumberTask,
  exact: number,
): readonly NumberMistake[] {
  const steps = "stored" in reference ? reference.stored.steps : undefined;
  if (right.exercise.model === undefined || "number" in reference || !isSmall(right, reference, steps)) return [];
  const concerns: readonly Concern[] =
    "stored" in reference ? ["count"] : "gradient" in reference ? ["derivative", "value"] : ["value"];
  return possibleMistakes(right, ...concerns)
    .filter(({ variation }) => variation.atOneStep !== true)
    .flatMap(({ variation: _, wrong, ...named }): NumberMistake[] => {
      const value = attempt(() => numberValue(wrong(), reference));
      if (value === undefined || !Number.isFinite(value) || cannotBeTold(value, exact, task)) return [];
      // A mistake that leaves nothing to count or to differentiate is nobody's.
      if (value === 0 && !("value" in reference)) return [];
      let values: readonly RoundedValue[] | undefined;
      const rounded = () => (values ??= roundedValues(wrong(), reference, task));
      return [{ ...named, value, ...(!("stored" in reference) && { rounded }) }];
    });
}

function roundedValues(wrong: Derivation, reference: NumberReference, task: NumberTask): readonly RoundedValue[] {
  const place = numberNode(wrong, reference);
  return place === undefined ? [] : [...usuallyRounded(new Computation(wrong, place), task.tolerance)];
}

/** Whether a value, rounded as asked, would pass for the right one. */
function cannotBeTold(value: number, exact: number, task: NumberTask): boolean {
  const { tolerance } = task;
  const shown =
    "decimals" in tolerance
      ? Number(value.toFixed(Math.min(tolerance.decimals, 100)))
      : "significantFigures" in tolerance
        ? Number(value.toPrecision(tolerance.accuracy ?? tolerance.significantFigures))
        : value;
  return [shown, value].some((one) => accepts({ value: one }, { value: exact }, task));
}
