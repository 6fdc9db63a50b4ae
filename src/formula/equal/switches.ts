/**
 * Where formulas change their branch (relu, abs, max), and points on either side: from each combination of signs that is
 * known, along one coordinate after the other, to those beside it. Bounded work; what it does not find may still be there.
 */

import type { Graph, Node } from "../../engine/graph.ts";
import { operationAt } from "../../engine/operations/table.ts";
import type { Bounds } from "./bounds.ts";
import { type AnyNumbers, levelAt } from "./numbers.ts";
import type { Formula, Point, Space, Switch } from "./points.ts";
import type { Values } from "./values.ts";

/** The switches among `nodes`. */
export function switchesIn(
  graph: Graph,
  nodes: Iterable<Node>,
  values: (point: Point, numbers: AnyNumbers) => Values,
  bounds: () => (node: Node) => Bounds,
): readonly Switch[] {
  return [...nodes].flatMap((operation) => {
    if (operationAt(graph.code(operation)).hasBranches !== true) return [];
    const [x, y] = graph.args(operation) as [Node, Node?];
    if (graph.args(operation).every((arg) => graph.isConstant(arg))) return [];
    return {
      graph,
      operation,
      sign(point, numbers) {
        const known = values(point, numbers);
        const height = (known.at(x).value as number) - (y === undefined ? 0 : (known.at(y).value as number));
        return Number.isFinite(height) ? Math.sign(height) : Number.NaN;
      },
      isOneSided() {
        const [low, high] = bounds()(x);
        const [least, most] = y === undefined ? [0, 0] : bounds()(y);
        return low >= most || high <= least;
      },
    };
  });
}

/** The switches of two formulas and of what their names stand for. */
export function switchesOf(space: Space, a: Formula, b: Formula): readonly Switch[] {
  const all = [...a.switches(space), ...b.switches(space), ...space.switches([...a.names, ...b.names])];
  const known = new Map<Graph, Set<Node>>();
  return all.filter(({ graph, operation }) => {
    const operations = known.get(graph) ?? new Set();
    known.set(graph, operations);
    return !operations.has(operation) && operations.add(operation);
  });
}

/** Points on both sides of each place at which one of the formulas changes its branch, as far as they can be found. */
export function pointsOnAllSides(space: Space, a: Formula, b: Formula): readonly Point[] {
  const switches = switchesOf(space, a, b);
  return switches.length === 0 ? [] : [...reach(space, a, b, switches).values()].flat();
}

/** Work allowed, in operations of doubles: some 20 ms. */
const mostWork = 40_000;
const randomPoints = 200;
const mostCoordinates = 6;
const pointsPerCombination = 2;

type Coordinates = ReadonlyMap<string, number>;

/** A place on a line: one coordinate, and the signs of the switches there. */
interface Stop {
  readonly x: number;
  readonly point: Point | undefined;
  readonly signs: string;
}

