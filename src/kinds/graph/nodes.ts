/** Gives the nodes of a drawing their meaning in a model: quantities, unshared copies of parameters, helpers. */

import { canonicalName, splitName } from "../../engine/names.ts";
import { quotedLength, safeText } from "../../messages/safeText.ts";
import { append } from "../multimap.ts";
import type { Quantities } from "../quantities.ts";
import type { Drawing } from "./drawing.ts";
import { type Edge, EdgeSet } from "./edges.ts";

/** A drawing in terms of a model. Nodes that are no quantity keep the student's word behind a `?`. */
export interface ReadGraph {
  readonly edges: EdgeSet;
  /** Parameters written on arrows, as the arrows that they mean. */
  readonly labelled: readonly Edge[];
  /** Copies of a parameter for single time steps (`?W1`), and the parameter. */
  readonly copies: ReadonlyMap<string, string>;
  /** Sequences drawn as one node (`?h`), as in a folded graph. */
  readonly folded: readonly string[];
  /** Nodes that stand between others and are no quantity of the model, such as a sum. */
  readonly helpers: ReadonlySet<string>;
  /** Other nodes that are no quantity, and the quantity each may have been meant to be. */
  readonly unknown: ReadonlyMap<string, string | undefined>;
}

/** The word of the student behind a node that is no quantity. */
export function shownNode(node: string): string {
  return node.startsWith("?") ? node.slice(1) : node;
}

export function readNodes(drawing: Drawing, quantities: Quantities): ReadGraph {
  const reader = new NodeReader(drawing, quantities);
  const drawn = new EdgeSet(drawing.edges.map(({ from, to }) => [reader.node(from), reader.node(to)]));
  const copies = reader.unsharedCopies(drawn);
  const edges = new EdgeSet([...drawn].map(([from, to]) => [reader.renamed(from), reader.renamed(to)]));
  const labelled: Edge[] = [];
  for (const { to, label } of drawing.edges) {
    const parameter = label === undefined ? undefined : reader.parameter(label);
    if (parameter !== undefined) labelled.push([parameter, reader.renamed(reader.node(to))]);
  }
  const sources = new Set([...edges].map(([from]) => from));
  const targets = new Set([...edges].map(([, to]) => to));
  const helpers = new Set<string>();
  const unknown = new Map<string, string | undefined>();
  for (const [node, nearest] of reader.unknown) {
    if (sources.has(node) && targets.has(node)) helpers.add(node);
    else unknown.set(node, nearest);
  }
  return { edges, labelled, copies, folded: [...reader.folded], helpers, unknown };
}

class NodeReader {
  readonly folded = new Set<string>();
  readonly unknown = new Map<string, string | undefined>();
  private readonly drawing: Drawing;
  private readonly quantities: Quantities;
  private readonly found = new Map<string, string>();
  /** Copy → parameter, for every node that looks like a parameter with an index. */
  private readonly indexed = new Map<string, string>();
  private readonly renames = new Map<string, string>();

  constructor(drawing: Drawing, quantities: Quantities) {
    this.drawing = drawing;
    this.quantities = quantities;
  }

  /** The node that `id` means; what is written in it counts before its id. */
  node(id: string): string {
    let node = this.found.get(id);
    if (node === undefined) {
      node = this.meaning(id);
      this.found.set(id, node);
    }
    return node;
  }

  renamed(node: string): string {
    return this.renames.get(node) ?? node;
  }

  /** The parameter that a text on an arrow names. */
  parameter(text: string): string | undefined {
    const resolved = this.quantities.resolve(text);
    if (resolved.is !== "quantity") return undefined;
    return this.quantities.kinds.get(resolved.name) === "parameter" ? resolved.name : undefined;
  }

  /** Copies of one parameter that are used side by side; a single `W1` for all steps is just another name for `W`. */
  unsharedCopies(edges: EdgeSet): ReadonlyMap<string, string> {
    const nodes = edges.nodes();
    const byParameter = new Map<string, string[]>();
    for (const [copy, parameter] of this.indexed) append(byParameter, parameter, copy);
    const copies = new Map<string, string>();
    for (const [parameter, all] of byParameter) {
      const [only] = all;
      if (only !== undefined && all.length === 1 && !nodes.has(parameter)) this.renames.set(only, parameter);
      else for (const copy of all) copies.set(copy, parameter);
    }
    return copies;
  }

  private meaning(id: string): string {
    const label = this.drawing.labels.get(id);
    for (const text of label === undefined ? [id] : [label, label.split(/[=:]/)[0] ?? "", id]) {
      const resolved = this.quantities.resolve(text);
      if (resolved.is === "quantity") return resolved.name;
    }
    const word = label ?? id;
    const node = `?${safeText(word, quotedLength)}`;
    const resolved = this.quantities.resolve(word);
    const parameter = this.indexedParameter(word);
    if (parameter !== undefined) this.indexed.set(node, parameter);
    else if (resolved.is === "family") this.folded.add(node);
    else this.unknown.set(node, resolved.is === "unknown" ? resolved.nearest : undefined);
    return node;
  }

  /** `W` for `W1`, `W_2`, `W(2)`, `W'`. */
  private indexedParameter(word: string): string | undefined {
    const name = canonicalName(word.replace(/['′]+$/, ""));
    if (name === undefined) return undefined;
    return this.parameter(splitName(name).base);
  }
}
