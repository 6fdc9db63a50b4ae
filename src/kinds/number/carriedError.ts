/**
 * Computes a number with values rounded on the way. Knows the model's graph, which tells what is on the way, and no
 * answer; how near the answers are only decides which roundings are worth trying.
 */

import { DEFINITION, type Graph, type Node } from "../../engine/graph.ts";
import { operations } from "../../engine/operations.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { GraphNumber } from "../../exercises/reference.ts";
import { kinkNear } from "./kinks.ts";
import type { RoundedValue } from "./number.ts";
import { type Recomputed, type Stated, valueFrom } from "./stated.ts";
import { anyPlace, halfUnit, magnitude, type Tolerance } from "./tolerance.ts";

/** Bigger graphs are not computed again for every way to round, in nodes. */
const mostNodes = 20_000;
/** What all ways to round together may cost, in nodes evaluated. */
const mostWork = 160_000;
/** Values are rounded to this many significant digits at most: beyond, single precision tells no difference. */
const mostDigits = 8;

/** How values are rounded: to how many decimals, and what unit that is at most. */
interface Rounding {
  readonly decimals: (value: number) => number;
  readonly unit: (value: number) => number;
}

/**
 * The values that `target` takes if values on the way are rounded, as coarsely as the exercise allows or up to three
 * digits finer: those with a name, or the result of every single operation.
 */
export function* roundedOnTheWay(
  derivation: Derivation,
  target: GraphNumber,
  tolerance: Tolerance,
): Iterable<RoundedValue> {
  if (target.unrolled.graph.size > mostNodes) return;
  for (const rounding of roundings(tolerance, 4)) {
    yield notedTo(rounding, named, derivation, target, []);
    yield roundedAll(rounding, derivation, target, []);
  }
}

/**
 * The same for all ways to round that may lead to an answer near `given`: also what functions are applied to and what
 * they give may be noted, and to any number of digits that still shows.
 */
export function* roundedAnyhow(
  from: Recomputed,
  tolerance: Tolerance,
  given: readonly number[],
): Iterable<RoundedValue> {
  const { derivation, target, stated } = from;
  const { size } = target.unrolled.graph;
  if (size > mostNodes) return;
  const finest =
    "significantFigures" in tolerance ? tolerance.significantFigures : "decimals" in tolerance ? tolerance.decimals : 0;
  const most = Math.min(mostDigits + 1 - finest, Math.floor(mostWork / (4 * size)));
  for (const rounding of roundings(tolerance, Math.max(4, most))) {
    if (isOutOfReach(from, rounding, tolerance, given)) continue;
    for (const noted of [named, named | argument, named | argument | result])
      yield notedTo(rounding, noted, derivation, target, stated);
    yield roundedAll(rounding, derivation, target, stated);
  }
}

/** What comes out if named values on the way are rounded to one digit less than the exercise asks for. */
export function* roundedTooEarly(
  derivation: Derivation,
  target: GraphNumber,
  tolerance: Tolerance,
): Iterable<RoundedValue> {
  if (target.unrolled.graph.size > mostNodes || !("decimals" in tolerance) || tolerance.decimals < 2) return;
  for (const rounding of roundings({ decimals: tolerance.decimals - 1 }, 1))
    yield notedTo(rounding, named, derivation, target, []);
}

/** The value of `target` if what has one of the roles `noted` is rounded on the way. */
function notedTo(
  { decimals }: Rounding,
  noted: number,
  derivation: Derivation,
  target: GraphNumber,
  stated: readonly Stated[],
): RoundedValue {
  const { graph } = target.unrolled;
  const roles = rolesOf(graph);
  const last = asComputed(graph, target.node);
  const isNoted = (node: Node) => node < last && ((roles[node] as number) & noted) !== 0;
  const round = (value: number, node: Node) => (isNoted(node) ? rounded(value, decimals(value)) : value);
  return { value: valueFrom(derivation, target, stated, { round }) };
}

/** The value of `target` if the result of every operation is rounded, its own as well. */
function roundedAll(
  { decimals }: Rounding,
  derivation: Derivation,
  target: GraphNumber,
  stated: readonly Stated[],
): RoundedValue {
  const round = (value: number) => rounded(value, decimals(value));
  const value = valueFrom(derivation, target, stated, { round });
  return { value, decimals: decimals(value) };
}

/** The exercise's precision, and finer: `count` ways to round. */
function roundings(tolerance: Tolerance, count: number): readonly Rounding[] {
  const each = (make: (more: number) => Rounding) => Array.from({ length: count }, (_, more) => make(more));
  if ("decimals" in tolerance)
    return each((more) => {
      const decimals = tolerance.decimals + more;
      const unit = 10 ** -decimals;
      return { decimals: () => decimals, unit: () => unit };
    });
  if (!("significantFigures" in tolerance)) return [];
  return each((more) => {
    const behind = tolerance.significantFigures + more - 1;
    const share = 10 ** -behind;
    return { decimals: (value) => behind - magnitude(value), unit: (value) => share * Math.abs(value) };
  });
}

/** Slopes say little about steps that are longer than this. */
const longestStep = 0.01;
/** What slopes foretell may be exceeded by this factor. */
const caution = 2;

/** Whether a rounding cannot lead from the unrounded value to one of the given ones, to first order and with caution. */
function isOutOfReach(
  { target, value, values, slopes }: Recomputed,
  { unit }: Rounding,
  tolerance: Tolerance,
  given: readonly number[],
): boolean {
  if (unit(1) > longestStep) return false;
  const distance = Math.min(...given.map((number) => Math.abs(number - value)));
  const visible = 2 * halfUnit(value, tolerance, anyPlace);
  if (!(distance > visible)) return false;
  const { graph } = target.unrolled;
  const slope = slopes();
  let reach = 0;
  for (let node = 0; node < slope.length; node++)
    if (graph.argCount(node) > 0) reach += Math.abs(slope[node] as number) * unit(values[node] as number);
  return distance > caution * reach + visible && !kinkNear(graph, target.node, values, unit);
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
