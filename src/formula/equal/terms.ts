/**
 * A formula as read, as nodes of a graph for comparison: nothing is simplified, and literals keep the digits that were
 * written.
 */

import { Graph, type Node } from "../../engine/graph.ts";
import { indexedName } from "../../engine/names.ts";
import { operationCode } from "../../engine/operations/table.ts";
import type { Syntax } from "../../engine/syntax.ts";
import { isNonzero } from "./ball.ts";

export interface Terms {
  readonly graph: Graph;
  readonly root: Node;
  /** What each leaf stands for. */
  readonly names: ReadonlyMap<Node, string>;
  /** Literals that a double cannot hold, by their leaf. */
  readonly literals: ReadonlyMap<Node, string>;
  /** All literals as written. */
  readonly texts: readonly string[];
}

export function termsOf(syntax: Syntax): Terms {
  const graph = new Graph();
  const leaves = new Map<string, Node>();
  const names = new Map<Node, string>();
  const literals = new Map<Node, string>();
  const texts = new Set<string>();
  // The parser bounds the depth, so recursion is safe.
  const add = (part: Syntax): Node => {
    switch (part.kind) {
      case "constant":
        return literal(part.value, part.text);
      case "name":
        return leaf(part.index === undefined ? part.name : indexedName(part.name, part.index.offset), names, false);
      case "call": {
        const code = operationCode(part.operation);
        if (code === undefined) throw new Error(`no operation ${part.operation}`);
        return graph.apply(code, part.args.map(add));
      }
    }
  };
  const literal = (value: number, text: string): Node => {
    if (value === Math.PI && text.length > 18) return leaf("pi", literals, true);
    texts.add(text);
    // Up to 15 digits a double gives back exactly what was written.
    const isHeld = digitsOf(text) <= 15 && (isNonzero(text) ? Math.abs(value) > 1e-290 : value === 0);
    return isHeld && Number.isFinite(value) ? graph.constant(value) : leaf(text, literals, true);
  };
  const leaf = (name: string, kind: Map<Node, string>, isLiteral: boolean): Node => {
    const key = isLiteral ? `=${name}` : name;
    let node = leaves.get(key);
    if (node === undefined) {
      node = graph.variable(key);
      leaves.set(key, node);
      kind.set(node, name);
    }
    return node;
  };
  const root = add(syntax);
  return { graph, root, names, literals, texts: [...texts] };
}

/** How many digits a literal shows, without zeros in front. */
export function digitsOf(text: string): number {
  return text.replace(/e.*$/i, "").replace(/[^\d]/g, "").replace(/^0+/, "").length;
}
