/** Works answers out line by line on the graph that they are computed on: numbers put in, derivatives way by way. */

import { paths } from "../engine/differentiate.ts";
import { below, copied, DEFINITION, Graph, type Node } from "../engine/graph.ts";
import { operationAt } from "../engine/operations/table.ts";
import { nameOf, print } from "../engine/print.ts";
import { add } from "../engine/rules.ts";
import type { Unrolled } from "../engine/unroll.ts";
import type { Message } from "../messages/message.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivativeQuery, StoredQuery } from "./exercise.ts";

/** The way to an answer. The last step holds it. */
export interface Solution {
  readonly rule?: Message;
  readonly steps: readonly Step[];
}

export interface Step {
  /** Markdown. */
  readonly said?: Message;
  /** Formulas that are equal, as in answers; besides, `∂a/∂b` is a local derivative and `dz/dW` alone a whole one. */
  readonly equal?: readonly string[];
  /** The last of them, rounded as the question asks. */
  readonly rounded?: string;
}

/** Writes the value of a node. */
type Show = (node: Node) => string;

/** Equal formulas, each once, and none between the first and the last that nobody would read. */
export function chain(...equal: readonly string[]): Step {
  const short = equal.filter((text, i) => text !== "" && (i === 0 || i === equal.length - 1 || text.length < 400));
  const isNew = (text: string, next?: string) => text !== next && Number(text) !== Number(next);
  return { equal: short.filter((text, i) => isNew(text, short[i + 1])) };
}

/** The equations that lead to a node, in the order of computation; with its own, if it has no name. */
export function forwardSteps(g: Graph, target: Node, show?: Show, isLast = false): Step[] {
  const isStep = (node: Node) => g.code(node) === DEFINITION || (isLast && node === target);
  const nodes = [...below(g, [target])].filter(isStep).sort((a, b) => a - b);
  return nodes.map((node) => equation(g, node, show));
}

/** `h1 = tanh(a*x1 + c)`, with numbers `… = tanh(2*0.5 + 0) = tanh(1) = 0.7616`. */
export function equation(g: Graph, node: Node, show?: Show): Step {
  return chain(nameOf(g, node), ...forms(g, g.code(node) === DEFINITION ? g.arg(node, 0) : node, show));
}

/** A formula, then with more and more numbers in it. */
function forms(g: Graph, formula: Node, show: Show | undefined): readonly string[] {
  if (show === undefined) return [nameOf(g, formula)];
  const isNamed = (node: Node) => g.symbol(node) !== undefined;
  const isCall = (node: Node) =>
    g.argCount(node) > 0 && operationAt(g.code(node)).print === undefined && !isNamed(node);
  const calls = [...below(g, [formula], isNamed)].filter(isCall);
  const known = [[], calls.flatMap((call) => g.args(call)), calls];
  return [nameOf(g, formula), ...known.map((nodes) => inserted(g, formula, show, nodes)), show(formula)];
}

/** A formula with numbers for all that is named or `known`. */
function inserted(g: Graph, formula: Node, show: Show, known: readonly Node[]): string {
  const to = new Graph();
  const isKnown = (node: Node) => g.symbol(node) !== undefined || known.includes(node);
  const number = (node: Node) => (isKnown(node) ? to.constant(Number(show(node))) : undefined);
  return print(to, copied(g, formula, to, number));
}

/** Each way of a derivative, unless there are too many, then their sum, which is the node `target`. */
export function derivativeSteps(unrolled: Unrolled, query: DerivativeQuery, target: Node, show?: Show): Step[] {
  const { graph: g } = unrolled;
  const [of, wrt] = [unrolled.node(query.derivative), unrolled.node(query.wrt)];
  const ways = paths(g, of, wrt) ?? [];
  const terms = ways.map(({ term }) => term);
  const sum = terms.length === 0 ? target : add(g, terms);
  const steps = ways.map(({ through, term }) => {
    const links = [...through, wrt].map((to, i) => `∂${nameOf(g, through[i - 1] ?? of)}/∂${nameOf(g, to)}`);
    return chain(links.join(" * "), ...forms(g, term, show));
  });
  const written = show ? [inserted(g, sum, show, terms), show(target)] : [nameOf(g, sum), nameOf(g, target)];
  return [...steps, chain(`d${query.derivative}/d${query.wrt}`, ...written)];
}

/** The formulas of derivatives, as their backward pass computes them. */
export function formulaSteps(derivation: Derivation, { of, wrt, reuse }: StoredQuery, steps?: number): Step[] {
  const { unrolled, nodes } = derivation.gradient(of, wrt, steps, reuse ? "output" : "input");
  return nodes.map((node, i) => chain(`d${of}/d${wrt[i]}`, nameOf(unrolled.graph, node)));
}

/** A derivative's formula, and the equations that lead to all that it may read. */
export function readSteps(derivation: Derivation, { derivative: of, wrt }: DerivativeQuery): Step[] {
  const { unrolled, output } = derivation.gradient(of, [wrt]);
  return [...formulaSteps(derivation, { of, wrt: [wrt] }), ...forwardSteps(unrolled.graph, output)];
}
