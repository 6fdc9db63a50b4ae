/**
 * Judges the numbers of one submission, each with what the student said before it. Knows which question asks for which
 * quantity; that one follows from another is read off the model's graph.
 */

import { leavesDifficulty } from "../../course/difficulty.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { NumberQuestion } from "../../exercises/exercise.ts";
import { type GraphNumber, numberNode, numberValue, reusedGradient } from "../../exercises/reference.ts";
import type { Answers } from "../../grading/answerKeys.ts";
import { some } from "../iterables.ts";
import type { Judgement } from "../judgement.ts";
import { numberMistakes } from "../mistakes.ts";
import { roundedAnyhow, roundedTooEarly } from "./carriedError.ts";
import { judgeNumber } from "./judgeNumber.ts";
import {
  accepts,
  acceptsRounded,
  type MistakenValue,
  meanings,
  type NumberGiven,
  type NumberTask,
  type NumberValues,
  type RoundedValue,
  readNumberAnswer,
} from "./number.ts";
import type { NumberReading } from "./numberText.ts";
import { preciseValue } from "./preciseValue.ts";
import { dependencies, quantityName, type Recomputed, recompute, type Stated, valueFrom } from "./stated.ts";
import { rangeFrom } from "./statedRange.ts";
import { anyPlace, computedTrust, defaultTolerance, exactTolerance, halfUnit, statedTrust } from "./tolerance.ts";

/** All that can be worked out about a number question without an answer. */
interface BoundNumber {
  readonly question: NumberQuestion;
  readonly task: NumberTask;
  readonly exact: number;
  readonly place: GraphNumber | undefined;
  /** Other ways to compute it from the same quantities, which differ as soon as these are not the right ones. */
  readonly otherPlaces: readonly GraphNumber[];
  /** The quantity it asks for, if that has a name. */
  readonly name: string | undefined;
  /** Other questions of the same case whose quantity this one is computed from. */
  earlier: readonly BoundNumber[];
  /** What known mistakes lead to, once an answer was wrong. */
  mistakes?: readonly MistakenValue[];
}

export class NumberBench {
  readonly #derivation: Derivation;
  #bound: ReadonlyMap<string, BoundNumber> | undefined;
  /** Whether an answer is right, by the answers of one submission: asked again by every later question. */
  readonly #stated = new WeakMap<Answers, Map<string, Stated | undefined>>();

  constructor(derivation: Derivation) {
    this.#derivation = derivation;
  }

  judge(question: NumberQuestion, answers: Answers): Judgement {
    const answer = answers.get(question.id);
    if (answer === undefined) return { verdict: "missing", points: 0, reviewPoints: 0, feedback: [] };
    const bound = this.#all().get(question.id) as BoundNumber;
    const reading = readNumberAnswer(answer);
    return judgeNumber(reading, bound.task, this.#values(bound, answers, meanings(reading)));
  }

  /** The answers that a question's judgement rests on: its own, and those it may follow from. */
  reads(question: NumberQuestion): readonly string[] {
    const earlier = this.#all().get(question.id)?.earlier ?? [];
    return [question.id, ...earlier.map((other) => other.question.id)];
  }

  #values(bound: BoundNumber, answers: Answers, given: readonly NumberGiven[]): NumberValues {
    const derivation = this.#derivation;
    const { place, task, exact, question } = bound;
    const ways = place === undefined ? [] : [place, ...bound.otherPlaces];
    const near = given.map(({ value }) => value);
    const fits = (target: RoundedValue) => given.some((number) => acceptsRounded(number, target, task));
    const stated = () =>
      bound.earlier.map((earlier) => this.#statedFor(earlier, answers)).filter((s) => s !== undefined);
    return {
      exact,
      *rounded() {
        const right = stated().filter(({ isRight }) => isRight);
        for (const way of ways) {
          yield* roundedAnyhow(recompute(derivation, way, []), task.tolerance, near);
          if (right.length > 0) yield* computedFrom(recompute(derivation, way, right), task, near);
        }
      },
      *carried() {
        if (!derivation.exercise.carry) return;
        const all = stated();
        if (all.every(({ isRight }) => isRight)) return;
        for (const way of ways)
          for (const target of following(derivation, way, all, task, near))
            if (fits(target)) {
              // What fits once need not be looked at again: the difficulty is the same for all of this way.
              if (leavesDifficulty(derivation, way, all, task.tolerance)) yield target;
              break;
            }
      },
      *coarse() {
        // Who states what comes before with all its digits has not rounded it to fewer.
        if (place === undefined || stated().some(({ isRight }) => isRight)) return;
        yield* roundedTooEarly(derivation, place, task.tolerance);
      },
      mistakes() {
        bound.mistakes ??= numberMistakes(derivation, question, task, exact);
        return bound.mistakes;
      },
    };
  }

  #statedFor(bound: BoundNumber, answers: Answers): Stated | undefined {
    const known = this.#stated.get(answers) ?? new Map<string, Stated | undefined>();
    this.#stated.set(answers, known);
    const { id } = bound.question;
    if (known.has(id)) return known.get(id);
    const answer = answers.get(id);
    const reading = answer === undefined ? undefined : readNumberAnswer(answer);
    const stated = reading === undefined ? undefined : this.#read(bound, reading, answers);
    known.set(id, stated);
    return stated;
  }

