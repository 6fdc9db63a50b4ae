/** A choice among given options. */

import { Message } from "../../messages/message.ts";
import { type Answer, alone, type Judgement, judged } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { say } from "./messages.ts";
import { hintFor, shownOptions } from "./options.ts";
import { type ChoiceQuestion, choiceProblems, choiceSchema, choiceSolution, rightChoices } from "./question.ts";
import { optionReader } from "./read.ts";

export const choice: Kind<ChoiceQuestion> = {
  name: "choice",
  label: say("choice.kind"),
  schema: choiceSchema,
  problems: choiceProblems,
  bind(question, derivation) {
    return alone(question, bindChoice(rightChoices(derivation, question), question.options, question.points));
  },
  solution: choiceSolution,
  toldByRuns: ({ reference }) => {
    if ("neededIn" in reference) return { backward: reference.for.derivative };
    return "appears" in reference ? { backward: reference.in.derivative } : {};
  },
  toldApart(question, derivation) {
    const hasReason = derivation.exercise.questions.some(({ reasonFor }) => reasonFor === question.id);
    return hasReason ? [rightChoices(derivation, question).join()] : [];
  },
  sheet: ({ options }) => ({
    ask: say("choice.ask", { options: shownOptions(options) }),
    empty: null,
    example: options[0]?.value ?? null,
    schema: { enum: [...options.map(({ value }) => value), null] },
  }),
};

/** A judge of answers to one question worth `points`; `correct` are the values that are right, as text. */
export function bindChoice(correct: readonly string[], options: ChoiceQuestion["options"], points: number) {
  const read = optionReader(options);
  return ({ value }: Answer): Judgement => {
    const chosen = read(value);
    if (chosen instanceof Message) return judged("invalid", 0, [chosen]);
    if (correct.includes(chosen)) return judged("correct", points);
    const solution = say("choice.solution", { options: correct });
    return judged("incorrect", 0, [say("choice.wrong"), ...hintFor(options, chosen), solution]);
  };
}
