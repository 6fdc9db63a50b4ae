/** A list of quantities: what must be stored, what a derivative depends through. */

import { once } from "../../engine/memo.ts";
import { nameOf } from "../../engine/print.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { DerivativeQuery, Question, StoredQuery } from "../../exercises/exercise.ts";
import { dependsOn, gradientOf, kindsOf, readBy, withMembers } from "../../exercises/queries.ts";
import type { Shapes } from "../../exercises/shapes.ts";
import { formulaSteps, readSteps } from "../../exercises/steps.ts";
import { attempt, type NamedMistake, possibleMistakes } from "../../mistakes/possible.ts";
import { alone, inCode } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { say as sayNumber } from "../number/messages.ts";
import { bindNames } from "./judge.ts";
import { say } from "./messages.ts";

type NamesReference =
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

function namesSchema({ z, base, stored, listed, quantity, derivative, refuseSlips }: Shapes) {
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

export const names: Kind<NamesQuestion> = {
  name: "names",
  label: say("names.kind"),
  schema: namesSchema,
  problems({ reference }, derivation) {
    namesAlternatives(derivation, reference);
    return [];
  },
  bind(question, derivation) {
    const kinds = kindsOf(derivation);
    const alternatives = namesAlternatives(derivation, question.reference);
    const optional = withMembers(kinds.keys(), question.optional ?? []);
    const mistakes = once(() => namesMistakes(derivation, question));
    return alone(question, bindNames({ alternatives, optional, kinds, mistakes }, question.points));
  },
  toldByRuns({ reference }) {
    if ("stored" in reference) return { backward: reference.stored.of };
    return "through" in reference ? { backward: reference.in.derivative } : {};
  },
  solution({ reference }, derivation) {
    const names = inCode(namesAlternatives(derivation, reference)[0] ?? []);
    const said = names.length === 0 ? say("names.solution-none") : say("names.solution", { names });
    if ("names" in reference) return { steps: [{ said }] };
    if ("in" in reference) return { steps: [...readSteps(derivation, reference.in), { said }] };
    const rule = sayNumber("number.stored-rule");
    return { rule, steps: [...formulaSteps(derivation, reference.stored), { said }] };
  },
  sheet: () => ({
    ask: say("names.ask"),
    empty: [],
    example: ["…", "…"],
    schema: { anyOf: [{ type: "array", items: { type: "string" } }, { type: ["string", "null"] }] },
  }),
};

/** The lists of quantities that known mistakes lead to; those that are right themselves are left out. */
export function namesMistakes(
  right: Derivation,
  { reference }: NamesQuestion,
): readonly (NamedMistake & { readonly set: readonly string[] })[] {
  if ("names" in reference) return [];
  const key = (names: readonly string[]) => [...new Set(names)].sort().join(" ");
  const rightSets = new Set(namesAlternatives(right, reference).map(key));
  return possibleMistakes(right, "stored").flatMap(({ variation: _, wrong, ...named }) => {
    const set = attempt(() => namesAlternatives(wrong(), reference)[0]);
    if (set === undefined || set.length === 0 || rightSets.has(key(set))) return [];
    return [{ ...named, set }];
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
