/** Compares a drawing with the reference graph in the forms that it may take. */

import type { Kind } from "../../engine/model.ts";
import { type Contracted, contract, type Edge, EdgeSet, turned } from "./edges.ts";
import { type ReadGraph, sharedEdge } from "./nodes.ts";

export type Kinds = ReadonlyMap<string, Kind>;

/** How a drawing compares with one form of the reference. */
export interface GraphComparison {
  /** The reference in the form compared with. */
  readonly expected: EdgeSet;
  /** Arrows of the reference that are drawn, or written as a parameter on another arrow. */
  readonly found: EdgeSet;
  /** How many of those are only written. */
  readonly fromLabels: number;
  /** Those neither found nor drawn from a copy of the parameter. */
  readonly missing: readonly Edge[];
  /** Drawn but wrong; the reversed ones are among them. */
  readonly extra: readonly Edge[];
  /** Arrows of the reference that are drawn the other way round. */
  readonly reversed: EdgeSet;
}

/** Whether the drawing is the reference. */
export function isFlawless(compared: GraphComparison): boolean {
  return share(compared) === 1;
}

/** The share of the reference that is right, less what is wrong (0 … 1). */
export function share({ found, extra, expected }: GraphComparison): number {
  return Math.max(0, found.all.length - extra.length) / Math.max(1, expected.all.length);
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
  const isHelper = (node: string) => drawn.strange.get(node)?.is === "helper";
  const asDrawn = contract(full, (node) => optional.has(node) && !used.has(node)).edges;
  const least = contract(full, (node) => optional.has(node)).edges;
  const compared = [
    compare(asDrawn, contract(edges, isHelper), drawn),
    compare(asDrawn, { edges, stray: [] }, drawn),
    compare(
      least,
      contract(edges, (node) => optional.has(node) || isHelper(node)),
      drawn,
    ),
  ] as const;
  return compared
    .filter((one, i) => i < 2 || !isFlawless(one))
    .reduce((best, next) => (share(next) > share(best) ? next : best));
}

function compare(expected: EdgeSet, { edges, stray }: Contracted, drawn: ReadGraph): GraphComparison {
  const isExpected = (edge: Edge) => expected.has(edge);
  const shared = (edge: Edge) => sharedEdge(drawn, edge);
  const right = new EdgeSet(edges.all.filter(isExpected));
  const found = new EdgeSet([...right.all, ...drawn.labelled.filter(isExpected)]);
  const others = edges.all.filter((edge) => !isExpected(edge));
  const extra = [...stray, ...others.filter((edge) => !isExpected(shared(edge)))];
  const reversed = extra.map((edge) => shared(turned(edge))).filter((edge) => isExpected(edge) && !right.has(edge));
  const covered = new EdgeSet([...found.all, ...others.map(shared)]);
  return {
    expected,
    found,
    fromLabels: found.all.length - right.all.length,
    missing: expected.all.filter((edge) => !covered.has(edge)),
    extra,
    reversed: new EdgeSet(reversed),
  };
}

/** The drawing without what only continues it: nodes beyond the reference (a loss) that outputs alone lead to. */
function withoutSequel(edges: EdgeSet, within: ReadonlySet<string>, kinds: Kinds): EdgeSet {
  const isInside = (node: string) => within.has(node) || edges.all.some(([from]) => from === node);
  const sequel = new Set([...edges.nodes()].filter((node) => !isInside(node)));
  for (const [from, to] of edges.all) if (!within.has(from) || kinds.get(from) !== "output") sequel.delete(to);
  return new EdgeSet(edges.all.filter(([, to]) => !sequel.has(to)));
}
