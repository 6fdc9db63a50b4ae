/** Writes a node as a formula, stopping at named quantities. */

import { CONSTANT, DEFINITION, type Graph, type Node, type QuantityName, VARIABLE } from "./graph.ts";
import { indexedName } from "./names.ts";
import { precedence } from "./operations/operation.ts";
import { operationAt } from "./operations/table.ts";

/** Deeper formulas than this are elided as `…`: nobody reads them, and printing recurses. */
const deepest = 300;
/**
 * So are longer ones, in operations: a graph shares what its formula repeats, so a gate over a dozen steps has a few
 * hundred nodes and a formula of millions. No formula with `…` in it can be read again.
 */
const longest = 2000;

interface Room {
  /** How many more operations may be printed. */
  left: number;
  /** Whether a named node is written as its name: one with an equation may be written out. */
  readonly isName: (node: Node) => boolean;
}

/** The formula of `node`. A named node prints as what it is defined as; names inside it stay names, unless told otherwise. */
export function print(g: Graph, node: Node, isName: Room["isName"] = () => true): string {
  const room = { left: longest, isName };
  return printed(g, g.code(node) === DEFINITION ? g.arg(node, 0) : node, 0, 0, room);
}

/** The name of a node, or its formula if it has none. */
export function nameOf(g: Graph, node: Node): string {
  const name = g.symbol(node);
  return name === undefined ? print(g, node) : printName(name);
}

/** `h1`, `tau2`. */
export function printName({ family, index }: QuantityName): string {
  return index === undefined ? family : indexedName(family, index);
}

function printed(g: Graph, node: Node, tight: number, depth: number, room: Room): string {
  const code = g.code(node);
  if (code === CONSTANT) {
    // Rules of derivatives need π; any other number is as it was written.
    const text = g.value(node) === Math.PI ? "pi" : String(g.value(node));
    return g.value(node) < 0 && tight > precedence.sum ? `(${text})` : text;
  }
  const symbol = g.symbol(node);
  if (symbol !== undefined && (room.isName(node) || code === VARIABLE)) return printName(symbol);
  if (code === DEFINITION) return printed(g, g.arg(node, 0), tight, depth, room);
  if (depth > deepest || room.left-- <= 0) return "…";
  const { name, print: form } = operationAt(code);
  const tightness = (i: number) => form?.tight[i] ?? form?.tight[0] ?? 0;
  const args = g.args(node).map((arg, i) => printed(g, arg, tightness(i), depth + 1, room));
  if (form === undefined) return `${name}(${args.join(", ")})`;
  const text = form.text(...args);
  return form.strength < tight ? `(${text})` : text;
}
