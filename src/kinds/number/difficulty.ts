/** Whether wrong earlier values left anything to compute: from `h1 = 0`, `h1*h2 = 0` is no work of one's own. */

import { DEFINITION, type Node, VARIABLE } from "../../engine/graph.ts";
import type { Stated } from "./carried.ts";
import { type Computation, computedValue, computedValues, withStated, withValues } from "./computation.ts";
import { halfUnit, type Tolerance } from "./tolerance.ts";

/** What is equal but for the last digits of a double. */
const equal = 1e-9;
/** Share by which a quantity is thought to change: more would undo a saturation. */
const moderately = 0.3;
/** What looking at other quantities may cost, in nodes evaluated; the nearest ones are looked at first. */
const mostWork = 1_000_000;

/**
 * Whether the wrong values leave something to compute. An answer shows nothing and earns nothing if it
 * - is 0, or repeats another value and depends on nothing else, where the right one does not;
 * - stays the same, at the precision asked for, whatever changes (a saturated tanh), or whatever changes but one wrong
 *   value.
 */
export function leavesDifficulty(way: Computation, stated: readonly Stated[], tolerance: Tolerance): boolean {
  const { unrolled, target } = way;
  const computation = withStated(way, stated);
  const [here, right] = [computedValues(computation), computedValues(way)];
  const [value, exact] = [here[target] as number, right[target] as number];
  if (exact !== 0 && Math.abs(value) <= equal * Math.abs(exact)) return false;

  /** How much of the value is up to another one, as a share of both. */
  const effect = (other: Node) => {
    const from = here[other] as number;
    const moved = [1 + moderately, 1 - moderately].map((factor) =>
      computedValue(withValues(computation, [other, from === 0 ? factor - 1 : factor * from])),
    );
    return Math.max(...moved.map((to) => Math.abs(to - value))) / moderately;
  };
  const visible = Math.max(halfUnit(value, tolerance), 1e-6 * Math.abs(value));
  const others = namedBelow(computation).slice(0, Math.ceil(mostWork / unrolled.graph.size));
  if (!others.some((other) => effect(other) > visible)) return false;
  const given = others.filter((other) => computation.stated?.has(other) || unrolled.graph.code(other) === VARIABLE);
  const wrong = stated.filter(({ isRight }) => !isRight).map(({ name }) => unrolled.node(name));
  // A gate that is shut or wide open chooses a value and computes nothing.
  const isSwitch = (other: Node) => wrong.includes(other) && (here[other] === 0 || here[other] === 1);
  // Two numbers may be equal by chance: 0.5^2 + 0.5^2 = 0.5.
  const isRepeated = (one: Node) =>
    isSame(value, here[one] as number) &&
    !isSame(exact, right[one] as number) &&
    given.every((other) => other === one || isSwitch(other) || effect(other) <= visible);
  const tiny = equal * Math.abs(value);
  const isNotAlone = (one: Node) => others.some((other) => other !== one && effect(other) > tiny);
  return !given.some(isRepeated) && wrong.every(isNotAlone);
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= equal * Math.max(Math.abs(a), Math.abs(b));
}

/** Named quantities that a number depends on directly or through others that are not stated; a renaming counts as what it names. */
function namedBelow({ unrolled: { graph }, target, stated = new Map() }: Computation): readonly Node[] {
  const found: Node[] = [];
  const open = new Set(graph.args(target));
  for (const at of open) {
    const isName = graph.code(at) === DEFINITION;
    const isRenaming = isName && graph.symbol(graph.arg(at, 0)) !== undefined && !stated.has(at);
    if (!isRenaming && (isName || graph.code(at) === VARIABLE)) found.push(at);
    if (!stated.has(at)) for (const arg of graph.args(at)) open.add(arg);
  }
  return found;
}
