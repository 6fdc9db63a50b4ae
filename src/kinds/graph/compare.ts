/** Compares a drawing with the reference graph in the forms that it may take. */

import type { Kind } from "../../engine/model.ts";
import { splitName } from "../../engine/names.ts";
import { type Contracted, contract, type Edge, EdgeSet, type ReadGraph, sharedEdge, turned } from "./nodes.ts";

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
  /** The share of the reference that is right, less what is wrong (0 … 1). */
  readonly share: number;
}

/** Whether the drawing is the reference. */
export function isFlawless({ share }: GraphComparison): boolean {
  return share === 1;
}

/** That a step hands something on to the next makes a network recurrent: such an arrow counts as much as several others. */
const handedOnWeight = 3;

function weightOf(edges: readonly Edge[], kinds: Kinds): number {
  const counts = edges.map((edge) =>
    isHandedOn(edge, kinds) && kinds.get(edge[0]) !== "initial" ? handedOnWeight : 1,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Whether an arrow hands a member of a sequence on to another time step. */
export function isHandedOn([from, to]: Edge, kinds: Kinds): boolean {
  const [here, there] = [splitName(from).index, splitName(to).index];
  const isGiven = kinds.get(from) === "input" || kinds.get(from) === "parameter";
  return here !== undefined && there !== undefined && here !== there && !isGiven;
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
    compare(asDrawn, contract(edges, isHelper), drawn, kinds),
    compare(asDrawn, { edges, stray: [] }, drawn, kinds),
    compare(
      least,
      contract(edges, (node) => optional.has(node) || isHelper(node)),
      drawn,
      kinds,
    ),
  ] as const;
  return compared
    .filter((one, i) => i < 2 || !isFlawless(one))
    .reduce((best, next) => (next.share > best.share ? next : best));
}

function compare(expected: EdgeSet, { edges, stray }: Contracted, drawn: ReadGraph, kinds: Kinds): GraphComparison {
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
    share: Math.max(0, weightOf(found.all, kinds) - extra.length) / Math.max(1, weightOf(expected.all, kinds)),
  };
}

/** The drawing without what only continues it: nodes beyond the reference (a loss) that outputs alone lead to. */
function withoutSequel(edges: EdgeSet, within: ReadonlySet<string>, kinds: Kinds): EdgeSet {
  const isInside = (node: string) => within.has(node) || edges.all.some(([from]) => from === node);
  const sequel = new Set([...edges.nodes()].filter((node) => !isInside(node)));
  for (const [from, to] of edges.all) if (!within.has(from) || kinds.get(from) !== "output") sequel.delete(to);
  return new EdgeSet(edges.all.filter(([, to]) => !sequel.has(to)));
}
