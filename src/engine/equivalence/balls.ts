/**
 * Values with rigorous error bounds: every node of a graph as value ± error, in any number system. Knows graphs and
 * where leaves get their values from, not which formulas are compared.
 *
 * Errors are propagated to first order with the slopes of the table's own derivative rules. What first order cannot
 * bound (a pole or an edge of the domain within reach of the error) becomes `unclear`, never a number.
 */

import { CONSTANT, DEFINITION, type Graph, type Node, VARIABLE } from "../graph.ts";
import { codeOf } from "../operationCodes.ts";
import { operations } from "../operations.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { slopesOf } from "./slopes.ts";

/** From best to worst; a result is at least as bad as its worst argument. */
export const state = {
  fine: 0,
  /** Right, but an argument hardly changed the value (x + 1e-17, tanh(40)): says little about the formula. */
  absorbed: 1,
  /** Not enough digits to know anything. */
  unclear: 2,
  /** Certainly not defined here. */
  undefined: 3,
} as const;

export interface Ball<N> {
  readonly value: N;
  readonly error: N;
  readonly state: number;
}

/** The value of a leaf; undefined if it has none. */
export type Leaves<N> = (node: Node) => Ball<N> | undefined;

/** On which piece operations defined piece by piece are evaluated, by their argument: 1 above zero, 0 below. */
export type Pieces = ReadonlyMap<Node, number>;

/** Evaluates nodes of a graph on demand; the graph may grow between two calls. */
export class Balls<N> {
  readonly #graph: Graph;
  readonly #arithmetic: Arithmetic<N>;
  readonly #leaves: Leaves<N>;
  readonly #pieces: Pieces | undefined;
  readonly #known: (Ball<N> | undefined)[] = [];

  /** @param pieces where an argument is listed, its piece is used even if its value lies on the other */
  constructor(graph: Graph, arithmetic: Arithmetic<N>, leaves: Leaves<N>, pieces?: Pieces) {
    this.#graph = graph;
    this.#arithmetic = arithmetic;
    this.#leaves = leaves;
    this.#pieces = pieces;
  }

  at(root: Node): Ball<N> {
    const known = this.#known[root];
    if (known !== undefined) return known;
    for (const node of this.#missing(root)) this.#known[node] = this.#evaluate(node);
    return this.#known[root] as Ball<N>;
  }

  /** The smallest size of the values of `nodes`, leaving out what may be zero. */
  smallest(nodes: Iterable<Node>): number {
    const { rough } = this.#arithmetic;
    let least = Number.POSITIVE_INFINITY;
    for (const node of nodes) {
      const ball = this.at(node);
      if (ball.state >= state.unclear || !rough.less(ball.error, rough.absolute(ball.value))) continue;
      least = Math.min(least, Math.abs(rough.toNumber(ball.value)));
    }
    return least;
  }

  /** The nodes that `root` needs and that have no value yet, in order. */
  #missing(root: Node): readonly Node[] {
    const { first, args } = this.#graph.tape();
    const needed = new Set<Node>([root]);
    const stack = [root];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      const end = first[node + 1] as number;
      for (let i = first[node] as number; i < end; i++) {
        const arg = args[i] as Node;
        if (this.#known[arg] !== undefined || needed.has(arg)) continue;
        needed.add(arg);
        stack.push(arg);
      }
    }
    return [...needed].sort((a, b) => a - b);
  }

