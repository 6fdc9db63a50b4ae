/**
 * How strongly an operation's value reacts to each argument: the derivative rules of the table, compiled once per
 * operation into a short program for any number system. Knows no formulas.
 */

import { below, CONSTANT, Graph, type Node, VARIABLE } from "../../engine/graph.ts";
import { operations } from "../../engine/operations.ts";
import type { Arithmetic } from "./arithmetic.ts";

/** ∂f/∂(argument `i`) at `args`; undefined where the operation has no derivative (it is constant in pieces). */
export type Slope = <N>(arithmetic: Arithmetic<N>, args: readonly N[]) => N;

const compiled: (readonly (Slope | undefined)[] | undefined)[] = [];

/** The slopes of an operation with one or two arguments, by argument. */
export function slopesOf(code: number, argCount: number): readonly (Slope | undefined)[] {
  let slopes = compiled[code];
  if (slopes === undefined) {
    slopes = Array.from({ length: argCount }, (_, i) => compile(code, argCount, i));
    compiled[code] = slopes;
  }
  return slopes;
}

function compile(code: number, argCount: number, i: number): Slope | undefined {
  const { derivative } = operations[code] as (typeof operations)[number];
  if (derivative === undefined) return undefined;
  const g = new Graph();
  const args = Array.from({ length: argCount }, (_, k) => g.variable("argument", k));
  const root = derivative(g, args, i);
  const schedule = [...below(g, [root])].sort((a, b) => a - b);
  if (schedule.length === 1 && g.code(root) === VARIABLE) {
    const at = g.symbol(root)?.index as number;
    return (_, values) => values[at] as (typeof values)[number];
  }
  if (g.code(root) === CONSTANT) {
    const value = g.value(root);
    return (arithmetic) => arithmetic.number(value);
  }
  return (arithmetic, values) => run(g, schedule, arithmetic, values);
}

function run<N>(g: Graph, schedule: readonly Node[], arithmetic: Arithmetic<N>, values: readonly N[]): N {
  const results: N[] = [];
  let last = values[0] as N;
  for (const node of schedule) {
    last = step(g, node, arithmetic, values, results);
    results[node] = last;
  }
  return last;
}

function step<N>(g: Graph, node: Node, arithmetic: Arithmetic<N>, values: readonly N[], results: readonly N[]): N {
  const code = g.code(node);
  if (code === CONSTANT) return arithmetic.number(g.value(node));
  if (code === VARIABLE) return values[g.symbol(node)?.index as number] as N;
  const args = g.args(node).map((arg) => results[arg] as N);
  if (args.length < 3) return arithmetic.apply(code, args);
  return args.slice(1).reduce((folded, arg) => arithmetic.apply(code, [folded, arg]), args[0] as N);
}