/** Points by the signs of the switches at them, `1,-1`; a few for each combination that was found, also with zeros. */
export function reach(
  space: Space,
  a: Formula,
  b: Formula,
  switches: readonly Switch[],
): ReadonlyMap<string, readonly Point[]> {
  const [{ fine, coarse }, found] = [levelAt(0), new Map<string, Point[]>()];
  const origins = [...new Set(space.originsOf([...a.origins, ...b.origins]))].sort();
  const sizes = sizesOf(a, b);
  const cost = 20 + a.size + b.size;
  const queue: Coordinates[] = [];
  let left = mostWork;
  const signsAt = (point: Point, numbers: AnyNumbers) => switches.map((one) => one.sign(point, numbers)).join();

  /** Keeps a point if its combination is new, or nearly. Its signs must be certain: doubles alone may be wrong. */
  const note = (point: Point | undefined, signs: string) => {
    const known = found.get(signs) ?? [];
    if (point === undefined || known.length >= pointsPerCombination || signs.includes("NaN")) return;
    // It will also be compared, finely and coarsely.
    left -= 3 * cost;
    if (signsAt(point, coarse) !== signs) return;
    found.set(signs, [...known, point]);
    if (known.length === 0) queue.push(new Map(origins.map((name) => [name, point.double(name)])));
  };
  const stopAt = (from: Coordinates, name: string, x: number): Stop => {
    left -= cost;
    const point = space.place(new Map([...from, [name, x]]));
    return { x, point, signs: point === undefined ? "NaN" : signsAt(point, fine) };
  };
  for (let i = 0; i < randomPoints && left > mostWork / 2; i++) {
    left -= cost;
    const scale = space.scales[i % space.scales.length] as number;
    const point = space.point(i < 12 ? i : 4000 + i, scale * (space.isFree ? 1 : 1 + (i % 3)));
    note(point, signsAt(point, fine));
  }
  for (const from of queue)
    for (const name of origins.slice(0, mostCoordinates)) {
      if (left < 0) return found;
      scan(name, (x) => stopAt(from, name, x));
    }
  return found;

  /** Notes a point between any two changes of sign along a line. */
  function scan(name: string, on: (x: number) => Stop): void {
    const isWhole = space.isWhole(name);
    const stops = gridOf(space, name, sizes).map(on);
    for (const [i, stop] of stops.entries()) {
      note(stop.point, stop.signs);
      const next = stops[i + 1];
      let low = stop;
      for (let changes = 0; next !== undefined && low.signs !== next.signs && changes < 4 && left > 0; changes++) {
        const high = changeBetween(low, next, on, isWhole);
        // Not beside the change itself, where everything is too small to be compared.
        const end = isWhole ? high : changeBetween(high, next, on, isWhole, 8);
        const middle = isWhole ? high : on((high.x + end.x) / 2);
        note(middle.point, middle.signs);
        low = high;
      }
    }
  }
}

/** The first place behind `low` with other signs, as far as halving tells. */
function changeBetween(low: Stop, high: Stop, on: (x: number) => Stop, isWhole: boolean, halvings = 26): Stop {
  let [left, right] = [low, high];
  for (let i = 0; i < halvings; i++) {
    const x = (left.x + right.x) / 2;
    const middle = on(isWhole ? Math.round(x) : x);
    if (middle.x === left.x || middle.x === right.x) break;
    if (middle.signs === low.signs) left = middle;
    else right = middle;
  }
  return right;
}

/** The sizes of the literals of formulas, a few of them. */
export function sizesOf(a: Formula, b: Formula): readonly number[] {
  const sizes = [...a.texts, ...b.texts].map((text) => Math.abs(Number(text)));
  const telling = sizes.filter((size) => size > 1e-12 && size < 1e12 && (size < 0.5 || size > 2));
  return [...new Set(telling)].sort((x, y) => x - y).slice(0, 8);
}

/** Numbers all over the range of a name, denser towards its ends or around zero and the sizes that count, in order. */
function gridOf(space: Space, name: string, sizes: readonly number[]): readonly number[] {
  const [low, high] = space.isFree ? space.bounds(name) : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const isInterval = Number.isFinite(high - low);
  const near = sizes.flatMap((size) => [size * 0.6, size, size * 2]);
  const usual = isInterval
    ? shares.flatMap((share) => [low + share * (high - low), high - share * (high - low)])
    : (space.isWhole(name) ? wholeSizes : usualSizes).flatMap((size) => [size, -size]);
  const numbers = [...usual, ...near.flatMap((size) => [size, -size])];
  const allowed = space.isWhole(name) ? numbers.map(Math.round) : numbers;
  return [...new Set(allowed)].filter((x) => x >= low && x <= high).sort((x, y) => x - y);
}

const shares = [0, 1e-4, 1e-3, 0.01, 0.04, 0.11, 0.23, 0.37, 0.49];
const usualSizes = [0.0013, 0.013, 0.13, 0.41, 0.83, 1.17, 1.61, 2.3, 3.7, 5.3, 8.9, 17.3, 43];
const wholeSizes = [0, 1, 2, 3, 5, 9, 20, 60];
