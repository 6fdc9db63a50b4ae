/**
 * Computes a number again from what the student said earlier: from right but rounded values, from values rounded on
 * the way, and from wrong ones (a carried error). Knows the model's graph, which tells what depends on what.
 */

import type { RoundedValue } from "../answers/number.ts";
import type { Tolerance } from "../answers/tolerance.ts";
import { anyPlace, halfUnit, magnitude } from "../answers/tolerance.ts";
import type { EvaluateOptions } from "../engine/evaluate.ts";
import { DEFINITION, type Graph, type Node, VARIABLE } from "../engine/graph.ts";
import { printName } from "../engine/print.ts";
import type { Derivation } from "../exercises/derivation.ts";
import type { GraphNumber } from "../exercises/reference.ts";

/** A value that the student stated for a named quantity of the same case. */
export interface Stated {
  readonly name: string;
  readonly value: number;
  readonly isRight: boolean;
  /** Wrong, but a consequence of wrong values before it. */
  readonly isCarried: boolean;
}

/** The name of the quantity that a number question asks for; undefined if it asks for something without a name. */
export function quantityName({ unrolled, node }: GraphNumber): string | undefined {
  const { graph } = unrolled;
  const name = graph.code(node) === DEFINITION ? graph.symbol(node) : undefined;
  return name === undefined ? undefined : printName(name);
}

/** Bigger graphs are not computed again for every way to round. */
const mostNodes = 20_000;

/**
 * The values that `target` takes if values on the way are rounded, as coarsely as the exercise allows: those with a name,
 * or the result of every single operation.
 */
export function* roundedOnTheWay(
  derivation: Derivation,
  target: GraphNumber,
  tolerance: Tolerance,
  stated: readonly Stated[] = [],
): Iterable<RoundedValue> {
  const { graph } = target.unrolled;
  if (graph.size > mostNodes) return;
  for (const decimals of roundings(tolerance)) {
    const round = (value: number) => rounded(value, decimals(value));
    const isNamed = (node: Node) => node < target.node && graph.code(node) === DEFINITION;
    yield {
      value: valueFrom(derivation, target, stated, { round: (x, node) => (isNamed(node) ? round(x) : x) }),
    };
    const value = valueFrom(derivation, target, stated, { round });
    yield { value, decimals: decimals(value) };
  }
}

/** To how many decimals values are rounded: the exercise's precision and up to three digits finer. */
function roundings(tolerance: Tolerance): readonly ((value: number) => number)[] {
  const extra = [0, 1, 2, 3];
  if ("decimals" in tolerance) return extra.map((more) => () => tolerance.decimals + more);
  if (!("significantFigures" in tolerance)) return [];
  return extra.map((more) => (value) => tolerance.significantFigures + more - 1 - magnitude(value));
}

function rounded(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  const nearest = (Math.sign(value) * Math.round(Math.abs(value) * unit)) / unit;
  return Number.isFinite(nearest) ? nearest : value;
}

/** The value of `target` with the student's own values in place of the computed ones. */
export function valueFrom(
  derivation: Derivation,
  target: GraphNumber,
  stated: readonly Stated[],
  options: EvaluateOptions = {},
): number {
  const { unrolled, node, caseName } = target;
  const override = new Map(stated.map(({ name, value }) => [unrolled.node(name), value]));
  return derivation.values(unrolled, caseName, { ...options, override })[node] as number;
}

/** Those of `names` that `target` is computed from. */
export function dependencies({ unrolled, node }: GraphNumber, names: Iterable<string>): ReadonlySet<string> {
  const g = unrolled.graph;
  const wanted = new Map([...names].filter((name) => unrolled.has(name)).map((name) => [unrolled.node(name), name]));
  const found = new Set<string>();
  const seen = new Uint8Array(node + 1);
  const open = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen[at] === 1) continue;
    seen[at] = 1;
    const name = at === node ? undefined : wanted.get(at);
    if (name !== undefined) found.add(name);
    for (const arg of g.args(at)) if (seen[arg] === 0) open.push(arg);
  }
  return found;
}

/**
 * Whether the wrong values leave something to compute. An answer that only repeats one earlier wrong answer, or that at
 * the precision asked for stays the same whatever else changes (a saturated tanh, a product with 0), shows nothing and
 * earns nothing.
 */
export function leavesDifficulty(
  derivation: Derivation,
  target: GraphNumber,
  stated: readonly Stated[],
  tolerance: Tolerance,
): boolean {
  const { unrolled, node, caseName } = target;
  const override = new Map(stated.map(({ name, value }) => [unrolled.node(name), value]));
  const evaluated = (changed: ReadonlyMap<Node, number>) =>
    derivation.values(unrolled, caseName, { override: changed });
  const values = evaluated(override);
  const value = values[node] as number;
  const visible = Math.max(halfUnit(value, tolerance, anyPlace), 1e-6 * Math.abs(value));
  const matters = (other: Node) =>
    moves.some((move) => {
      const moved = evaluated(new Map(override).set(other, move(values[other] as number)));
      return Math.abs((moved[node] as number) - value) > visible;
    });
  const wrong = stated.filter(({ isRight }) => !isRight);
  // 0 from 0 is no computation, whatever is added up.
  if (value === 0 && wrong.some((earlier) => earlier.value === 0)) return false;
  return wrong.every(({ name }) => namedBelow(unrolled.graph, node, unrolled.node(name)).some(matters));
}

/** Moderate changes: large ones would undo a saturation. */
const moves: readonly ((value: number) => number)[] = [
  (x) => (x === 0 ? 0.3 : 1.3 * x),
  (x) => (x === 0 ? -0.25 : 0.75 * x),
];

/** Named quantities that `top` depends on without passing through `stop`; a renaming counts as what it names. */
function namedBelow(g: Graph, top: Node, stop: Node): readonly Node[] {
  const found: Node[] = [];
  const seen = new Set<Node>();
  const open = [...g.args(top)];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at) || at === stop) continue;
    seen.add(at);
    const isRenaming = g.code(at) === DEFINITION && g.symbol(g.arg(at, 0)) !== undefined;
    if (!isRenaming && (g.code(at) === DEFINITION || g.code(at) === VARIABLE)) found.push(at);
    open.push(...g.args(at));
  }
  return found;
}
