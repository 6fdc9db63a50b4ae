/**
 * What may follow from stated values that are roundings: whoever states 0.46 may go on with 0.46212. Knows the model's
 * graph; which values a student may have meant comes with them.
 */

import type { Graph, Node } from "../../engine/graph.ts";
import { codeOf } from "../../engine/operationCodes.ts";
import type { RoundedValue } from "./number.ts";
import type { Recomputed } from "./stated.ts";

/** What computing a range may cost, in nodes evaluated. */
const mostWork = 100_000;

/**
 * The values that `target` takes as the stated values run through those they may be roundings of, one `alone` or all
 * `together`. Only values that are reached: the target is computed at the middle, the ends and two corners, and takes
 * every value between two of these as long as it is continuous.
 */
export function rangeFrom(
  { derivation, target, stated, values: unchanged }: Recomputed,
  how: "alone" | "together",
): readonly RoundedValue[] {
  const { unrolled, node, caseName } = target;
  const free = stated.filter(({ from, to }) => from < to);
  if (free.length === 0 || (2 * free.length + 2) * unrolled.graph.size > mostWork) return [];
  const middle = new Map(stated.map(({ name, value }) => [unrolled.node(name), value]));
  const samples = [unchanged];
  const at = (changed: Iterable<readonly [Node, number]>) => {
    const values = derivation.values(unrolled, caseName, { override: new Map([...middle, ...changed]) });
    samples.push(values);
    return values[node] as number;
  };
  const ends = free.map(({ name, from, to }) => {
    const own = unrolled.node(name);
    const [low, high] = [at([[own, from]]), at([[own, to]])];
    return { up: [own, high > low ? to : from] as const, down: [own, high > low ? from : to] as const };
  });
  if (how === "together" && ends.length > 1) {
    at(ends.map(({ up }) => up));
    at(ends.map(({ down }) => down));
  }
  const reached = samples.map((values) => values[node] as number).filter(Number.isFinite);
  if (reached.length < samples.length || !isContinuous(unrolled.graph, node, samples))
    return reached.map((value) => ({ value }));
  return [{ value: Math.min(...reached), until: Math.max(...reached) }];
}

const jumps = new Set([codeOf("step"), codeOf("sign")]);
/** Operations with a pole where this argument is 0. */
const poles = new Map([
  [codeOf("divide"), 1],
  [codeOf("coth"), 0],
  [codeOf("power"), 0],
]);
const TAN = codeOf("tan");
const POWER = codeOf("power");

/** Whether nothing jumps on the way from one sample to another. */
function isContinuous(graph: Graph, target: Node, samples: readonly Float64Array[]): boolean {
  const [first, ...others] = samples as [Float64Array, ...Float64Array[]];
  for (let node = 0; node <= target; node++) {
    const code = graph.code(node);
    const watched = jumps.has(code) || code === TAN ? 0 : poles.get(code);
    if (watched === undefined) continue;
    const watch = graph.arg(node, watched);
    if (code === POWER && graph.isConstant(graph.arg(node, 1)) && graph.value(graph.arg(node, 1)) >= 0) continue;
    const branch = (values: Float64Array) => {
      const x = values[watch] as number;
      return code === TAN ? Math.round(x / Math.PI) : Math.sign(x);
    };
    if (others.some((values) => branch(values) !== branch(first))) return false;
  }
  return true;
}
