/**
 * The rules of the table as numbers: partial derivatives and branches of single operations, compiled once per operation
 * into short programs for any number system. No graph grows by asking for them.
 */

import { partialDerivative } from "./differentiate.ts";
import { below, CONSTANT, Graph, type Node, VARIABLE } from "./graph.ts";
import type { Rule } from "./operations/operation.ts";
import { operationAt } from "./operations/table.ts";
import { builder } from "./simplify.ts";

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

/** What a rule says of `args`. */
export type Program = <N>(numbers: Numbers<N>, args: readonly N[]) => N;

const partials: (readonly (Program | undefined)[] | undefined)[] = [];

/**
 * The partial derivatives of an operation with one or two arguments, by argument; undefined where it has none, being
 * constant on its branches.
 */
export function partialsOf(code: number, argCount: number): readonly (Program | undefined)[] {
  let known = partials[code];
  if (known === undefined) {
    const hasRule = operationAt(code).derivative !== undefined;
    known = Array.from({ length: argCount }, (_, i) =>
      hasRule ? compiled((g, args) => partialDerivative(g, code, args, i), argCount) : undefined,
    );
    partials[code] = known;
  }
  return known;
}

const branches: ({ readonly above: Program; readonly below: Program } | undefined)[] = [];

/** An operation on each of its branches, also beyond where they hold; undefined if it has none. */
export function branchesOf(code: number): { readonly above: Program; readonly below: Program } | undefined {
  const rules = operationAt(code).branches;
  if (rules === undefined) return undefined;
  const program = (rule: Rule) => compiled((g, args) => rule(builder(g), args as [Node, Node]), 2);
  branches[code] ??= { above: program(rules.above), below: program(rules.below) };
  return branches[code];
}

function compiled(rule: (g: Graph, args: readonly Node[]) => Node, argCount: number): Program {
  const g = new Graph();
  const args = Array.from({ length: argCount }, (_, k) => g.variable("argument", k));
  const root = rule(g, args);
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
