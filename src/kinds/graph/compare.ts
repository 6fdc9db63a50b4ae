/** Compares a drawing with the reference graph in the forms it may take; says nothing in words, gives no points. */

import type { QuantityKind } from "../quantities.ts";
import { contract, type Edge, EdgeSet } from "./edges.ts";
import type { ReadGraph } from "./nodes.ts";

type Kinds = ReadonlyMap<string, QuantityKind>;

/** How a drawing compares with one form of the reference. */
export interface GraphComparison {
  /** The reference in the form compared with. */
  readonly expected: EdgeSet;
  readonly hits: number;
  readonly missing: readonly Edge[];
  /** Drawn but wrong; the reversed ones are among them. */
  readonly extra: readonly Edge[];
  /** Arrows of the reference that are drawn the other way round. */
  readonly reversed: readonly Edge[];
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
  const within = full.nodes();
  const edges = withoutSequel(drawn.edges, within, kinds);
  const used = edges.nodes();
  const isUnused = (node: string) => optional.has(node) && !used.has(node);
  const isHelper = (node: string) => drawn.helpers.has(node);
  const isOptional = (node: string) => optional.has(node);
  const forms = [
    { strict: true, expected: isUnused, dropped: isHelper },
    { strict: true, expected: isUnused, dropped: () => false },
    { strict: false, expected: isOptional, dropped: (node: string) => isOptional(node) || isHelper(node) },
  ];
  const compared = forms.flatMap(({ strict, expected, dropped }) => {
    const target = contract(full, expected)?.edges ?? full;
    const left = contract(edges, dropped);
    if (left === undefined) return [];
    const comparison = compare(target, left.edges, left.stray, drawn);
    return strict || !isFlawless(comparison) ? [comparison] : [];
  });
  if (compared.length === 0) return compare(full, edges, [], drawn);
  return compared.reduce((best, next) => (share(next) > share(best) ? next : best));
}

function compare(expected: EdgeSet, edges: EdgeSet, stray: readonly Edge[], drawn: ReadGraph): GraphComparison {
  const right = new EdgeSet();
  const fromCopies = new EdgeSet();
  const extra: Edge[] = [...stray];
  const reversed: Edge[] = [];
  for (const edge of edges) {
    const [from, to] = edge;
    const shared: Edge = [drawn.copies.get(from) ?? from, to];
    if (expected.has(edge)) right.add(edge);
    else if (expected.has(shared)) fromCopies.add(shared);
    else extra.push(edge);
  }
  for (const [from, to] of extra) {
    const turned: Edge = [drawn.copies.get(to) ?? to, from];
    if (expected.has(turned) && !right.has(turned)) reversed.push(turned);
  }
  const labels = new EdgeSet(drawn.labelled.filter((edge) => expected.has(edge) && !right.has(edge)));
  const found = (edge: Edge) => right.has(edge) || labels.has(edge);
  const missing = [...expected].filter((edge) => !found(edge) && !fromCopies.has(edge));
  return {
    expected,
    hits: right.size + labels.size,
    missing,
    extra,
    reversed,
    fromCopies: [...fromCopies].filter((edge) => !found(edge)),
    fromLabels: labels.size,
  };
}

/** The drawing without what only continues it: nodes beyond the reference (a loss) that outputs alone lead to. */
function withoutSequel(edges: EdgeSet, within: ReadonlySet<string>, kinds: Kinds): EdgeSet {
  const leadsOn = new Set([...edges].map(([from]) => from));
  const sequel = new Set([...edges].map(([, to]) => to).filter((node) => !within.has(node) && !leadsOn.has(node)));
  for (const [from, to] of edges) if (!within.has(from) || kinds.get(from) !== "output") sequel.delete(to);
  return new EdgeSet([...edges].filter(([, to]) => !sequel.has(to)));
}
