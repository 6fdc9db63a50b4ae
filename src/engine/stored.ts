/**
 * What the backward pass reads of the forward pass, and what of it must be stored. Counting is reading: nothing here
 * assumes an activation, an architecture or a number of steps.
 */

import { definitionOf } from "./differentiate.ts";
import { CONSTANT, DEFINITION, type Graph, type Node, VARIABLE } from "./graph.ts";
import { codeOf } from "./operations/table.ts";
import type { Unrolled } from "./unroll.ts";

/**
 * What must be stored for `gradient`: without constants, parameters and inputs, and without what has no name and is made
 * of these alone (`-V`, `1 - x²`). What has no name and is one named value shifted or scaled by numbers (`1 - g`) is
 * formed again from that value. Families in `recomputed` are formed again from what they come from.
 */
export function storedValues(
  unrolled: Unrolled,
  forwardSize: number,
  gradient: readonly Node[],
  recomputed: readonly string[] = [],
): readonly Node[] {
  const g = unrolled.graph;
  const isGiven = (node: Node): boolean => {
    const kind = unrolled.kind(node);
    if (kind !== undefined) return kind === "parameter" || kind === "input";
    return g.code(node) === CONSTANT || (g.argCount(node) > 0 && g.args(node).every(isGiven));
  };
  const recompute = (node: Node) =>
    g.symbol(node) === undefined
      ? isGiven(node) || isShiftOrScale(g, node)
      : recomputed.includes(g.symbol(node)?.family ?? "");
  return readValues(g, forwardSize, gradient, recompute).filter((node) => !isGiven(node));
}

/**
 * The forward nodes (those before `forwardSize`) that the nodes of `gradient` read, each value once, in the order of
 * the forward pass, without constants. A value under several names (`y[t]: h[t]`) is one value, under its first name.
 * What `recompute` names is computed again in the backward pass, e.g. y[t] = V·h[t], and with it what only leads to such
 * a value and has no name of its own.
 *
 * Users come after what they use, so one pass from the end meets every node after all of its readers.
 */
export function readValues(
  g: Graph,
  forwardSize: number,
  gradient: readonly Node[],
  recompute: (node: Node) => boolean = () => false,
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
    const isFormed = recompute(value) || (again[node] === 1 && isNameless);
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
  let [name, value] = [node, node];
  while (g.code(value) === DEFINITION) [name, value] = [value, g.arg(value, 0)];
  if (g.code(value) === VARIABLE) return value;
  // Equal numbers are one node, but the start values `p[0]: 0` and `q[0]: 0` are two.
  if (g.code(value) === CONSTANT) return name;
  // A node may be named twice (`y[t]: h[t]` names h's definition, not its formula), so one step leads to the first name.
  return named[value] === 0 ? value : (named[value] as number);
}

const linear: ReadonlySet<number> = new Set((["add", "subtract", "negate", "multiply"] as const).map(codeOf));
const DIVIDE = codeOf("divide");

/** Whether a node is one named value with numbers added to it or multiplied by it. */
function isShiftOrScale(g: Graph, node: Node): boolean {
  const args = g.args(node);
  const [value, ...others] = args.filter((arg) => !g.isConstant(arg));
  if (value === undefined || others.length > 0) return false;
  const isLinear = linear.has(g.code(node)) || (g.code(node) === DIVIDE && args[0] === value);
  return isLinear && (g.symbol(value) !== undefined || isShiftOrScale(g, value));
}
