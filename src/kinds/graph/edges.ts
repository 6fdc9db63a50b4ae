/** A directed graph as a set of edges, and what is left of it without some nodes. */

import { append } from "../multimap.ts";

export type Edge = readonly [from: string, to: string];

/** Edges without repetition, in order. */
export class EdgeSet {
  readonly #byKey = new Map<string, Edge>();

  constructor(edges: Iterable<Edge> = []) {
    for (const edge of edges) this.#byKey.set(edge.join("\t"), edge);
  }

  has(edge: Edge): boolean {
    return this.#byKey.has(edge.join("\t"));
  }

  get size(): number {
    return this.#byKey.size;
  }

  [Symbol.iterator](): IterableIterator<Edge> {
    return this.#byKey.values();
  }

  /** Every node that an edge touches. */
  nodes(): Set<string> {
    return new Set([...this].flat());
  }
}

/** The edge the other way round. */
function turned([from, to]: Edge): Edge {
  return [to, from];
}

type Test = (node: string) => boolean;

/**
 * The graph without the nodes that `isDropped` names: what led into one leads on to where it led. `stray` are the edges
 * at dropped nodes that connect nothing.
 */
export function contract(
  edges: EdgeSet,
  isDropped: Test,
): { readonly edges: EdgeSet; readonly stray: readonly Edge[] } {
  const onward = followed(edges, isDropped);
  const backward = followed([...edges].map(turned), isDropped);
  const connects = ([from, to]: Edge) =>
    (!isDropped(from) || onward.through.has(from)) && (!isDropped(to) || backward.through.has(to));
  return { edges: new EdgeSet(backward.edges.map(turned)), stray: [...edges].filter((edge) => !connects(edge)) };
}

/** From each kept node to the kept ones that it leads to, and the dropped nodes on the way. */
function followed(
  edges: Iterable<Edge>,
  isDropped: Test,
): { readonly edges: Edge[]; readonly through: ReadonlySet<string> } {
  const targets = new Map<string, string[]>();
  for (const [from, to] of edges) append(targets, from, to);
  const kept: Edge[] = [];
  const through = new Set<string>();
  for (const start of targets.keys()) {
    if (isDropped(start)) continue;
    const seen = new Set([start]);
    for (const node of seen) {
      for (const target of targets.get(node) ?? []) {
        if (isDropped(target)) seen.add(target);
        else kept.push([start, target]);
      }
      if (node !== start) through.add(node);
    }
  }
  return { edges: kept, through };
}
