/** A choice among given options. */

import { nearest } from "../../engine/names.ts";
import { type Answer, alone, type Judgement, judged, shownValue } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { say } from "./messages.ts";
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
    ask: say("choice.ask", { options: options.map(({ value }) => JSON.stringify(value)) }),
    empty: null,
    example: options[0]?.value ?? null,
    schema: { enum: [...options.map(({ value }) => value), null] },
  }),
};

/** A judge of answers to one question worth `points`; `correct` are the values that are right, as text. */
export function bindChoice(
  correct: readonly string[],
  all: ChoiceQuestion["options"],
  points: number,
): (answer: Answer) => Judgement {
  const read = choiceReader(all);
  const options = all.map(({ value }) => String(value));
  return ({ value }) => {
    const [chosen, ...others] = read(value);
    const params = { options, found: shownValue(value) };
    if (others.length > 0) return judged("invalid", 0, [say("choice.several", params)]);
    if (chosen !== undefined && correct.includes(chosen)) return judged("correct", points);
    if (chosen !== undefined)
      return judged("incorrect", 0, [say("choice.wrong"), say("choice.solution", { options: correct })]);
    // Only single words are slips; short ones (`h1` for `1`) are close to everything.
    const slip = typeof value === "string" && /^\p{L}{4,}$/u.test(value.trim()) ? value.trim().toLowerCase() : "";
    const close = slip && nearest(slip, options);
    return judged("invalid", 0, [
      close ? say("choice.unknown-nearest", { ...params, nearest: close }) : say("choice.unknown", params),
    ]);
  };
}
