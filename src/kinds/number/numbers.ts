/** Judges the numbers of one submission, each with what the student said before it: `L` follows from `h1` and `h2`. */

import { memo, once } from "../../engine/memo.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { Question } from "../../exercises/exercise.ts";
import { sharesOf } from "../../mistakes/possible.ts";
import { type Answers, type Judgement, judged } from "../judgement.ts";
import type { Weaknesses } from "../kind.ts";
import { computedFrom, following, leavesDifficulty, type Stated } from "./carried.ts";
import {
  type Computation,
  computationOf,
  computedValue,
  dependsOn,
  numberValue,
  quantityName,
  withStated,
} from "./computation.ts";
import {
  accepts,
  judgeNumber,
  type NumberMistake,
  type NumberTask,
  type NumberValues,
  type Standing,
  standingOf,
} from "./judge.ts";
import { hiddenBy } from "./lint.ts";
import type { Given } from "./literal.ts";
import { numberMistakes } from "./mistakes.ts";
import type { NumberQuestion } from "./question.ts";
import { type Reading, readNumber } from "./read.ts";
import { type RoundedValue, roundedOnTheWay, roundedTooEarly } from "./rounding.ts";
import { defaultTolerance, exactTolerance, halfUnit } from "./tolerance.ts";

/** All that can be worked out about a number question without an answer. */
interface BoundNumber {
  readonly question: NumberQuestion;
  readonly task: NumberTask;
  readonly exact: number;
  /** How to compute it: ways that differ as soon as quantities are not the right ones; none for counts and literals. */
  readonly ways: readonly Computation[];
  /** The quantity it asks for, if that has a name. */
  readonly name: string | undefined;
  /** Other questions of the same case whose quantity this one is computed from. */
  earlier: readonly BoundNumber[];
  /** What rounding on the way leads to, whatever was answered before. */
  readonly rounded: () => readonly RoundedValue[];
  readonly mistakes: () => readonly NumberMistake[];
}

/** The numbers of an exercise by the ids of their questions. They belong together: one may follow from another. */
const numbersOf = memo((derivation: Derivation): ReadonlyMap<string, BoundNumber> => {
  const isNumber = (question: Question): question is NumberQuestion => question.kind === "number";
  const bound = derivation.exercise.questions.filter(isNumber).map((question) => bindNumber(derivation, question));
  for (const later of bound) later.earlier = earlierOf(later, bound);
  return new Map(bound.map((one) => [one.question.id, one]));
});

/** What a submission says about one number, or why that can't be read. */
type Said =
  | Extract<Reading, { ok: false }>
  | (Extract<Reading, { ok: true }> & {
      readonly values: NumberValues;
      readonly standing: () => Standing;
      readonly stated: () => Stated;
    });

/** What one submission says: each number is read and judged once, however many later ones follow from it. */
const saidIn = memo((answers: Answers) => memo((bound: BoundNumber) => said(bound, answers)));

export function judgeIn(derivation: Derivation, { id }: NumberQuestion, answers: Answers): Judgement {
  const bound = numbersOf(derivation).get(id) as BoundNumber;
  const one = saidIn(answers)(bound);
  if (!one.ok) return judged("invalid", 0, [one.error]);
  const judgement = judgeNumber(one.standing(), one.given, bound.task, one.values);
  return one.note ? { ...judgement, feedback: [one.note, ...judgement.feedback] } : judgement;
}

/** Whether other numbers than the case's lead to the same answer. */
export function isReached(derivation: Derivation, { id, reference }: NumberQuestion, run: Derivation): boolean {
  const { exact, task } = numbersOf(derivation).get(id) as BoundNumber;
  return accepts({ value: numberValue(run, reference) }, { value: exact }, task);
}

/** The mistakes that lead to another number than the right one, if that is one. */
export function visibleMistakes(derivation: Derivation, { id }: NumberQuestion): readonly string[] {
  const { exact, mistakes } = numbersOf(derivation).get(id) as BoundNumber;
  return Number.isFinite(exact) ? mistakes().map(({ code }) => code) : [];
}

/** What the numbers of its case hide; `others` are the same exercise with other numbers. */
export function weaknesses(right: Derivation, question: NumberQuestion, others: readonly Derivation[]): Weaknesses {
  const { exact, task, rounded } = numbersOf(right).get(question.id) as BoundNumber;
  const isRight = (value: number) => [{ value: exact }, ...rounded()].some((one) => accepts({ value }, one, task));
  return hiddenBy(right, question, others, { exact, task, isRight });
}

