/**
 * Whether wrong earlier values left anything to compute. Knows the model's graph and what was stated, no answer that
 * is being judged.
 */

import { anyPlace, halfUnit, type Tolerance } from "../answers/tolerance.ts";
import { DEFINITION, type Graph, type Node, VARIABLE } from "../engine/graph.ts";
import type { Derivation } from "../exercises/derivation.ts";
import type { GraphNumber } from "../exercises/reference.ts";
import { recompute, type Stated } from "./stated.ts";

/** What depends so much less on a quantity than it should does not depend on it any more. */
const hardly = 0.05;
/** What is equal but for the last digits of a double. */
const equal = 1e-9;

/**
 * Whether the wrong values leave something to compute. An answer shows nothing and earns nothing if, at the precision
 * asked for, it
 * - is 0, or repeats a wrong value and depends on nothing else, where the right one does not;
 * - no longer depends on something that the right one depends on (a recurrence times 0, a gate that is shut);
 * - stays the same whatever else changes (a saturated tanh).
 */
export function leavesDifficulty(
  derivation: Derivation,
  target: GraphNumber,
  stated: readonly Stated[],
  tolerance: Tolerance,
): boolean {
  const { unrolled, node, caseName } = target;
  const override = new Map(stated.map(({ name, value }) => [unrolled.node(name), value]));
  const wrong = stated.filter(({ isRight }) => !isRight).map(({ name }) => unrolled.node(name));
  const here = pass(stated);
  const exactly = derivation.values(unrolled, caseName);
  const right = pass(stated.map((one) => ({ ...one, value: exactly[unrolled.node(one.name)] as number })));
  const [value, exact] = [here.value, right.value];
  if (exact !== 0 && Math.abs(value) <= equal * Math.abs(exact)) return false;
  const visible = Math.max(halfUnit(value, tolerance, anyPlace), 1e-6 * Math.abs(value));
  const others = namedBelow(unrolled.graph, node, override);
  const given = others.filter((other) => override.has(other) || unrolled.graph.code(other) === VARIABLE);
  // Two numbers may be equal by chance: 0.5^2 + 0.5^2 = 0.5.
  const isRepeated = (one: Node) =>
    isSame(value, here.at(one)) &&
    !isSame(exact, right.at(one)) &&
    given.every((other) => other === one || here.share(other) <= visible);
  if (wrong.some(isRepeated)) return false;
  const isLost = (other: Node) => {
    const [before, after] = [right.share(other), here.share(other)];
    return before > visible && after <= Math.min(visible, hardly * before);
  };
  if (others.some((other) => !wrong.includes(other) && isLost(other))) return false;
  const matters = (other: Node) =>
    override.has(other) ? here.share(other) > visible || movesTarget(other) : moderately * here.share(other) > visible;
  return wrong.every((one) => others.some((other) => other !== one && matters(other)));

  /** The value, and how much of it is up to a quantity. */
  function pass(from: readonly Stated[]) {
    const { value, values, slopes } = recompute(derivation, target, from);
    const share = (other: Node) => Math.abs((slopes()[other] as number) * ((values[other] as number) || 1));
    return { value, share, at: (other: Node) => values[other] as number };
  }

  /** A stated 0 has no slope in a square, but may be moved. */
  function movesTarget(other: Node): boolean {
    const from = here.at(other);
    return [1 + moderately, 1 - moderately].some((factor) => {
      const to = from === 0 ? factor - 1 : factor * from;
      const moved = derivation.values(unrolled, caseName, { override: new Map(override).set(other, to) });
      return Math.abs((moved[node] as number) - value) > visible;
    });
  }
}

/** Share by which a quantity is thought to change: more would undo a saturation. */
const moderately = 0.3;

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= equal * Math.max(Math.abs(a), Math.abs(b));
}

/** Named quantities that `top` depends on directly or through others that are not stated; a renaming counts as what it names. */
function namedBelow(g: Graph, top: Node, stated: ReadonlyMap<Node, number>): readonly Node[] {
  const found: Node[] = [];
  const seen = new Set<Node>();
  const open = [...g.args(top)];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const isRenaming = g.code(at) === DEFINITION && g.symbol(g.arg(at, 0)) !== undefined && !stated.has(at);
    if (!isRenaming && (g.code(at) === DEFINITION || g.code(at) === VARIABLE)) found.push(at);
    if (!stated.has(at)) open.push(...g.args(at));
  }
  return found;
}
