/**
 * Computes a number again from what the student said earlier: from right but rounded values, from values rounded on
 * the way, and from wrong ones (a carried error). Knows the model's graph, which tells what depends on what.
 */

import type { RoundedValue } from "../answers/number.ts";
import type { Tolerance } from "../answers/tolerance.ts";
import { magnitude } from "../answers/tolerance.ts";
import type { EvaluateOptions } from "../engine/evaluate.ts";
import { DEFINITION, type Graph, type Node } from "../engine/graph.ts";
import { operations } from "../engine/operations.ts";
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
  /** The value before it was rounded, as far as that is known: the right one, or what follows from those before it. */
  readonly unrounded: number;
  /** The values that may have been calculated on with, `value` among them: those that it is a rounding of. */
  readonly from: number;
  readonly to: number;
}

/** The name of the quantity that a number question asks for; undefined if it asks for something without a name. */
export function quantityName({ unrolled, node }: GraphNumber): string | undefined {
  const { graph } = unrolled;
  const name = graph.code(node) === DEFINITION ? graph.symbol(node) : undefined;
  return name === undefined ? undefined : printName(name);
}

/** Bigger graphs are not computed again for every way to round, in nodes. */
const mostNodes = 20_000;
/** What all ways to round together may cost, in nodes evaluated. */
const mostWork = 160_000;

/**
 * The values that `target` takes if values on the way are rounded, as coarsely as the exercise allows: those with a name;
 * these and what functions are applied to; these and what functions give; or the result of every single operation.
 */
export function* roundedOnTheWay(
  derivation: Derivation,
  target: GraphNumber,
  tolerance: Tolerance,
  stated: readonly Stated[] = [],
): Iterable<RoundedValue> {
  const { graph } = target.unrolled;
  if (graph.size > mostNodes) return;
  const most = Math.max(3, Math.floor(mostWork / (4 * graph.size)));
  for (const decimals of roundings(tolerance, most)) {
    for (const noted of [named, named | argument, named | argument | result])
      yield { value: notedTo(decimals, noted, derivation, target, stated) };
    const round = (value: number) => rounded(value, decimals(value));
    const value = valueFrom(derivation, target, stated, { round });
    yield { value, decimals: decimals(value) };
  }
}

/** What comes out if named values on the way are rounded to one digit less than the exercise asks for. */
export function* roundedTooEarly(
  derivation: Derivation,
  target: GraphNumber,
  tolerance: Tolerance,
): Iterable<RoundedValue> {
  if (target.unrolled.graph.size > mostNodes || !("decimals" in tolerance) || tolerance.decimals < 2) return;
  yield { value: notedTo(() => tolerance.decimals - 1, named, derivation, target, []) };
}

/** The value of `target` if what has one of the roles `noted` is rounded on the way. */
function notedTo(
  decimals: (value: number) => number,
  noted: number,
  derivation: Derivation,
  target: GraphNumber,
  stated: readonly Stated[],
): number {
  const { graph } = target.unrolled;
  const roles = rolesOf(graph);
  const last = asComputed(graph, target.node);
  const isNoted = (node: Node) => node < last && ((roles[node] as number) & noted) !== 0;
  return valueFrom(derivation, target, stated, {
    round: (value, node) => (isNoted(node) ? rounded(value, decimals(value)) : value),
  });
}

/** Values are rounded to this many significant digits at most: beyond, single precision tells no difference. */
const mostDigits = 8;

/** To how many decimals values are rounded: the exercise's precision, and finer. */
function roundings(tolerance: Tolerance, most: number): readonly ((value: number) => number)[] {
  const asked =
    "decimals" in tolerance
      ? tolerance.decimals
      : "significantFigures" in tolerance
        ? tolerance.significantFigures
        : undefined;
  if (asked === undefined) return [];
  const count = Math.min(most, Math.max(4, mostDigits + 1 - asked));
  return Array.from({ length: count }, (_, more) =>
    "decimals" in tolerance ? () => asked + more : (value: number) => asked + more - 1 - magnitude(value),
  );
}

/** What a node is to somebody who notes values on the way: roles of one node add up. */
const named = 1;
/** A function of one argument is applied to it: `a*x + b*h` in `tanh(a*x + b*h)`. */
const argument = 2;
const result = 4;

const known = new WeakMap<Graph, Uint8Array>();

function rolesOf(graph: Graph): Uint8Array {
  const before = known.get(graph);
  if (before?.length === graph.size) return before;
  const roles = new Uint8Array(graph.size);
  const add = (node: Node, role: number) => {
    roles[node] = (roles[node] as number) | role;
  };
  for (let node = 0; node < graph.size; node++) {
    const code = graph.code(node);
    if (code === DEFINITION) add(node, named);
    else if (operations[code]?.unary !== undefined) {
      add(graph.arg(node, 0), argument);
      add(node, result);
    }
  }
  known.set(graph, roles);
  return roles;
}

/** The operation behind a name: the last step, which is not on the way. */
function asComputed(graph: Graph, node: Node): Node {
  return graph.code(node) === DEFINITION ? asComputed(graph, graph.arg(node, 0)) : node;
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
