/** A drawing in terms of a model: its nodes as quantities, unshared copies of parameters, helpers; its edges as a set. */

import { append } from "../../engine/maps.ts";
import { canonicalName, splitName } from "../../engine/names.ts";
import { quotedLength, safeText } from "../../messages/safeText.ts";
import type { Quantities } from "../quantities.ts";
import type { Drawing } from "./statements.ts";

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

/** A drawing in terms of a model. */
export interface ReadGraph {
  readonly edges: EdgeSet;
  /** Parameters written on arrows, as the arrows that they mean. */
  readonly labelled: readonly Edge[];
  /** Nodes that are no quantity, by the student's word behind a `?`. */
  readonly strange: ReadonlyMap<string, Strange>;
}

export interface Strange {
  /**
   * `copy`: of a parameter, for one time step (`W1` beside `W2`); `folded`: a sequence drawn as one node; `helper`: stands
   * between others, such as a sum.
   */
  readonly is: "copy" | "folded" | "helper" | "unknown";
  /** What it is a copy of, or may have been meant to be. */
  readonly of?: string | undefined;
}

interface Meaning {
  readonly node: string;
  readonly strange?: Strange;
}

export function readNodes({ edges: drawn, labels }: Drawing, quantities: Quantities): ReadGraph {
  const ids = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  const meanings = new Map([...ids].map((id) => [id, meaningOf(id, labels.get(id), quantities)] as const));
  const all = new Map([...meanings.values()].map((meaning) => [meaning.node, meaning.strange]));
  // A single `W1` for all steps is just another name for `W`.
  const isShared = ({ is, of }: Strange) =>
    is === "copy" && !all.has(of ?? "") && [...all.values()].filter((other) => other?.of === of).length === 1;
  const nodeOf = (id: string): string => {
    const { node, strange } = meanings.get(id) as Meaning;
    return strange !== undefined && isShared(strange) ? (strange.of ?? node) : node;
  };
  const edges = new EdgeSet(drawn.map(({ from, to }) => [nodeOf(from), nodeOf(to)]));
  const labelled = drawn.flatMap(({ to, label }): Edge[] => {
    const parameter = label === undefined ? undefined : parameterCalled(label, quantities);
    return parameter === undefined ? [] : [[parameter, nodeOf(to)]];
  });
  const sources = new Set(edges.all.map(([from]) => from));
  const targets = new Set(edges.all.map(([, to]) => to));
  const strange = new Map<string, Strange>();
  for (const [node, one] of all) {
    if (one === undefined || isShared(one)) continue;
    const isHelper = one.is === "unknown" && sources.has(node) && targets.has(node);
    strange.set(node, isHelper ? { is: "helper" } : one);
  }
  return { edges, labelled, strange };
}

/** What is written in a node counts before its id. */
function meaningOf(id: string, label: string | undefined, quantities: Quantities): Meaning {
  for (const text of label === undefined ? [id] : [label, label.split(/[=:]/)[0] ?? "", id]) {
    const resolved = quantities.resolve(text);
    if (resolved.is === "quantity") return { node: resolved.name };
  }
  const word = label ?? id;
  const node = `?${safeText(word, quotedLength)}`;
  // `W` for `W1`, `W_2`, `W(2)`, `W'`.
  const indexed = canonicalName(word.replace(/['′]+$/, ""));
  const parameter = indexed && parameterCalled(splitName(indexed).base, quantities);
  if (parameter !== undefined) return { node, strange: { is: "copy", of: parameter } };
  const resolved = quantities.resolve(word);
  if (resolved.is === "family") return { node, strange: { is: "folded" } };
  return { node, strange: { is: "unknown", of: resolved.is === "unknown" ? resolved.nearest : undefined } };
}

function parameterCalled(text: string, quantities: Quantities): string | undefined {
  const resolved = quantities.resolve(text);
  return resolved.is === "quantity" && quantities.kinds.get(resolved.name) === "parameter" ? resolved.name : undefined;
}

/** The edge with the parameter in place of its copy. */
export function sharedEdge({ strange }: ReadGraph, [from, to]: Edge): Edge {
  const source = strange.get(from);
  return [source?.is === "copy" ? (source.of ?? from) : from, to];
}

/** The word of the student for a node that is no quantity. */
export function shownNode(node: string): string {
  return node.startsWith("?") ? node.slice(1) : node;
}
