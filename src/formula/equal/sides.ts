/** Where two formulas may change their form, and points on all sides of it. Knows no verdicts. */

import { pointsAtEdges } from "./edges.ts";
import type { Formula } from "./formula.ts";
import type { Point, Space, Turning } from "./point.ts";
import { findPoints } from "./search.ts";

export interface SharedTurning extends Turning {
  /** The names that the values of both formulas come from in the end. */
  readonly origins: readonly string[];
}

/** Where two formulas may change their form, counting what their names stand for; undefined: nowhere. */
export function sharedTurning(space: Space, a: Formula, b: Formula): SharedTurning | undefined {
  const parts = [a.turning, b.turning, space.turning([...a.names, ...b.names])];
  if (parts.every(({ isSmooth }) => isSmooth)) return undefined;
  return {
    conditions: unique(
      parts.flatMap(({ conditions }) => conditions),
      (quantity) => quantity,
    ),
    // What has only one sign in this space has no edge.
    edges: unique(
      parts.flatMap(({ edges }) => edges),
      ({ quantity }) => quantity,
    ).filter(({ quantity, height }) => {
      const { low, high } = quantity.range(space) ?? { low: 0, high: 0 };
      return !(height(low) > 0 && height(high) > 0) && !(height(low) < 0 && height(high) < 0);
    }),
    isSmooth: false,
    origins: [...new Set([...a.origins, ...b.origins].flatMap((name) => space.originsOf([name])))].sort(),
  };
}

function unique<T>(all: readonly T[], quantityOf: (item: T) => { graph: object; node: number }): readonly T[] {
  return all.filter((item, i) => {
    const { graph, node } = quantityOf(item);
    return i === all.findIndex((other) => quantityOf(other).graph === graph && quantityOf(other).node === node);
  });
}

/** Points on both sides of each place at which one of the formulas may change its form, as far as they can be found. */
export function pointsOnAllSides(space: Space, a: Formula, b: Formula): readonly Point[] {
  const turning = sharedTurning(space, a, b);
  if (turning === undefined) return [];
  const { conditions, edges, origins } = turning;
  const sides = conditions.flatMap((quantity) =>
    [1, -1].flatMap((side) => findPoints(space, [(point) => quantity.at(point).value * side], origins, [], 60, 2)),
  );
  return [...sides, ...pointsAtEdges(space, edges, origins, [])];
}
