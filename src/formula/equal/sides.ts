/** Points on all sides of the places at which two formulas change their branches. */

import { signOf } from "./bounds.ts";
import type { BranchComparison } from "./branches.ts";
import type { Formula } from "./formula.ts";
import type { Condition, Point, Space } from "./point.ts";
import { reach } from "./reach.ts";
import { sizesOf } from "./sampling.ts";
import { type Switches, switchesOf } from "./switches.ts";

/** The operations with branches in two formulas and in what their names stand for. */
export function conditionsIn(space: Space, a: Formula, b: Formula): readonly Condition[] {
  const all = [...a.conditions, ...b.conditions, ...space.conditions([...a.names, ...b.names])];
  const known = new Map<object, Set<number>>();
  return all.filter(({ operation, quantity: { graph } }) => {
    const operations = known.get(graph) ?? new Set();
    known.set(graph, operations);
    return !operations.has(operation) && operations.add(operation);
  });
}

export interface Sides {
  readonly switches: Switches;
  /** Points by the signs of the switches. */
  readonly reached: ReadonlyMap<string, readonly Point[]>;
  readonly points: readonly Point[];
  readonly known: BranchComparison["known"];
}

/** The names whose values have one sign only. */
function knownSigns(space: Space, names: readonly string[]): BranchComparison["known"] {
  return [...new Set(names)].flatMap((name) => {
    const sign = signOf(space.bounds(name));
    return sign === 0 ? [] : [{ sign, at: (point: Point) => point.name(name, 0)?.value as number }];
  });
}

/** Points on all sides of the switches, as far as they can be found. */
export function allSides(
  space: Space,
  a: Formula,
  b: Formula,
  conditions: readonly Condition[],
  agreed: readonly Point[],
): Sides {
  const generic = Array.from({ length: 12 }, (_, i) =>
    space.point(1000 + i, space.scales[i % space.scales.length] as number),
  );
  const known = [...agreed.slice(0, 12), ...generic];
  const switches = switchesOf(space, conditions, known);
  const reached = reach({
    space,
    quantities: switches.quantities,
    origins: [...new Set([...a.origins, ...b.origins].flatMap((name) => space.originsOf([name])))].sort(),
    points: known,
    sizes: sizesOf(a, b),
  });
  return {
    switches,
    reached,
    known: knownSigns(space, [...a.names, ...b.names]),
    points: [...reached.values()].flat(),
  };
}

/** Points on both sides of each place at which one of the formulas changes its branch, as far as they can be found. */
export function pointsOnAllSides(space: Space, a: Formula, b: Formula): readonly Point[] {
  const conditions = conditionsIn(space, a, b);
  return conditions.length === 0 ? [] : allSides(space, a, b, conditions, []).points;
}
