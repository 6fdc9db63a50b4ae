/**
 * Whether wrong earlier values left anything to compute. Knows the model's graph and what was stated, no answer that
 * is being judged.
 */

import { DEFINITION, type Graph, type Node, VARIABLE } from "../engine/graph.ts";
import type { Derivation } from "../exercises/derivation.ts";
import type { GraphNumber } from "../exercises/reference.ts";
import { recompute, type Stated } from "../kinds/number/stated.ts";
import { anyPlace, halfUnit, type Tolerance } from "../kinds/number/tolerance.ts";

/** What is equal but for the last digits of a double. */
const equal = 1e-9;

/**
 * Whether the wrong values leave something to compute. An answer shows nothing and earns nothing if it
 * - is 0, or repeats another value and depends on nothing else, where the right one does not;
 * - stays the same, at the precision asked for, whatever changes (a saturated tanh), or whatever changes but one wrong
 *   value.
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
  if (!others.some((other) => here.share(other) > visible || movesTarget(other, visible))) return false;
  const given = others.filter((other) => override.has(other) || unrolled.graph.code(other) === VARIABLE);
  const tiny = equal * Math.abs(value);
  const matters = (other: Node) => here.share(other) > tiny || movesTarget(other, tiny);
  // A gate that is shut or wide open chooses a value and computes nothing.
  const isSwitch = (other: Node) => wrong.includes(other) && (here.at(other) === 0 || here.at(other) === 1);
  // Two numbers may be equal by chance: 0.5^2 + 0.5^2 = 0.5.
  const isRepeated = (one: Node) =>
    isSame(value, here.at(one)) &&
    !isSame(exact, right.at(one)) &&
    given.every((other) => other === one || isSwitch(other) || here.share(other) <= visible);
  return !given.some(isRepeated) && wrong.every((one) => others.some((other) => other !== one && matters(other)));

  /** The value, and how much of it is up to a quantity. */
  function pass(from: readonly Stated[]) {
    const { value, values, slopes } = recompute(derivation, target, from);
    const share = (other: Node) => Math.abs((slopes()[other] as number) * ((values[other] as number) || 1));
    return { value, share, at: (other: Node) => values[other] as number };
  }

  /** A 0 has no slope in a square, but may be moved. */
  function movesTarget(other: Node, visibly: number): boolean {
    const from = here.at(other);
    return [1 + moderately, 1 - moderately].some((factor) => {
      const to = from === 0 ? factor - 1 : factor * from;
      const moved = derivation.values(unrolled, caseName, { override: new Map(override).set(other, to) });
      return Math.abs((moved[node] as number) - value) > visibly;
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
