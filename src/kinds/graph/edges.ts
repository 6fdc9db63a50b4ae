/** A directed graph as a set of edges, and what is left of it without some nodes; knows no model and no answer. */

import { append } from "../multimap.ts";

export type Edge = readonly [from: string, to: string];

/** Edges without repetition, in order. */
export class EdgeSet {
  private readonly byKey = new Map<string, Edge>();

  constructor(edges: Iterable<Edge> = []) {
    for (const edge of edges) this.add(edge);
  }

  add(edge: Edge): void {
    this.byKey.set(`${edge[0]}\t${edge[1]}`, edge);
  }

  has([from, to]: Edge): boolean {
    return this.byKey.has(`${from}\t${to}`);
  }

  get size(): number {
    return this.byKey.size;
  }

  [Symbol.iterator](): IterableIterator<Edge> {
    return this.byKey.values();
  }

  /** Every node that an edge touches. */
  nodes(): Set<string> {
    return new Set([...this].flat());
  }
}

/** More steps than any honest drawing needs; a hostile one is judged without contraction. */
const mostSteps = 100_000;

/**
 * The graph without the nodes that `isDropped` names: what led into one leads on to where it led. `stray` are the edges
 * at dropped nodes that connect nothing. Undefined if the work would be out of proportion.
 */
export function contract(
  edges: EdgeSet,
  isDropped: (node: string) => boolean,
): { readonly edges: EdgeSet; readonly stray: readonly Edge[] } | undefined {
  const sources = new Map<string, string[]>();
  for (const [from, to] of edges) append(sources, to, from);
  const kept = new EdgeSet();
  const led = new Set<string>();
  let steps = 0;
  for (const target of sources.keys()) {
    if (isDropped(target)) continue;
    const waiting = [target];
    const seen = new Set<string>();
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (const source of sources.get(node) ?? []) {
        if (++steps > mostSteps) return undefined;
        if (!isDropped(source)) kept.add([source, target]);
        else if (!seen.has(source)) {
          seen.add(source);
          led.add(source);
          waiting.push(source);
        }
      }
    }
  }
  const fed = reachable(edges, isDropped);
  const connects = ([from, to]: Edge) => (!isDropped(from) || fed.has(from)) && (!isDropped(to) || led.has(to));
  return { edges: kept, stray: [...edges].filter((edge) => !connects(edge)) };
}

/** The dropped nodes that some kept node leads to. */
function reachable(edges: EdgeSet, isDropped: (node: string) => boolean): ReadonlySet<string> {
  const targets = new Map<string, string[]>();
  for (const [from, to] of edges) if (isDropped(to)) append(targets, from, to);
  const found = new Set<string>();
  const waiting = [...targets.keys()].filter((node) => !isDropped(node));
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const target of targets.get(node) ?? []) {
      if (found.has(target)) continue;
      found.add(target);
      waiting.push(target);
    }
  }
  return found;
}
