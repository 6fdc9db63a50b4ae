/** A list of quantities: what must be stored, what a derivative depends through. */

import { once } from "../../engine/memo.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { kindsOf, withMembers } from "../../exercises/queries.ts";
import { attempt, type NamedMistake, possibleMistakes } from "../../mistakes/possible.ts";
import { alone } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { bindNames } from "./judge.ts";
import { say } from "./messages.ts";
import { type NamesQuestion, namesAlternatives, namesSchema } from "./question.ts";

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