/** The question with its count and what mistakes make of it, if it counts something. */
export function prepared(derivation: Derivation, question: NumberQuestion): NumberQuestion {
  if (!("stored" in question.reference)) return question;
  const { exact, mistakes } = numbersOf(derivation).get(question.id) as BoundNumber;
  return { ...question, counted: { exact, mistakes: mistakes() } };
}

function said(bound: BoundNumber, answers: Answers): Said {
  const reading = readNumber(answers.get(bound.question.id) ?? { value: null });
  if (!reading.ok) return reading;
  const before = once(() => {
    const all = bound.earlier.map(saidIn(answers));
    return all.flatMap((other) => (other.ok ? other.stated() : []));
  });
  const values = valuesAfter(before, bound);
  const standing = once(() => standingOf(reading.given, bound.task, values));
  return { ...reading, values, standing, stated: once(() => statedAs(standing(), bound, before())) };
}

function valuesAfter(before: () => readonly Stated[], bound: BoundNumber): NumberValues {
  const { ways, exact } = bound;
  const { tolerance } = bound.task;
  const [way] = ways;
  const right = once(() => before().filter(({ isRight }) => isRight));
  return {
    exact,
    right: () => [{ value: exact }],
    *rounded() {
      yield* bound.rounded();
      if (right().length > 0) for (const one of ways) yield* computedFrom(withStated(one, right()), tolerance);
    },
    *carried() {
      if (!way?.derivation.exercise.carry || right().length === before().length) return;
      for (const one of ways)
        if (leavesDifficulty(one, before(), tolerance)) yield* following(one, before(), tolerance);
    },
    // Who states what comes before with all its digits has not rounded it to fewer.
    coarse: () => (way && right().length === 0 ? roundedTooEarly(way, tolerance) : []),
    // Another number is right that would not be with the mistake.
    mistakes() {
      const others = bound.earlier.filter(({ name }) => right().some((one) => one.name === name));
      return bound.mistakes().filter((mistake) => !others.some(refuted(mistake)));
    },
  };
}

const refuted = memo(({ elsewhere }: NumberMistake) =>
  memo(({ question, exact, task }: BoundNumber) => {
    const value = elsewhere?.(question.reference);
    return value !== undefined && !accepts({ value }, { value: exact }, task);
  }),
);

function statedAs({ standing, given }: Standing, asked: BoundNumber, before: readonly Stated[]): Stated {
  const { name = "", exact, task, ways } = asked;
  const { value } = given;
  const isRight = standing === "right" || standing === "rounded";
  const isCarried = standing === "carried";
  const follows = () => computedValue(withStated(ways[0] as Computation, before));
  // What follows from a wrong value may be right by rounding.
  const isLucky = isRight && before.some((one) => !one.isRight) && accepts(given, { value: follows() }, task);
  const unrounded = isCarried || isLucky ? follows() : isRight ? exact : value;
  const ends = isRight ? [value, exact] : mayBeRounded(given, task);
  return { name, value, isRight, isCarried, unrounded, from: Math.min(...ends), to: Math.max(...ends) };
}

function bindNumber(derivation: Derivation, question: NumberQuestion): BoundNumber {
  const { reference, points, partial, counted } = question;
  const task: NumberTask = {
    points,
    tolerance: question.tolerance ?? ("stored" in reference ? exactTolerance : defaultTolerance),
    exactSuffices: question.tolerance === undefined,
    partial: sharesOf(partial, derivation),
  };
  const exact = counted?.exact ?? numberValue(derivation, reference);
  const forms = "gradient" in reference ? (["input", "output"] as const) : (["input"] as const);
  const ways = forms.flatMap((through) => computationOf(derivation, reference, through) ?? []);
  const rounded = once(() => ways.flatMap((way) => [...roundedOnTheWay(way, task.tolerance)]));
  const mistakes = once(() => counted?.mistakes ?? numberMistakes(derivation, question, task, exact));
  const name = ways[0] && quantityName(ways[0]);
  return { question, task, exact, ways, name, earlier: [], rounded, mistakes };
}

function earlierOf({ ways: [way], name }: BoundNumber, all: readonly BoundNumber[]): readonly BoundNumber[] {
  if (way === undefined) return [];
  const isOfCase = ({ ways: [other] }: BoundNumber) => other?.caseName === way.caseName;
  return all.filter((other) => other.name !== name && isOfCase(other) && dependsOn(way, other.name));
}

/** The ends of what a number may be a rounding of: by half a unit of its last place, or of the one that is asked for. */
function mayBeRounded({ value, written }: Given, { tolerance }: NumberTask): readonly [number, number] {
  const own = written === undefined ? 0 : 0.5 * 10 ** -written.decimals;
  const half = Math.min(own, halfUnit(value, tolerance));
  return [value - half, value + half];
}
