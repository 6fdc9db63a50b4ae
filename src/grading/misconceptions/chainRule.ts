/** Mistakes in following the chain rule through time and through products: paths and factors that get lost. */

import { differentiate } from "../../engine/differentiate.ts";
import { DEFINITION, type Graph, type Node } from "../../engine/graph.ts";
import { codeOf } from "../../engine/operationCodes.ts";
import { add, multiply, negate } from "../../engine/simplify.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { changedLinks, type Link, links } from "./edges.ts";
import { type Misconception, singleSteps, type Way } from "./misconception.ts";

const MULTIPLY = codeOf("multiply");
const POWER = codeOf("power");

export const chainRule: readonly Misconception[] = [
  {
    code: "mistake.recurrent-path-missing",
    concerns: ["derivative"],
    ways: (right) => {
      const crossing = links(right.unrolled()).filter((link) => link.crossesTime);
      const readers = [...new Set(crossing.map(({ owner }) => owner?.family))];
      const read = [...new Set(crossing.map(({ name }) => name?.family))];
      return [
        changedWay((link) => link.crossesTime, nothing),
        ...(readers.length > 1 ? readers : []).map((family) =>
          changedWay((link) => link.crossesTime && link.owner?.family === family, nothing),
        ),
        ...(read.length > 1 ? read : []).map((family) =>
          changedWay((link) => link.crossesTime && link.name?.family === family, nothing),
        ),
      ];
    },
  },
  {
    code: "mistake.only-last-step",
    concerns: ["derivative"],
    unless: ["mistake.recurrent-path-missing"],
    ways: ({ model }) =>
      model.steps < 2
        ? []
        : [
            changedWay(
              (link) =>
                link.isParameter(link.arg) && link.owner?.index !== undefined && link.owner.index !== model.steps,
              nothing,
            ),
          ],
  },
  {
    code: "mistake.product-rule-incomplete",
    concerns: ["derivative"],
    unless: ["mistake.recurrent-path-missing"],
    ways: (right) =>
      products(right).flatMap(({ family, size }) => {
        const factors = Array.from({ length: size }, (_, i) => i);
        const isFactor = (link: Link) => isProductOf(link, family, size);
        const only = factors.map((k) => changedWay((link) => isFactor(link) && link.i !== k, nothing));
        const without = factors.map((k) => changedWay((link) => isFactor(link) && link.i === k, nothing));
        return size > 2 ? [...only, ...without] : only;
      }),
  },
  {
    code: "mistake.product-rule-swapped",
    concerns: ["derivative"],
    ways: (right) =>
      products(right)
        .filter(({ size }) => size === 2)
        .map(({ family, size }) =>
          changedWay(
            (link) => isProductOf(link, family, size),
            ({ arg }) => arg,
          ),
        ),
  },
  {
    code: "mistake.product-of-derivatives",
    concerns: ["derivative"],
    ways: () => [{ variation: { gradient: productOfDerivatives } }],
  },
  {
    code: "mistake.sign-of-term",
    concerns: ["derivative"],
    ways: (right) => [
      changedWay(
        (link) => link.crossesTime,
        ({ g }, right) => negate(g, right()),
      ),
      ...products(right).flatMap(({ family, size }) =>
        Array.from({ length: size }, (_, k) =>
          changedWay(
            (link) => isProductOf(link, family, size) && link.i === k,
            ({ g }, right) => negate(g, right()),
          ),
        ),
      ),
    ],
  },
  {
    code: "mistake.recurrent-factor-missing",
    concerns: ["derivative"],
    ways: (right) => factorWays(right, (link) => link.crossesTime),
  },
  {
    code: "mistake.factor-missing",
    concerns: ["derivative"],
    ways: (right) => factorWays(right, (link) => !link.crossesTime),
  },
  {
    code: "mistake.factor-kept",
    concerns: ["derivative"],
    ways: (right) => {
      const isWeighted = (link: Link) => link.g.code(link.node) === MULTIPLY && link.args.some(link.isParameter);
      const families = [
        ...new Set(
          links(right.unrolled())
            .filter(isWeighted)
            .map(({ owner }) => owner?.family),
        ),
      ];
      return families.flatMap((family) =>
        [true, false].map((ofParameter) =>
          changedWay(
            (link) => isWeighted(link) && link.owner?.family === family && link.isParameter(link.arg) === ofParameter,
            ({ g, args }) => multiply(g, args),
          ),
        ),
      );
    },
  },
  {
    code: "mistake.power-rule",
    concerns: ["derivative"],
    ways: () => [
      changedWay(
        (link) => link.g.code(link.node) === POWER && link.i === 0,
        ({ g, args, arg }) => {
          const exponent = args[1] as Node;
          return g.isConstant(exponent, 2) ? arg : g.apply2(POWER, arg, minusOne(g, exponent));
        },
      ),
      changedWay(
        (link) => link.g.code(link.node) === POWER && link.i === 0,
        ({ g, node, args }) => multiply(g, [args[1] as Node, node]),
      ),
    ],
  },
  {
    code: "mistake.index-shifted",
    concerns: ["derivative"],
    ways: (right) => {
      const isWeighted = (link: Link) =>
        link.g.code(link.node) === MULTIPLY && link.isParameter(link.arg) && other(link) !== undefined;
      const families = [
        ...new Set(
          links(right.unrolled())
            .filter(isWeighted)
            .map((link) => other(link)?.family),
        ),
      ];
      return families.flatMap((family) =>
        [1, -1].map((by) =>
          changedWay(
            (link) => isWeighted(link) && other(link)?.family === family,
            (link) => shifted(link, by),
          ),
        ),
      );
    },
  },
];

