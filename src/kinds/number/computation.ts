/** The right value of a number question, and the same computed again: from stated values, or with rounding on the way. */

import type { EvaluateOptions } from "../../engine/evaluate.ts";
import { below, DEFINITION, type Node } from "../../engine/graph.ts";
import { printName } from "../../engine/print.ts";
import type { Unrolled } from "../../engine/unroll.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { constantValue } from "../../exercises/exercise.ts";
import type { Problem } from "../../exercises/problem.ts";
import { lackingValues } from "../../exercises/queries.ts";
import type { NumberReference } from "./question.ts";

/** A number that has its place in a model's graph, so that it can be computed again from other values. */
export interface Computation {
  readonly derivation: Derivation;
  readonly unrolled: Unrolled;
  readonly target: Node;
  readonly caseName: string | undefined;
  /** Stated values by node: what they are computed from does not matter any more. */
  readonly stated?: ReadonlyMap<Node, number>;
}

/** How a number question's value is computed, from the right values; undefined for counts and literals. */
export function computationOf(
  derivation: Derivation,
  reference: NumberReference,
  through: "input" | "output" = "input",
): Computation | undefined {
  if ("value" in reference) {
    const { unrolled, node } = derivation.formula(reference.value, derivation.stepsIn(reference.case));
    return { derivation, unrolled, target: node, caseName: reference.case };
  }
  if (!("gradient" in reference)) return undefined;
  const steps = derivation.stepsIn(reference.case);
  const { unrolled, nodes } = derivation.gradient(reference.gradient, [reference.wrt], steps, through, reference);
  return { derivation, unrolled, target: nodes[0] as Node, caseName: reference.case };
}

/** The same number from values that a student stated. */
export function withStated(way: Computation, stated: readonly { name: string; value: number }[]): Computation {
  return withValues(way, ...stated.map(({ name, value }) => [way.unrolled.node(name), value] as const));
}

/** The same number from these values, instead of stated ones where both are given. */
export function withValues(computation: Computation, ...values: readonly (readonly [Node, number])[]): Computation {
  return { ...computation, stated: new Map([...(computation.stated ?? []), ...values]) };
}

/** The values of all nodes, each computed one rounded by `round`. */
export function computedValues(computation: Computation, round?: EvaluateOptions["round"]): Float64Array {
  const { derivation, unrolled, caseName, stated } = computation;
  return derivation.values(unrolled, caseName, { ...(stated && { override: stated }), ...(round && { round }) });
}

export function computedValue(computation: Computation, round?: EvaluateOptions["round"]): number {
  return computedValues(computation, round)[computation.target] as number;
}

export function numberValue(derivation: Derivation, reference: NumberReference): number {
  if ("stored" in reference) return derivation.storedCount(reference.stored);
  if ("number" in reference) return constantValue(reference.number.syntax);
  return computedValue(computationOf(derivation, reference) as Computation);
}

/** A right answer must be a finite number. */
export function numberProblems(derivation: Derivation, reference: NumberReference): readonly Problem[] {
  if (Number.isFinite(numberValue(derivation, reference))) return [];
  const place = computationOf(derivation, reference);
  const lacking = place && lackingValues(derivation, place.unrolled, [place.target], place.caseName);
  return [{ path: ["reference"], message: lacking ?? "the reference has no finite value here" }];
}

/** The name of the quantity that a number question asks for; undefined if it asks for something without a name. */
export function quantityName({ unrolled: { graph }, target }: Computation): string | undefined {
  const name = graph.code(target) === DEFINITION ? graph.symbol(target) : undefined;
  return name && printName(name);
}

/** Whether a number is computed from the quantity of that name. */
export function dependsOn({ unrolled, target }: Computation, name: string | undefined): boolean {
  return name !== undefined && unrolled.has(name) && below(unrolled.graph, [target]).has(unrolled.node(name));
}
