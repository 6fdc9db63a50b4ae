/** What known mistakes lead to on a given question: values, sets, drawings. Knows the list of mistakes, no answers. */

import type { Derivation } from "../exercises/derivation.ts";
import type { GraphQuestion, NamesQuestion, NumberQuestion, NumberReference } from "../exercises/exercise.ts";
import { graphEdges, namesAlternatives } from "../exercises/queries.ts";
import { numberNode, numberValue } from "../exercises/reference.ts";
import type { Concern } from "../mistakes/misconception.ts";
import { attempt, isSmall, mistakenDerivations } from "../mistakes/mistaken.ts";
import type { GraphReference } from "./graph/graph.ts";
import type { NamesReference } from "./names/names.ts";
import { roundedOnTheWay } from "./number/carriedError.ts";
import { accepts, type MistakenValue, type NumberTask, type RoundedValue } from "./number/number.ts";

/**
 * The values that known mistakes lead to. Those that make the model impossible lead to none, and those that cannot be
 * told from the right value at the precision that is asked for are left out.
 */
export function numberMistakes(
  right: Derivation,
  { reference }: NumberQuestion,
  task: NumberTask,
  exact: number,
): readonly MistakenValue[] {
  const steps = "stored" in reference ? reference.stored.steps : undefined;
  if (right.exercise.model === undefined || "number" in reference || !isSmall(right, reference, steps)) return [];
  const concerns: readonly Concern[] =
    "stored" in reference ? ["count"] : "gradient" in reference ? ["derivative", "value"] : ["value"];
  return mistakenDerivations(right, ...concerns)
    .filter(({ way }) => way.single !== true)
    .flatMap(({ code, unless, way, wrong }): MistakenValue[] => {
      const value = attempt(() => numberValue(wrong(), reference));
      if (value === undefined || !Number.isFinite(value) || cannotBeTold(value, exact, task)) return [];
      // A mistake that leaves nothing to count or to differentiate is nobody's.
      if (value === 0 && !("value" in reference)) return [];
      const { params } = way;
      let values: readonly RoundedValue[] | undefined;
      const rounded = () => (values ??= roundedValues(wrong(), reference, task));
      return [{ code, unless, value, ...(params && { params }), ...(!("stored" in reference) && { rounded }) }];
    });
}

function roundedValues(wrong: Derivation, reference: NumberReference, task: NumberTask): readonly RoundedValue[] {
  const place = numberNode(wrong, reference);
  return place === undefined ? [] : [...roundedOnTheWay(wrong, place, task.tolerance)];
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
  return accepts({ value: shown }, exact, task) || accepts({ value }, exact, task);
}

/** The lists of quantities that known mistakes lead to; those that are right themselves are left out. */
export function namesMistakes(
  right: Derivation,
  { reference }: NamesQuestion,
): NonNullable<NamesReference["mistakes"]> {
  if (right.exercise.model === undefined || "names" in reference) return [];
  const key = (names: readonly string[]) => [...new Set(names)].sort().join(" ");
  const rightSets = new Set(namesAlternatives(right, reference).map(key));
  return mistakenDerivations(right, "stored").flatMap(({ code, unless, way, wrong }) => {
    const set = attempt(() => namesAlternatives(wrong(), reference)[0]);
    if (set === undefined || set.length === 0 || rightSets.has(key(set))) return [];
    return [{ code, unless, ...(way.params && { params: way.params }), set }];
  });
}

/** The drawings that known mistakes lead to. */
export function graphMistakes(
  right: Derivation,
  { reference }: GraphQuestion,
): NonNullable<GraphReference["mistakes"]> {
  return mistakenDerivations(right, "drawing").flatMap(({ code, unless, wrong }) => {
    const edges = attempt(() => graphEdges(wrong(), reference));
    return edges === undefined ? [] : [{ code, unless, edges }];
  });
}
