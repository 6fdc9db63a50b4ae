/** A number, computed from the exercise's model. */

import { memo } from "../../engine/memo.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { Kind } from "../kind.ts";
import { numberProblems } from "./computation.ts";
import { say } from "./messages.ts";
import { NumberBench } from "./numbers.ts";
import { type NumberQuestion, numberSchema } from "./question.ts";

/** The numbers of one exercise are judged together: one may follow from another. */
const bench = memo((derivation: Derivation) => new NumberBench(derivation));

export const number: Kind<NumberQuestion> = {
  name: "number",
  label: say("number.kind"),
  schema: numberSchema,
  problems: ({ reference }, derivation) => numberProblems(derivation, reference),
  bind: (question, derivation) => (answers) => bench(derivation).judge(question, answers),
  readsOthers: true,
  prepare: (question, derivation) => bench(derivation).prepared(question),
  sheet: () => ({
    ask: say("number.ask"),
    empty: null,
    example: 0.25,
    schema: { type: ["number", "string", "null"] },
  }),
};
