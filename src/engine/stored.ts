/**
 * What the backward pass reads of the forward pass. Which names are parameters or inputs its caller knows and
 * leaves them out. Counting is reading: nothing here assumes an activation, an architecture or a number of steps.
 */

import { definitionOf } from "./differentiate.ts";
import { CONSTANT, DEFINITION, type Graph, type Node, VARIABLE } from "./graph.ts";

export interface StoredOptions {
  /**
   * Values that are computed again in the backward pass instead of being kept, e.g. y[t] = V·h[t]. What only leads to
   * such a value and has no name of its own is computed again with it.
   */
  readonly recompute?: (node: Node) => boolean;
}

/**
 * The forward nodes (those before `forwardSize`) that the nodes of `gradient` read, each value once, in the order of
 * the forward pass, without constants. A value under several names (`y[t]: h[t]`) is one value, under its first name.
 *
 * Users come after what they use, so one pass from the end meets every node after all of its readers.
 */
export function readValues(
  g: Graph,
  forwardSize: number,
  gradient: readonly Node[],
  { recompute }: StoredOptions = {},
): readonly Node[] {
  const isRead = new Uint8Array(g.size);
  /** What is needed to compute something again. */
  const again = new Uint8Array(forwardSize);
  for (const node of gradient) isRead[node] = 1;
  for (let node = g.size - 1; node >= forwardSize; node--) if (isRead[node] === 1) mark(isRead, g, node);
  const named = definitionOf(g, forwardSize - 1);
  const kept = new Set<Node>();
  for (let node = forwardSize - 1; node >= 0; node--) {
    if (isRead[node] === 0 && again[node] === 0) continue;
    const value = firstName(g, named, node);
    const isNameless = g.argCount(value) > 0 && g.code(value) !== DEFINITION;
    const isFormed = recompute?.(value) === true || (again[node] === 1 && isNameless);
    if (isFormed) mark(again, g, node);
    else if (g.code(value) !== CONSTANT) kept.add(value);
  }
  return [...kept].sort((a, b) => a - b);
}

function mark(marks: Uint8Array, g: Graph, node: Node): void {
  for (let i = 0; i < g.argCount(node); i++) marks[g.arg(node, i)] = 1;
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
