/** A directed graph as a set of edges, and what is left of it without some nodes. */

import { append } from "../../engine/maps.ts";

export type Edge = readonly [from: string, to: string];

/** Edges without repetition, in order. */
export class EdgeSet {
  readonly all: readonly Edge[];
  readonly #byKey: ReadonlyMap<string, Edge>;

  constructor(edges: readonly Edge[]) {
    this.#byKey = new Map(edges.map((edge) => [edge.join("\t"), edge]));
    this.all = [...this.#byKey.values()];
  }

  has(edge: Edge): boolean {
    return this.#byKey.has(edge.join("\t"));
  }

  /** Every node that an edge touches. */
  nodes(): ReadonlySet<string> {
    return new Set(this.all.flat());
  }
}

export interface Contracted {
  readonly edges: EdgeSet;
  /** The edges at dropped nodes that connect nothing. */
  readonly stray: readonly Edge[];
}

type Test = (node: string) => boolean;

/** The graph without the nodes that `isDropped` names: what led into one leads on to where it led. */
export function contract(edges: EdgeSet, isDropped: Test): Contracted {
  const ahead = new Map<string, string[]>();
  const behind = new Map<string, string[]>();
  for (const [from, to] of edges.all) {
    append(ahead, from, to);
    append(behind, to, from);
  }
  const kept: Edge[] = [];
  const stray: Edge[] = [];
  for (const edge of edges.all) {
    const [from, to] = edge;
    const targets = ends(to, ahead, isDropped);
    if (targets.length === 0 || ends(from, behind, isDropped).length === 0) stray.push(edge);
    else if (!isDropped(from)) for (const target of targets) kept.push([from, target]);
  }
  return { edges: new EdgeSet(kept), stray };
}

/** The kept nodes at the ends of all ways from a node through dropped ones. */
function ends(start: string, next: ReadonlyMap<string, readonly string[]>, isDropped: Test): readonly string[] {
  const seen = new Set([start]);
  for (const node of seen) if (isDropped(node)) for (const other of next.get(node) ?? []) seen.add(other);
  return [...seen].filter((node) => !isDropped(node));
}

export function turned([from, to]: Edge): Edge {
  return [to, from];
}
