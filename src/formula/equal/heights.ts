/** The values of quantities in plain doubles, without error bounds: fast enough to search with. */

import { below, CONSTANT, DEFINITION, type Graph, type Node, VARIABLE } from "../../engine/graph.ts";
import { operationAt } from "../../engine/operations/table.ts";
import type { Quantity, Space } from "./point.ts";

export type Coordinates = ReadonlyMap<string, number>;

/** Computes one node from the coordinates and from what has been computed before it. */
type Step = (coordinates: (name: string) => number | undefined, values: number[]) => number;

/**
 * Computes all `quantities` at the point `from`, but with `x` for the coordinate `moved`; `size` is how many operations
 * that takes.
 */
export function heightsOf(space: Space, quantities: readonly Quantity[]) {
  const steps: Step[] = [];
  const places = new Map<Graph, Map<Node, number>>();
  const ends = quantities.map(place);
  const at = (from: Coordinates, moved: string, x: number): readonly number[] => {
    const values: number[] = [];
    const coordinate = (name: string) => (name === moved ? x : from.get(name));
    for (const step of steps) values.push(step(coordinate, values));
    return ends.map((end) => values[end] as number);
  };
  return { size: steps.length, at };

  /** Where a quantity will stand among the values, with steps for it and for all that it is computed from. */
  function place({ graph, node, leaf }: Quantity): number {
    const known = places.get(graph) ?? new Map<Node, number>();
    places.set(graph, known);
    for (const next of [...below(graph, [node])].sort((a, b) => a - b))
      if (!known.has(next)) {
        const step = stepOf(graph, next, leaf, known);
        known.set(next, steps.push(step) - 1);
      }
    return known.get(node) as number;
  }

  function stepOf(g: Graph, node: Node, leaf: Quantity["leaf"], known: ReadonlyMap<Node, number>): Step {
    const code = g.code(node);
    const meaning = code === VARIABLE ? leaf(node) : code === CONSTANT ? g.value(node) : undefined;
    if (typeof meaning === "number") return () => meaning;
    if (typeof meaning === "string") return named(meaning);
    const [x = 0, ...others] = g.args(node).map((arg) => known.get(arg) as number);
    if (code === DEFINITION) return (_, values) => values[x] as number;
    const { value = () => Number.NaN } = operationAt(code);
    if (others.length === 0) return (_, values) => value(values[x] as number, 0);
    return (_, values) => others.reduce((folded, y) => value(folded, values[y] as number), values[x] as number);
  }

  /** A coordinate, or what a model computes from coordinates. */
  function named(name: string): Step {
    const source = space.source(name);
    const computed = source && source.graph.code(source.node) !== VARIABLE ? place(source) : undefined;
    return (coordinate, values) =>
      coordinate(name) ?? (computed === undefined ? Number.NaN : (values[computed] as number));
  }
}