  #evaluate(node: Node): Ball<N> {
    const graph = this.#graph;
    const code = graph.code(node);
    if (code === VARIABLE) return this.#leaves(node) ?? without(this.#arithmetic, state.undefined);
    if (code === CONSTANT) return constantBall(this.#arithmetic, String(graph.value(node)));
    const a = this.#known[graph.arg(node, 0)] as Ball<N>;
    if (code === DEFINITION) return a;
    const count = graph.argCount(node);
    const piece = this.#pieces?.get(graph.arg(node, 0));
    if (piece !== undefined && count === 1) {
      const forced = pieceOf(this.#arithmetic, code, a, piece);
      if (forced !== undefined) return forced;
    }
    if (count === 1) return applied(this.#arithmetic, code, [a]);
    let folded = a;
    for (let i = 1; i < count; i++)
      folded = applied(this.#arithmetic, code, [folded, this.#known[graph.arg(node, i)] as Ball<N>]);
    return folded;
  }
}

/** A piece as an analytic function of its argument, beyond where it holds; undefined: the operation has no pieces. */
function pieceOf<N>(arithmetic: Arithmetic<N>, code: number, a: Ball<N>, piece: number): Ball<N> | undefined {
  if (!hasPieces.has(code)) return undefined;
  if (a.state >= state.unclear) return without(arithmetic, a.state);
  // What is zero all over a piece stays so: both sides agree there. At generic points nothing else looks like zero.
  if (mayBeZero(arithmetic, a)) return exactBall(arithmetic, 0);
  const factor = exactBall(arithmetic, signedPieces.has(code) ? 2 * piece - 1 : piece);
  return jumps.has(code) ? factor : applied(arithmetic, MULTIPLY, [a, factor]);
}

/** A literal as written, with its rounding error unless it is exact. */
export function constantBall<N>(arithmetic: Arithmetic<N>, text: string): Ball<N> {
  const { rough } = arithmetic;
  const value = arithmetic.literal(text);
  // 1e-400 is no zero, even if it looks like one here.
  const isLost = arithmetic.isZero(value) && isNonzero(text);
  if (!arithmetic.isFinite(value) || isLost) return without(arithmetic, state.unclear);
  const error = arithmetic.isShort(value) ? rough.number(0) : lastBits(arithmetic, value, 1);
  return { value, error, state: state.fine };
}

/** Whether a literal has a digit other than 0 before its exponent. */
export function isNonzero(text: string): boolean {
  return /^[^eE]*[1-9]/.test(text);
}

/** A number that is meant exactly. */
export function exactBall<N>(arithmetic: Arithmetic<N>, value: number): Ball<N> {
  return { value: arithmetic.number(value), error: arithmetic.rough.number(0), state: state.fine };
}

/** |value| · 2^(spare − bits). */
function lastBits<N>(arithmetic: Arithmetic<N>, value: N, spare: number): N {
  const { rough } = arithmetic;
  return rough.absolute(rough.scale(rough.add(value, rough.number(0)), spare - arithmetic.bits));
}

function without<N>(arithmetic: Arithmetic<N>, reason: number): Ball<N> {
  const nothing = arithmetic.number(Number.NaN);
  return { value: nothing, error: nothing, state: reason };
}

const exactCodes = new Set([codeOf("add"), codeOf("subtract"), codeOf("multiply"), codeOf("negate"), codeOf("abs")]);
const linear = new Set([codeOf("add"), codeOf("subtract"), codeOf("negate"), codeOf("multiply")]);
const correctlyRounded = new Set([...linear, codeOf("divide"), codeOf("sqrt")]);
const jumps = new Set([codeOf("step"), codeOf("sign")]);
const mayVanish = new Set([...jumps, codeOf("add"), codeOf("subtract"), codeOf("relu")]);
const signedPieces = new Set([codeOf("sign"), codeOf("abs")]);
const hasPieces = new Set([...jumps, codeOf("relu"), codeOf("abs")]);
const DIVIDE = codeOf("divide");
const POWER = codeOf("power");
const COTH = codeOf("coth");

/** One operation on one or two balls. */
export function applied<N>(arithmetic: Arithmetic<N>, code: number, args: readonly Ball<N>[]): Ball<N> {
  let worst: number = state.fine;
  for (const arg of args) if (arg.state > worst) worst = arg.state;
  if (worst >= state.unclear) return without(arithmetic, worst);
  const values = args.map((arg) => arg.value);
  const value = arithmetic.apply(code, values);
  if (!arithmetic.isFinite(value)) return nowhere(arithmetic, code, args, value);
  if (arithmetic.isTiny(value) && !mayVanish.has(code) && !values.some((x) => arithmetic.isZero(x)))
    if (!isExactZero(arithmetic, code, value)) return without(arithmetic, state.unclear);
  const error = errorOf(arithmetic, code, args, values, value);
  if (error === undefined) return without(arithmetic, state.unclear);
  return { value, error, state: worst === state.fine && isAbsorbed(arithmetic, code, args, value) ? 1 : worst };
}

/** log(1), acos(1), acosh(1): zero without underflow. */
function isExactZero<N>(arithmetic: Arithmetic<N>, code: number, value: N): boolean {
  return arithmetic.isZero(value) && vanishing.has(code);
}

const vanishing = new Set([codeOf("log"), codeOf("acos"), codeOf("acosh"), codeOf("cos")]);

/** What has no finite value: undefined if the arguments leave no doubt, else unclear. */
function nowhere<N>(arithmetic: Arithmetic<N>, code: number, args: readonly Ball<N>[], value: N): Ball<N> {
  const { rough } = arithmetic;
  const exact = args.every((arg) => rough.isZero(arg.error));
  const zeros = args.map((arg) => arithmetic.isZero(arg.value) && rough.isZero(arg.error));
  if (!arithmetic.isNaN(value)) {
    // A pole has a zero argument (1/0, log 0, 0^-1); anything else is an overflow.
    return without(arithmetic, zeros.some(Boolean) ? state.undefined : state.unclear);
  }
  if (exact || (code === DIVIDE && zeros[1])) return without(arithmetic, state.undefined);
  if (code === POWER && nearInteger(arithmetic, args[1] as Ball<N>)) return without(arithmetic, state.unclear);
  const doubt = corners(arithmetic, args).some((corner) => !arithmetic.isNaN(arithmetic.apply(code, corner)));
  return without(arithmetic, doubt ? state.unclear : state.undefined);
}

function nearInteger<N>(arithmetic: Arithmetic<N>, { value, error }: Ball<N>): boolean {
  if (arithmetic.rough.isZero(error)) return arithmetic.isInteger(value);
  const x = arithmetic.toNumber(value);
  return Math.abs(x - Math.round(x)) <= Math.max(1e-9, arithmetic.toNumber(error));
}

/** The values at the ends of the arguments' intervals. */
function corners<N>(arithmetic: Arithmetic<N>, args: readonly Ball<N>[]): readonly N[][] {
  let result: N[][] = [[]];
  for (const { value, error } of args) {
    const ends = arithmetic.rough.isZero(error)
      ? [value]
      : [arithmetic.add(value, error), arithmetic.add(value, arithmetic.scale(negated(arithmetic, error), 0))];
    result = result.flatMap((corner) => ends.map((end) => [...corner, end]));
  }
  return result;
}

function negated<N>(arithmetic: Arithmetic<N>, x: N): N {
  return arithmetic.multiply(arithmetic.number(-1), x);
}

/** The bound of |computed − true|; undefined if there is none. */
function errorOf<N>(
  arithmetic: Arithmetic<N>,
  code: number,
  args: readonly Ball<N>[],
  values: readonly N[],
  value: N,
): N | undefined {
  const { rough } = arithmetic;
  const isExact = exactCodes.has(code) && args.every((arg) => rough.isZero(arg.error) && arithmetic.isShort(arg.value));
  let error = isExact ? rough.number(0) : lastBits(arithmetic, value, correctlyRounded.has(code) ? 1 : 4);
  if (isExact || args.every((arg) => rough.isZero(arg.error)))
    return isExactQuotient(arithmetic, code, args, value) ? rough.number(0) : error;
  const wide = !linear.has(code) && args.some((arg) => isWide(arithmetic, arg));
  if (wide && crossesPole(arithmetic, code, args)) return undefined;
  const points = wide ? [values, ...corners(arithmetic, args)] : [values];
  for (const [i, arg] of args.entries()) {
    if (rough.isZero(arg.error)) continue;
    const slope = slopesOf(code, args.length)[i];
    if (slope === undefined) continue;
    let steepest = rough.number(0);
    for (const point of points) {
      const here = rough.absolute(slope(rough, point));
      if (!rough.isFinite(here)) return undefined;
      if (rough.less(steepest, here)) steepest = here;
    }
    error = rough.add(error, rough.multiply(steepest, arg.error));
  }
  if (code === MULTIPLY)
    error = rough.add(error, rough.multiply((args[0] as Ball<N>).error, (args[1] as Ball<N>).error));
  return rough.isFinite(error) ? error : undefined;
}

const MULTIPLY = codeOf("multiply");

/** 6/3 = 2 without error: exponents like (1+1)/2 must stay integers. */
function isExactQuotient<N>(arithmetic: Arithmetic<N>, code: number, args: readonly Ball<N>[], value: N): boolean {
  const [a, b] = args;
  if (code !== DIVIDE || a === undefined || b === undefined) return false;
  if (![a.value, b.value, value].every((x) => arithmetic.isShort(x))) return false;
  return arithmetic.isZero(arithmetic.add(arithmetic.multiply(value, b.value), negated(arithmetic, a.value)));
}

/** Whether the error is so large relative to the value that slopes may change within it. */
function isWide<N>(arithmetic: Arithmetic<N>, { value, error }: Ball<N>): boolean {
  const { rough } = arithmetic;
  return !rough.less(error, rough.scale(rough.absolute(value), -10)) && !rough.isZero(error);
}

function mayBeZero<N>({ rough }: Arithmetic<N>, { value, error }: Ball<N>): boolean {
  return !rough.less(error, rough.absolute(value));
}

/** Whether an argument's interval contains a place where the operation jumps or has a pole. */
function crossesPole<N>(arithmetic: Arithmetic<N>, code: number, args: readonly Ball<N>[]): boolean {
  const [a, b] = args as [Ball<N>, Ball<N>];
  if (code === DIVIDE) return mayBeZero(arithmetic, b);
  if (code === COTH || jumps.has(code)) return mayBeZero(arithmetic, a);
  if (code !== POWER || !mayBeZero(arithmetic, a)) return false;
  const whole = arithmetic.rough.isZero(b.error) && arithmetic.isInteger(b.value);
  return !whole || !(arithmetic.toNumber(b.value) >= 1);
}

/**
 * Where a function has a form of its own, apart from what it tends to: tanh x for small x looks like x, cosh x for large
 * x like e^x/2, with a difference that no number of digits at hand shows. Sizes of the argument, as powers of 2.
 */
type Range = (bits: number) => { readonly from: number; readonly to: number };

const anywhere: Range = () => ({ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY });
const notSmall: Range = (bits) => ({ from: -bits / 8, to: Number.POSITIVE_INFINITY });
const algebraic: Range = (bits) => ({ from: -bits / 8, to: bits / 8 });
/** e^-2x counts up to x = bits/4 · ln 2 / 2. */
const exponential: Range = (bits) => ({ from: -bits / 8, to: Math.log2((bits * Math.LN2) / 8) });

/** By operation of one argument. */
export const ownForm: Readonly<Record<string, Range>> = {
  definition: anywhere,
  negate: anywhere,
  relu: anywhere,
  step: anywhere,
  sign: anywhere,
  abs: anywhere,
  exp: anywhere,
  log: anywhere,
  sqrt: anywhere,
  sin: notSmall,
  cos: notSmall,
  tan: notSmall,
  asin: algebraic,
  acos: algebraic,
  atan: algebraic,
  asinh: algebraic,
  acosh: algebraic,
  atanh: algebraic,
  tanh: exponential,
  tanhSlope: exponential,
  sigmoid: exponential,
  sigmoidSlope: exponential,
  softplus: exponential,
  sinh: exponential,
  cosh: exponential,
  sech: exponential,
  coth: exponential,
};

const rangeOf = operations.map(({ name }) => ownForm[name] ?? anywhere);

/** Whether the value says little about some argument or about the operation itself. */
function isAbsorbed<N>(arithmetic: Arithmetic<N>, code: number, args: readonly Ball<N>[], value: N): boolean {
  if (isTransparent.has(code)) return false;
  const { rough, bits } = arithmetic;
  const { from, to } = (rangeOf[code] as Range)(bits);
  const [{ value: first }] = args as [Ball<N>];
  if (code === POWER && isMeantExactly(arithmetic, args as readonly [Ball<N>, Ball<N>])) return false;
  if (from !== Number.NEGATIVE_INFINITY && !arithmetic.isZero(first)) {
    const size = rough.absolute(first);
    if (rough.less(size, rough.number(2 ** from))) return true;
    if (to !== Number.POSITIVE_INFINITY && rough.less(rough.number(2 ** to), size)) return true;
  }
  const threshold = rough.scale(rough.absolute(value), -Math.floor(bits / 4));
  const slopes = slopesOf(code, args.length);
  const values = args.map((arg) => arg.value);
  return args.some((arg, i) => {
    const slope = slopes[i];
    if (slope === undefined || arithmetic.isZero(arg.value)) return false;
    // What may be zero has nothing that could be lost.
    if (!rough.less(arg.error, rough.absolute(arg.value))) return false;
    return rough.less(rough.absolute(rough.multiply(slope(rough, values), arg.value)), threshold);
  });
}

/** A whole exponent (x^0 and 1^2 lose nothing) or the base 1. */
function isMeantExactly<N>(arithmetic: Arithmetic<N>, [base, exponent]: readonly [Ball<N>, Ball<N>]): boolean {
  const { rough } = arithmetic;
  if (rough.isZero(exponent.error) && arithmetic.isInteger(exponent.value)) return true;
  return rough.isZero(base.error) && arithmetic.isZero(arithmetic.add(base.value, arithmetic.number(-1)));
}

/** Every argument always counts in proportion. */
const isTransparent = new Set(
  operations.flatMap(({ name }, code) =>
    ["multiply", "divide", "negate", "abs", "sqrt"].includes(name) ? [code] : [],
  ),
);
