/** A choice among given options. */

import { alone } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { bindChoice } from "./judge.ts";
import { say } from "./messages.ts";
import { type ChoiceQuestion, choiceSchema } from "./question.ts";
import { choiceProblems, rightChoices } from "./reference.ts";

export const choice: Kind<ChoiceQuestion> = {
  name: "choice",
  label: say("choice.kind"),
  schema: choiceSchema,
  problems: choiceProblems,
  bind(question, derivation) {
    const { reference, options, points } = question;
    return alone(question, bindChoice(rightChoices(derivation, reference), options, points));
  },
  sheet: ({ options }) => ({
    ask: say("choice.ask", { options: options.map(({ value }) => JSON.stringify(value)) }),
    empty: null,
    example: options[0]?.value ?? null,
    schema: { enum: [...options.map(({ value }) => value), null] },
  }),
};
