/** What follows from a student's own wrong values: full points for the rest of the way. */

import { below, DEFINITION, type Node, VARIABLE } from "../../engine/graph.ts";
import { type Computation, computedValue, computedValues, withStated, withValues } from "./computation.ts";
import { type RoundedValue, roundedOnTheWay } from "./rounding.ts";
import { halfUnit, type Tolerance } from "./tolerance.ts";

/** A value that the student stated for a named quantity of the same case. */
export interface Stated {
  readonly name: string;
  readonly value: number;
  readonly isRight: boolean;
  /** Wrong, but a consequence of wrong values before it. */
  readonly isCarried: boolean;
  /** The value before it was rounded, as far as that is known: the right one, or what follows from those before it. */
  readonly unrounded: number;
  /** The values that may have been calculated on with, `value` among them: those that it is a rounding of. */
  readonly from: number;
  readonly to: number;
}

/**
 * The values that follow from stated ones some of which are wrong. What follows from a wrong value may be used as it was
 * stated, computed again without rounding, or taken before it was rounded: who states 0.60 may go on with 0.60437.
 */
export function* following(way: Computation, stated: readonly Stated[], tolerance: Tolerance): Iterable<RoundedValue> {
  const first = stated.filter(({ isRight, isCarried }) => !isRight && !isCarried);
  for (const used of first.length < stated.length ? [stated, first] : [stated])
    yield* computedFrom(withStated(way, used), tolerance);
  yield* rangeFrom(withStated(way, first), first);
  const unrounded = stated.map((one) => ({ ...one, value: one.unrounded }));
  yield { value: computedValue(withStated(way, unrounded)) };
}

/** A number from stated values as they are, and with further values on the way rounded. */
export function* computedFrom(computation: Computation, tolerance: Tolerance): Iterable<RoundedValue> {
  yield { value: computedValue(computation) };
  yield* roundedOnTheWay(computation, tolerance);
}

/** What computing a range, or looking at other quantities, may cost, in nodes evaluated. */
const mostWork = 100_000;

/**
 * The values that a number takes as the stated ones run through those they may be roundings of. Only values that are
 * reached: the number is computed at the middle, the ends and two corners, and takes every value between these if the
 * middle lies between them.
 */
function rangeFrom(computation: Computation, stated: readonly Stated[]): readonly RoundedValue[] {
  const { unrolled } = computation;
  const free = stated.filter(({ from, to }) => from < to);
  if (free.length === 0 || (2 * free.length + 2) * unrolled.graph.size > mostWork) return [];
  const samples = [computedValue(computation)];
  const at = (...changed: (readonly [Node, number])[]) => {
    const value = computedValue(withValues(computation, ...changed));
    samples.push(value);
    return value;
  };
  const ends = free.map(({ name, from, to }) => {
    const low = [unrolled.node(name), from] as const;
    const high = [unrolled.node(name), to] as const;
    return at(low) < at(high) ? [low, high] : [high, low];
  });
  for (const end of [0, 1]) at(...ends.map((pair) => pair[end] as readonly [Node, number]));
  const [middle = Number.NaN, ...others] = samples;
  const [least, most] = [Math.min(...others), Math.max(...others)];
  // A pole on the way throws the middle out; NaN compares with nothing.
  const isWhole = least <= middle && middle <= most;
  return isWhole ? [{ value: least, until: most }] : samples.filter(Number.isFinite).map((value) => ({ value }));
}

/**
 * Whether wrong values leave something to compute. They don't if what follows is 0 (where the right value is not), shows
 * no change at the precision asked for whatever changes (a saturated tanh), or changes with one wrong value alone.
 */
export function leavesDifficulty(way: Computation, stated: readonly Stated[], tolerance: Tolerance): boolean {
  const { unrolled, target } = way;
  const { graph } = unrolled;
  const computation = withStated(way, stated);
  const values = computedValues(computation);
  const value = values[target] as number;
  if (Math.abs(value) <= 1e-9 * Math.abs(computedValue(way))) return false;

  const isNamed = (node: Node) => graph.code(node) === DEFINITION || graph.code(node) === VARIABLE;
  const others = [...below(graph, [target])].filter((node) => node !== target && isNamed(node)).sort((a, b) => b - a);
  // As a share of both; more than 30 % would undo a saturation.
  const effects = others.slice(0, Math.ceil((10 * mostWork) / graph.size)).map((other) => {
    const moved = [1.3, 0.7].map((factor) => [other, (values[other] || 1) * factor - (values[other] ? 0 : 1)] as const);
    const changes = moved.map((one) => Math.abs(computedValue(withValues(computation, one)) - value));
    return { other, size: Math.max(...changes) / 0.3 };
  });
  const visible = Math.max(halfUnit(value, tolerance), 1e-6 * Math.abs(value));
  const wrong = stated.filter(({ isRight }) => !isRight).map(({ name }) => unrolled.node(name));
  return (
    effects.some(({ size }) => size > visible) &&
    wrong.every((one) => effects.some(({ other, size }) => other !== one && size > 1e-9 * Math.abs(value)))
  );
}
