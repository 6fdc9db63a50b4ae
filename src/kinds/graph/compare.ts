/** Compares a drawing with the reference graph in the forms it may take. */

import type { QuantityKind } from "../quantities.ts";
import { contract, type Edge, EdgeSet } from "./edges.ts";
import type { ReadGraph } from "./nodes.ts";

export type Kinds = ReadonlyMap<string, QuantityKind>;

/** How a drawing compares with one form of the reference. */
export interface GraphComparison {
  /** The reference in the form compared with. */
  readonly expected: EdgeSet;
  readonly hits: number;
  readonly missing: readonly Edge[];
  /** Drawn but wrong; the reversed ones are among them. */
  readonly extra: readonly Edge[];
  /** Arrows of the reference that are drawn the other way round. */
  readonly reversed: EdgeSet;
  /** Arrows of the reference that come from a copy of the parameter: neither right nor wrong. */
  readonly fromCopies: readonly Edge[];
  /** Arrows of the reference found only as a parameter written on another arrow. */
  readonly fromLabels: number;
}

/** Whether the drawing is the reference. */
export function isFlawless({ hits, extra, expected }: GraphComparison): boolean {
  return hits === expected.size && extra.length === 0;
}

/** The share of the reference that is right, less what is wrong (0 … 1). */
export function share({ hits, extra, expected }: GraphComparison): number {
  return expected.size === 0 ? 0 : Math.max(0, hits - extra.length) / expected.size;
}

/**
 * The drawing against the reference in several forms: with the optional nodes that it uses, its helper nodes left out or
 * taken as wrong; and with all optional nodes left out, where that shows less amiss but still something (a drawing that
 * uses an optional node wrongly is not right for leading to the right results around it). The first of equals counts.
 */
export function bestComparison(
  full: EdgeSet,
  optional: ReadonlySet<string>,
  drawn: ReadGraph,
  kinds: Kinds,
): GraphComparison {
  const edges = withoutSequel(drawn.edges, full.nodes(), kinds);
  const used = edges.nodes();
  const asDrawn = contract(full, (node) => optional.has(node) && !used.has(node)).edges;
  const isHelper = (node: string) => drawn.helpers.has(node);
  const helped = contract(edges, isHelper);
  const bare = contract(edges, (node) => optional.has(node) || isHelper(node));
  const least = contract(full, (node) => optional.has(node)).edges;
  const loosely = compare(least, bare.edges, bare.stray, drawn);
  const compared = [compare(asDrawn, helped.edges, helped.stray, drawn), compare(asDrawn, edges, [], drawn)];
  if (!isFlawless(loosely)) compared.push(loosely);
  return compared.reduce((best, next) => (share(next) > share(best) ? next : best));
}

function compare(expected: EdgeSet, edges: EdgeSet, stray: readonly Edge[], drawn: ReadGraph): GraphComparison {
  const shared = ([from, to]: Edge): Edge => [drawn.copies.get(from) ?? from, to];
  const right = new EdgeSet([...edges].filter((edge) => expected.has(edge)));
  const others = [...edges].filter((edge) => !right.has(edge));
  const fromCopies = others.map(shared).filter((edge) => expected.has(edge));
  const extra = [...stray, ...others.filter((edge) => !expected.has(shared(edge)))];
  const reversed = extra.map(([from, to]) => shared([to, from]));
  const labels = new EdgeSet(drawn.labelled.filter((edge) => expected.has(edge) && !right.has(edge)));
  const isFound = (edge: Edge) => right.has(edge) || labels.has(edge);
  const copied = new EdgeSet(fromCopies);
  return {
    expected,
    hits: right.size + labels.size,
    missing: [...expected].filter((edge) => !isFound(edge) && !copied.has(edge)),
    extra,
    reversed: new EdgeSet(reversed.filter((edge) => expected.has(edge) && !right.has(edge))),
    fromCopies: [...copied].filter((edge) => !isFound(edge)),
    fromLabels: labels.size,
  };
}

/** The drawing without what only continues it: nodes beyond the reference (a loss) that outputs alone lead to. */
function withoutSequel(edges: EdgeSet, within: ReadonlySet<string>, kinds: Kinds): EdgeSet {
  const leadsOn = new Set([...edges].map(([from]) => from));
  const sequel = new Set([...edges.nodes()].filter((node) => !within.has(node) && !leadsOn.has(node)));
  for (const [from, to] of edges) if (!within.has(from) || kinds.get(from) !== "output") sequel.delete(to);
  return new EdgeSet([...edges].filter(([, to]) => !sequel.has(to)));
}
