/** What a model is: named quantities and time-indexed equations as read from an exercise. */

import type { Message, Params, ParamsOf } from "../messages/message.ts";
import type { Graph, Node } from "./graph.ts";
import { say } from "./messages.ts";
import { calls, codeOf } from "./operations/table.ts";
import { type Name, rewrite, type Syntax, type TimeIndex } from "./syntax.ts";

export interface Equation {
  /** Name on the left-hand side. */
  readonly family: string;
  /** `h[t]` has one, a scalar such as `z` has none. */
  readonly index?: TimeIndex;
  readonly formula: Syntax;
  /** The left-hand side as written: `h[t]`. */
  readonly target: string;
  /** The equation as written, for messages. */
  readonly text: string;
}

/** `h[t+1]: f(h[t])` is the same as `h[t]: f(h[t-1])`. */
export function aligned(equation: Equation): Equation {
  const by = equation.index?.offset ?? 0;
  if (equation.index === undefined || by === 0) return equation;
  const shifted = (part: Syntax): Syntax | undefined => {
    // sum and prod bind a t of their own.
    if (part.kind === "call") return calls.get(part.operation)?.folds && part;
    const { index } = part.kind === "name" ? part : {};
    return index && { ...(part as Name), index: { ...index, offset: index.offset - index.step * by } };
  };
  return { ...equation, index: { step: 1, last: 0, offset: 0 }, formula: rewrite(equation.formula, shifted) };
}

export interface Model {
  readonly parameters: readonly string[];
  /** Sequences that are given: x[1] … x[T]. */
  readonly inputs: readonly string[];
  /** Of those that are no numbers, the shape: `[n]` a vector, `[m, n]` a matrix; of an input, at each step. */
  readonly shapes?: Readonly<Record<string, readonly number[]>> | undefined;
  /** T: sequences with an equation are computed for t = 1 … T; other indices are start values. */
  readonly steps: number;
  readonly equations: readonly Equation[];
}

/** What a named quantity is to the model. */
export type Kind = "parameter" | "input" | "initial" | "intermediate" | "output";

export type ModelErrorCode = keyof typeof say.words;

/** A code with the parameters of its words. */
type Said = { [C in ModelErrorCode]: [code: C, ...params: ParamsOf<(typeof say.words)[C]>] }[ModelErrorCode];

/** A model that cannot be computed: an author's mistake. */
export class ModelError extends Error {
  readonly told: Message<ModelErrorCode>;

  constructor(...[code, ...params]: Said) {
    const told = say(code, ...(params as ParamsOf<(typeof say.words)[typeof code]>));
    super(told.in("en"));
    this.name = "ModelError";
    this.told = told;
  }

  get code(): ModelErrorCode {
    return this.told.code;
  }

  get params(): Params {
    return this.told.params ?? {};
  }
}

/** A formula bound to a graph: makes its nodes for one time step (t is ignored where nothing depends on it). */
export type Formula = (t: number) => Node;

export interface Names {
  /** How to find the node of a name at time t, asked for once per occurrence. */
  name(name: string, index: TimeIndex | undefined, inReduction: boolean): Formula;
  /** Remembers what several formulas share. */
  readonly shared?: (syntax: Syntax, make: () => Formula) => Formula;
  /** The derivative of one node with respect to another. */
  readonly gradient?: (of: Node, wrt: Node) => Node;
  /** T: the last time step of `sum` and `prod`. */
  readonly steps?: number;
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
    case "call": {
      const make = () => bindCall(graph, syntax.operation, syntax.args, names, inReduction);
      return syntax.isShared && names.shared ? names.shared(syntax, make) : make();
    }
  }
}

function bindCall(
  graph: Graph,
  operation: string,
  args: readonly Syntax[],
  names: Names,
  inReduction: boolean,
): Formula {
  const folded = calls.get(operation)?.folds;
  if (folded !== undefined) {
    // One n-ary node, not a chain: a chain would have to store its partial results.
    const part = bindFormula(graph, args[0] as Syntax, names, true);
    return () =>
      graph.apply(
        codeOf(folded),
        Array.from({ length: names.steps ?? 0 }, (_, i) => part(i + 1)),
      );
  }
  if (operation === "grad") {
    const [of, wrt] = args.map((arg) => bindFormula(graph, arg, names)) as [Formula, Formula];
    return (t) => names.gradient?.(of(t), wrt(t)) ?? graph.constant(Number.NaN);
  }
  const code = codeOf(operation);
  const parts = flattened(operation, args).map((arg) => bindFormula(graph, arg, names, inReduction));
  const [a, b] = parts as [Formula, Formula];
  if (parts.length === 1) return (t) => graph.apply1(code, a(t));
  if (parts.length === 2) return (t) => graph.apply2(code, a(t), b(t));
  return (t) =>
    graph.apply(
      code,
      parts.map((part) => part(t)),
    );
}

/** A product in a product is one product, for the same reason; likewise sums. */
function flattened(operation: string, args: readonly Syntax[]): readonly Syntax[] {
  if (operation !== "multiply" && operation !== "add") return args;
  return args.flatMap((arg) =>
    arg.kind === "call" && arg.operation === operation ? flattened(operation, arg.args) : [arg],
  );
}
