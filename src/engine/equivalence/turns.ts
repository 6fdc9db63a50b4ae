/**
 * Makes sure that formulas defined piece by piece (relu, abs, a root of a square) are compared on all their pieces:
 * where all points so far lie on one side of a turn, looks for points on the other. Knows no verdicts.
 */

import { CONSTANT, type Graph, type Node } from "../graph.ts";
import { codeOf } from "../operationCodes.ts";
import type { Formula, Point, Space } from "./spaces.ts";

const piecewise = new Set((["relu", "abs", "step", "sign"] as const).map(codeOf));
const SQRT = codeOf("sqrt");
const LOG = codeOf("log");
const POWER = codeOf("power");

/** The nodes among `nodes` at whose zeros the formula may change its form. */
export function turningNodes(g: Graph, nodes: Iterable<Node>): readonly Node[] {
  const turning = new Set<Node>();
  const squared = new Set<Node>();
  let hasRoot = false;
  for (const node of nodes) {
    const code = g.code(node);
    if (piecewise.has(code)) turning.add(g.arg(node, 0));
    else if (code === SQRT || code === LOG) hasRoot = true;
    else if (code === POWER && g.code(g.arg(node, 1)) === CONSTANT) {
      const exponent = g.value(g.arg(node, 1));
      if (exponent % 2 === 0) squared.add(g.arg(node, 0));
      else if (!Number.isInteger(exponent)) hasRoot = true;
    } else if (code === POWER) hasRoot = true;
  }
  return [...turning, ...(hasRoot ? squared : [])].slice(0, mostTurns);
}

const mostTurns = 12;
/** Points beyond the turns of `formula` that `points` leave on one side, as far as they can be found. */
export function pointsBeyond(
  space: Space,
  formula: Formula,
  points: readonly Point[],
  scales: readonly number[],
): readonly Point[] {
  const found: Point[] = [];
  for (let turn = 0; turn < formula.turnCount; turn++) {
    const signs = new Set([...points, ...found].map((point) => Math.sign(formula.turn(turn, point))));
    if (signs.has(1) === signs.has(-1)) continue;
    const side = signs.has(1) ? 1 : -1;
    found.push(...beyond(space, (point) => formula.turn(turn, point) * side, formula.origins, points, scales));
  }
  return found;
}

/** Points at which `height` is negative: along single variables, among scattered points, else downhill. */
function beyond(
  space: Space,
  height: (point: Point) => number,
  origins: readonly string[],
  points: readonly Point[],
  scales: readonly number[],
): readonly Point[] {
  const names = [...new Set(origins)].slice(0, mostCoordinates);
  const found: Point[] = [];
  for (const point of [...alongAxes(space, names, scales), ...scattered(space, scales)]) {
    if (height(point) < 0) found.push(point);
    if (found.length === wanted) return found;
  }
  if (found.length > 0) return found;
  const lowest = descent(space, height, names, points);
  return lowest === undefined ? [] : [lowest];
}

/** Points where one variable is large and the others are moderate: where all are large, models saturate. */
function* alongAxes(space: Space, names: readonly string[], scales: readonly number[]): Iterable<Point> {
  const sizes = [...new Set(scales.slice(-16))];
  for (const size of sizes)
    for (const name of names)
      for (const value of [1.25 * size, -1.25 * size]) {
        const point = space.place(new Map([[name, value]]));
        if (point !== undefined) yield point;
      }
}

function* scattered(space: Space, scales: readonly number[]): Iterable<Point> {
  for (let i = 0; i < 40; i++) yield space.point(1000 + i, scales[scales.length - 1 - (i % scales.length)] as number);
}

/** From the lowest of `points`, one variable at a time, until the height is negative. */
function descent(
  space: Space,
  height: (point: Point) => number,
  names: readonly string[],
  points: readonly Point[],
): Point | undefined {
  let least = Number.POSITIVE_INFINITY;
  let start: Point | undefined;
  for (const point of points) {
    if (!(height(point) < least)) continue;
    least = height(point);
    start = point;
  }
  let here = new Map(names.map((name) => [name, start?.name(name, 0)?.value as number]));
  for (const step of steps)
    for (const name of names)
      for (const factor of [1 + step, 1 / (1 + step), -1]) {
        const coordinates = new Map(here).set(name, (here.get(name) as number) * factor);
        const point = space.place(coordinates);
        const reached = point === undefined ? Number.NaN : height(point);
        if (reached < 0) return point;
        if (!(reached < least)) continue;
        least = reached;
        here = coordinates;
      }
  return undefined;
}

const wanted = 3;
const steps = [8, 3, 1, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01, 0.003];
const mostCoordinates = 8;
