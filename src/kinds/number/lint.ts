/** What the numbers of a case hide of known mistakes, for authors: seen by asking the same about other numbers. */

import type { Derivation } from "../../exercises/derivation.ts";
import { caseNamed } from "../../exercises/exercise.ts";
import type { Weaknesses } from "../kind.ts";
import { numberValue } from "./computation.ts";
import { accepts, type NumberTask } from "./judge.ts";
import { mistakenNumbers } from "./mistakes.ts";
import type { NumberQuestion } from "./question.ts";
import { rounded, roundsAlike, shown } from "./tolerance.ts";

/** Numbers that differ by less than this share are the same: they are computed in another order. */
const same = 1e-9;
/** Steps more, to see whether two ways to count only agree for the steps that are asked about. */
const furtherSteps = 3;

interface Right {
  readonly exact: number;
  readonly task: NumberTask;
  /** Whether a number gets full points; what rounding on the way may lead to does. */
  readonly isRight: (value: number) => boolean;
}

/** What never differs whatever the numbers is the same by mathematics, and no weakness of these. */
export function hiddenBy(
  right: Derivation,
  question: NumberQuestion,
  others: readonly Derivation[],
  { exact, task, isRight }: Right,
): Weaknesses {
  const further = withFurtherSteps(question);
  const rightElsewhere = others.map((other) => numberValue(other, further.reference));
  const elsewhere = others.map((other) => mistakenNumbers(other, further));
  const wrong = mistakenNumbers(right, question).flatMap(({ made: { code, variation }, value = Number.NaN }, i) => {
    const at = elsewhere.map((made) => made[i]?.value);
    const isMistake = differ(at, rightElsewhere) && !isAsGiven(right, question, variation.puts);
    return isMistake && Number.isFinite(value) ? [{ code, value, at, share: task.partial?.[code] ?? 0 }] : [];
  });
  const isWrittenAlike = (a: number, b: number) => roundsAlike(a, b, writtenAs(task));
  const isTooFar = (value: number) => accepts({ value }, { value: exact }, task) && !isWrittenAlike(value, exact);
  const hidden = wrong.filter(({ value }) => isRight(value) && !isTooFar(value));
  const visible = wrong.filter(({ value }) => !isRight(value) && !(value === 0 && !("value" in question.reference)));
  const pairs = visible.flatMap((one, i) =>
    visible
      .slice(0, i)
      .filter((other) => one.code !== other.code && isWrittenAlike(one.value, other.value) && differ(one.at, other.at))
      .map((other) => [other.code, one.code].sort() as [string, string]),
  );
  const rewarded = wrong.filter(({ value, share }) => isTooFar(value) || (share >= 1 && !isRight(value)));
  return {
    hidden: [...new Set(hidden.map(({ code }) => code))],
    alike: [...new Map(pairs.map((pair) => [pair.join(), pair])).values()],
    rewarded: rewarded.map(({ code, value }) => ({
      code,
      answer: rounded(value, writtenAs(task)) ?? shown(value, task.tolerance),
    })),
  };
}

/** How a number is written down at least: where digits are not asked for, a difference in the first two is seen. */
function writtenAs({ tolerance }: NumberTask) {
  if ("absolute" in tolerance && tolerance.absolute === 0) return tolerance;
  return "absolute" in tolerance || "relative" in tolerance ? { significantFigures: 2 } : tolerance;
}

function differ(some: readonly (number | undefined)[], others: readonly (number | undefined)[]): boolean {
  return some.some((x, i) => {
    const y = others[i];
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) return false;
    return Math.abs(x - y) > same * Math.max(Math.abs(x), Math.abs(y));
  });
}

/** Whether a mistake puts in place of given numbers just the given ones. */
function isAsGiven({ exercise }: Derivation, { reference }: NumberQuestion, puts?: Readonly<Record<string, number>>) {
  if (puts === undefined) return false;
  const given = caseNamed(exercise, "case" in reference ? reference.case : undefined);
  return Object.entries(puts).every(([name, value]) => given[name] === value);
}

function withFurtherSteps(question: NumberQuestion): NumberQuestion {
  const { reference } = question;
  if (!("stored" in reference) || reference.stored.steps === undefined) return question;
  const stored = { ...reference.stored, steps: reference.stored.steps + furtherSteps };
  return { ...question, reference: { stored } };
}
