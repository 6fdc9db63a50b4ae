/** The right value of a number question, and where in a model's graph it stands. */

import type { Node } from "../../engine/graph.ts";
import type { Unrolled } from "../../engine/unroll.ts";
import { constantValue } from "../../exercises/cases.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { Problem } from "../../exercises/problem.ts";
import { lackingValues } from "../../exercises/queries.ts";
import type { NumberReference } from "./question.ts";

/** A number that has its place in a model's graph, so that it can be computed again from other values. */
export interface GraphNumber {
  readonly unrolled: Unrolled;
  readonly node: Node;
  readonly caseName: string | undefined;
}

/** Where a number question's value stands in the graph; undefined for counts and literals. */
export function numberNode(derivation: Derivation, reference: NumberReference): GraphNumber | undefined {
  if ("value" in reference) return { ...derivation.formula(reference.value), caseName: reference.case };
  if (!("gradient" in reference)) return undefined;
  const { unrolled, nodes } = derivation.gradient(reference.gradient, [reference.wrt]);
  return { unrolled, node: nodes[0] as Node, caseName: reference.case };
}

/** A gradient once more, with the local derivatives read off the outputs: the same from right values only. */
export function reusedGradient(derivation: Derivation, reference: NumberReference): GraphNumber | undefined {
  if (!("gradient" in reference)) return undefined;
  const { unrolled, nodes } = derivation.gradient(reference.gradient, [reference.wrt], undefined, "output");
  return { unrolled, node: nodes[0] as Node, caseName: reference.case };
}

export function numberValue(derivation: Derivation, reference: NumberReference): number {
  if ("stored" in reference) return derivation.storedCount(reference.stored);
  if ("number" in reference) return constantValue(reference.number.syntax);
  const { unrolled, node, caseName } = numberNode(derivation, reference) as GraphNumber;
  return derivation.values(unrolled, caseName)[node] as number;
}

/** A right answer must be a finite number. */
export function numberProblems(derivation: Derivation, reference: NumberReference): readonly Problem[] {
  if (Number.isFinite(numberValue(derivation, reference))) return [];
  const place = numberNode(derivation, reference);
  const lacking = place && lackingValues(derivation, place.unrolled, [place.node], place.caseName);
  return [{ path: ["reference"], message: lacking ?? "the reference has no finite value here" }];
}
