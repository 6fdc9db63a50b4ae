/** A number, computed from the exercise's model. */

import type { Kind } from "../kind.ts";
import { numberProblems } from "./computation.ts";
import { say } from "./messages.ts";
import { isReached, judgeIn, prepared } from "./numbers.ts";
import { type NumberQuestion, numberSchema } from "./question.ts";

export const number: Kind<NumberQuestion> = {
  name: "number",
  label: say("number.kind"),
  schema: numberSchema,
  problems: ({ reference }, derivation) => numberProblems(derivation, reference),
  bind: (question, derivation) => (answers) => judgeIn(derivation, question, answers),
  readsOthers: true,
  prepare: (question, derivation) => prepared(derivation, question),
  toldByRuns(question, derivation) {
    const { reference } = question;
    if ("stored" in reference) return { backward: reference.stored.of };
    if ("number" in reference) return {};
    return { case: reference.case, isReached: (run) => isReached(derivation, question, run) };
  },
  sheet: ({ tolerance = {} }) => ({
    ask:
      "decimals" in tolerance
        ? say("number.ask-decimals", { n: tolerance.decimals })
        : "significantFigures" in tolerance
          ? say("number.ask-figures", { n: tolerance.significantFigures })
          : say("number.ask"),
    empty: null,
    example: 0.25,
    schema: { type: ["number", "string", "null"] },
  }),
};
