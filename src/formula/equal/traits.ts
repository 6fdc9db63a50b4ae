/**
 * What a comparison must know of each operation besides its value, its derivative and its bounds: a column each, and no
 * operation without all of them. Knows single operations, no formulas.
 */

import { type OperationName, operationNames } from "../../engine/operationCodes.ts";

/** Sizes of an argument, as powers of 2. */
interface Sizes {
  readonly from: number;
  readonly to: number;
}

/**
 * Where a function has a form of its own, apart from what it tends to: tanh x for small x looks like x, cosh x for large
 * x like e^x/2, with a difference that no number of digits at hand shows. Sizes of the argument.
 */
type OwnForm = (bits: number) => Sizes;

const anywhere: OwnForm = () => ({ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY });
const notSmall: OwnForm = (bits) => ({ from: -bits / 8, to: Number.POSITIVE_INFINITY });
const algebraic: OwnForm = (bits) => ({ from: -bits / 8, to: bits / 8 });
/** e^-2x counts up to x = bits/4 · ln 2 / 2. */
const exponential: OwnForm = (bits) => ({ from: -bits / 8, to: Math.log2((bits * Math.LN2) / 8) });

export interface Traits {
  /** What it does to the form of a formula. */
  readonly form: /** Analytic wherever its argument is. */
    | "smooth"
    /** Made of two pieces: on each side of zero it is the argument times a number, or a number. */
    | "pieces"
    /** Ends at zero, where two branches meet: √(x²) is |x|. */
    | "zero"
    /** The same at 1. */
    | "one"
    /** The same at 1 and −1. */
    | "ones"
    /** Has poles, so that its domain falls apart. */
    | "poles"
    /** Depends on its second argument. */
    | "divisor"
    | "exponent";
  readonly ownForm: OwnForm;
  /** How it rounds: not at all where there is room for all digits, correctly, or to a few of the last bits. */
  readonly rounding: "none" | "correct" | "few";
  /** Whether it is linear in each of its arguments, so that first-order error bounds are exact. */
  readonly linear: boolean;
  /** Whether every argument always counts in proportion, so that none can be lost. */
  readonly proportional: boolean;
  /** How its value becomes zero: by cancelling or by its piece, at single arguments, or only with an argument. */
  readonly zeros: "often" | "single" | "never";
  /** What it is on a piece: `sign` and `step` are numbers, `abs` and `relu` the argument times the same number. */
  readonly piece?: "step" | "sign" | "relu" | "abs";
  /** Whether its sign is that of the product of its arguments. */
  readonly keepsSign: boolean;
}

/** A function that is analytic wherever it has a value. */
const analytic = {
  form: "smooth",
  ownForm: anywhere,
  rounding: "few",
  linear: false,
  proportional: false,
  zeros: "never",
  keepsSign: false,
} as const satisfies Traits;
const exact = { ...analytic, rounding: "none" } as const;
const bilinear = { ...exact, linear: true } as const;

const byName: Readonly<Record<OperationName, Traits>> = {
  constant: analytic,
  variable: analytic,
  definition: { ...analytic, keepsSign: true },
  add: { ...bilinear, zeros: "often" },
  multiply: { ...bilinear, proportional: true, keepsSign: true },
  subtract: { ...bilinear, zeros: "often" },
  divide: { ...analytic, form: "divisor", rounding: "correct", proportional: true, keepsSign: true },
  negate: { ...bilinear, proportional: true, keepsSign: true },
  power: { ...analytic, form: "exponent" },
  tanh: { ...analytic, ownForm: exponential, keepsSign: true },
  tanhSlope: { ...analytic, ownForm: exponential },
  sigmoid: { ...analytic, ownForm: exponential },
  sigmoidSlope: { ...analytic, ownForm: exponential },
  relu: { ...analytic, form: "pieces", piece: "relu", zeros: "often" },
  softplus: { ...analytic, ownForm: exponential },
  step: { ...analytic, form: "pieces", piece: "step", zeros: "often" },
  sign: { ...analytic, form: "pieces", piece: "sign", zeros: "often", keepsSign: true },
  abs: { ...exact, form: "pieces", piece: "abs", proportional: true },
  exp: analytic,
  log: { ...analytic, form: "zero", zeros: "single" },
  sqrt: { ...analytic, form: "zero", rounding: "correct", proportional: true },
  sin: { ...analytic, ownForm: notSmall },
  cos: { ...analytic, ownForm: notSmall, zeros: "single" },
  tan: { ...analytic, form: "poles", ownForm: notSmall },
  sinh: { ...analytic, ownForm: exponential, keepsSign: true },
  cosh: { ...analytic, ownForm: exponential },
  sech: { ...analytic, ownForm: exponential },
  coth: { ...analytic, form: "zero", ownForm: exponential },
  asin: { ...analytic, form: "ones", ownForm: algebraic, keepsSign: true },
  acos: { ...analytic, form: "ones", ownForm: algebraic, zeros: "single" },
  atan: { ...analytic, ownForm: algebraic, keepsSign: true },
  asinh: { ...analytic, ownForm: algebraic, keepsSign: true },
  acosh: { ...analytic, form: "one", ownForm: algebraic, zeros: "single" },
  atanh: { ...analytic, form: "ones", ownForm: algebraic, keepsSign: true },
};

/** By code. */
export const traits: readonly Traits[] = operationNames.map((name) => byName[name]);
