/** Mistakes about what stands in front of a link of the chain rule: a weight left out, kept, or another; a shifted index. */

import { partialDerivative } from "../engine/differentiate.ts";
import type { Graph, Node } from "../engine/graph.ts";
import { DEFINITION } from "../engine/graph.ts";
import { codeOf } from "../engine/operations/table.ts";
import { multiply } from "../engine/simplify.ts";
import type { Derivation } from "../exercises/derivation.ts";
import { changedWay, type Link, links } from "./edges.ts";
import { type Misconception, singleSteps, type Way } from "./misconception.ts";

const MULTIPLY = codeOf("multiply");
const NEGATE = codeOf("negate");

export const factors: readonly Misconception[] = [
  {
    code: "mistake.recurrent-factor-missing",
    concerns: ["derivative"],
    slips: true,
    ways: (right) => weightWays(right, (link) => link.crossesTime, withoutParameters),
  },
  {
    code: "mistake.factor-missing",
    concerns: ["derivative"],
    slips: true,
    ways: (right) => weightWays(right, (link) => !link.crossesTime, withoutParameters),
  },
  {
    code: "mistake.other-factor",
    concerns: ["derivative"],
    slips: true,
    ways: (right) =>
      right.model.parameters.flatMap((name) =>
        [true, false].flatMap((crossing) =>
          weightWays(
            right,
            (link) => link.crossesTime === crossing,
            (link) => withParameter(link, name),
          ),
        ),
      ),
  },
  {
    code: "mistake.factor-kept",
    concerns: ["derivative"],
    slips: true,
    ways: (right) => {
      const isProduct = (link: Link) => link.g.code(link.node) === MULTIPLY && link.args.some(link.isParameter);
      const families = familiesOf(right, isProduct, ({ owner }) => owner?.family);
      return families.flatMap((family) =>
        [true, false].map((ofParameter) =>
          changedWay(
            (link) => isProduct(link) && link.owner?.family === family && link.isParameter(link.arg) === ofParameter,
            ({ g, args }) => multiply(g, args),
          ),
        ),
      );
    },
  },
  {
    code: "mistake.index-shifted",
    concerns: ["derivative", "stored"],
    // A list that only lacks the start shows no shift.
    unless: ["mistake.stored-start-missing"],
    slips: true,
    ways: (right, concern) => {
      const isShiftable = (link: Link) =>
        link.g.code(link.node) === MULTIPLY && link.isParameter(link.arg) && other(link) !== undefined;
      const families = familiesOf(right, isShiftable, (link) => other(link)?.family);
      const weighted = families.flatMap((family) =>
        [1, -1].flatMap((by) =>
          everywhereAndAtSteps(
            right,
            (link, t) =>
              isShiftable(link) && other(link)?.family === family && (t === undefined || link.owner?.index === t)
                ? shifted(link, by)
                : undefined,
            [MULTIPLY],
          ),
        ),
      );
      return concern === "derivative" ? [...weighted, ...shiftedSlopes(right)] : weighted.filter((way) => !way.single);
    },
  },
];

/** The families for which some link that passes the test has a place. */
function familiesOf(
  right: Derivation,
  test: (link: Link) => boolean,
  family: (link: Link) => string | undefined,
): readonly (string | undefined)[] {
  return [...new Set(links(right.unrolled()).filter(test).map(family))];
}

/** A parameter times what is differentiated, d(W·h)/dh, changed: everywhere, or at a single step. */
function weightWays(
  right: Derivation,
  where: (link: Link) => boolean,
  change: (link: Link) => Node | undefined,
): readonly Way[] {
  const isWeighted = (link: Link) =>
    link.g.code(link.node) === MULTIPLY &&
    !link.isParameter(link.arg) &&
    link.args.some(link.isParameter) &&
    where(link);
  const families = familiesOf(right, isWeighted, ({ owner }) => owner?.family);
  return families.flatMap((family) =>
    everywhereAndAtSteps(right, (link, t) =>
      isWeighted(link) && link.owner?.family === family && (t === undefined || link.owner?.index === t)
        ? change(link)
        : undefined,
    ),
  );
}

