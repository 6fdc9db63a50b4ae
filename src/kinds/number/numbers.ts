/** Judges the numbers of one submission, each with what the student said before it: `L` follows from `h1` and `h2`. */

import { memo, once } from "../../engine/memo.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { Question } from "../../exercises/exercise.ts";
import { type Answer, type Answers, type Judgement, judged } from "../judgement.ts";
import { computedFrom, following, type Stated } from "./carried.ts";
import {
  type Computation,
  computationOf,
  computedValue,
  dependsOn,
  numberValue,
  quantityName,
  withStated,
} from "./computation.ts";
import { leavesDifficulty } from "./difficulty.ts";
import {
  accepts,
  judgeNumber,
  type NumberMistake,
  type NumberTask,
  type NumberValues,
  type Standing,
  standingOf,
} from "./judge.ts";
import type { Given } from "./literal.ts";
import { numberMistakes } from "./mistakes.ts";
import type { NumberQuestion } from "./question.ts";
import { readNumber } from "./read.ts";
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

/** What the answers of one submission are worth: asked again by every later question. */
const standingsIn = memo((_: Answers) => new Map<BoundNumber, Standing>());

export function judgeIn(derivation: Derivation, { id }: NumberQuestion, answers: Answers): Judgement {
  const reading = readNumber(answers.get(id) as Answer);
  if (!reading.ok) return judged("invalid", 0, [reading.error]);
  const bound = numbersOf(derivation).get(id) as BoundNumber;
  const values = valuesFor(bound, answers);
  return judgeNumber(standingIn(answers, bound, reading.given), reading.given, bound.task, values);
}

/** Whether other numbers than the case's lead to the same answer. */
export function isReached(derivation: Derivation, { id, reference }: NumberQuestion, run: Derivation): boolean {
  const { exact, task } = numbersOf(derivation).get(id) as BoundNumber;
  return accepts({ value: numberValue(run, reference) }, { value: exact }, task);
}

/** The question with its count and what mistakes make of it, if it counts something. */
export function prepared(derivation: Derivation, question: NumberQuestion): NumberQuestion {
  if (!("stored" in question.reference)) return question;
  const { exact, mistakes } = numbersOf(derivation).get(question.id) as BoundNumber;
  return { ...question, counted: { exact, mistakes: mistakes() } };
}

function standingIn(answers: Answers, bound: BoundNumber, given: readonly [Given, ...Given[]]): Standing {
  const known = standingsIn(answers);
  const standing = known.get(bound) ?? standingOf(given, bound.task, valuesFor(bound, answers));
  known.set(bound, standing);
  return standing;
}

function valuesFor(bound: BoundNumber, answers: Answers): NumberValues {
  const { ways, exact } = bound;
  const { tolerance } = bound.task;
  const [way] = ways;
  const before = () => statedBefore(bound, answers);
  return {
    exact,
    *rounded() {
      yield* bound.rounded();
      const right = before().filter(({ isRight }) => isRight);
      if (right.length > 0) for (const one of ways) yield* computedFrom(withStated(one, right), tolerance);
    },
    *carried() {
      const said = before();
      if (!way?.derivation.exercise.carry || said.every(({ isRight }) => isRight)) return;
      for (const one of ways) if (leavesDifficulty(one, said, tolerance)) yield* following(one, said, tolerance);
    },
    // Who states what comes before with all its digits has not rounded it to fewer.
    coarse: () => (way && !before().some(({ isRight }) => isRight) ? roundedTooEarly(way, tolerance) : []),
    mistakes: () => bound.mistakes().filter((mistake) => !isRefuted(mistake, bound, answers)),
  };
}

/** Another number is right that would not be with the mistake. */
function isRefuted({ elsewhere }: NumberMistake, { earlier }: BoundNumber, answers: Answers): boolean {
  return earlier.some((other) => {
    const value = stated(other, answers)?.isRight ? elsewhere?.(other.question.reference) : undefined;
    return value !== undefined && !accepts({ value }, { value: other.exact }, other.task);
  });
}

function statedBefore({ earlier }: BoundNumber, answers: Answers): readonly Stated[] {
  return earlier.flatMap((other) => stated(other, answers) ?? []);
}

function stated(bound: BoundNumber, answers: Answers): Stated | undefined {
  const { name, exact, task, question } = bound;
  const answer = answers.get(question.id);
  const reading = answer && readNumber(answer);
  if (name === undefined || !reading?.ok) return undefined;
  const { standing, given } = standingIn(answers, bound, reading.given);
  const { value } = given;
  const isRight = standing === "right" || standing === "rounded";
  const isCarried = standing === "carried";
  const before = statedBefore(bound, answers);
  const follows = () => computedValue(withStated(bound.ways[0] as Computation, before));
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
    ...(partial && { partial }),
  };
  const exact = counted?.exact ?? numberValue(derivation, reference);
  const forms = "gradient" in reference ? (["input", "output"] as const) : (["input"] as const);
  const ways = forms.flatMap((through) => computationOf(derivation, reference, through) ?? []);
  const rounded = once(() => ways.flatMap((way) => [...roundedOnTheWay(way, task.tolerance)]));
  const mistakes = once(() => counted?.mistakes ?? numberMistakes(derivation, question, task, exact));
  return { question, task, exact, ways, name: ways[0] && quantityName(ways[0]), earlier: [], rounded, mistakes };
}

function earlierOf({ ways: [way], name }: BoundNumber, all: readonly BoundNumber[]): readonly BoundNumber[] {
  if (way === undefined) return [];
  return all.filter(
    (other) =>
      other.name !== undefined &&
      other.name !== name &&
      other.ways[0]?.caseName === way.caseName &&
      dependsOn(way, other.name),
  );
}

/** The ends of what a number may be a rounding of: by half a unit of its last place, or of the one that is asked for. */
function mayBeRounded({ value, written }: Given, { tolerance }: NumberTask): readonly [number, number] {
  const own = written === undefined ? 0 : 0.5 * 10 ** -written.decimals;
  const half = Math.min(own, halfUnit(value, tolerance));
  return [value - half, value + half];
}
