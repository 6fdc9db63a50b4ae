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

/** Digits of a double that a forward pass can be trusted with; more digits are compared at this many. */
const reliable = 1e-12;

/** How near, as a share of half a unit, counts as exactly between two neighbours. */
const nearTie = 1e-9;

/** Whether honest rounding explains the distance between `value` and `target`; absent `places` are those of a formula. */
export function agrees(value: number, target: number, tolerance: Tolerance, places: Places | undefined): boolean {
  if (isPrecise(value, target)) return true;
  const distance = Math.abs(value - target);
  const most = halfUnit(target, tolerance, places);
  if (distance > most) return isAccurate(value, target, tolerance);
  const unit = roundingUnit(target, tolerance, places);
  if (distance < (unit / 2) * (1 - nearTie)) return true;
  // Half-way numbers go up, or to the even digit; both are taught and programmed.
  return unit === 0 || Math.abs(value) >= Math.abs(target) || Math.round(Math.abs(value) / unit) % 2 === 0;
}

/** The largest distance from `target` that counts as right: half a unit, or what an absolute or relative tolerance says. */
export function halfUnit(target: number, tolerance: Tolerance, places: Places | undefined): number {
  const size = Math.abs(target);
  if ("absolute" in tolerance) return tolerance.absolute + slack * (size + tolerance.absolute);
  if ("relative" in tolerance) return tolerance.relative * size + slack * size;
  const unit = roundingUnit(target, tolerance, places);
  return Math.max(unit / 2, reliable * size) * (1 + nearTie) + slack * size;
}

/** The unit of the place that is asked for, or of the student's own last place if that is finer; 0 without rounding. */
function roundingUnit(target: number, tolerance: Tolerance, places: Places | undefined): number {
  if ("absolute" in tolerance || "relative" in tolerance) return 0;
  if (target === 0 && !("decimals" in tolerance)) return 0;
  const asked = "decimals" in tolerance ? 10 ** -tolerance.decimals : unitOfFigure(target, figures(tolerance));
  // A formula shows no digits: its value is compared as it is.
  return places === undefined ? 0 : Math.min(asked, 10 ** -coarsest(places));
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
export function isPrecise(value: number, target: number): boolean {
  return Math.abs(value - target) <= reliable * Math.max(Math.abs(target), Math.abs(value) * 1e-3);
}

/** The decimal exponent of a number: 2 for 123, −3 for 0.00123; 0 for 0. */
export function magnitude(value: number): number {
  return value === 0 || !Number.isFinite(value) ? 0 : Number(value.toExponential().split("e")[1]);
}
