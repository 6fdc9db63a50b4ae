/**
 * Computes a number again from what the student said earlier: from right but rounded values, from values rounded on
 * the way, and from wrong ones (a carried error). Knows the model's graph, which tells what depends on what.
 */

import type { RoundedValue } from "../answers/number.ts";
import type { Tolerance } from "../answers/tolerance.ts";
import { magnitude } from "../answers/tolerance.ts";
import { differentiate } from "../engine/differentiate.ts";
import type { EvaluateOptions } from "../engine/evaluate.ts";
import { DEFINITION, type Graph, type Node, VARIABLE } from "../engine/graph.ts";
import { printName } from "../engine/print.ts";
import type { Unrolled } from "../engine/recurrence.ts";
import type { Derivation } from "../exercises/derivation.ts";
import type { GraphNumber } from "../exercises/reference.ts";

/** A value that the student stated for a named quantity of the same case. */
export interface Stated {
  readonly name: string;
  readonly value: number;
  readonly isRight: boolean;
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
 * Whether the wrong values leave something to compute. An answer that only repeats one earlier wrong answer, or that no
 * longer changes whatever else changes (a saturated tanh, a product with 0), shows nothing and earns nothing.
 */
export function leavesDifficulty(derivation: Derivation, target: GraphNumber, stated: readonly Stated[]): boolean {
  return stated.filter(({ isRight }) => !isRight).every((wrong) => dependsOnMore(derivation, target, stated, wrong));
}

function dependsOnMore(derivation: Derivation, target: GraphNumber, stated: readonly Stated[], wrong: Stated): boolean {
  const { unrolled, node, caseName } = target;
  const { others, slopes } = slopesBeside(target, wrong.name);
  const override = new Map(stated.map(({ name, value }) => [unrolled.node(name), value]));
  const values = derivation.values(unrolled, caseName, { override });
  const size = Math.max(Math.abs(values[node] as number), 1e-3);
  return others.some((other, i) => {
    const change = Math.abs((values[slopes[i] as Node] as number) * Math.max(Math.abs(values[other] as number), 0.1));
    return change > 1e-6 * size;
  });
}

interface Slopes {
  readonly others: readonly Node[];
  readonly slopes: readonly Node[];
}

/** By graph: the slopes are nodes of it, so they must be made once and not once for every answer. */
const known = new WeakMap<Unrolled, Map<string, Slopes>>();

/** How `target` changes with what it is computed from, other than through the quantity `name`. */
function slopesBeside({ unrolled, node }: GraphNumber, name: string): Slopes {
  const g = unrolled.graph;
  const ofGraph = known.get(unrolled) ?? new Map<string, Slopes>();
  known.set(unrolled, ofGraph);
  const key = `${node} ${name}`;
  const found = ofGraph.get(key);
  if (found !== undefined) return found;
  const stop = unrolled.node(name);
  const others = namedBelow(g, node, stop);
  const slopes = differentiate(g, node, others, { blocked: (user, i) => g.arg(user, i) === stop });
  ofGraph.set(key, { others, slopes });
  return { others, slopes };
}

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
