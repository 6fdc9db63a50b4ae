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

interface Meaning {
  readonly node: string;
  readonly is: "quantity" | "copy" | "folded" | "unknown";
  /** What it is a copy of, or may have been meant to be. */
  readonly of?: string | undefined;
}

export function readNodes({ edges: drawn, labels }: Drawing, quantities: Quantities): ReadGraph {
  const ids = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  const meanings = new Map([...ids].map((id) => [id, meaningOf(id, labels.get(id), quantities)] as const));
  const copies = unsharedCopies(meanings);
  const nodeOf = (id: string) => {
    const { node, is, of } = meanings.get(id) as Meaning;
    return is === "copy" && !copies.has(node) ? (of ?? node) : node;
  };
  const edges = new EdgeSet(drawn.map(({ from, to }) => [nodeOf(from), nodeOf(to)]));
  const labelled = drawn.flatMap(({ to, label }): Edge[] => {
    const parameter = label === undefined ? undefined : parameterCalled(label, quantities);
    return parameter === undefined ? [] : [[parameter, nodeOf(to)]];
  });
  const sources = new Set([...edges].map(([from]) => from));
  const targets = new Set([...edges].map(([, to]) => to));
  const those = (wanted: Meaning["is"]) => [...meanings.values()].filter(({ is }) => is === wanted);
  const isHelper = ({ node }: Meaning) => sources.has(node) && targets.has(node);
  const strange = those("unknown");
  return {
    edges,
    labelled,
    copies,
    folded: [...new Set(those("folded").map(({ node }) => node))],
    helpers: new Set(strange.filter(isHelper).map(({ node }) => node)),
    unknown: new Map(strange.filter((one) => !isHelper(one)).map(({ node, of }) => [node, of])),
  };
}

/** What is written in a node counts before its id. */
function meaningOf(id: string, label: string | undefined, quantities: Quantities): Meaning {
  for (const text of label === undefined ? [id] : [label, label.split(/[=:]/)[0] ?? "", id]) {
    const resolved = quantities.resolve(text);
    if (resolved.is === "quantity") return { node: resolved.name, is: "quantity" };
  }
  const word = label ?? id;
  const node = `?${safeText(word, quotedLength)}`;
  // `W` for `W1`, `W_2`, `W(2)`, `W'`.
  const indexed = canonicalName(word.replace(/['′]+$/, ""));
  const parameter = indexed && parameterCalled(splitName(indexed).base, quantities);
  if (parameter !== undefined) return { node, is: "copy", of: parameter };
  const resolved = quantities.resolve(word);
  if (resolved.is === "family") return { node, is: "folded" };
  return { node, is: "unknown", of: resolved.is === "unknown" ? resolved.nearest : undefined };
}

function parameterCalled(text: string, quantities: Quantities): string | undefined {
  const resolved = quantities.resolve(text);
  return resolved.is === "quantity" && quantities.kinds.get(resolved.name) === "parameter" ? resolved.name : undefined;
}

/** Copies of one parameter that are used side by side; a single `W1` for all steps is just another name for `W`. */
function unsharedCopies(meanings: ReadonlyMap<string, Meaning>): ReadonlyMap<string, string> {
  const drawn = new Map([...meanings.values()].map((meaning) => [meaning.node, meaning]));
  const byParameter = new Map<string, string[]>();
  for (const { node, is, of } of drawn.values()) if (is === "copy") append(byParameter, of ?? node, node);
  return new Map(
    [...byParameter].flatMap(([parameter, copies]) =>
      copies.length > 1 || drawn.has(parameter) ? copies.map((copy) => [copy, parameter] as const) : [],
    ),
  );
}
