/** How exact a number must be, and whether rounding as asked explains the distance between two numbers. */

import type { Written } from "./literal.ts";

export type Tolerance =
  /** Right to n decimals; more are welcome if they are right. */
  | { readonly decimals: number }
  | {
      /** How many significant figures the answer must show. */
      readonly significantFigures: number;
      /** To how many of them it must be right; all if absent. */
      readonly accuracy?: number;
      /** Default: `atLeast`, where further digits must be right too; said in so many words, they are not looked at. */
      readonly digits?: "exactly" | "atLeast";
    }
  | { readonly absolute: number }
  /** Share of the right value: 0.05 is 5 %. */
  | { readonly relative: number };

/** What a question asks that says nothing: three significant figures, or the exact number where that is shorter. */
export const defaultTolerance: Tolerance = { significantFigures: 3 };

/** Counts have no rounding. */
export const exactTolerance: Tolerance = { absolute: 0 };

/** The last place that a number shows. Integers that end in zeros may have been rounded to any of these zeros. */
export type Places = Pick<Written, "decimals"> & Partial<Pick<Written, "significant">>;

/** No place of its own: the one that is asked for counts. */
export const anyPlace: Places = { decimals: Number.NEGATIVE_INFINITY };

/** Units in the last place that comparing may cost: 1.05 lies within 1 ± 5 %. */
const slack = 4 * Number.EPSILON;
/** How far, as a share of the value, a program in double precision may be off. */
const doublePrecision = 1e-13;
/** The same in single precision, which counts only where it cannot matter: far below the place that is asked for. */
const singlePrecision = 2 ** -21;
/** What share of the unit that is asked for is far below it. */
const farBelow = 0.01;
/** What share of a decimal unit is surely noise of computing, also where the value itself is 0. */
const noise = 1e-10;
/** How near, as a share of half a unit, counts as exactly between two neighbours. */
const nearTie = 1e-9;

/** Whether honest rounding explains the distance between `value` and `target`; absent `places` are those of a formula. */
export function agrees(value: number, target: number, tolerance: Tolerance, places: Places | undefined): boolean {
  if (isPrecise(value, target) || isNoise(value, target, tolerance)) return true;
  const distance = Math.abs(value - target);
  if (distance > halfUnit(target, tolerance, places)) return isAccurate(value, target, tolerance);
  const unit = roundingUnit(target, tolerance, places);
  if (distance < (unit / 2) * (1 - nearTie)) return true;
  // Half-way numbers go up, or to the even digit; both are taught and programmed.
  return unit === 0 || Math.abs(value) >= Math.abs(target) || Math.round(Math.abs(value) / unit) % 2 === 0;
}

/** The largest distance from `target` that counts as right: half a unit, or what an absolute or relative tolerance says. */
export function halfUnit(target: number, tolerance: Tolerance, places: Places | undefined): number {
  const size = Math.abs(target);
  if ("absolute" in tolerance) return tolerance.absolute + slack * (size + tolerance.absolute);
  if ("relative" in tolerance) return (tolerance.relative + slack) * size;
  const half = Math.max(roundingUnit(target, tolerance, places) / 2, doublePrecision * size);
  return half * (1 + nearTie) + slack * size;
}

/** The unit of the place that is asked for, or of the student's own last place if that is finer; 0 without rounding. */
function roundingUnit(target: number, tolerance: Tolerance, places: Places | undefined): number {
  if (places === undefined) return 0;
  const { decimals, significant } = places;
  // `1170` may be a number rounded to tens.
  const own = decimals > 0 || significant === undefined ? decimals : decimals - (significant.max - significant.min);
  return Math.min(askedUnit(target, tolerance), 10 ** -own);
}

/** The unit of the place that is asked for; 0 without rounding. */
function askedUnit(target: number, tolerance: Tolerance): number {
  if ("decimals" in tolerance) return 10 ** -tolerance.decimals;
  if (!("significantFigures" in tolerance) || target === 0) return 0;
  return 10 ** (magnitude(target) - figures(tolerance) + 1);
}

function figures({ significantFigures, accuracy }: { significantFigures: number; accuracy?: number }): number {
  return accuracy ?? significantFigures;
}

/** Whether an answer is right to the figures that are asked for, whatever it says beyond them, where an author wants that. */
function isAccurate(value: number, target: number, tolerance: Tolerance): boolean {
  if (!("significantFigures" in tolerance) || target === 0) return false;
  if (tolerance.accuracy === undefined && tolerance.digits !== "atLeast") return false;
  const rounded = Number(target.toPrecision(figures(tolerance)));
  return Math.abs(value - rounded) < (askedUnit(target, tolerance) / 2) * (1 - nearTie);
}

/** Whether two numbers are the same but for the last digits of a double. */
export function isPrecise(value: number, target: number): boolean {
  return Math.abs(value - target) <= doublePrecision * Math.max(Math.abs(target), Math.abs(value) * 1e-3);
}

/** Whether only a computer's own rounding lies between two numbers, far below what is asked for. */
function isNoise(value: number, target: number, tolerance: Tolerance): boolean {
  const unit = askedUnit(target, tolerance);
  const distance = Math.abs(value - target);
  if ("decimals" in tolerance && distance <= noise * unit) return true;
  // Whoever writes a whole number has counted.
  const share = Number.isInteger(value) ? 0 : singlePrecision * Math.abs(target);
  return share <= farBelow * unit && distance <= share;
}

/** The decimal exponent of a number: 2 for 123, −3 for 0.00123; 0 for 0. */
export function magnitude(value: number): number {
  return value === 0 || !Number.isFinite(value) ? 0 : Number(value.toExponential().split("e")[1]);
}
