/**
 * What a comparison must know of each operation besides its value, its derivative and its bounds: a column each, and no
 * operation without all of them. Knows single operations, no formulas.
 */

import { type OperationName, operations } from "../../engine/operations/table.ts";

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

const forms: Readonly<Partial<Record<OperationName, Traits["form"]>>> = {
  ...{ divide: "divisor", power: "exponent", log: "zero", sqrt: "zero", cbrt: "zero", coth: "zero", csch: "zero" },
  ...{
    tan: "poles",
    sec: "poles",
    csc: "poles",
    cot: "poles",
    asin: "ones",
    acos: "ones",
    acosh: "one",
    atanh: "ones",
  },
};
const keepsSign = new Set<OperationName>([
  ...([
    "definition",
    "multiply",
    "divide",
    "negate",
    "tanh",
    "sign",
    "sinh",
    "asin",
    "atan",
    "asinh",
    "atanh",
  ] as const),
]);
const pieces: readonly OperationName[] = ["step", "sign", "relu", "abs"];

/** By code. */
export const traits: readonly Traits[] = operations.map((row) => ({
  form: forms[row.name] ?? (row.branches ? "pieces" : "smooth"),
  ownForm: row.resembles ? exponential : anywhere,
  rounding: row.rounding === "exact" ? "none" : row.rounding === "correct" ? "correct" : "few",
  linear: ["add", "multiply", "subtract", "negate"].includes(row.name),
  proportional: row.proportional === true,
  zeros: row.vanishes === "cancelling" || (row.branches && row.name !== "abs") ? "often" : (row.vanishes ?? "never"),
  ...(pieces.includes(row.name) && { piece: row.name as "step" }),
  keepsSign: keepsSign.has(row.name),
}));
