/** What authors should know of an exercise before students meet it: mistakes that its numbers hide or its options reward. */

import { Derivation } from "../exercises/derivation.ts";
import { type CaseValue, type Exercise, likeValue } from "../exercises/exercise.ts";
import { hash, uniform } from "../formula/equal/spaces.ts";
import { type Message, messages } from "../messages/message.ts";
import { kinds } from "./index.ts";
import { shortened } from "./judgement.ts";

const say = messages({
  "lint.hidden": {
    en: "These mistakes would pass here: {mistakes}. Choose other numbers.",
    de: "Diese Fehler fielen hier nicht auf: {mistakes}. Wähle andere Zahlen.",
  },
  "lint.hidden-by": {
    en: "These mistakes would pass here ({numbers}): {mistakes}. Choose other numbers.",
    de: "Diese Fehler fielen hier nicht auf ({numbers}): {mistakes}. Wähle andere Zahlen.",
  },
  "lint.alike": {
    en: "These mistakes can't be told apart at these numbers: {pairs} (pairs in all: {n}).",
    de: "Diese Fehler lassen sich mit diesen Zahlen nicht unterscheiden: {pairs} (Paare insgesamt: {n}).",
  },
  "lint.rewarded": {
    en: "Wrong answers get full points: {answers}. Ask for more digits, or give these mistakes a smaller share.",
    de: "Falsche Antworten bekommen alle Punkte: {answers}. Verlange mehr Stellen, oder gib diesen Fehlern einen kleineren Anteil.",
  },
});

/** One thing about one question. An error gives points for what is wrong; a warning may be meant. */
export interface Finding {
  readonly question: string;
  readonly severity: "error" | "warning";
  readonly message: Message;
}

/** With more examples than these, none is read. */
const mostPairs = 3;
/** How often the numbers are drawn anew: once, two mistakes might agree by chance. */
const draws = 2;

/** Every known mistake, the author's own among them, tried on every question that computes with numbers. */
export function lint(exercise: Exercise): readonly Finding[] {
  const right = new Derivation(exercise);
  const others = Array.from({ length: draws }, (_, draw) => new Derivation(withOtherNumbers(exercise, draw)));
  const withoutZero = zerosOf(exercise).map(
    (name) => [name, [new Derivation(withOtherNumbers(exercise, 0, name))]] as const,
  );
  return exercise.questions.flatMap((question) => {
    const look = (at: readonly Derivation[]) => kinds[question.kind]?.weaknesses?.(question, right, at);
    const { hidden = [], alike = [], rewarded = [] } = look(others) ?? {};
    const blamed = hidden.length === 0 ? [] : withoutZero.filter(([, at]) => look(at)?.hidden.length);
    const numbers = blamed.map(([name]) => `${name} = 0`);
    const told = (severity: Finding["severity"], message: Message) => ({ question: question.id, severity, message });
    const answers = shortened(rewarded.map(({ answer, code }) => `${answer} (${code})`));
    const mistakes = shortened(hidden);
    const vanishing =
      numbers.length === 0 ? say("lint.hidden", { mistakes }) : say("lint.hidden-by", { numbers, mistakes });
    const pairs = alike.slice(0, mostPairs).map((pair) => pair.join(" = "));
    return [
      ...(answers.length === 0 ? [] : [told("error", say("lint.rewarded", { answers }))]),
      ...(hidden.length === 0 ? [] : [told("warning", vanishing)]),
      ...(pairs.length === 0 ? [] : [told("warning", say("lint.alike", { pairs, n: alike.length }))]),
    ];
  });
}

/** What is 0 in a case, or begins so. */
function zerosOf({ cases }: Exercise): readonly string[] {
  const isZero = (value: CaseValue) => [value].flat(3).some((part) => part === 0);
  return [...new Set(Object.values(cases).flatMap((one) => Object.keys(one).filter((name) => isZero(one[name] ?? 1))))];
}

/** Numbers of the same signs, as a sign that isn't there can't get lost; equal ones of equal name stay equal. */
function withOtherNumbers(exercise: Exercise, draw: number, only?: string): Exercise {
  const { cases, caseSteps, model } = exercise;
  const drawn = (name: string) => (value: number, i: number) =>
    (value < 0 ? -1 : 1) * (0.2 + 0.9 * uniform(hash(`${name} ${value} ${draw}`, i)));
  const all = Object.entries(cases).map(([id, values]) => {
    const steps = caseSteps?.[id] ?? model?.steps ?? 1;
    const other = (name: string, value: CaseValue) =>
      only === undefined || only === name ? likeValue(value, steps, drawn(name)) : value;
    return [id, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, other(name, value)]))];
  });
  return { ...exercise, cases: Object.fromEntries(all) };
}
