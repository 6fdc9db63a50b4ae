/** Which conditions of two formulas turn on their own, which with others, and which never do. */

import { type Graph, NEGATE, type Node } from "../../engine/graph.ts";
import { operationAt } from "../../engine/operations/table.ts";
import { state } from "./ball.ts";
import { signOf } from "./bounds.ts";
import type { BranchesByGraph, Condition, Point, Quantity, Space } from "./point.ts";

/** Conditions by what decides their signs. */
export interface Switches {
  /** Quantities whose signs are free. */
  readonly quantities: readonly Quantity[];
  /** The branches on which all conditions lie if the quantities have these signs. */
  branches(signs: readonly number[]): BranchesByGraph;
}

/** A condition whose sign is that of a product of free quantities times `sense`. */
interface Follower {
  readonly condition: Condition;
  readonly factors: readonly number[];
  readonly sense: number;
}

/** @param points generic ones, on all sides if possible: what is proportional at all of them is one switch */
export function switchesOf(space: Space, conditions: readonly Condition[], points: readonly Point[]): Switches {
  const free: { readonly quantity: Quantity; readonly values: readonly number[] }[] = [];
  const followers = conditions.map((condition): Follower => {
    const { factors, sense } = decisive(space, condition.quantity);
    let turned = sense;
    const places = factors.map((quantity) => {
      const values = points.map((point) => heightAt(quantity, point));
      const known = free.findIndex((other) => ratioOf(values, other.values) !== 0);
      if (known < 0) return free.push({ quantity, values }) - 1;
      if (ratioOf(values, free[known]?.values ?? []) < 0) turned = -turned;
      return known;
    });
    return { condition, factors: places, sense: turned };
  });
  return {
    quantities: free.map(({ quantity }) => quantity),
    branches(signs) {
      const byGraph = new Map<Graph, Map<Node, number>>();
      for (const { condition, factors, sense } of followers) {
        const { graph } = condition.quantity;
        const branches = byGraph.get(graph) ?? new Map<Node, number>();
        const sign = factors.reduce((product, i) => product * (signs[i] as number), sense);
        byGraph.set(graph, branches.set(condition.operation, sign));
      }
      return byGraph;
    },
  };
}

/** The value of a quantity, NaN unless its sign is certain. */
export function heightAt(quantity: Quantity, point: Point): number {
  const { value, error, state: certainty } = quantity.at(point);
  const isCertain = certainty < state.unclear && (Math.abs(value) > error || error === 0);
  return isCertain ? value : Number.NaN;
}

/** What decides the sign of a condition: its factors, but those of one sign, and without functions that keep signs. */
function decisive(
  space: Space,
  condition: Quantity,
): { readonly factors: readonly Quantity[]; readonly sense: number } {
  const factors: Quantity[] = [];
  const open = [condition];
  let sense = 1;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { graph, node, beside } = next;
    const sign = signOf(next.bounds(space));
    if (graph.code(node) === NEGATE) {
      sense = -sense;
      open.push(beside(graph.arg(node, 0)));
    } else if (sign !== 0) sense *= sign;
    else if (operationAt(graph.code(node)).keepsSign) open.push(...graph.args(node).map(beside));
    else factors.push(next);
  }
  return { factors, sense };
}

/** The one factor between two lists of values; 0 if there is none. */
function ratioOf(values: readonly number[], others: readonly number[]): number {
  let ratio = 0;
  let count = 0;
  for (const [i, x] of values.entries()) {
    const y = others[i] as number;
    if (Number.isNaN(x) && Number.isNaN(y)) continue;
    if (!(Math.abs(y) > 0) || !Number.isFinite(x / y)) return 0;
    if (count++ === 0) ratio = x / y;
    else if (Math.abs(x / y - ratio) > 1e-9 * Math.abs(ratio)) return 0;
  }
  return count >= 4 ? ratio : 0;
}
