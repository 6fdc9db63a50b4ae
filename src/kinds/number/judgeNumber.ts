/**
 * Judges a number and says what is wrong with it. Knows the values that an answer is compared with, not where they come
 * from.
 */

import { some } from "../iterables.ts";
import type { Feedback, Judgement } from "../judgement.ts";
import { certainShare, namedMistakes } from "../namedMistakes.ts";
import {
  accepts,
  acceptsRounded,
  enoughDigits,
  isNear,
  meanings,
  type NumberGiven,
  type NumberTask,
  type NumberValues,
  type RoundedValue,
} from "./number.ts";
import type { NumberReading } from "./numberText.ts";
import { agrees, anyPlace, computedTrust, halfUnit, magnitude, type Tolerance } from "./tolerance.ts";

/** Judges a reading of an answer. */
export function judgeNumber(reading: NumberReading, task: NumberTask, values: NumberValues): Judgement {
  if (!reading.ok) return judged("invalid", 0, [reading.error]);
  const given = meanings(reading);
  const fits = (target: number) => given.some((number) => accepts(number, target, task));
  if (fits(values.exact)) return judged("correct", task.points, []);
  const fitsRounded = (target: RoundedValue) => given.some((number) => acceptsRounded(number, target, task));
  // Where figures count, a rounding that leaves none of them has lost the value.
  const isRelative = "significantFigures" in task.tolerance || "relative" in task.tolerance;
  const isLost = (target: RoundedValue) => isRelative && target.value === 0 && values.exact !== 0;
  if (some(values.rounded(), (target) => !isLost(target) && fitsRounded(target)))
    return judged("correct", task.points, [{ code: "number.rounded" }]);
  if (some(values.carried(), fitsRounded)) return judged("correct", task.points, [{ code: "number.carried" }]);
  const solution: Feedback = {
    code: "number.solution",
    params: { value: shown(values.exact, task.tolerance) },
    level: "full",
  };
  const found = explanation(given, task, values);
  const share = certainShare(found, (code) => task.partial?.[code] ?? 0);
  return judged(share > 0 ? "partial" : "incorrect", share * task.points, [...found, solution]);
}

/** What is wrong. A number that is nearly right is that and not, by chance, what some mistake leads to. */
function explanation(meant: readonly NumberGiven[], task: NumberTask, values: NumberValues): readonly Feedback[] {
  const given = meant[0] as NumberGiven;
  const coarse = tooCoarse(given, task, values);
  const near =
    digitsProblem(given, task, values) ??
    first(meant, (number) => sign(number, task, values)) ??
    (coarse ? undefined : lastPlace(given, task, values));
  if (near !== undefined) return [near];
  const tooEarly = coarse ?? roundedTooEarly(given, task, values);
  const named = mistakes(given, task, values, tooEarly === undefined ? [] : [tooEarly]);
  if (named.length > 0) return named;
  return [first(meant, (number) => powerOfTen(number, task, values)) ?? { code: "number.wrong" }];
}

/** Right, but not shown as asked. */
function digitsProblem(given: NumberGiven, task: NumberTask, values: NumberValues): Feedback | undefined {
  const { tolerance } = task;
  if (!("significantFigures" in tolerance)) return undefined;
  const digits = enoughDigits(given, task);
  const params = { n: tolerance.significantFigures };
  if (digits === "too-few" && isNear(given, values.exact, task)) return { code: "number.too-few-digits", params };
  // Digits that are not asked for need not be right to be too many.
  const isRight = agrees(given.value, values.exact, tolerance, anyPlace, task.trust ?? computedTrust);
  return digits === "too-many" && isRight ? { code: "number.too-many-digits", params } : undefined;
}

/** What comes out if values on the way are rounded to fewer digits than the answer is asked for. */
function roundedTooEarly(given: NumberGiven, task: NumberTask, { coarse }: NumberValues): Feedback | undefined {
  const isCoarse = some(coarse(), (target) => acceptsRounded(given, target, task));
  return isCoarse ? { code: "number.rounded-too-early" } : undefined;
}

/** Rounded to fewer places than are asked for. So few digits may be right for another reason. */
function tooCoarse({ value, written }: NumberGiven, { tolerance }: NumberTask, { exact }: NumberValues) {
  if (written === undefined || value === 0 || "absolute" in tolerance || "relative" in tolerance) return undefined;
  const own = 0.5 * 10 ** -written.decimals;
  const isRounded = Math.abs(value - exact) <= own * (1 + 1e-9);
  const code = "number.too-few-digits-of-value";
  return isRounded && own > halfUnit(exact, tolerance, anyPlace) * (1 + 1e-9) ? ({ code } as const) : undefined;
}

/** The mistakes that explain the number, with `others` that do, if they are few enough to say something. */
function mistakes(
  given: NumberGiven,
  task: NumberTask,
  values: NumberValues,
  others: readonly Feedback[],
): readonly Feedback[] {
  const known = values.mistakes();
  const direct = known.filter(({ value }) => isNear(given, value, task));
  if (direct.length + others.length > 0) return namedMistakes([...others, ...direct]);
  return namedMistakes(
    known.filter(({ rounded }) => some(rounded?.() ?? [], (target) => acceptsRounded(given, target, task))),
  );
}

function sign(given: NumberGiven, task: NumberTask, { exact }: NumberValues): Feedback | undefined {
  const { value } = given;
  return value !== 0 && isNear({ ...given, value: -value }, exact, task) ? { code: "number.sign" } : undefined;
}

/** The digits that are shown are right, in another place. A single digit says too little for that. */
function powerOfTen({ value, written }: NumberGiven, task: NumberTask, { exact }: NumberValues): Feedback | undefined {
  if (value === 0 || exact === 0 || written === undefined || written.significant.min < 2) return undefined;
  const tens = magnitude(exact) - magnitude(value);
  for (const power of [tens - 1, tens, tens + 1]) {
    if (power === 0) continue;
    const decimals = written.decimals - power;
    const moved = { value: value * 10 ** power, written: { ...written, decimals } };
    const sameDigits = Math.abs(moved.value - exact) <= 0.5 * 10 ** -decimals * (1 + 1e-9);
    if (sameDigits && isNear(moved, exact, task)) return { code: "number.power-of-ten" };
  }
  return undefined;
}

/** Off by one in the last place that the student shows, where that place is asked for. */
function lastPlace({ value, written }: NumberGiven, task: NumberTask, { exact }: NumberValues): Feedback | undefined {
  const { tolerance } = task;
  if (written === undefined || written.significant.max < 2 || "relative" in tolerance || "absolute" in tolerance)
    return undefined;
  // A whole number to the units is counted, not rounded.
  if (Number.isInteger(exact) && Number.isInteger(value) && written.decimals >= 0) return undefined;
  const unit = 2 * halfUnit(exact, tolerance, written);
  return Math.abs(value - exact) <= 1.5 * unit ? { code: "number.last-place" } : undefined;
}

function shown(value: number, tolerance: Tolerance): string {
  if ("decimals" in tolerance) return value.toFixed(Math.min(tolerance.decimals + 2, 15));
  return String(Number(value.toPrecision(Number.isInteger(value) ? 15 : 6)));
}

function judged(verdict: Judgement["verdict"], points: number, feedback: readonly Feedback[]): Judgement {
  return { verdict, points, reviewPoints: 0, feedback };
}

function first<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
