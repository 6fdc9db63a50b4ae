/**
 * Between which bounds the values of nodes lie, whatever the variables are within theirs, and which nodes have no value
 * at all. Knows graphs and bounds of leaves, no points: what it says is proven, what it does not say is open.
 */

import { CONSTANT, DEFINITION, type Graph, type Node, VARIABLE } from "../../engine/graph.ts";
import { codeOf, type OperationName, operations } from "../../engine/operations/table.ts";

/** A closed interval; undefined in place of one: no value at all. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export type Ranges = (node: Node) => Range | undefined;

export const everything: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** The ranges of the nodes of a graph, computed when asked for; `leaves` gives those of the variables. */
export function rangesOf(g: Graph, leaves: (leaf: Node) => Range | undefined): Ranges {
  const known: (Range | undefined)[] = [];
  const rangeOf = (node: Node): Range | undefined => {
    const code = g.code(node);
    if (code === VARIABLE) return leaves(node);
    if (code === CONSTANT) return { low: g.value(node), high: g.value(node) };
    const args: Range[] = [];
    for (const arg of g.args(node)) {
      const range = known[arg];
      if (range === undefined) return undefined;
      args.push(range);
    }
    if (code === DEFINITION) return args[0];
    const row = rows[code] as Row;
    const isSquare = code === MULTIPLY && args.length === 2 && g.arg(node, 0) === g.arg(node, 1);
    if (isSquare) args.fill(even(Math.abs)(args[0] as Range, zero) as Range);
    const folded = args.length > 2 ? args.reduce((x, y) => row(x, y) ?? everything) : row(...(args as [Range, Range]));
    if (folded === undefined || (isExact.has(code) && [...args, folded].every(isWhole))) return folded;
    return within(widened(folded), args.length === 1 ? (row(everything, everything) ?? everything) : everything);
  };
  return (node) => {
    // Arguments are older than what uses them, so nothing recurses.
    for (let next = known.length; next <= node; next++) known.push(rangeOf(next));
    return known[node];
  };
}

/** 1 or −1 if a range has no values of the other sign, else 0. */
export function signOf(range: Range | undefined): number {
  if (range === undefined) return 0;
  return range.low >= 0 ? 1 : range.high <= 0 ? -1 : 0;
}

const MULTIPLY = codeOf("multiply");

type Row = (x: Range, y: Range) => Range | undefined;

/** Operations that make whole numbers of whole numbers without rounding. */
const isExact = new Set(
  (
    [
      "add",
      "subtract",
      "multiply",
      "divide",
      "power",
      "negate",
      "relu",
      "step",
      "sign",
      "abs",
    ] satisfies OperationName[]
  ).map(codeOf),
);

function isWhole({ low, high }: Range): boolean {
  return [low, high].every((bound) => Number.isSafeInteger(bound) || !Number.isFinite(bound));
}

/** Room for the rounding of doubles. */
function widened({ low, high }: Range): Range {
  // Nothing but rounding makes zero of what is not zero.
  if (low === 0 && high === 0) return { low: -Number.MIN_VALUE, high: Number.MIN_VALUE };
  return { low: low - Math.abs(low) * slack, high: high + Math.abs(high) * slack };
}

const slack = 1e-14;

/** 0·∞ is no product of values: ∞ is only the bound of them. */
function product(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : x * y;
}

