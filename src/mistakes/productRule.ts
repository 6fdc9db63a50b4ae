/** Mistakes in differentiating products and powers: factors that are not differentiated, mixed up or kept. */

import { differentiate } from "../engine/differentiate.ts";
import { DEFINITION, type Graph, type Node } from "../engine/graph.ts";
import { codeOf } from "../engine/operations/table.ts";
import { add, multiply } from "../engine/simplify.ts";
import type { Derivation } from "../exercises/derivation.ts";
import { changedWay, type Link, links, nothing } from "./edges.ts";
import type { Misconception } from "./misconception.ts";

const MULTIPLY = codeOf("multiply");
const POWER = codeOf("power");

export const productRule: readonly Misconception[] = [
  {
    code: "mistake.product-rule-incomplete",
    concerns: ["derivative"],
    ways: (right) =>
      products(right).flatMap((product) => {
        const factors = Array.from({ length: product.size }, (_, i) => i);
        const only = factors.map((k) => changedWay((link) => isFactorOf(link, product) && link.i !== k, nothing));
        const without = factors.map((k) => changedWay((link) => isFactorOf(link, product) && link.i === k, nothing));
        // Where a factor is an earlier state, to leave out its derivative is to leave out the path through it.
        const unless = product.crossesTime ? lostPaths : [];
        return (product.size > 2 ? [...only, ...without] : only).map((way) => ({ ...way, unless }));
      }),
  },
  {
    code: "mistake.product-rule-swapped",
    concerns: ["derivative"],
    ways: (right) =>
      products(right).map((product) =>
        changedWay(
          (link) => isFactorOf(link, product),
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
    code: "mistake.power-rule",
    concerns: ["derivative"],
    slips: true,
    ways: () => [
      changedWay(isBase, ({ g, args, arg }) => {
        const exponent = args[1] as Node;
        return g.isConstant(exponent, 2) ? arg : g.apply2(POWER, arg, minusOne(g, exponent));
      }),
      changedWay(isBase, ({ g, node, args }) => multiply(g, [args[1] as Node, node])),
    ],
  },
];

function isBase({ g, node, i }: Link): boolean {
  return g.code(node) === POWER && i === 0;
}

const lostPaths = ["mistake.recurrent-path-missing", "mistake.recurrent-paths-incomplete"] as const;

interface Product {
  readonly family: string | undefined;
  /** Number of factors. */
  readonly size: number;
  /** Whether a factor is what a sequence was, or will be, at another time. */
  readonly crossesTime: boolean;
}

/** The products of computed quantities in the model, by the quantity whose equation they stand in. */
export function products(right: Derivation): readonly Product[] {
  const found = new Map<string, Product>();
  for (const link of links(right.unrolled())) {
    const family = link.owner?.family;
    const size = link.args.length;
    if (size > 6 || !isFactorOf(link, { family, size })) continue;
    const key = `${family} ${size}`;
    const crossesTime = link.crossesTime || found.get(key)?.crossesTime === true;
    found.set(key, { family, size, crossesTime });
  }
  return [...found.values()];
}

export function isFactorOf({ g, node, args, owner }: Link, product: Pick<Product, "family" | "size">): boolean {
  if (g.code(node) !== MULTIPLY || args.length !== product.size || owner?.family !== product.family) return false;
  return args.filter((arg) => isComputed(g, arg)).length > 1;
}

const ADD = codeOf("add");
/** Sums and products of more terms are those of long runs. */
const mostTerms = 6;

/** Whether a link leads from a quantity of its own, such as a loss, to one of the several terms or factors in it. */
export function isTermOf({ g, node, arg, args, owner }: Link): boolean {
  const code = g.code(node);
  if (owner === undefined || owner.index !== undefined || (code !== MULTIPLY && code !== ADD)) return false;
  return args.length <= mostTerms && isComputed(g, arg) && args.filter((other) => isComputed(g, other)).length > 1;
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

function minusOne(g: Graph, exponent: Node): Node {
  return g.isConstant(exponent) ? g.constant(g.value(exponent) - 1) : exponent;
}
