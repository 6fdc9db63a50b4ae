/** How exact a number must be, as an exercise says it, and whether a number is that exact. Knows no reading of answers. */

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
export interface Places {
  readonly decimals: number;
  readonly significant?: { readonly min: number; readonly max: number };
}

/** No place of its own: the one that is asked for counts. */
export const anyPlace: Places = { decimals: Number.NEGATIVE_INFINITY };

/** Units in the last place that comparing may cost: 1.05 lies within 1 ± 5 %. */
const slack = 4 * Number.EPSILON;

/** How far a reference or an honest computation of it may be off, as shares of its value. */
export interface Trust {
  /** In double precision; more digits are compared at this many. */
  readonly double: number;
  /** In single precision, which shows only where it cannot matter: far below the place that is asked for. */
  readonly single: number;
}

/** A number that is stated, or counted: as good as a double can hold it. */
export const statedTrust: Trust = { double: slack, single: slack };

/** The result of a forward or backward pass, by a program in double or single precision. */
export const computedTrust: Trust = { double: 1e-12, single: 2 ** -21 };

/** What share of the unit that is asked for is far below it. */
const farBelow = 0.01;

/** What share of a decimal unit is surely noise of computing, also where the value itself is 0. */
const noise = 1e-10;

/** How near, as a share of half a unit, counts as exactly between two neighbours. */
const nearTie = 1e-9;

/** Whether honest rounding explains the distance between `value` and `target`; absent `places` are those of a formula. */
export function agrees(
  value: number,
  target: number,
  tolerance: Tolerance,
  places: Places | undefined,
  trust: Trust,
): boolean {
  if (isPrecise(value, target, trust) || isNoise(value, target, tolerance, trust)) return true;
  const distance = Math.abs(value - target);
  const most = halfUnit(target, tolerance, places, trust);
  if (distance > most) return isAccurate(value, target, tolerance);
  const unit = roundingUnit(target, tolerance, places);
  if (distance < (unit / 2) * (1 - nearTie)) return true;
  // Half-way numbers go up, or to the even digit; both are taught and programmed.
  return unit === 0 || Math.abs(value) >= Math.abs(target) || Math.round(Math.abs(value) / unit) % 2 === 0;
}

/** The largest distance from `target` that counts as right: half a unit, or what an absolute or relative tolerance says. */
export function halfUnit(
  target: number,
  tolerance: Tolerance,
  places: Places | undefined,
  trust: Trust = computedTrust,
): number {
  const size = Math.abs(target);
  if ("absolute" in tolerance) return tolerance.absolute + slack * (size + tolerance.absolute);
  if ("relative" in tolerance) return tolerance.relative * size + slack * size;
  const unit = roundingUnit(target, tolerance, places);
  return Math.max(unit / 2, trust.double * size) * (1 + nearTie) + slack * size;
}

/** The unit of the place that is asked for, or of the student's own last place if that is finer; 0 without rounding. */
function roundingUnit(target: number, tolerance: Tolerance, places: Places | undefined): number {
  // A formula shows no digits: its value is compared as it is.
  return places === undefined ? 0 : Math.min(askedUnit(target, tolerance), 10 ** -coarsest(places));
}

/** The unit of the place that is asked for; 0 without rounding. */
function askedUnit(target: number, tolerance: Tolerance): number {
  if ("absolute" in tolerance || "relative" in tolerance) return 0;
  if ("decimals" in tolerance) return 10 ** -tolerance.decimals;
  return target === 0 ? 0 : unitOfFigure(target, figures(tolerance));
}

/** `1170` may be a number rounded to tens. */
function coarsest({ decimals, significant }: Places): number {
  return decimals > 0 || significant === undefined ? decimals : decimals - (significant.max - significant.min);
}

/** Whether an answer is right to the figures that are asked for, whatever it says beyond them, where an author wants that. */
function isAccurate(value: number, target: number, tolerance: Tolerance): boolean {
  if (!("significantFigures" in tolerance) || target === 0) return false;
  if (tolerance.accuracy === undefined && tolerance.digits !== "atLeast") return false;
  const unit = unitOfFigure(target, figures(tolerance));
  const rounded = Number(target.toPrecision(figures(tolerance)));
  return Math.abs(value - rounded) < (unit / 2) * (1 - nearTie);
}

function figures(tolerance: { readonly significantFigures: number; readonly accuracy?: number }): number {
  return tolerance.accuracy ?? tolerance.significantFigures;
}

function unitOfFigure(target: number, figure: number): number {
  return 10 ** (magnitude(target) - figure + 1);
}

/** Whether two numbers are the same but for the last digits of a double. */
export function isPrecise(value: number, target: number, { double }: Trust): boolean {
  return Math.abs(value - target) <= double * Math.max(Math.abs(target), Math.abs(value) * 1e-3);
}

/** Whether only a computer's own rounding lies between two numbers, far below what is asked for. */
function isNoise(value: number, target: number, tolerance: Tolerance, { single }: Trust): boolean {
  const unit = askedUnit(target, tolerance);
  const distance = Math.abs(value - target);
  if ("decimals" in tolerance && distance <= noise * unit) return true;
  const share = single * Math.abs(target);
  return share <= farBelow * unit && distance <= share;
}

/** The decimal exponent of a number: 2 for 123, −3 for 0.00123; 0 for 0. */
export function magnitude(value: number): number {
  return value === 0 || !Number.isFinite(value) ? 0 : Number(value.toExponential().split("e")[1]);
}
