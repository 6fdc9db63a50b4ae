/** Judges a number and says what is wrong with it: the value is right, honestly rounded, carried, or a known mistake. */

import type { Message } from "../../messages/message.ts";
import { certainShare, type NamedMistake, toldMistakes } from "../../mistakes/possible.ts";
import { type Judgement, judged } from "../judgement.ts";
import type { Given, Givens } from "./literal.ts";
import { say } from "./messages.ts";
import type { NumberReference } from "./question.ts";
import type { RoundedValue } from "./rounding.ts";
import { agrees, halfUnit, isPrecise, lastUnit, magnitude, roundsAlike, shown, type Tolerance } from "./tolerance.ts";

/** What a question asks of a number. */
export interface NumberTask {
  readonly points: number;
  readonly tolerance: Tolerance;
  /** Whether a number that is exactly right may show fewer digits than the tolerance asks for. */
  readonly exactSuffices: boolean;
  /** Share of the points for a named mistake, by code. */
  readonly partial?: Readonly<Record<string, number>>;
}

/** A value that a known mistake leads to. */
export interface NumberMistake extends NamedMistake {
  readonly value: number;
  /** What it makes of another number of the model; undefined if nothing. */
  readonly elsewhere?: (other: NumberReference) => number | undefined;
  /** What it becomes when values on the way are rounded. */
  readonly rounded?: () => readonly RoundedValue[];
}

/** The values that a number is compared with; the later ones are computed only if the earlier ones don't fit. */
export interface NumberValues {
  readonly exact: number;
  /** `exact` alone. */
  readonly right: () => Iterable<RoundedValue>;
  /** Reached by rounding on the way, or from the student's own right earlier answers. */
  readonly rounded: () => Iterable<RoundedValue>;
  /** Follows rightly from the student's own wrong earlier answers. */
  readonly carried: () => Iterable<RoundedValue>;
  /** Reached by rounding on the way to fewer digits than are asked for. */
  readonly coarse: () => readonly RoundedValue[];
  readonly mistakes: () => readonly NumberMistake[];
}

/** What a number is worth, and which of those that the answer may mean was taken. */
export interface Standing {
  readonly standing: "right" | "rounded" | "carried" | "wrong";
  readonly given: Given;
}

export function standingOf(all: Givens, task: NumberTask, values: NumberValues): Standing {
  // Where figures count, a rounding that leaves none of them has lost the value.
  const isRelative = "significantFigures" in task.tolerance || "relative" in task.tolerance;
  const isLost = ({ value }: RoundedValue) => isRelative && value === 0 && values.exact !== 0;
  for (const standing of ["right", "rounded", "carried"] as const)
    for (const target of values[standing]()) {
      const given = isLost(target) ? undefined : all.find((number) => accepts(number, target, task));
      if (given !== undefined) return { standing, given };
    }
  return { standing: "wrong", given: all[0] };
}

/** The verdict on a number whose standing is known. */
export function judgeNumber({ standing }: Standing, given: Givens, task: NumberTask, values: NumberValues): Judgement {
  if (standing === "right") return judged("correct", task.points, []);
  if (standing !== "wrong") return judged("correct", task.points, [say(`number.${standing}`)]);
  const found = explanation(given, task, values);
  const share = certainShare(found, (code) => task.partial?.[code] ?? 0);
  const solution = say("number.solution", { value: shown(values.exact, task.tolerance) });
  return judged(share > 0 ? "partial" : "incorrect", share * task.points, [...found, solution]);
}

/** Whether a number is what rounding `target` honestly gives, with enough digits. */
export function accepts(given: Given, target: RoundedValue, task: NumberTask): boolean {
  const nearest = nearestOf(given, target);
  if (!roundsAlike(given.value, nearest, task.tolerance)) return false;
  return wrongDigits(given, task) === undefined || (task.exactSuffices && isPrecise(given.value, nearest));
}

/** The nearest of the values that are reached. */
function nearestOf(given: Given, { value, until = value }: RoundedValue): number {
  return Math.min(Math.max(given.value, Math.min(value, until)), Math.max(value, until));
}

/** Whether fewer or more digits are shown than are asked for. Zero has no significant figure, however it is written. */
function wrongDigits({ value, written }: Given, { tolerance }: NumberTask): Message | undefined {
  if (!("significantFigures" in tolerance) || written === undefined || value === 0) return undefined;
  const { significantFigures: n, digits } = tolerance;
  if (written.significant.max < n) return say("number.too-few-digits", { n });
  return digits === "exactly" && written.significant.min > n ? say("number.too-many-digits", { n }) : undefined;
}

