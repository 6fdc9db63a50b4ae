/**
 * The grammar of operators, by the parser of mathjs; knows no notation and no names.
 *
 * mathjs sees a row of operands without any bracket (`q+q*q^-q`), nothing that was typed: each bracket costs it
 * some thirty stack frames, so brackets are read one by one outside, and its own names and constants cannot be reached.
 */

import { createParse } from "mathjs/number";
import type { Span, Syntax } from "../engine/syntax.ts";

declare module "mathjs/number" {
  /** mathjs exports its factories untyped: the parser without the rest of mathjs, building the nodes it is given. */
  export function createParse(dependencies: object): (row: string) => Term;
}

/** An operator, or an operand that has been read already. */
export type Item = Operator | Syntax;

export interface Operator {
  readonly kind: "operator";
  readonly text: "+" | "-" | "*" | "/" | "^";
  /** A product without a sign. */
  readonly implicit: boolean;
  /** Where it stands, if it is written. */
  readonly span?: Span;
}

/** A node as mathjs builds it; only operands and operators ever arise. */
class Term {
  syntax(): Syntax {
    throw new Error("A node that no formula has.");
  }
}

/** The operands of the row being read, in order. Set for the length of one synchronous call only. */
let operands: Iterator<Syntax> = [][Symbol.iterator]();

/** The next operand: mathjs asks for them from left to right. */
class OperandNode extends Term {
  private readonly operand: Syntax = operands.next().value;

  override syntax(): Syntax {
    return this.operand;
  }
}

class OperatorNode extends Term {
  readonly op: string;
  readonly fn: string;
  readonly args: readonly Term[];

  constructor(op: string, fn: string, args: readonly Term[]) {
    super();
    this.op = op;
    this.fn = fn;
    this.args = args;
  }

  override syntax(): Syntax {
    const [first, second] = this.args as [Term, Term];
    if (this.fn === "unaryMinus") return call("negate", first);
    if (this.fn === "unaryPlus") return first.syntax();
    if (this.op === "^") return power(first.syntax(), second.syntax());
    return this.op === "*" || this.op === "/" ? quotient(this) : total(this);
  }
}

function call(operation: string, ...args: readonly Term[]): Syntax {
  return { kind: "call", operation, args: args.map((arg) => arg.syntax()) };
}

function nary(operation: string, args: readonly Syntax[]): Syntax {
  return args.length === 1 ? (args[0] as Syntax) : { kind: "call", operation, args };
}

/** Euler's number: `e^x` is read as `exp(x)`. */
export const euler: Syntax = { kind: "call", operation: "exp", args: [{ kind: "number", value: 1, text: "1" }] };

function power(base: Syntax, exponent: Syntax): Syntax {
  if (base === euler) return { kind: "call", operation: "exp", args: [exponent] };
  return { kind: "call", operation: "power", args: [base, exponent] };
}

/** `a*b/c*d` as one quotient of products, however long. */
function quotient(chain: OperatorNode): Syntax {
  const above: Syntax[] = [];
  const below: Syntax[] = [];
  for (const [operator, term] of chainOf(chain, "*/")) (operator === "/" ? below : above).push(term.syntax());
  const numerator = nary("multiply", above.reverse());
  if (below.length === 0) return numerator;
  return { kind: "call", operation: "divide", args: [numerator, nary("multiply", below.reverse())] };
}

/** `a-b+c` as one sum, however long; a difference of two stays one. */
function total(chain: OperatorNode): Syntax {
  const terms = chainOf(chain, "+-").reverse();
  const [first, second] = terms;
  if (first && second?.[0] === "-" && terms.length === 2) return call("subtract", first[1], second[1]);
  return nary(
    "add",
    terms.map(([operator, term]) => (operator === "-" ? call("negate", term) : term.syntax())),
  );
}

/** The operands of a chain of `operators` from last to first, each with the operator before it. */
function chainOf(chain: OperatorNode, operators: string): [string, Term][] {
  const found: [string, Term][] = [];
  let node: Term = chain;
  while (node instanceof OperatorNode && node.args.length === 2 && operators.includes(node.op)) {
    found.push([node.op, node.args[1] as Term]);
    node = node.args[0] as Term;
  }
  found.push([operators.charAt(0), node]);
  return found;
}

const parseRow = createRowParser();

function createRowParser(): (row: string) => Term {
  const typed = Object.assign((_name: string, signatures: { string: (row: string) => Term }) => signatures.string, {
    addConversion() {},
  });
  const unused = [
    ...["AccessorNode", "ArrayNode", "AssignmentNode", "BlockNode", "ConditionalNode", "ConstantNode"],
    ...["FunctionAssignmentNode", "FunctionNode", "IndexNode", "ObjectNode", "ParenthesisNode", "RangeNode"],
    "RelationalNode",
  ];
  const dependencies = {
    typed,
    numeric: Number,
    config: { number: "number" },
    ...Object.fromEntries(unused.map((name) => [name, Term])),
    OperatorNode,
    SymbolNode: OperandNode,
  };
  return createParse(dependencies);
}

/** The formula of a row that alternates operands with operators (signs may be doubled), by the usual precedence. */
export function readRow(items: readonly Item[]): Syntax {
  const [only] = items;
  if (items.length === 1 && only && only.kind !== "operator") return only;
  operands = items.filter((item) => item.kind !== "operator").values();
  const row = items.map((item) => (item.kind === "operator" ? item.text : "q")).join("");
  return parseRow(row).syntax();
}
