/** Where formulas change their branch (relu, abs, max), and points for each combination of branches that is met. */

import type { Graph, Node } from "../../engine/graph.ts";
import { operationAt } from "../../engine/operations/table.ts";
import { coarse, fine, type Numbers } from "./numbers.ts";
import type { Branches, Formula, Point, Space } from "./points.ts";
import type { Values } from "./values.ts";

/** On which branches the operations among `nodes` are at a point; undefined if none has any. */
export function branchesAmong(
  graph: Graph,
  nodes: Iterable<Node>,
  values: (point: Point, numbers: Numbers) => Values,
): Branches | undefined {
  const switches = [...nodes].filter(
    (node) =>
      operationAt(graph.code(node)).hasBranches === true && !graph.args(node).every((arg) => graph.isConstant(arg)),
  );
  if (switches.length === 0) return undefined;
  return (point, numbers) => {
    const known = values(point, numbers);
    const heightOf = (node: Node | undefined) => (node === undefined ? 0 : known.at(node).value);
    const signs = switches.map((node) => Math.sign(heightOf(graph.arg(node, 0)) - heightOf(graph.args(node)[1])));
    return signs.join();
  };
}

/** The sizes of the literals of formulas, a few of them: there they may change. */
function sizesOf(a: Formula, b: Formula): readonly number[] {
  const sizes = [...a.texts, ...b.texts].map((text) => Math.abs(Number(text)));
  const telling = sizes.filter((size) => size > 1e-12 && size < 1e12 && (size < 0.5 || size > 2));
  return [...new Set(telling)].sort((x, y) => x - y).slice(0, 8);
}

/** How large the numbers are, in turns, at which formulas may differ. */
export function scalesFor(space: Space, a: Formula, b: Formula): readonly number[] {
  const sizes = sizesOf(a, b).flatMap((size) => [size, size, size * 2, size * 0.6, 1 / size]);
  // In a model, periodic functions run through several periods.
  return [...space.scales, ...(space.isFree ? [] : [1.5, 2.5, 4, 2, 3, 1.5, 6, 2.5]), ...sizes];
}

/** Points at which one name is exactly as large as a literal. */
function* pointsAtLiterals(space: Space, a: Formula, b: Formula): Generator<Point> {
  for (const name of new Set([...a.names, ...b.names]))
    for (const size of sizesOf(a, b).flatMap((size) => [size, -size])) {
      const point = space.place(new Map([[name, space.isWhole(name) ? Math.round(size) : size]]));
      if (point !== undefined) yield point;
    }
}

/** Work allowed, in operations of doubles: some 10 ms. */
const mostWork = 20_000;
const mostPoints = 400;
const pointsPerCombination = 2;

/** A few points for each combination of branches that is met among many. */
export function pointsOnAllSides(space: Space, a: Formula, b: Formula): readonly Point[] {
  const parts = [a.branches, b.branches, space.branches([...a.names, ...b.names])].filter((one) => one !== undefined);
  if (parts.length === 0) return [];
  const found = new Map<string, Point[]>();
  const scales = scalesFor(space, a, b);
  const most = Math.min(mostPoints, mostWork / (20 + a.size + b.size));
  const special = [...pointsAtLiterals(space, a, b)].slice(0, most / 2);
  for (let i = 0; i < most; i++) {
    const scale = scales[i % scales.length] as number;
    const point = special[i] ?? space.point(i < scales.length ? i : 4000 + i, scale);
    const branchesIn = (numbers: Numbers) => parts.map((part) => part(point, numbers)).join();
    const branches = branchesIn(fine);
    const known = found.get(branches) ?? [];
    // Doubles alone may be wrong about a sign.
    if (known.length >= pointsPerCombination || branches.includes("NaN") || branchesIn(coarse) !== branches) continue;
    found.set(branches, [...known, point]);
  }
  return [...found.values()].flat();
}
