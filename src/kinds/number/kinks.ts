/** Where a model's functions bend or jump, so that slopes on one side say nothing about the other. Knows values, no answers. */

import type { Graph, Node } from "../../engine/graph.ts";
import { codeOf } from "../../engine/operationCodes.ts";

const bent = new Set((["relu", "step", "sign", "abs"] as const).map(codeOf));

/** Whether rounding to `unit` may move something across the kink of a function that `target` is computed with. */
export function kinkNear(graph: Graph, target: Node, values: Float64Array, unit: (value: number) => number): boolean {
  for (let node = 0; node < target; node++) {
    if (!bent.has(graph.code(node))) continue;
    const x = Math.abs(values[graph.arg(node, 0)] as number);
    if (!(x > 4 * unit(Math.max(1, x)))) return true;
  }
  return false;
}
