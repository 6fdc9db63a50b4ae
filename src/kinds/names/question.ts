/** A question for names: what an author writes, what it is once read, and the lists that are right. */

import { nameOf } from "../../engine/print.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { DerivativeQuery, Question, StoredQuery } from "../../exercises/exercise.ts";
import { dependsOn, gradientOf, readBy } from "../../exercises/queries.ts";
import type { Shapes } from "../../exercises/shapes.ts";

export type NamesReference =
  | { readonly stored: StoredQuery }
  | { readonly names: readonly string[] }
  /** The values in a derivative through which it depends on a quantity, read off inputs or outputs. */
  | { readonly through: string; readonly in: DerivativeQuery };

export interface NamesQuestion extends Question {
  readonly kind: "names";
  readonly reference: NamesReference;
  /** Names or families that neither count nor harm. */
  readonly optional?: readonly string[];
}

export function namesSchema({ z, base, stored, listed, quantity, derivative, refuseSlips }: Shapes) {
  return z
    .strictObject({
      ...base,
      kind: z.literal("names"),
      reference: z.union([
        z.strictObject({ stored }),
        z.strictObject({ names: z.array(listed) }),
        z.strictObject({ through: quantity, in: derivative }),
      ]),
      optional: z.array(listed).optional(),
    })
    .superRefine(({ reference, optional = [] }, context) => {
      if (!("names" in reference)) refuseSlips(optional, context, ["optional"]);
    });
}

/** The sets of names that are right answers. */
export function namesAlternatives(derivation: Derivation, reference: NamesReference): readonly (readonly string[])[] {
  if ("names" in reference) return [reference.names];
  if ("stored" in reference) {
    const { unrolled, nodes } = derivation.storedNodes(reference.stored);
    return [nodes.map((node) => nameOf(unrolled.graph, node))];
  }
  return (["input", "output"] as const).map((through) => {
    const gradient = gradientOf(derivation, reference.in, through);
    const { unrolled } = gradient;
    return readBy(gradient)
      .filter((node) => unrolled.kind(node) !== "input" && dependsOn(unrolled, [node], reference.through))
      .map((node) => nameOf(unrolled.graph, node));
  });
}
