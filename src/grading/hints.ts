/** A ladder of hints for one question: where to look, which rule, the first step, all steps but the end. */

import { Derivation } from "../exercises/derivation.ts";
import { type Exercise, fieldsOf, type Question } from "../exercises/exercise.ts";
import { isMentioned } from "../exercises/queries.ts";
import { chain, type Step } from "../exercises/steps.ts";
import { kinds } from "../kinds/index.ts";
import type { Kind } from "../kinds/kind.ts";
import { Message } from "../messages/message.ts";
import { grade } from "./grade.ts";

export const hintLevels = 4;

/** What a level from 1 to 4 tells, if it has something to tell. Nothing before the last level is right anywhere. @throws ModelError */
export function hintAt(exercise: Exercise, question: Question, level: number): readonly Step[] {
  const kind = kinds[question.kind] as Kind;
  const { rule, steps } = kind.solution(question, new Derivation(exercise));
  if (level === 1) {
    const hints = kind.sheet(question).criteria?.map(({ hint }) => hint) ?? [];
    const texts = question.prompt === undefined ? hints : [question.prompt, ...hints];
    return [...texts.map((text) => ({ said: new Message("hint.where", text) })), ...equationsOf(exercise, steps)];
  }
  if (level === 2) return rule === undefined ? [] : [{ said: rule }];
  if (level === 3) {
    const [calculation] = steps[0]?.equal?.filter(isCalculation) ?? [];
    const isFirst = (text: string) => (isCalculation(text) ? text === calculation : !isRight(exercise, text));
    return steps.slice(0, 1).flatMap((step) => part(step, isFirst));
  }
  const { equal: [name = "", ...ends] = [], rounded } = steps.at(-1) ?? {};
  // Of a derivative the ways are told: who adds them up has it.
  const shown = name.includes("/d") ? [] : ends.slice(0, -1);
  const isBefore = (text: string) => !ends.includes(text) && text !== rounded;
  const before = steps.slice(0, -1).flatMap((step) => (step.equal === undefined ? [step] : part(step, isBefore)));
  return [...before, ...(shown.length > 0 ? [chain(name, ...shown)] : [])];
}

/** A step without some of what its first formula is equal to. */
function part({ said, equal: [name = "", ...others] = [] }: Step, isKept: (text: string) => boolean): readonly Step[] {
  const kept = others.filter(isKept);
  return kept.length > 0 ? [{ ...(said && { said }), ...chain(name, ...kept) }] : [];
}

/** Whether numbers are put in, but it is left to calculate: `tanh(0.5)`. */
function isCalculation(text: string): boolean {
  return Number.isNaN(Number(text)) && !/\p{L}[\p{L}\p{N}_[\]]*(?![\p{L}\p{N}_[\](])/u.test(text);
}

/** Whether some question of the exercise takes a text for an answer. */
function isRight(exercise: Exercise, text: string): boolean {
  const answers = exercise.questions.flatMap(fieldsOf).map((field) => [field, text]);
  return grade(exercise, Object.fromEntries(answers)).items.some(({ verdict }) => verdict === "correct");
}

/** The equations of all quantities that some steps are about, as their author wrote them. */
function equationsOf(exercise: Exercise, steps: readonly Step[]): readonly Step[] {
  const formulas = steps.map(({ equal = [] }) => equal.join(" ").replace(/^d|\/d/g, " ")).join(" ");
  const names = new Set(formulas.match(/[\p{L}_]+/gu));
  const { equations = [] } = exercise.model ?? {};
  const known = equations.filter(({ family }) => names.has(family) && isMentioned(exercise, family));
  return known.map(({ target, text }) => chain(target, text.slice(target.length + 3)));
}
