/** Works answers out line by line on the graph that they are computed on: numbers put in, derivatives way by way. */

import { differentiate, paths } from "../engine/differentiate.ts";
import { blockedBy } from "../engine/flow.ts";
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

/** Equal formulas, each once, with `…` in place of those that are too long for anybody to read. */
export function chain(...equal: readonly string[]): Step {
  const short = equal.map((text) => (text.length > 800 || text.includes("…") ? "…" : text));
  const isNew = (text: string, next = "") => text !== next && Number(text || NaN) !== Number(next || NaN);
  return { equal: short.filter((text, i) => isNew(text, short[i + 1])) };
}

/** Steps without the middle of a long row that is always alike. */
function ends(steps: readonly Step[]): Step[] {
  return steps.length > 24 ? [...steps.slice(0, 12), { equal: ["…"] }, ...steps.slice(-11)] : [...steps];
}

/** The equations that lead to a node, in the order of computation; with its own, if it has no name. */
export function forwardSteps(g: Graph, target: Node, show?: Show, isLast = false): Step[] {
  const isStep = (node: Node) => g.code(node) === DEFINITION || (isLast && node === target);
  const nodes = [...below(g, [target])].filter(isStep).sort((a, b) => a - b);
  return ends(nodes.map((node) => equation(g, node, show)));
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

/** Each way of a derivative, then their sum, which is the node `target`; where there are many, backwards step by step. */
export function derivativeSteps(unrolled: Unrolled, query: DerivativeQuery, target: Node, show?: Show): Step[] {
  const { graph: g } = unrolled;
  const [of, wrt] = [unrolled.node(query.derivative), unrolled.node(query.wrt)];
  const ways = paths(g, of, wrt, blockedBy(g, query, [wrt], unrolled.steps));
  if (ways === undefined || ways.length > 16) return backwardSteps(g, of, wrt, show);
  const terms = ways.map(({ term }) => term);
  const sum = terms.length === 0 ? target : add(g, terms);
  const steps = ways.map(({ through, term }) => {
    const links = [...through, wrt].map((to, i) => link(g, through[i - 1] ?? of, to));
    return chain(links.join(" * "), ...forms(g, term, show));
  });
  const written = show ? [inserted(g, sum, show, terms), show(target)] : [nameOf(g, sum), nameOf(g, target)];
  return [...steps, chain(link(g, of, wrt, "d"), ...written)];
}

function link(g: Graph, of: Node, wrt: Node, d = "∂"): string {
  return `${d}${nameOf(g, of)}/${d}${nameOf(g, wrt)}`;
}

/** The derivative by each named quantity on the way, from those by what is computed from it. */
function backwardSteps(g: Graph, of: Node, wrt: Node, show?: Show): Step[] {
  const isNamed = (node: Node) => g.symbol(node) !== undefined;
  const dependent = new Set([wrt]);
  for (let node = wrt + 1; node <= of; node++) if (g.args(node).some((arg) => dependent.has(arg))) dependent.add(node);
  const nodes = [...below(g, [of])].filter((node) => isNamed(node) && dependent.has(node)).sort((a, b) => b - a);
  const read = nodes.map((user) => [user, below(g, g.args(user), isNamed)] as const);
  const derivatives = differentiate(g, of, nodes);
  const blocked = (node: Node) => node !== of && g.code(node) === DEFINITION;
  const direct = differentiate(g, of, nodes, { blocked });
  const steps = nodes.map((node, i) => {
    const users = read.flatMap(([user, sources]) => (user !== node && sources.has(node) ? [user] : []));
    const terms = users.map((user) =>
      user === of ? nameOf(g, direct[i] ?? of) : `${link(g, of, user)} * ${link(g, user, node)}`,
    );
    const value = show === undefined ? [] : [show(derivatives[i] ?? of)];
    return chain(link(g, of, node, node === wrt ? "d" : "∂"), terms.join(" + "), ...value);
  });
  return ends(steps.slice(1));
}

/** The formulas of derivatives, as their backward pass computes them. */
export function formulaSteps(derivation: Derivation, query: StoredQuery, steps = query.steps): Step[] {
  const { unrolled, nodes } = derivation.gradient(query.of, query.wrt, steps, query.reuse ? "output" : "input");
  return nodes.map((node, i) => chain(`d${query.of}/d${query.wrt[i]}`, nameOf(unrolled.graph, node)));
}

/** A derivative's formula, and the equations that lead to all that it may read. */
export function readSteps(derivation: Derivation, { derivative: of, wrt }: DerivativeQuery): Step[] {
  const { unrolled, output } = derivation.gradient(of, [wrt]);
  return [...formulaSteps(derivation, { of, wrt: [wrt] }), ...forwardSteps(unrolled.graph, output)];
}
