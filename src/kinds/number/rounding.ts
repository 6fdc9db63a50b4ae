/** What honest rounding on the way makes of a number: `h1 = 0.46` noted down, and `L` computed from that. */

import { DEFINITION, type Graph, type Node } from "../../engine/graph.ts";
import { operations } from "../../engine/operations/table.ts";
import { type Computation, computedValue } from "./computation.ts";
import { magnitude, type Tolerance } from "./tolerance.ts";

/** A value reached by rounding on the way. */
export interface RoundedValue {
  readonly value: number;
  /** All values from `value` to this one are reached as well. */
  readonly until?: number;
}

/** Bigger graphs are not computed again for every way to round, in nodes. */
const mostNodes = 20_000;
/** So many precisions are tried, from the one that is asked for to finer ones: still finer ones show no more. */
const precisionsTried = 4;

/** What is noted down and so rounded: quantities with a name; what functions are applied to; what they give; everything. */
const quantities = 1;
const functionArguments = 2;
const functionResults = 3;
const everything = 4;
/** For known mistakes only these are tried: many numbers would fit by chance otherwise. */
export const usual: readonly number[] = [quantities, everything];
const all: readonly number[] = [quantities, functionArguments, functionResults, everything];

/** The values that rounding on the way reaches, as coarsely as the question allows or to some digits finer. */
export function* roundedOnTheWay(computation: Computation, tolerance: Tolerance, noted = all): Iterable<RoundedValue> {
  if (computation.unrolled.graph.size > mostNodes) return;
  for (const decimals of precisions(tolerance)) for (const one of noted) yield roundedTo(decimals, one, computation);
}

/** What comes out if named values on the way are rounded to one digit less than the question asks for. */
export function roundedTooEarly(computation: Computation, tolerance: Tolerance): readonly RoundedValue[] {
  const decimals = "decimals" in tolerance ? tolerance.decimals - 1 : 0;
  if (decimals < 1 || computation.unrolled.graph.size > mostNodes) return [];
  return [roundedTo(() => decimals, quantities, computation)];
}

/** The decimals that a value is rounded to. */
type Precision = (value: number) => number;

/** The question's own precision, then finer ones; none where it asks for no rounding. */
function precisions(tolerance: Tolerance): readonly Precision[] {
  const finer = Array.from({ length: precisionsTried }, (_, more) => more);
  if ("decimals" in tolerance) return finer.map((more) => () => tolerance.decimals + more);
  if (!("significantFigures" in tolerance)) return [];
  return finer.map((more) => (value) => tolerance.significantFigures + more - 1 - magnitude(value));
}

function roundedTo(decimals: Precision, noted: number, computation: Computation): RoundedValue {
  const { unrolled, target } = computation;
  const roles = rolesOf(unrolled.graph);
  // The number itself is rounded when it is shown, and before that only by who rounds the result of every step.
  const last = asComputed(unrolled.graph, target);
  const isRounded = (node: Node) => noted === everything || ((roles[node] as number) <= noted && node < last);
  const round = (value: number, node: Node) => (isRounded(node) ? nearest(value, decimals(value)) : value);
  return { value: computedValue(computation, { round }) };
}

const known = new WeakMap<Graph, Uint8Array>();

/** By node: as what it is noted down. A graph may have grown since. */
function rolesOf(graph: Graph): Uint8Array {
  const before = known.get(graph);
  if (before?.length === graph.size) return before;
  const roles = new Uint8Array(graph.size).fill(everything);
  const add = (node: Node, role: number) => {
    roles[node] = Math.min(roles[node] as number, role);
  };
  for (let node = 0; node < graph.size; node++) {
    const code = graph.code(node);
    if (code === DEFINITION) add(node, quantities);
    else if (operations[code]?.arity === 1) {
      add(graph.arg(node, 0), functionArguments);
      add(node, functionResults);
    }
  }
  known.set(graph, roles);
  return roles;
}

/** The operation behind a name. */
function asComputed(graph: Graph, node: Node): Node {
  return graph.code(node) === DEFINITION ? asComputed(graph, graph.arg(node, 0)) : node;
}

function nearest(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * unit)) / unit;
  return Number.isFinite(rounded) ? rounded : value;
}
