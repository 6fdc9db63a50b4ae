/** How exact a number must be, as an exercise says it. Knows no answer. */

export type Tolerance =
  /** Right to n decimals; more are welcome if they are right. */
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

/** Digits of a double that a forward pass can be trusted with; more digits are compared at this many. */
const reliable = 1e-12;

/**
 * The largest distance from `target` that honest rounding explains: half a unit of the place that is asked for, or of
 * the student's own last place if that is finer. A tie may be rounded either way.
 */
export function halfUnit(
  target: number,
  tolerance: Tolerance,
  written: { readonly decimals: number } | undefined,
): number {
  const size = Math.abs(target);
  if ("absolute" in tolerance) return tolerance.absolute + slack * (size + tolerance.absolute);
  if ("relative" in tolerance) return tolerance.relative * size + slack * size;
  const asked =
    "decimals" in tolerance
      ? 10 ** -tolerance.decimals
      : 10 ** (magnitude(target) - (tolerance.accuracy ?? tolerance.significantFigures) + 1);
  const isLoose = "accuracy" in tolerance && tolerance.accuracy !== undefined;
  // A formula shows no digits: its value is compared as it is.
  const own = isLoose ? asked : written === undefined ? 0 : 10 ** -written.decimals;
  const unit = target === 0 && !("decimals" in tolerance) ? 0 : Math.min(asked, own);
  return Math.max(unit / 2, reliable * size) * (1 + 1e-9) + slack * size;
}

/** Whether two numbers are the same but for the last digits of a double. */
export function isPrecise(value: number, target: number): boolean {
  return Math.abs(value - target) <= reliable * Math.max(Math.abs(target), Math.abs(value) * 1e-3);
}

/** The decimal exponent of a number: 2 for 123, −3 for 0.00123; 0 for 0. */
export function magnitude(value: number): number {
  return value === 0 || !Number.isFinite(value) ? 0 : Number(value.toExponential().split("e")[1]);
}