  #read(bound: BoundNumber, reading: NumberReading, answers: Answers): Stated | undefined {
    const { name, task } = bound;
    if (name === undefined || !reading.ok) return undefined;
    const given = meanings(reading);
    const values = this.#values(bound, answers, given);
    const among = (targets: Iterable<RoundedValue>) =>
      given.find((number) => some(targets, (target) => acceptsRounded(number, target, task)));
    const right = given.find((number) => accepts(number, values.exact, task)) ?? among(values.rounded());
    const carried = right === undefined ? among(values.carried()) : undefined;
    const meant = right ?? carried ?? (given[0] as NumberGiven);
    const { value } = meant;
    const unrounded =
      right !== undefined ? values.exact : carried !== undefined ? this.#following(bound, answers) : value;
    const ends = right === undefined ? roundings(meant, task) : [value, values.exact];
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    return { name, value, isRight: right !== undefined, isCarried: carried !== undefined, unrounded, from, to };
  }

  /** What follows from the answers before. */
  #following({ place, earlier }: BoundNumber, answers: Answers): number {
    const stated = earlier.map((other) => this.#statedFor(other, answers)).filter((s) => s !== undefined);
    return place === undefined ? Number.NaN : valueFrom(this.#derivation, place, stated);
  }

  #all(): ReadonlyMap<string, BoundNumber> {
    if (this.#bound !== undefined) return this.#bound;
    const bound = new Map<string, BoundNumber>();
    for (const question of this.#derivation.exercise.questions)
      if (question.kind === "number") bound.set(question.id, bindNumber(this.#derivation, question));
    for (const later of bound.values()) later.earlier = earlierOf(later, [...bound.values()]);
    this.#bound = bound;
    return bound;
  }
}

function bindNumber(derivation: Derivation, question: NumberQuestion): BoundNumber {
  const { reference, points, partial } = question;
  const place = numberNode(derivation, reference);
  const task: NumberTask = {
    points,
    tolerance: question.tolerance ?? ("stored" in reference ? exactTolerance : defaultTolerance),
    trust: place === undefined ? statedTrust : computedTrust,
    exactSuffices: question.tolerance === undefined,
    ...(partial && { partial }),
  };
  const name = place === undefined ? undefined : quantityName(place);
  const reused = place === undefined ? undefined : reusedGradient(derivation, reference);
  const otherPlaces = reused === undefined ? [] : [reused];
  const exact = (place && preciseValue(derivation, place)) ?? numberValue(derivation, reference);
  return { question, task, exact, place, otherPlaces, name, earlier: [] };
}

function earlierOf({ place, name }: BoundNumber, all: readonly BoundNumber[]): readonly BoundNumber[] {
  if (place === undefined) return [];
  const candidates = all.filter(
    (other) => other.name !== undefined && other.name !== name && other.place?.caseName === place.caseName,
  );
  const needed = dependencies(
    place,
    candidates.map((other) => other.name as string),
  );
  return candidates.filter((other) => needed.has(other.name as string));
}

/** The ends of what a number may be a rounding of: by half a unit of its last place, or of the one that is asked for. */
function roundings({ value, written }: NumberGiven, { tolerance }: NumberTask): readonly [number, number] {
  const own = written === undefined ? 0 : 0.5 * 10 ** -written.decimals;
  const half = Math.min(own, halfUnit(value, tolerance, anyPlace));
  return [value - half, value + half];
}

/** What follows from stated values some of which are wrong. */
function* following(
  derivation: Derivation,
  way: GraphNumber,
  all: readonly Stated[],
  task: NumberTask,
  near: readonly number[],
): Iterable<RoundedValue> {
  const wrong = all.filter(({ isRight }) => !isRight);
  // What follows from a wrong value may be used as it was stated, or computed on without rounding.
  const first = wrong.filter(({ isCarried }) => !isCarried);
  const fromAll = recompute(derivation, way, all);
  yield* computedFrom(fromAll, task, near);
  if (wrong.length < all.length) yield* computedFrom(recompute(derivation, way, wrong), task, near);
  const fromFirst = first.length < all.length ? recompute(derivation, way, first) : fromAll;
  if (first.length < wrong.length) yield* computedFrom(fromFirst, task, near);
  yield* rangeFrom(fromFirst, "together");
  if (first.length === all.length) return;
  yield* rangeFrom(fromAll, "alone");
  const unrounded = all.map((earlier) => ({ ...earlier, value: earlier.unrounded }));
  yield { value: valueFrom(derivation, way, unrounded) };
}

/** The number from values that the student stated, and with further values on the way rounded. */
function* computedFrom(from: Recomputed, { tolerance }: NumberTask, near: readonly number[]): Iterable<RoundedValue> {
  yield { value: from.value };
  yield* roundedAnyhow(from, tolerance, near);
}
