/**
 * Partial derivatives of single operations as numbers: the rules of the table, compiled once per operation into a short
 * program for any number system. No graph grows by asking for them.
 */

import { partialDerivative } from "./differentiate.ts";
import { below, CONSTANT, Graph, type Node, VARIABLE } from "./graph.ts";
import { operationAt } from "./operations/table.ts";

/** What a number system must do to compute with the rules of the table. */
export interface Numbers<N> {
  number(value: number): N;
  /** An operation of the table by its code, with one or two arguments. */
  apply(code: number, args: readonly N[]): N;
}

export const doubles: Numbers<number> = {
  number: (value) => value,
  apply: (code, [x, y]) => operationAt(code).value?.(x as number, y as number) ?? Number.NaN,
};

/** ∂f/∂(argument `i`) at `args`; undefined where the operation has no derivative (it is constant on its branches). */
export type Partial = <N>(numbers: Numbers<N>, args: readonly N[]) => N;

const compiled: (readonly (Partial | undefined)[] | undefined)[] = [];

/** The partial derivatives of an operation with one or two arguments, by argument. */
export function partialsOf(code: number, argCount: number): readonly (Partial | undefined)[] {
  let partials = compiled[code];
  if (partials === undefined) {
    partials = Array.from({ length: argCount }, (_, i) => compile(code, argCount, i));
    compiled[code] = partials;
  }
  return partials;
}

function compile(code: number, argCount: number, i: number): Partial | undefined {
  if (operationAt(code).derivative === undefined) return undefined;
  const g = new Graph();
  const args = Array.from({ length: argCount }, (_, k) => g.variable("argument", k));
  const root = partialDerivative(g, code, args, i);
  if (g.code(root) === VARIABLE) return (_, values) => values[args.indexOf(root)] as (typeof values)[number];
  const schedule = [...below(g, [root])].sort((a, b) => a - b);
  return (numbers, values) => run(g, schedule, numbers, values);
}

function run<N>(g: Graph, schedule: readonly Node[], numbers: Numbers<N>, values: readonly N[]): N {
  const results: N[] = [];
  for (const node of schedule) results[node] = step(g, node, numbers, values, results);
  return results.at(-1) as N;
}

function step<N>(g: Graph, node: Node, numbers: Numbers<N>, values: readonly N[], results: readonly N[]): N {
  const code = g.code(node);
  if (code === CONSTANT) return numbers.number(g.value(node));
  if (code === VARIABLE) return values[g.symbol(node)?.index as number] as N;
  const args = g.args(node).map((arg) => results[arg] as N);
  return args
    .slice(2)
    .reduce((folded, arg) => numbers.apply(code, [folded, arg]), numbers.apply(code, args.slice(0, 2)));
}
