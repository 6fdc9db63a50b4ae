/** Which operations of a graph have branches, and whether some can hide further ones: √(x²) is |x|. */

import { type Graph, type Node, POWER, SUBTRACT } from "../../engine/graph.ts";
import { memo } from "../../engine/memo.ts";
import { operationAt } from "../../engine/operations/table.ts";
import type { Ball } from "./ball.ts";
import { type Bounds, boundsIn } from "./bounds.ts";
import { type Condition, nothing, type Point, type Quantity, type Space } from "./point.ts";

/** The conditions among `nodes`; the difference of two arguments becomes a node of its own. */
export function conditionsOf(
  g: Graph,
  nodes: Iterable<Node>,
  quantityOf: (node: Node) => Quantity,
): readonly Condition[] {
  return [...nodes].flatMap((operation) => {
    if (operationAt(g.code(operation)).branches === undefined) return [];
    const decisive = decisiveNode(g, operation);
    return g.isConstant(decisive) ? [] : [{ operation, quantity: quantityOf(decisive) }];
  });
}

const differences = memo((_: Graph) => new Map<Node, Node>());

/** The node whose sign says on which branch an operation is. */
function decisiveNode(g: Graph, operation: Node): Node {
  const [x, y] = g.args(operation) as [Node, Node?];
  if (y === undefined) return x;
  const known = differences(g);
  const node = known.get(operation) ?? g.apply2(SUBTRACT, x, y);
  known.set(operation, node);
  return node;
}

/** Whether some operation among `nodes` is not defined for all arguments, or has many periods. */
export function isWideRanging(g: Graph, nodes: Iterable<Node>): boolean {
  for (const node of nodes) {
    const { isPartial, ofAngle } = operationAt(g.code(node));
    if (isPartial || ofAngle) return true;
    if (g.code(node) === POWER && !isWholeConstant(g, g.arg(node, 1))) return true;
  }
  return false;
}

function isWholeConstant(g: Graph, node: Node): boolean {
  return g.isConstant(node) && Number.isInteger(g.value(node));
}

/** Quantities of a graph. */
export function quantities(
  graph: Graph,
  at: (point: Point, node: Node) => Ball<unknown> | undefined,
  leaf: Quantity["leaf"],
): (node: Node) => Quantity {
  const boundsOn = memo((space: Space) => boundsIn(graph, (node) => leafBounds(leaf(node), space)));
  const quantityOf = (node: Node): Quantity => ({
    graph,
    node,
    at: (point) => (at(point, node) ?? nothing) as Ball<number>,
    bounds: (space) => boundsOn(space)(node),
    leaf,
    beside: quantityOf,
  });
  return quantityOf;
}

function leafBounds(meaning: string | number, space: Space): Bounds {
  if (typeof meaning === "string") return space.bounds(meaning);
  return [meaning * (1 - 1e-15), meaning * (1 + 1e-15)];
}
