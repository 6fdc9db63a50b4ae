/** Changes single links of the chain rule: which equation an operation belongs to, and its local derivative there. */

import { type DifferentiateOptions, type LocalDerivative, partialDerivative } from "../engine/differentiate.ts";
import { DEFINITION, type Graph, type Node, type QuantityName, VARIABLE } from "../engine/graph.ts";
import { operations } from "../engine/operations/table.ts";
import type { Unrolled } from "../engine/recurrence.ts";
import type { Way } from "./misconception.ts";

/** One link: how the operation `node`, in the equation of `owner`, depends on its argument `i`. */
export interface Link {
  readonly g: Graph;
  readonly node: Node;
  readonly args: readonly Node[];
  readonly i: number;
  readonly arg: Node;
  /** The quantity whose equation this is. */
  readonly owner: QuantityName | undefined;
  /** The name of the argument, if it has one. */
  readonly name: QuantityName | undefined;
  readonly isParameter: (node: Node) => boolean;
  /** Whether the argument is what a computed sequence was, or will be, at another time. */
  readonly crossesTime: boolean;
  readonly unrolled: Unrolled;
}

/**
 * Differentiates with some links changed: `change` gives a link's derivative, or undefined to leave it right. Where
 * only operations of some codes are touched, all others keep the way that their derivatives are computed.
 */
export function changedLinks(
  change: (link: Link, right: () => Node) => Node | undefined,
  codes: readonly number[] = allCodes,
): (unrolled: Unrolled) => DifferentiateOptions {
  const known = new WeakMap<Unrolled, DifferentiateOptions>();
  return (unrolled) => {
    const before = known.get(unrolled);
    if (before !== undefined) return before;
    const rule: LocalDerivative = (g, node, args, i) => {
      const right = () => partialDerivative(g, g.code(node), args, i);
      return change(linkAt(unrolled, ownersUpTo(g, node), node, args, i), right) ?? right();
    };
    const options = { rules: new Map(codes.map((code) => [code, rule])) };
    known.set(unrolled, options);
    return options;
  };
}

const allCodes = operations.map((_, code) => code);

/** Says whether argument `i` of a node of the forward pass is a link that passes the test. */
export function atLinks(unrolled: Unrolled, test: (link: Link) => boolean): (node: Node, i: number) => boolean {
  const found = new Map<Node, Set<number>>();
  for (const link of links(unrolled))
    if (test(link)) found.set(link.node, (found.get(link.node) ?? new Set()).add(link.i));
  return (node, i) => found.get(node)?.has(i) === true;
}

const known = new WeakMap<Unrolled, readonly Link[]>();

/** All links of a graph, to find out where a mistake has a place. */
export function links(unrolled: Unrolled): readonly Link[] {
  const found = known.get(unrolled) ?? allLinks(unrolled);
  known.set(unrolled, found);
  return found;
}

function allLinks(unrolled: Unrolled): readonly Link[] {
  const g = unrolled.graph;
  const ownerOf = ownersUpTo(g, g.size - 1);
  const found: Link[] = [];
  for (let node = 0; node < g.size; node++) {
    const args = g.args(node);
    for (const i of args.keys()) found.push(linkAt(unrolled, ownerOf, node, args, i));
  }
  return found;
}

function linkAt(unrolled: Unrolled, ownerOf: Int32Array, node: Node, args: readonly Node[], i: number): Link {
  const g = unrolled.graph;
  const arg = args[i] as Node;
  const owner = g.symbol((ownerOf[node] as number) - 1);
  const name = g.symbol(arg);
  const crossesTime =
    g.code(arg) === DEFINITION && owner?.index !== undefined && name?.index !== undefined && name.index !== owner.index;
  const isParameter = (other: Node) => g.code(other) === VARIABLE && unrolled.kind(other) === "parameter";
  return { g, node, args, i, arg, owner, name, isParameter, crossesTime, unrolled };
}

const knownOwners = new WeakMap<Graph, Int32Array>();

/** The owners of the nodes of a forward pass, kept: gradients that are added to the graph later have none. */
function ownersUpTo(g: Graph, node: Node): Int32Array {
  const before = knownOwners.get(g);
  if (before !== undefined && node < before.length) return before;
  const found = owners(g);
  knownOwners.set(g, found);
  return found;
}

/** For each node the definition that it belongs to, plus 1; 0 for none. Anonymous nodes have one user each. */
function owners(g: Graph): Int32Array {
  const owner = new Int32Array(g.size);
  for (let node = g.size - 1; node >= 0; node--) {
    const code = g.code(node);
    if (code === DEFINITION) owner[node] = node + 1;
    for (const arg of g.args(node)) {
      const below = g.code(arg);
      if (below !== DEFINITION && below !== VARIABLE) owner[arg] = owner[node] as number;
    }
  }
  return owner;
}

/** A derivative in which the links that pass the test are changed. */
export function changedWay(
  test: (link: Link) => boolean,
  change: (link: Link, right: () => Node) => Node | undefined,
  codes?: readonly number[],
): Way {
  const derivative = changedLinks((link, right) => (test(link) ? change(link, right) : undefined), codes);
  return { variation: { derivative } };
}

/** No derivative at all: the path ends here. */
export function nothing({ g }: Link): Node {
  return g.constant(0);
}
