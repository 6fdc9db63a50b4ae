/** Writes a node as a formula, in plain text or LaTeX, stopping at named quantities. */

import { CONSTANT, DEFINITION, type Graph, type Node, type QuantityName, VARIABLE } from "./graph.ts";
import { indexedName, isGreek } from "./names.ts";
import { precedence } from "./operations/operation.ts";
import { operationAt } from "./operations/table.ts";

export type Notation = "text" | "latex";

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
export function print(g: Graph, node: Node, notation: Notation = "text", isName: Room["isName"] = () => true): string {
  const room = { left: longest, isName };
  return printed(g, g.code(node) === DEFINITION ? g.arg(node, 0) : node, notation, 0, 0, room);
}

/** The name of a node, or its formula if it has none. */
export function nameOf(g: Graph, node: Node): string {
  const name = g.symbol(node);
  return name === undefined ? print(g, node) : printName(name);
}

/** A name as written in `notation`: `h1`, `tau2` or `h_{1}`, `\tau_{2}`. */
export function printName({ family, index }: QuantityName, notation: Notation = "text"): string {
  if (notation === "text") return index === undefined ? family : indexedName(family, index);
  const letter = isGreek(family) ? `\\${family}` : family.length > 1 ? `\\mathrm{${family}}` : family;
  return index === undefined ? letter : `${letter}_{${index}}`;
}

function printed(g: Graph, node: Node, notation: Notation, tight: number, depth: number, room: Room): string {
  const code = g.code(node);
  if (code === CONSTANT) {
    const text = constant(g.value(node), notation);
    return g.value(node) < 0 && tight > precedence.sum ? enclosed(text, notation) : text;
  }
  const symbol = g.symbol(node);
  if (symbol !== undefined && (room.isName(node) || code === VARIABLE)) return printName(symbol, notation);
  if (code === DEFINITION) return printed(g, g.arg(node, 0), notation, tight, depth, room);
  if (depth > deepest || room.left-- <= 0) return "…";
  const { name, command, print: form } = operationAt(code);
  const isFraction = notation === "latex" && name === "divide";
  const tightness = (i: number) => (isFraction ? 0 : (form?.tight[i] ?? form?.tight[0] ?? 0));
  const args = g.args(node).map((arg, i) => printed(g, arg, notation, tightness(i), depth + 1, room));
  if (form === undefined) {
    const word = notation === "text" ? name : (command ?? `\\operatorname{${name}}`);
    return word + enclosed(args.join(", "), notation);
  }
  const text = form[notation](...args);
  return (isFraction ? precedence.power : form.strength) < tight ? enclosed(text, notation) : text;
}

function enclosed(text: string, notation: Notation): string {
  return notation === "text" ? `(${text})` : `\\left(${text}\\right)`;
}

function constant(value: number, notation: Notation): string {
  // Rules of derivatives need π; any other number is as it was written.
  if (value === Math.PI) return notation === "latex" ? "\\pi" : "pi";
  const text = String(value);
  return notation === "latex" ? text.replace(/e\+?(-?\d+)$/, " \\cdot 10^{$1}") : text;
}
