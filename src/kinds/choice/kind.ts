/** A choice among given options. */

import { type Answer, alone, type Judgement, judged, shownValue } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { say } from "./messages.ts";
import { hintsFor, shownOptions, unknownOption, valuesOf } from "./options.ts";
import { type ChoiceQuestion, choiceProblems, choiceSchema, choiceSolution, rightChoices } from "./question.ts";
import { choiceReader } from "./read.ts";

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
export function bindChoice(
  correct: readonly string[],
  options: ChoiceQuestion["options"],
  points: number,
): (answer: Answer) => Judgement {
  const read = choiceReader(options);
  return ({ value }) => {
    const [chosen, ...others] = read(value);
    if (chosen === undefined) return judged("invalid", 0, [unknownOption(value, options)]);
    const params = { options: valuesOf(options), found: shownValue(value) };
    if (others.length > 0) return judged("invalid", 0, [say("choice.several", params)]);
    if (correct.includes(chosen)) return judged("correct", points);
    return judged("incorrect", 0, [
      say("choice.wrong"),
      ...hintsFor(options, (one) => one === chosen),
      say("choice.solution", { options: correct }),
    ]);
  };
}
