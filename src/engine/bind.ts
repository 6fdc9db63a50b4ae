/** Turns a formula's syntax into nodes of a graph; where names lead to is told by its caller. */

import type { Graph, Node } from "./graph.ts";
import { reductions } from "./operations/spellings.ts";
import { operationCode } from "./operations/table.ts";
import type { Syntax, TimeIndex } from "./syntax.ts";

/** A formula bound to a graph: makes its nodes for one time step (t is ignored where nothing depends on it). */
export type Formula = (t: number) => Node;

export interface Names {
  /** How to find the node of a name at time t, asked for once per occurrence. */
  name(name: string, index: TimeIndex | undefined, inReduction: boolean): Formula;
  /** First and last time step of `sum` and `prod`. */
  readonly range?: readonly [number, number];
}

/** Binds `syntax` to `graph`. The depth of a syntax is bounded by the parser, so recursion is safe here. */
export function bindFormula(graph: Graph, syntax: Syntax, names: Names, inReduction = false): Formula {
  switch (syntax.kind) {
    case "constant": {
      const node = graph.constant(syntax.value);
      return () => node;
    }
    case "name":
      return names.name(syntax.name, syntax.index, inReduction);
    case "call":
      return bindCall(graph, syntax.operation, syntax.args, names, inReduction);
  }
}

function bindCall(
  graph: Graph,
  operation: string,
  args: readonly Syntax[],
  names: Names,
  inReduction: boolean,
): Formula {
  const folded = reductions.get(operation);
  if (folded !== undefined) return bindReduction(graph, folded, args[0] as Syntax, names);
  const code = operationCode(operation);
  if (code === undefined) throw new Error(`no operation ${operation}`);
  const parts = flattened(operation, args).map((arg) => bindFormula(graph, arg, names, inReduction));
  const [a, b] = parts;
  if (parts.length === 1) return (t) => graph.apply1(code, (a as Formula)(t));
  if (parts.length === 2) return (t) => graph.apply2(code, (a as Formula)(t), (b as Formula)(t));
  return (t) =>
    graph.apply(
      code,
      parts.map((part) => part(t)),
    );
}

/** `sum` and `prod` over time make one n-ary node, not a chain: a chain would have to store its partial results. */
function bindReduction(graph: Graph, operation: string, body: Syntax, names: Names): Formula {
  const part = bindFormula(graph, body, names, true);
  const code = operationCode(operation) as number;
  const [from, to] = names.range ?? [1, 0];
  return () =>
    graph.apply(
      code,
      Array.from({ length: to - from + 1 }, (_, i) => part(from + i)),
    );
}

/** A product in a product is one product, for the same reason; likewise sums. */
function flattened(operation: string, args: readonly Syntax[]): readonly Syntax[] {
  if (operation !== "multiply" && operation !== "add") return args;
  return args.flatMap((arg) =>
    arg.kind === "call" && arg.operation === operation ? flattened(operation, arg.args) : [arg],
  );
}
