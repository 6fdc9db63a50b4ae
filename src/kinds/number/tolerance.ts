/** How exact a number must be, and whether rounding as asked explains the distance between two numbers. */

import type { Written } from "./literal.ts";

export type Tolerance =
  /** What it rounds to at n decimals must be right. */
  | { readonly decimals: number }
  | {
      /** How many significant figures the answer must show. */
      readonly significantFigures: number;
      /** To how many of them it must be right; all if absent. */
      readonly accuracy?: number;
      /** Default: `atLeast`. */
      readonly digits?: "exactly" | "atLeast";
    }
  | { readonly absolute: number }
  /** Share of the right value: 0.05 is 5 %. */
  | { readonly relative: number };

/** What a question asks that says nothing: three significant figures, or the exact number where that is shorter. */
export const defaultTolerance: Tolerance = { significantFigures: 3 };

/** Counts have no rounding. */
export const exactTolerance: Tolerance = { absolute: 0 };

/** Units in the last place that comparing may cost: 1.05 lies within 1 ± 5 %. */
const slack = 4 * Number.EPSILON;
/** How far, as a share of the value, a program in double precision may be off. */
const doublePrecision = 1e-13;
/** How near, as a share of the unit, counts as exactly between two neighbours. */
const nearTie = 1e-9;

/**
 * Whether two numbers are the same once rounded as asked: to two decimals 2.9999 is 3, and 2.7100 is 2.7121. More digits
 * than asked for are never worse than fewer. Half-way numbers may go either way: both are taught and programmed.
 */
export function roundsAlike(value: number, target: number, tolerance: Tolerance): boolean {
  if (isPrecise(value, target)) return true;
  const unit = askedUnit(target, tolerance);
  if (unit === 0) return Math.abs(value - target) <= halfUnit(target, tolerance);
  const own = askedUnit(value, tolerance) || unit;
  return [Math.floor(target / unit), Math.ceil(target / unit)].some(
    (whole) => isHalfAway(target, whole * unit, unit) && isHalfAway(value, whole * unit, own),
  );
}

function isHalfAway(value: number, rounded: number, unit: number): boolean {
  return Math.abs(value - rounded) <= unit * (0.5 + nearTie);
}

/** Whether all the digits shown are those of `target`: a mistake is named only if none of them speaks against it. */
export function agrees(value: number, target: number, tolerance: Tolerance, written: Written | undefined): boolean {
  return isPrecise(value, target) || Math.abs(value - target) <= halfUnit(target, tolerance, written);
}

/**
 * The largest distance from `target` that rounding explains, or that an absolute or relative tolerance allows: half a unit
 * of the place that is asked for, or of the last one `written` if that is finer.
 */
export function halfUnit(target: number, tolerance: Tolerance, written?: Written): number {
  const size = Math.abs(target);
  if ("absolute" in tolerance) return tolerance.absolute + slack * (size + tolerance.absolute);
  if ("relative" in tolerance) return (tolerance.relative + slack) * size;
  const asked = askedUnit(target, tolerance);
  const unit = written === undefined ? asked : Math.min(asked, lastUnit(written));
  return Math.max(unit / 2, doublePrecision * size) * (1 + nearTie) + slack * size;
}

/** The unit of the last place that a number shows: `1170` may be one rounded to tens. */
export function lastUnit({ decimals, significant }: Written): number {
  const zeros = decimals > 0 ? 0 : significant.max - significant.min;
  return tenTo(zeros - decimals);
}

/** The unit of the place that is asked for; 0 without rounding. */
function askedUnit(target: number, tolerance: Tolerance): number {
  if ("decimals" in tolerance) return tenTo(-tolerance.decimals);
  if (!("significantFigures" in tolerance) || target === 0) return 0;
  return 10 ** (magnitude(target) - (tolerance.accuracy ?? tolerance.significantFigures) + 1);
}

// The power function is slow where a number is compared with hundreds of others.
const powers = Array.from({ length: 33 }, (_, i) => 10 ** (i - 16));

function tenTo(power: number): number {
  return powers[power + 16] ?? 10 ** power;
}

/** Whether two numbers are the same but for the last digits of a double. */
export function isPrecise(value: number, target: number): boolean {
  return Math.abs(value - target) <= doublePrecision * Math.max(Math.abs(target), Math.abs(value) * 1e-3);
}

/** A number with at least four digits, and two more than are asked for; with fewer digits it is exact. */
export function shown(value: number, tolerance: Tolerance): string {
  const asked = "decimals" in tolerance ? magnitude(value) + 1 + tolerance.decimals : 4;
  const figures = "significantFigures" in tolerance ? tolerance.significantFigures : asked;
  const text = value.toPrecision(Math.min(15, Math.max(4, figures + 2)));
  return isPrecise(Number(text), value) ? String(Number(text)) : text;
}

/** A number rounded as asked; undefined where that is left open. */
export function rounded(value: number, tolerance: Tolerance): string | undefined {
  if ("decimals" in tolerance) return value.toFixed(tolerance.decimals);
  return "significantFigures" in tolerance ? value.toPrecision(tolerance.significantFigures) : undefined;
}

/** The decimal exponent of a number: 2 for 123, −3 for 0.00123; 0 for 0. */
export function magnitude(value: number): number {
  return value === 0 || !Number.isFinite(value) ? 0 : Number(value.toExponential().split("e")[1]);
}
