/**
 * Where a formula may change its form: at the conditions of what is defined piece by piece (relu, abs, …), and at the
 * edges at which roots, logarithms and inverse functions end or are glued together. Between such places a formula is
 * analytic: what holds at a generic point holds all over. Knows graphs, neither points nor verdicts.
 */

import { type Graph, type Node, VARIABLE } from "../../engine/graph.ts";
import { codeOf } from "../../engine/operations/table.ts";
import { type Traits, traits } from "./traits.ts";

const firstFunction = codeOf("power");

/** A node whose sign says on which side of an edge a point lies. */
interface Edge {
  readonly node: Node;
  /** The height above the edge, from the value of the node. */
  readonly height: (value: number) => number;
}

export interface Turns {
  /** Arguments of piecewise operations. */
  readonly conditions: readonly Node[];
  readonly edges: readonly Edge[];
  /** Whether the formula is analytic all over its domain, and that domain in one piece. */
  readonly isSmooth: boolean;
}

const zero = (value: number) => value;
const heights: Readonly<Partial<Record<Traits["form"], Edge["height"]>>> = {
  zero,
  one: (value) => value - 1,
  ones: (value) => 1 - Math.abs(value),
};

/** The turns among `nodes`, which must hold all that they are computed from. */
export function turnsOf(g: Graph, nodes: Iterable<Node>): Turns {
  const conditions = new Set<Node>();
  const edges = new Map<Node, Edge>();
  const bases = new Set<Node>();
  const poles = new Set<Node>();
  const underFunctions = new Set<Node>();
  let isSmooth = true;
  for (const node of [...nodes].sort((a, b) => b - a)) {
    const code = g.code(node);
    const { form } = traits[code] as Traits;
    const args = g.args(node);
    if (code >= firstFunction || underFunctions.has(node)) for (const arg of args) underFunctions.add(arg);
    const [first = node, second = node] = args;
    const height = heights[form];
    if (form === "pieces") conditions.add(first);
    if (height !== undefined) edges.set(first, { node: first, height });
    if (form === "poles") isSmooth = false;
    // 1/x alone is a quotient of analytic functions; within a function its two sides may be glued as one likes.
    if (form === "divisor" && underFunctions.has(node)) poles.add(second);
    if (form !== "exponent") continue;
    const exponent = exponentOf(g, second);
    if (!Number.isInteger(exponent)) edges.set(first, { node: first, height: zero });
    else if (exponent % 2 === 0) bases.add(first);
    if (exponent < 0 && underFunctions.has(node)) poles.add(first);
  }
  if (edges.size > 0) for (const base of bases) edges.set(base, { node: base, height: zero });
  for (const pole of poles) if (!g.isConstant(pole)) edges.set(pole, { node: pole, height: zero });
  return {
    conditions: [...conditions].filter((node) => !g.isConstant(node)),
    edges: [...edges.values()],
    isSmooth: isSmooth && edges.size === 0 && conditions.size === 0,
  };
}

/** The exponent of a power, NaN unless it is a number as it stands; 1/2, −2 and 10^10 are. */
function exponentOf(g: Graph, node: Node, depth = 4): number {
  if (g.isConstant(node)) return g.value(node);
  const code = g.code(node);
  if (code === VARIABLE || depth === 0 || g.argCount(node) > 2) return Number.NaN;
  const values = g.args(node).map((arg) => exponentOf(g, arg, depth - 1)) as [number, number];
  if (code === NEGATE) return -values[0];
  if (code === DIVIDE && g.args(node).every((arg) => g.isConstant(arg))) return values[0] / values[1];
  const value = code === POWER ? values[0] ** values[1] : code === MULTIPLY ? values[0] * values[1] : Number.NaN;
  // Whole numbers only, as these are exact.
  return [...values, value].every(Number.isSafeInteger) ? value : Number.NaN;
}

const NEGATE = codeOf("negate");
const DIVIDE = codeOf("divide");
const POWER = codeOf("power");
const MULTIPLY = codeOf("multiply");
