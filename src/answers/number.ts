/**
 * Judges numbers: accepts what honest computing and rounding can produce and nothing else. Knows values and digits,
 * not where the values come from.
 */

import { bindFormula } from "../engine/bind.ts";
import { evaluate } from "../engine/evaluate.ts";
import { Graph } from "../engine/graph.ts";
import { parse } from "../engine/parse.ts";
import type { MessageCode } from "../messages/catalogue.ts";
import { some } from "./iterables.ts";
import type { Answer, Feedback, Judgement, Parameter } from "./judgement.ts";
import { certainShare, namedMistakes } from "./namedMistakes.ts";
import { type NumberReading, readNumber, type Written } from "./numberText.ts";
import {
  agrees,
  anyPlace,
  computedTrust,
  halfUnit,
  isPrecise,
  magnitude,
  type Places,
  type Tolerance,
  type Trust,
} from "./tolerance.ts";

/** A value that a known mistake leads to. */
export interface MistakenValue {
  readonly code: MessageCode;
  readonly params?: Readonly<Record<string, Parameter>>;
  readonly unless?: readonly MessageCode[] | undefined;
  readonly value: number;
  /** What it becomes when values on the way are rounded. */
  readonly rounded?: () => Iterable<RoundedValue>;
}

/** A value reached by rounding on the way. */
export interface RoundedValue {
  readonly value: number;
  /** All values from `value` to this one are reached as well. */
  readonly until?: number;
  /** Where the last step was rounded as well: the value has no more decimals than these. */
  readonly decimals?: number;
}

/** The values an answer is compared with; the later ones are computed only if the earlier ones don't fit. */
export interface NumberValues {
  readonly exact: number;
  /** Reached by rounding on the way, or from the student's own right earlier answers. */
  readonly rounded: () => Iterable<RoundedValue>;
  /** Follows rightly from the student's own wrong earlier answers. */
  readonly carried: () => Iterable<RoundedValue>;
  /** Reached by rounding on the way to fewer digits than are asked for. */
  readonly coarse: () => Iterable<RoundedValue>;
  readonly mistakes: () => readonly MistakenValue[];
}

export interface NumberTask {
  readonly points: number;
  readonly tolerance: Tolerance;
  /** Absent: that of a computed reference. */
  readonly trust?: Trust;
  /** Whether a number that is exactly right may show fewer digits than the tolerance asks for. */
  readonly exactSuffices: boolean;
  /** Share of the points for a named mistake, by code. */
  readonly partial?: Readonly<Record<string, number>>;
}

/** The numbers an answer may mean: one, or two where `1,250` could group thousands. */
export interface NumberGiven {
  readonly value: number;
  /** Absent for a formula: its value is meant exactly. */
  readonly written?: Written;
}

/** Reads an answer to a number question. */
export function readNumberAnswer({ value, source }: Answer): NumberReading {
  return readNumber(value, source, evaluateText);
}

function evaluateText(text: string): ReturnType<Parameters<typeof readNumber>[2]> {
  const parsed = parse(text, { names: new Set() });
  if (!parsed.ok) return { ok: false, error: parsed.error };
  const graph = new Graph();
  const root = bindFormula(graph, parsed.syntax, { name: () => () => graph.constant(Number.NaN) })(0);
  return { ok: true, value: evaluate(graph, () => undefined)[root] as number };
}

/** All that a reading may mean; empty if it cannot be read. */
export function meanings(reading: NumberReading): readonly NumberGiven[] {
  if (!reading.ok) return [];
  const given = { value: reading.value, ...(reading.written && { written: reading.written }) };
  return reading.thousands === undefined ? [given] : [given, { value: reading.thousands }];
}

/** Whether a number is what rounding `target` honestly gives, at the asked precision or finer, with enough digits. */
export function accepts(given: NumberGiven, target: number, task: NumberTask): boolean {
  if (!isNear(given, target, task)) return false;
  return (
    enoughDigits(given, task) === "right" ||
    (task.exactSuffices && isPrecise(given.value, target, task.trust ?? computedTrust))
  );
}

/** The same for a value that was rounded itself: it has no digits beyond that rounding, and nobody can have found more. */
export function acceptsRounded(given: NumberGiven, target: RoundedValue, task: NumberTask): boolean {
  const { value, until = value, decimals = Number.POSITIVE_INFINITY } = target;
  const shown = given.written?.decimals ?? Number.NEGATIVE_INFINITY;
  const nearest = Math.min(Math.max(given.value, Math.min(value, until)), Math.max(value, until));
  return shown <= decimals && accepts(given, nearest, task);
}

function isNear(
  { value, written }: NumberGiven,
  target: number,
  { tolerance, trust = computedTrust }: NumberTask,
): boolean {
  return agrees(value, target, tolerance, written ?? shortDecimals(value), trust);
}

/** A formula that comes to a short decimal (46/100) is compared as that decimal; 1/3 is compared exactly. */
function shortDecimals(value: number): Places | undefined {
  const places = /^-?\d+(?:\.(\d{1,6}))?$/.exec(String(value));
  return places === null ? undefined : { decimals: places[1]?.length ?? 0 };
}

/** Zero has no significant figure, however it is written. */
function enoughDigits({ value, written }: NumberGiven, { tolerance }: NumberTask): "right" | "too-few" | "too-many" {
  if (!("significantFigures" in tolerance) || written === undefined || value === 0) return "right";
  const { significantFigures: wanted, digits } = tolerance;
  if (written.significant.max < wanted) return "too-few";
  return digits === "exactly" && written.significant.min > wanted ? "too-many" : "right";
}

/** Judges a reading of an answer. */
export function judgeNumber(reading: NumberReading, task: NumberTask, values: NumberValues): Judgement {
  if (!reading.ok) return judged("invalid", 0, [reading.error]);
  const given = meanings(reading);
  const fits = (target: number) => given.some((number) => accepts(number, target, task));
  if (fits(values.exact)) return judged("correct", task.points, []);
  const fitsRounded = (target: RoundedValue) => given.some((number) => acceptsRounded(number, target, task));
  if (some(values.rounded(), fitsRounded)) return judged("correct", task.points, [{ code: "number.rounded" }]);
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