/** What is wrong. A number that is nearly right is that and not, by chance, what some mistake leads to. */
function explanation(all: Givens, task: NumberTask, values: NumberValues): readonly Message[] {
  const [given] = all;
  const { exact } = values;
  const digits = wrongDigits(given, task);
  if (digits !== undefined && roundsAlike(given.value, exact, task.tolerance)) return [digits];
  if (all.some((number) => isNegated(number, task, exact))) return [say("number.sign")];
  let other: Message | undefined;
  if (isCoarse(given, task, exact)) other = say("number.too-few-digits-of-value");
  else if (isLastPlaceOff(given, task, exact)) return [say("number.last-place")];
  else if (values.coarse().some((target) => accepts(given, target, task))) other = say("number.rounded-too-early");
  const named = knownMistakes(given, task, values, other);
  if (named.length > 0) return named;
  return [all.some((number) => isShifted(number, task, exact)) ? say("number.power-of-ten") : say("number.wrong")];
}

/** Rounded to fewer places than are asked for. So few digits may be right for another reason. */
function isCoarse({ value, written }: Given, { tolerance }: NumberTask, exact: number): boolean {
  if (written === undefined || value === 0 || !hasPlaces(tolerance)) return false;
  const own = 0.5 * 10 ** -written.decimals * (1 + 1e-9);
  return Math.abs(value - exact) <= own && own > halfUnit(exact, tolerance) * (1 + 1e-9);
}

function isNegated(given: Given, task: NumberTask, exact: number): boolean {
  return given.value !== 0 && roundsAlike(-given.value, exact, task.tolerance);
}

/** Off by one in the last place that is asked for, and no further digits that say otherwise. */
function isLastPlaceOff({ value, written }: Given, { tolerance }: NumberTask, exact: number): boolean {
  if (written === undefined || written.significant.max < 2 || !hasPlaces(tolerance)) return false;
  // A whole number to the units is counted, not rounded.
  if (Number.isInteger(exact) && Number.isInteger(value) && written.decimals >= 0) return false;
  const half = halfUnit(exact, tolerance);
  return lastUnit(written) > half && Math.abs(value - exact) <= 3 * half;
}

function hasPlaces(tolerance: Tolerance): boolean {
  return "decimals" in tolerance || "significantFigures" in tolerance;
}

/** The digits that are shown are right, in another place. A single digit says too little for that. */
function isShifted({ value, written }: Given, task: NumberTask, exact: number): boolean {
  if (value === 0 || exact === 0 || written === undefined || written.significant.min < 2) return false;
  const tens = magnitude(exact) - magnitude(value);
  return [tens - 1, tens, tens + 1].some((power) => {
    const decimals = written.decimals - power;
    const moved = value * 10 ** power;
    const sameDigits = Math.abs(moved - exact) <= 0.5 * 10 ** -decimals * (1 + 1e-9);
    return power !== 0 && sameDigits && roundsAlike(moved, exact, task.tolerance);
  });
}

/** The mistakes that explain the number, with `other` if that does, if its digits are enough to tell. */
function knownMistakes(given: Given, task: NumberTask, values: NumberValues, other: Message | undefined) {
  const known = values.mistakes();
  const fits = (target: RoundedValue) => agrees(given.value, nearestOf(given, target), task.tolerance, given.written);
  const certain = (reached: (mistake: NumberMistake) => readonly RoundedValue[]) =>
    known.filter((mistake, i) => {
      const found = reached(mistake).find(fits);
      if (found === undefined || isSingleDigit(given, task, found.value)) return false;
      return !isCrowded(given, task, values.exact, known.slice(0, i + 1).flatMap(reached));
    });
  const direct = certain((mistake) => [mistake]);
  const found = direct.length > 0 || other ? direct : certain(({ rounded }) => rounded?.() ?? []);
  const told = toldMistakes(found, other);
  const isVague = told.length > mostAtFewDigits || told[0]?.code === "mistake.many";
  return isVague && (given.written?.significant.max ?? 3) < 3 ? [] : told;
}

/** Two explanations and what they are introduced by: of two digits nobody can tell more apart. */
const mostAtFewDigits = 3;

/** Whether a number is too short to say anything of a mistake; a whole one (-8) may be exactly what it leads to. */
function isSingleDigit({ value, written }: Given, { tolerance }: NumberTask, found: number): boolean {
  if (written === undefined || written.significant.max > 1) return false;
  if ("decimals" in tolerance && written.decimals >= tolerance.decimals) return false;
  return !Number.isInteger(value) || Math.abs(value - found) > 1e-6;
}

/** The share of the numbers near a wrong one that mistakes may explain by chance. */
const mostByChance = 0.12;

/**
 * Whether so many values of mistakes lie near a number that any other with as many digits would be likely to be one of
 * them. Those count that are no less likely than the mistake in question.
 */
function isCrowded(given: Given, { tolerance }: NumberTask, exact: number, known: readonly RoundedValue[]): boolean {
  const isCount = "absolute" in tolerance && tolerance.absolute === 0;
  const half = isCount ? 0.5 : halfUnit(given.value, tolerance, given.written);
  const reach = Math.max(Math.abs(given.value), Math.abs(exact)) / 2;
  const near = known.filter(({ value }) => Math.abs(value - given.value) <= reach);
  const places = new Set(near.map(({ value }) => Math.round(value / (2 * half))));
  return places.size * half > mostByChance * reach;
}
