/** A choice among given options. */

import { messages } from "../../messages/message.ts";
import { alone, type Kind } from "../kind.ts";
import { bindChoice } from "./choice.ts";
import { type ChoiceQuestion, choiceSchema } from "./question.ts";
import { choiceProblems, rightChoices } from "./reference.ts";

const say = messages({
  "choice.kind": { en: "choice", de: "Auswahl" },
  "choice.ask": { en: "one of: `{options}`", de: "eins von: `{options}`" },
});

export const choice: Kind<ChoiceQuestion> = {
  name: "choice",
  label: say("choice.kind"),
  schema: choiceSchema,
  problems: choiceProblems,
  bind(question, derivation) {
    const { reference, options, points } = question;
    return alone(question, bindChoice({ correct: rightChoices(derivation, reference) }, options, points));
  },
  sheet: ({ options }) => ({
    ask: say("choice.ask", { options: options.map(({ value }) => JSON.stringify(value)) }),
    empty: null,
    example: options[0]?.value ?? null,
    schema: { enum: [...options.map(({ value }) => value), null] },
  }),
};
