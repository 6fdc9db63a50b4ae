/** A list of quantities: what must be stored, what a derivative depends through. */

import { once } from "../../engine/memo.ts";
import { kindsOf, withMembers } from "../../exercises/queries.ts";
import { alone } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { bindNames } from "./judge.ts";
import { say } from "./messages.ts";
import { namesMistakes } from "./mistakes.ts";
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
