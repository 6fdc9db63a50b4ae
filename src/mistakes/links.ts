/** Changes single links of the chain rule: how an operation in some equation depends on one of its arguments. */

import type { LocalDerivative } from "../engine/differentiate.ts";
import { below, DEFINITION, type Graph, NEGATE, type Node, type QuantityName, VARIABLE } from "../engine/graph.ts";
import { memo } from "../engine/memo.ts";
import { partialDerivative } from "../engine/rules.ts";
import type { Unrolled } from "../engine/unroll.ts";
import type { Derivation } from "../exercises/derivation.ts";
import type { DerivativeQuery } from "../exercises/exercise.ts";
import type { MistakeVariation } from "./mistake.ts";

/** How the operation `node`, in the equation of `owner`, depends on its argument `i`. */
export interface Link {
  readonly unrolled: Unrolled;
  readonly g: Graph;
  readonly node: Node;
  /** Of `node`. */
  readonly code: number;
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
}

/** Gives a link's derivative, or undefined to leave it right. */
type Change = (link: Link) => Node | undefined;

interface Places {
  readonly where: (link: Link) => boolean;
  /** Links that are changed together; absent: those in the equations of one family. */
  readonly by?: (link: Link) => unknown;
  /** Whether to change them at single time steps, and in single terms, as well. */
  readonly locally?: boolean;
}

/** The right derivative with some links changed: one variation for each group of places. */
export function changedLinks(right: Derivation, places: Places, change: Change): readonly MistakeVariation[] {
  const { where, by = ownerFamily, locally = false } = places;
  const found = links(right.unrolled()).filter(where);
  const groups = new Set(found.map(by));
  const codes = [...new Set(found.map(({ code }) => code))];
  const steps = [undefined, ...(locally ? singleSteps(right.model.steps) : [])];
  return [...groups].flatMap((group) =>
    steps.map((t) => {
      const isHere = (link: Link) => where(link) && by(link) === group && (t === undefined || link.owner?.index === t);
      const derivative = (unrolled: Unrolled) => {
        const rule: LocalDerivative = (_, node, args, i) => {
          const link = linkAt(unrolled, node, args, i);
          return (isHere(link) ? change(link) : undefined) ?? rightDerivative(link);
        };
        return { rules: new Map(codes.map((code) => [code, rule])) };
      };
      return { atOneStep: t !== undefined, inOneTerm: locally, at: found.filter(isHere), derivative };
    }),
  );
}

/** Links that are changed all together. */
export const everywhere = () => "";

/** Whether a derivative reads a link that a variation changes: most in a model are off its paths. */
export function changesDerivative(right: Derivation, { derivative, wrt }: DerivativeQuery) {
  const unrolled = right.unrolled();
  const { graph } = unrolled;
  const read = below(graph, [unrolled.node(derivative)]);
  const depends = new Set([unrolled.node(wrt)]);
  for (const node of [...read].sort((a, b) => a - b))
    if (graph.args(node).some((arg) => depends.has(arg))) depends.add(node);
  return ({ at }: MistakeVariation) => at?.some(({ node, arg }) => read.has(node) && depends.has(arg)) ?? true;
}

function ownerFamily({ owner }: Link): string | undefined {
  return owner?.family;
}

/** tanh, sin and the like. */
export function isFunction({ args, code }: Link): boolean {
  return args.length === 1 && code !== DEFINITION && code !== NEGATE;
}

/** No derivative at all: the path ends here. */
export function nothing({ g }: Link): Node {
  return g.constant(0);
}

/** The derivative as it should be. */
export function rightDerivative({ g, code, args, i }: Link): Node {
  return partialDerivative(g, code, args, i);
}

/** What is the same for what an equation means at every time step: its family, or its formula in families. */
export function shape(g: Graph, node: Node): string {
  return (
    g.symbol(node)?.family ??
    `${g.code(node)} ${g.isConstant(node) ? g.value(node) : ""}(${g.args(node).map((arg) => shape(g, arg))})`
  );
}

/** Changes that are tried at single time steps are tried at so many at most. */
const mostSteps = 6;

/** The steps at which single mistakes are looked for: all of a short model, none of a long one. */
export function singleSteps(steps: number): readonly number[] {
  return steps < 2 || steps > mostSteps ? [] : Array.from({ length: steps }, (_, i) => i + 1);
}

/** All links of a model, to find out where a mistake has a place. */
export const links = memo((unrolled: Unrolled): readonly Link[] => {
  const { graph } = unrolled;
  return [...owners(unrolled).keys()].flatMap((node) => {
    const args = graph.args(node);
    return args.map((_, i) => linkAt(unrolled, node, args, i));
  });
});

function linkAt(unrolled: Unrolled, node: Node, args: readonly Node[], i: number): Link {
  const g = unrolled.graph;
  const arg = args[i] as Node;
  const owner = g.symbol((owners(unrolled)[node] as number) - 1);
  const name = g.symbol(arg);
  const crossesTime =
    g.code(arg) === DEFINITION && owner?.index !== undefined && name?.index !== undefined && name.index !== owner.index;
  const isParameter = (other: Node) => g.code(other) === VARIABLE && unrolled.kind(other) === "parameter";
  return { unrolled, g, node, code: g.code(node), args, i, arg, owner, name, isParameter, crossesTime };
}

/**
 * For each node of the forward pass the definition that it belongs to, plus 1; 0 for none. Nodes without a name have
 * one user each; gradients, which also read them, are newer and so do not get the last word.
 */
const owners = memo(({ graph: g }: Unrolled): Int32Array => {
  const owner = new Int32Array(g.size);
  for (let node = g.size - 1; node >= 0; node--) {
    if (g.code(node) === DEFINITION) owner[node] = node + 1;
    for (const arg of g.args(node)) {
      const below = g.code(arg);
      if (below !== DEFINITION && below !== VARIABLE) owner[arg] = owner[node] as number;
    }
  }
  return owner;
});
