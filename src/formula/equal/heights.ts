/** The values of quantities in plain doubles, without error bounds: fast enough to search with. */

import { below, CONSTANT, DEFINITION, type Graph, type Node, VARIABLE } from "../../engine/graph.ts";
import { operationAt } from "../../engine/operations/table.ts";
import type { Quantity, Space } from "./point.ts";

export type Coordinates = ReadonlyMap<string, number>;

/** Computes all `quantities` from the coordinates of a point; `size` is how many operations that takes. */
export function heightsOf(space: Space, quantities: readonly Quantity[]) {
  const nodes = new Map<Graph, { readonly roots: Set<Node>; readonly leaf: Quantity["leaf"] }>();
  const need = ({ graph, node, leaf }: Pick<Quantity, "graph" | "node" | "leaf">) => {
    const known = nodes.get(graph) ?? { roots: new Set(), leaf };
    nodes.set(graph, known);
    known.roots.add(node);
  };
  for (const quantity of quantities) need(quantity);
  // Names that a model computes are computed before the formulas that use them.
  for (const [graph, { roots, leaf }] of [...nodes])
    for (const node of below(graph, roots)) {
      const name = graph.code(node) === VARIABLE ? leaf(node) : 0;
      const source = typeof name === "string" ? space.source(name) : undefined;
      if (source !== undefined && source.graph !== graph) need(source);
    }
  const plans = [...nodes]
    .reverse()
    .map(([graph, { roots, leaf }]) => ({ graph, leaf, schedule: [...below(graph, roots)].sort((a, b) => a - b) }));
  const size = plans.reduce((sum, { schedule }) => sum + schedule.length, 0);
  /** At the point `from`, but with `x` for the coordinate `moved`. */
  const at = (from: Coordinates, moved: string, x: number): readonly number[] => {
    const values = new Map<Graph, number[]>();
    const named = (name: string) => {
      if (name === moved) return x;
      const source = space.source(name);
      return from.get(name) ?? (source && values.get(source.graph)?.[source.node]) ?? Number.NaN;
    };
    for (const { graph, leaf, schedule } of plans) {
      const found: number[] = [];
      values.set(graph, found);
      for (const node of schedule) {
        const meaning = graph.code(node) === VARIABLE ? leaf(node) : 0;
        found[node] =
          typeof meaning === "string"
            ? named(meaning)
            : graph.code(node) === VARIABLE
              ? meaning
              : computed(graph, node, found);
      }
    }
    return quantities.map(({ graph, node }) => values.get(graph)?.[node] as number);
  };
  return { size, at };
}

function computed(g: Graph, node: Node, values: readonly number[]): number {
  const code = g.code(node);
  if (code === CONSTANT) return g.value(node);
  const args = g.args(node).map((arg) => values[arg] as number);
  if (code === DEFINITION) return args[0] as number;
  const { value = () => Number.NaN } = operationAt(code);
  return args.length < 3 ? value(args[0] as number, args[1] as number) : args.reduce(value);
}
