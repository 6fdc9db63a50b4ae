/** What honest rounding on the way makes of a number: `h1 = 0.46` noted down, and `L` computed from that. */

import { DEFINITION, type Graph, type Node } from "../../engine/graph.ts";
import { memo, once } from "../../engine/memo.ts";
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
  const found = new Set<number>();
  for (const unitsIn of precisions(tolerance))
    for (const one of noted) {
      const value = roundedTo(unitsIn, one, computation);
      if (!found.has(value)) yield { value };
      found.add(value);
    }
}

/** What comes out if named values on the way are rounded to one digit less than the question asks for. */
export function roundedTooEarly(computation: Computation, tolerance: Tolerance): readonly RoundedValue[] {
  const decimals = "decimals" in tolerance ? tolerance.decimals - 1 : 0;
  if (decimals < 1 || computation.unrolled.graph.size > mostNodes) return [];
  return [{ value: roundedTo(() => 10 ** decimals, quantities, computation) }];
}

/** How many units of the last place that a value keeps make 1. */
type Precision = (value: number) => number;

/** The question's own precision, then finer ones; none where it asks for no rounding. */
const precisions = memo((tolerance: Tolerance): readonly Precision[] => {
  const finer = Array.from({ length: precisionsTried }, (_, more) => more);
  if ("decimals" in tolerance) return finer.map((more) => once(() => 10 ** (tolerance.decimals + more)));
  if (!("significantFigures" in tolerance)) return [];
  return finer.map((more) => (value) => 10 ** (tolerance.significantFigures + more - 1 - magnitude(value)));
});

function roundedTo(unitsIn: Precision, noted: number, computation: Computation): number {
  const { unrolled, target } = computation;
  const roles = rolesOf(unrolled.graph);
  // The number itself is rounded when it is shown, and before that only by who rounds the result of every step.
  const last = asComputed(unrolled.graph, target);
  const isRounded = (node: Node) => noted === everything || ((roles[node] as number) <= noted && node < last);
  const round = (value: number, node: Node) => (isRounded(node) ? nearest(value, unitsIn(value)) : value);
  return computedValue(computation, round);
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

function nearest(value: number, units: number): number {
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * units)) / units;
  return Number.isFinite(rounded) ? rounded : value;
}
