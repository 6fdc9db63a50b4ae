/**
 * Writes nodes of a graph as JavaScript: `const n5 = n3*n4;`. The text is made of the operations of the table, of numbers
 * and of places in arrays alone; no name of a model or of a formula gets into it.
 */

import { below, CONSTANT, DEFINITION, type Graph, type Node, POWER, VARIABLE } from "../graph.ts";
import { codeOf, operations } from "../operations/table.ts";

/** Written with a sign; every other operation is a call of its row's `value`. */
const signs: ReadonlyMap<number, string> = new Map(
  Object.entries({ add: "+", subtract: "-", multiply: "*", divide: "/" }).map(([name, sign]) => [codeOf(name), sign]),
);

/** The text that computes `roots`, and the expression of each. `known` says how nodes are read that are there already. */
export function emit(
  g: Graph,
  roots: readonly Node[],
  known: ReadonlyMap<Node, string>,
): { text: string; roots: readonly string[] } {
  // tanh(τ) is made once more by a derivative that needs it; it is computed once.
  const same = (node: Node) => `${g.code(node)} ${g.args(node)}`;
  const bySame = new Map<string, string>();
  for (const [node, expression] of known) if (g.argCount(node) > 0) bySame.set(same(node), expression);
  const expressions = new Map(known);
  const lines: string[] = [];
  for (const node of [...below(g, roots, (one) => known.has(one))].sort((a, b) => a - b)) {
    if (expressions.has(node)) continue;
    const code = g.code(node);
    let expression = g.argCount(node) > 0 ? bySame.get(same(node)) : undefined;
    if (code === CONSTANT) expression = `(${g.value(node)})`;
    if (code === DEFINITION) expression = expressions.get(g.arg(node, 0));
    if (expression === undefined) {
      expression = `n${node}`;
      lines.push(`const n${node} = ${written(node)};`);
      bySame.set(same(node), expression);
    }
    expressions.set(node, expression);
  }
  return { text: lines.join("\n"), roots: roots.map((root) => expressions.get(root) as string) };

  function written(node: Node): string {
    const code = g.code(node);
    if (code === VARIABLE) return "NaN";
    const args = g.args(node).map((arg) => expressions.get(arg) as string);
    if (code === POWER && g.isConstant(g.arg(node, 1), 2)) return `${args[0]}*${args[0]}`;
    const sign = signs.get(code);
    return sign === undefined ? `f${code}(${args.join(", ")})` : args.join(sign);
  }
}

/** A function made of its text, which may call operations as emit writes them. */
export function made<F>(parameters: readonly string[], body: string): F {
  const codes = [...new Set([...body.matchAll(/\bf(\d+)\(/g)].map(([, code]) => Number(code)))];
  const names = codes.map((code) => `f${code}`);
  const outer = new Function(...names, `"use strict";\nreturn (${parameters}) => {\n${body}\n};`);
  return outer(...codes.map((code) => operations[code]?.value)) as F;
}
