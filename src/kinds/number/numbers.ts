/** Judges the numbers of one submission, each with what the student said before it: `L` follows from `h1` and `h2`. */

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
  judgeNumber,
  type NumberMistake,
  type NumberTask,
  type NumberValues,
  type Standing,
  standingOf,
} from "./judge.ts";
import { numberMistakes } from "./mistakes.ts";
import type { NumberQuestion } from "./question.ts";
import { type Given, readNumber } from "./read.ts";
import { type RoundedValue, roundedOnTheWay, roundedTooEarly } from "./rounding.ts";
import { defaultTolerance, exactTolerance, halfUnit } from "./tolerance.ts";

/** All that can be worked out about a number question without an answer. */
interface BoundNumber {
  readonly question: NumberQuestion;
  readonly task: NumberTask;
  readonly exact: number;
  /**
   * The ways to compute it from the same quantities, which differ as soon as these are not the right ones; none for counts
   * and literals.
   */
  readonly ways: readonly Computation[];
  /** The quantity it asks for, if that has a name. */
  readonly name: string | undefined;
  /** Other questions of the same case whose quantity this one is computed from. */
  earlier: readonly BoundNumber[];
  /** What rounding on the way leads to, whatever was answered before. */
  rounded?: readonly RoundedValue[];
  /** What known mistakes lead to, once an answer was wrong. */
  mistakes?: readonly NumberMistake[];
}

export class NumberBench {
  readonly #derivation: Derivation;
  #bound: ReadonlyMap<string, BoundNumber> | undefined;
  /** What the answers of one submission are worth: asked again by every later question. */
  readonly #standings = new WeakMap<Answers, Map<BoundNumber, Standing>>();

  constructor(derivation: Derivation) {
    this.#derivation = derivation;
  }

  judge(question: NumberQuestion, answers: Answers): Judgement {
    const reading = readNumber(answers.get(question.id) as Answer);
    if (!reading.ok) return judged("invalid", 0, [reading.error]);
    const { given } = reading;
    const bound = this.#all().get(question.id) as BoundNumber;
    return judgeNumber(this.#standing(bound, given, answers), given, bound.task, this.#values(bound, answers));
  }

  /** The question with its count and what mistakes make of it, if it counts something. */
  prepared(question: NumberQuestion): NumberQuestion {
    if (!("stored" in question.reference)) return question;
    const { task, exact } = this.#all().get(question.id) as BoundNumber;
    return { ...question, counted: { exact, mistakes: numberMistakes(this.#derivation, question, task, exact) } };
  }

  #standing(bound: BoundNumber, given: readonly [Given, ...Given[]], answers: Answers): Standing {
    const known = this.#standings.get(answers) ?? new Map<BoundNumber, Standing>();
    this.#standings.set(answers, known);
    const standing = known.get(bound) ?? standingOf(given, bound.task, this.#values(bound, answers));
    known.set(bound, standing);
    return standing;
  }

  #values(bound: BoundNumber, answers: Answers): NumberValues {
    const derivation = this.#derivation;
    const { ways, task, exact, question } = bound;
    const { tolerance } = task;
    const [way] = ways;
    const stated = () => this.#statedBefore(bound, answers);
    return {
      exact,
      *rounded() {
        bound.rounded ??= ways.flatMap((way) => [...roundedOnTheWay(way, tolerance)]);
        yield* bound.rounded;
        const right = stated().filter(({ isRight }) => isRight);
        if (right.length > 0) for (const way of ways) yield* computedFrom(withStated(way, right), tolerance);
      },
      *carried() {
        const before = stated();
        if (!derivation.exercise.carry || before.every(({ isRight }) => isRight)) return;
        for (const way of ways) if (leavesDifficulty(way, before, tolerance)) yield* following(way, before, tolerance);
      },
      // Who states what comes before with all its digits has not rounded it to fewer.
      coarse: () => (way && !stated().some(({ isRight }) => isRight) ? roundedTooEarly(way, tolerance) : []),
      mistakes() {
        bound.mistakes ??= question.counted?.mistakes ?? numberMistakes(derivation, question, task, exact);
        return bound.mistakes;
      },
    };
  }

  #statedBefore({ earlier }: BoundNumber, answers: Answers): readonly Stated[] {
    return earlier.map((other) => this.#stated(other, answers)).filter((stated) => stated !== undefined);
  }

  #stated(bound: BoundNumber, answers: Answers): Stated | undefined {
    const { name, exact, task, question } = bound;
    const answer = answers.get(question.id);
    const reading = answer === undefined ? undefined : readNumber(answer);
    if (name === undefined || !reading?.ok) return undefined;
    const { standing, given } = this.#standing(bound, reading.given, answers);
    const { value } = given;
    const isRight = standing === "right" || standing === "rounded";
    const isCarried = standing === "carried";
    const follows = () => computedValue(withStated(bound.ways[0] as Computation, this.#statedBefore(bound, answers)));
    const unrounded = isRight ? exact : isCarried ? follows() : value;
    const ends = isRight ? [value, exact] : mayBeRounded(given, task);
    return { name, value, isRight, isCarried, unrounded, from: Math.min(...ends), to: Math.max(...ends) };
  }

  #all(): ReadonlyMap<string, BoundNumber> {
    if (this.#bound !== undefined) return this.#bound;
    const isNumber = (question: Question): question is NumberQuestion => question.kind === "number";
    const numbers = this.#derivation.exercise.questions.filter(isNumber);
    const bound = numbers.map((question) => bindNumber(this.#derivation, question));
    for (const later of bound) later.earlier = earlierOf(later, bound);
    this.#bound = new Map(bound.map((one) => [one.question.id, one]));
    return this.#bound;
  }
}

function bindNumber(derivation: Derivation, question: NumberQuestion): BoundNumber {
  const { reference, points, partial } = question;
  const task: NumberTask = {
    points,
    tolerance: question.tolerance ?? ("stored" in reference ? exactTolerance : defaultTolerance),
    exactSuffices: question.tolerance === undefined,
    ...(partial && { partial }),
  };
  const exact = question.counted?.exact ?? numberValue(derivation, reference);
  const forms = "gradient" in reference ? (["input", "output"] as const) : (["input"] as const);
  const ways = forms.flatMap((through) => computationOf(derivation, reference, through) ?? []);
  return { question, task, exact, ways, name: ways[0] && quantityName(ways[0]), earlier: [] };
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
