/** How far a gradient flows: truncated backpropagation through time, and partial derivatives. */

import { DEFINITION, type Graph, type Node } from "./graph.ts";

export interface Flow {
  /** Within pieces of so many steps only, counted from the last step back. */
  readonly truncate?: number | undefined;
  /** Through no other named quantity: the partial derivative, with everything else held fixed. */
  readonly direct?: boolean | undefined;
}

/** Says which links carry no gradient; undefined if all do. `steps` is T. */
export function blockedBy(
  g: Graph,
  { truncate, direct }: Flow,
  wrt: readonly Node[],
  steps: number,
): ((node: Node, i: number) => boolean) | undefined {
  const times = truncate === undefined ? undefined : timesOf(g);
  if (!direct && times === undefined) return undefined;
  const pieceOf = (node: Node) => Math.floor((steps - (times?.[node] ?? Number.NaN)) / (truncate ?? 1));
  return (node, i) => {
    const arg = g.arg(node, i);
    if (g.code(arg) !== DEFINITION) return false;
    return (direct === true && !wrt.includes(arg)) || pieceOf(arg) > pieceOf(node);
  };
}

/** The time step that each node belongs to: its own, or that of what it is a part of. NaN: none. */
function timesOf(g: Graph): Float64Array {
  const times = new Float64Array(g.size).fill(Number.NaN);
  for (let node = g.size - 1; node >= 0; node--) {
    times[node] = g.symbol(node)?.index ?? times[node] ?? Number.NaN;
    for (const arg of g.args(node)) times[arg] = times[node] as number;
  }
  return times;
}
