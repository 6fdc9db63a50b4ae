/**
 * What the backward pass reads of the forward pass. Knows graphs, not which names are parameters or inputs: its caller
 * leaves those out. Counting is reading: nothing here assumes an activation, an architecture or a number of steps.
 */

import { definitionOf } from "./differentiate.ts";
import { CONSTANT, DEFINITION, type Graph, type Node, VARIABLE } from "./graph.ts";

export interface StoredOptions {
  /** Named values that are computed again in the backward pass instead of being kept, e.g. y[t] = V·h[t]. */
  readonly recompute?: (node: Node) => boolean;
}

/**
 * The forward nodes (those before `forwardSize`) that the nodes of `gradients` read, each value once, in the order of
 * the forward pass, without constants. A value under several names (`y[t]: h[t]`) is one value, under its first name.
 */
export function readValues(
  g: Graph,
  forwardSize: number,
  gradients: readonly Node[],
  options: StoredOptions = {},
): readonly Node[] {
  const named = definitionOf(g, forwardSize - 1);
  const seen = new Uint8Array(g.size);
  const read = new Set<Node>();
  const stack = [...gradients];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen[node] === 1) continue;
    seen[node] = 1;
    if (node < forwardSize) {
      const value = firstName(g, named, node);
      if (options.recompute?.(value) !== true) {
        if (g.code(value) !== CONSTANT) read.add(value);
        continue;
      }
    }
    for (let i = 0; i < g.argCount(node); i++) stack.push(g.arg(node, i));
  }
  return [...read].sort((a, b) => a - b);
}

/** The one node that stands for a value: behind all names that only rename, then the innermost name. */
function firstName(g: Graph, named: Int32Array, node: Node): Node {
  let value = node;
  while (g.code(value) === DEFINITION) value = g.arg(value, 0);
  if (g.code(value) === VARIABLE) return value;
  // A node may be named twice (`y[t]: h[t]` names h's definition, not its formula), so one step leads to the first name.
  const name = named[value] as number;
  return name === 0 ? value : name;
}