function hull(...ends: readonly number[]): Range {
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

function times(x: Range, y: Range): Range {
  return hull(product(x.low, y.low), product(x.low, y.high), product(x.high, y.low), product(x.high, y.high));
}

function inverse(y: Range): Range | undefined {
  if (y.low === 0 && y.high === 0) return undefined;
  if (y.low < 0 && y.high > 0) return everything;
  if (y.low === 0) return { low: 1 / y.high, high: Number.POSITIVE_INFINITY };
  if (y.high === 0) return { low: Number.NEGATIVE_INFINITY, high: 1 / y.low };
  return { low: 1 / y.high, high: 1 / y.low };
}

function quotient(x: Range, y: Range): Range | undefined {
  const over = inverse(y);
  return over && times(x, over);
}

const zero: Range = { low: 0, high: 0 };
const one: Range = { low: 1, high: 1 };
const nonnegative: Range = { low: 0, high: Number.POSITIVE_INFINITY };
const waves: Range = { low: -1, high: 1 };

/** The part of `x` within `domain`; undefined if there is none. */
function within(x: Range, domain: Range): Range | undefined {
  const low = Math.max(x.low, domain.low);
  const high = Math.min(x.high, domain.high);
  return low <= high ? { low, high } : undefined;
}

/** A function that never falls, on its domain. */
function rising(f: (x: number) => number, domain: Range = everything): Row {
  return (x) => {
    const inside = within(x, domain);
    return inside && { low: f(inside.low), high: f(inside.high) };
  };
}

function falling(f: (x: number) => number, domain: Range): Row {
  return (x) => {
    const inside = within(x, domain);
    return inside && { low: f(inside.high), high: f(inside.low) };
  };
}

/** An even function that never falls to the right of zero; with a negative `turn`, one that never rises there. */
function even(f: (x: number) => number): Row {
  return (x) => {
    const [near, far] = [x.low > 0 ? x.low : x.high < 0 ? -x.high : 0, Math.max(Math.abs(x.low), Math.abs(x.high))];
    return hull(f(near), f(far));
  };
}

/** A function between −1 and 1 of period 2π that is highest at `peak`. */
function wave(f: (x: number) => number, peak: number): Row {
  // Whether peak + shift + 2πk lies between two bounds, or too near to them to tell.
  const reaches = ({ low, high }: Range, shift: number) => {
    const turnsAt = (x: number) => (x - peak - shift) / (2 * Math.PI);
    return Math.floor(turnsAt(high) + 1e-9) >= Math.ceil(turnsAt(low) - 1e-9);
  };
  return (x) => {
    if (!(Math.max(Math.abs(x.low), Math.abs(x.high)) < 1e4)) return waves;
    const ends = hull(f(x.low), f(x.high));
    return { low: reaches(x, Math.PI) ? -1 : ends.low, high: reaches(x, 0) ? 1 : ends.high };
  };
}

function power(x: Range, y: Range): Range | undefined {
  if (y.low !== y.high) return x.high < 0 ? everything : x.low >= 0 ? nonnegative : everything;
  const n = y.low;
  if (n === 0) return one;
  if (n < 0) {
    const positive = power(x, { low: -n, high: -n });
    return positive && inverse(positive);
  }
  if (!Number.isInteger(n)) return rising((base) => base ** n, nonnegative)(x, y);
  return n % 2 === 0 ? even((base) => base ** n)(x, y) : rising((base) => base ** n)(x, y);
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const slopeOf = (f: (x: number) => number) => even((x) => (Number.isFinite(x) ? f(x) : 0));

const byName: Readonly<Partial<Record<OperationName, Row>>> = {
  constant: () => everything,
  variable: () => everything,
  definition: (x) => x,
  add: (x, y) => ({ low: x.low + y.low, high: x.high + y.high }),
  multiply: times,
  subtract: (x, y) => ({ low: x.low - y.high, high: x.high - y.low }),
  divide: quotient,
  negate: (x) => ({ low: -x.high, high: -x.low }),
  power,
  tanh: rising(Math.tanh),
  tanhSlope: slopeOf((x) => 1 / Math.cosh(x) ** 2),
  sigmoid: rising(sigmoid),
  sigmoidSlope: slopeOf((x) => sigmoid(x) * sigmoid(-x)),
  relu: rising((x) => Math.max(x, 0)),
  softplus: rising((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
  step: rising((x) => (x > 0 ? 1 : 0)),
  sign: rising(Math.sign),
  abs: even(Math.abs),
  exp: rising(Math.exp),
  // The logarithm has no value at 0, so an argument that is never larger has none.
  log: (x, y) => (x.high <= 0 ? undefined : rising(Math.log, nonnegative)(x, y)),
  sqrt: rising(Math.sqrt, nonnegative),
  sin: wave(Math.sin, Math.PI / 2),
  cos: wave(Math.cos, 0),
  tan: () => everything,
  sinh: rising(Math.sinh),
  cosh: even(Math.cosh),
  sech: slopeOf((x) => 1 / Math.cosh(x)),
  coth: (x, y) => quotient(one, rising(Math.tanh)(x, y) ?? zero),
  asin: rising(Math.asin, waves),
  acos: falling(Math.acos, waves),
  atan: rising(Math.atan),
  asinh: rising(Math.asinh),
  acosh: rising(Math.acosh, { low: 1, high: Number.POSITIVE_INFINITY }),
  atanh: (x, y) => (x.high <= -1 || x.low >= 1 ? undefined : rising(Math.atanh, waves)(x, y)),
};

const rows: readonly Row[] = operations.map(({ name }) => byName[name] ?? (() => everything));

/** Where an operation's one argument must lie for the operation to have a value. */
const domains: Readonly<Partial<Record<OperationName, Range>>> = {
  log: nonnegative,
  sqrt: nonnegative,
  asin: waves,
  acos: waves,
  atanh: waves,
  acosh: { low: 1, high: Number.POSITIVE_INFINITY },
};

/** The bounds that a formula's own operations set to the variables they are applied to. */
export function demandsOf(g: Graph, nodes: Iterable<Node>): ReadonlyMap<Node, Range> {
  const demands = new Map<Node, Range>();
  for (const node of nodes) {
    const domain = domains[(operations[g.code(node)] as (typeof operations)[number]).name];
    if (domain === undefined || g.code(g.arg(node, 0)) !== VARIABLE) continue;
    const leaf = g.arg(node, 0);
    demands.set(leaf, within(demands.get(leaf) ?? everything, domain) ?? { low: 0, high: 0 });
  }
  return demands;
}
