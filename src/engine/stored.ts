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
 * The forward nodes (those before `forwardSize`) that the nodes of `gradients` read, each value once, in the order of
 * the forward pass, without constants. A value under several names (`y[t]: h[t]`) is one value, under its first name.
 */
export function readValues(
  g: Graph,
  forwardSize: number,
  gradients: readonly Node[],
  options: StoredOptions = {},
): readonly Node[] {
  return readByEach(g, forwardSize, [gradients], options)[0] as readonly Node[];
}

/** As many as fit into the bits of a number that is not negative. */
const mostAtOnce = 30;

/** The same for several gradients, each a list of nodes: one sweep over the graph serves many. */
export function readByEach(
  g: Graph,
  forwardSize: number,
  gradients: readonly (readonly Node[])[],
  options: StoredOptions = {},
): readonly (readonly Node[])[] {
  const all: (readonly Node[])[] = [];
  for (let first = 0; first < gradients.length; first += mostAtOnce)
    all.push(...sweep(g, forwardSize, gradients.slice(first, first + mostAtOnce), options));
  return all;
}

/** Users come after what they use, so one pass from the end meets every node after all of its readers. */
function sweep(
  g: Graph,
  forwardSize: number,
  gradients: readonly (readonly Node[])[],
  { recompute }: StoredOptions,
): readonly (readonly Node[])[] {
  // Bit i: gradient i reads the node; or needs it to compute something again.
  const readers = new Int32Array(g.size);
  const again = new Int32Array(forwardSize);
  for (const [i, nodes] of gradients.entries())
    for (const node of nodes) readers[node] = (readers[node] as number) | (1 << i);
  for (let node = g.size - 1; node >= forwardSize; node--) {
    const bits = readers[node] as number;
    if (bits !== 0) mark(readers, g, node, bits);
  }
  const named = definitionOf(g, forwardSize - 1);
  const read = new Map<Node, number>();
  for (let node = forwardSize - 1; node >= 0; node--) {
    const own = readers[node] as number;
    const inside = again[node] as number;
    if ((own | inside) === 0) continue;
    const value = firstName(g, named, node);
    const formed = recompute?.(value) === true ? own | inside : isNameless(g, value) ? inside : 0;
    if (formed !== 0) mark(again, g, node, formed);
    const kept = (own | inside) & ~formed;
    if (kept !== 0 && g.code(value) !== CONSTANT) read.set(value, (read.get(value) ?? 0) | kept);
  }
  const ordered = [...read].sort(([a], [b]) => a - b);
  return gradients.map((_, i) => ordered.filter(([, bits]) => (bits & (1 << i)) !== 0).map(([value]) => value));
}

function mark(marks: Int32Array, g: Graph, node: Node, bits: number): void {
  for (let i = 0; i < g.argCount(node); i++) {
    const arg = g.arg(node, i);
    marks[arg] = (marks[arg] as number) | bits;
  }
}

function isNameless(g: Graph, node: Node): boolean {
  const code = g.code(node);
  return code !== DEFINITION && code !== VARIABLE && code !== CONSTANT;
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