function everywhereAndAtSteps(
  right: Derivation,
  change: (link: Link, t: number | undefined) => Node | undefined,
  codes?: readonly number[],
): readonly Way[] {
  return [undefined, ...singleSteps(right.model.steps)].map((t) => ({
    single: t !== undefined,
    ...changedWay(
      () => true,
      (link) => change(link, t),
      codes,
    ),
  }));
}

function withoutParameters({ g, args, i, isParameter }: Link): Node {
  return multiply(
    g,
    args.filter((arg, j) => j !== i && !isParameter(arg)),
  );
}

/** With another parameter in place of the one that there is. */
function withParameter({ g, args, i, isParameter, unrolled }: Link, name: string): Node | undefined {
  const others = args.filter((_, j) => j !== i);
  if (others.filter(isParameter).length !== 1) return undefined;
  return multiply(
    g,
    others.map((arg) => (isParameter(arg) ? unrolled.node(name) : arg)),
  );
}

/** In a product of two, one of them a parameter: the name of the sequence's member that is the other. */
function other({ args, i, g }: Link) {
  const name = args.length === 2 ? g.symbol(args[1 - i] as Node) : undefined;
  return name?.index === undefined ? undefined : { family: name.family, index: name.index };
}

function shifted(link: Link, by: number): Node | undefined {
  const name = other(link);
  if (name === undefined) return undefined;
  const { unrolled } = link;
  const isGiven = unrolled.families().some(({ name: family, kind }) => family === name.family && kind === "input");
  const t = name.index + by;
  if (t > unrolled.steps || t < (isGiven ? 1 : 0)) return undefined;
  return unrolled.node(`${name.family}[${t}]`);
}

/** The derivative of a function taken at the step before or after: tanh'(τ₁) for tanh'(τ₂). */
function shiftedSlopes(right: Derivation): readonly Way[] {
  const isSlope = ({ g, node, args }: Link) =>
    args.length === 1 && g.code(node) !== DEFINITION && g.code(node) !== NEGATE;
  const families = familiesOf(right, isSlope, ({ owner }) => owner?.family);
  return families.flatMap((family) =>
    [1, -1].flatMap((by) =>
      everywhereAndAtSteps(right, (link, t) =>
        isSlope(link) && link.owner?.family === family && (t === undefined || link.owner?.index === t)
          ? slopeAtOtherStep(link, by)
          : undefined,
      ),
    ),
  );
}

function slopeAtOtherStep({ g, node, i, owner, unrolled }: Link, by: number): Node | undefined {
  const t = (owner?.index ?? Number.NaN) + by;
  if (owner === undefined || !(t >= 1 && t <= unrolled.steps)) return undefined;
  const [here, there] = [owner.index, t].map((index) => unrolled.node(`${owner.family}[${index}]`)) as [Node, Node];
  const counterpart = followed(g, there, routeTo(g, here, node));
  if (counterpart === undefined || g.code(counterpart) !== g.code(node)) return undefined;
  return partialDerivative(g, g.code(node), g.args(counterpart), i);
}

/** The argument places that lead from a definition down to a node of its equation; undefined if none do. */
function routeTo(g: Graph, from: Node, node: Node): readonly number[] | undefined {
  if (from === node) return [];
  for (const [i, arg] of g.args(from).entries()) {
    const rest = arg < node || (arg !== node && g.code(arg) === DEFINITION) ? undefined : routeTo(g, arg, node);
    if (rest !== undefined) return [i, ...rest];
  }
  return undefined;
}

function followed(g: Graph, from: Node, route: readonly number[] | undefined): Node | undefined {
  return route?.reduce<Node | undefined>((at, i) => (at === undefined ? undefined : g.args(at)[i]), from);
}
