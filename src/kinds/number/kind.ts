/** A number, computed from the exercise's model. */

import { memo } from "../../engine/memo.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { messages } from "../../messages/message.ts";
import type { Kind } from "../kind.ts";
import { NumberBench } from "./numbers.ts";
import { type NumberQuestion, numberSchema } from "./question.ts";
import { numberProblems } from "./reference.ts";

const say = messages({
  "number.kind": { en: "number", de: "Zahl" },
  "number.ask": {
    en: 'a number: `0.25`, `"0,25"` or `"1/4"`',
    de: 'eine Zahl: `0.25`, `"0,25"` oder `"1/4"`',
  },
});

/** The numbers of one exercise are judged together: one may follow from another. */
const bench = memo((derivation: Derivation) => new NumberBench(derivation));

export const number: Kind<NumberQuestion> = {
  name: "number",
  label: say("number.kind"),
  schema: numberSchema,
  problems: ({ reference }, derivation) => numberProblems(derivation, reference),
  bind: (question, derivation) => (answers) => bench(derivation).judge(question, answers),
  prepare: (question, derivation) => bench(derivation).prepared(question),
  sheet: () => ({
    ask: say("number.ask"),
    empty: null,
    example: 0.25,
    schema: { type: ["number", "string", "null"] },
  }),
};