const nothing = ({ g }: Link) => g.constant(0);

/** A derivative in which the links that pass the test are changed. */
function changedWay(test: (link: Link) => boolean, change: (link: Link, right: () => Node) => Node | undefined): Way {
  return { variation: { derivative: changedLinks((link, right) => (test(link) ? change(link, right) : undefined)) } };
}

interface Product {
  readonly family: string | undefined;
  /** Number of factors. */
  readonly size: number;
}

/** The products of computed quantities in the model, by the quantity whose equation they stand in. */
function products(right: Derivation): readonly Product[] {
  const found = new Map<string, Product>();
  for (const link of links(right.unrolled())) {
    const product = { family: link.owner?.family, size: link.args.length };
    if (link.i === 0 && product.size <= 6 && isProductOf(link, product.family, product.size))
      found.set(`${product.family} ${product.size}`, product);
  }
  return [...found.values()];
}

function isProductOf({ g, node, args, owner }: Link, family: string | undefined, size: number): boolean {
  if (g.code(node) !== MULTIPLY || args.length !== size || owner?.family !== family) return false;
  return args.filter((arg) => isComputed(g, arg)).length > 1;
}

/** Whether a factor is computed from the model's quantities, or is itself such a quantity. */
function isComputed(g: Graph, node: Node): boolean {
  const seen = new Set<Node>([node]);
  for (const at of seen) {
    if (g.code(at) === DEFINITION) return true;
    for (const arg of g.args(at)) seen.add(arg);
  }
  return false;
}

/** d(u·v) taken as du·dv, and d(u²) as (du)². */
function productOfDerivatives(g: Graph, output: Node, wrt: readonly Node[]): readonly Node[] {
  const slope = (node: Node, to: Node) => differentiate(g, node, [to])[0] as Node;
  const forward = output + 1;
  return wrt.map((to) => termOf(output, to));

  function termOf(node: Node, to: Node): Node {
    const code = g.code(node);
    const args = g.args(node);
    if (node >= forward) return slope(node, to);
    if (code === DEFINITION) return termOf(args[0] as Node, to);
    if (code === MULTIPLY && args.filter((arg) => isComputed(g, arg)).length > 1)
      return multiply(
        g,
        args.map((arg) => (isComputed(g, arg) ? slope(arg, to) : arg)),
      );
    if (code === POWER && g.isConstant(args[1] as Node))
      return g.apply2(POWER, slope(args[0] as Node, to), args[1] as Node);
    if (code === codeOf("add"))
      return add(
        g,
        args.map((arg) => termOf(arg, to)),
      );
    return slope(node, to);
  }
}

/** d(W·h)/dh without the W: everywhere, or at a single step. */
function factorWays(right: Derivation, where: (link: Link) => boolean): readonly Way[] {
  const isWeighted = (link: Link) =>
    link.g.code(link.node) === MULTIPLY &&
    !link.isParameter(link.arg) &&
    link.args.some(link.isParameter) &&
    where(link);
  const families = [
    ...new Set(
      links(right.unrolled())
        .filter(isWeighted)
        .map(({ owner }) => owner?.family),
    ),
  ];
  const withoutParameters = ({ g, args, i, isParameter }: Link) =>
    multiply(
      g,
      args.filter((arg, j) => j !== i && !isParameter(arg)),
    );
  return families.flatMap((family) =>
    [undefined, ...singleSteps(right.model.steps)].map((t) => ({
      single: t !== undefined,
      ...changedWay(
        (link) => isWeighted(link) && link.owner?.family === family && (t === undefined || link.owner?.index === t),
        withoutParameters,
      ),
    })),
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

function minusOne(g: Graph, exponent: Node): Node {
  return g.isConstant(exponent) ? g.constant(g.value(exponent) - 1) : exponent;
}
