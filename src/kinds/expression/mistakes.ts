/** The formulas that known mistakes lead to on a question. Knows the list of mistakes, no answers. */

import { evaluate } from "../../engine/evaluate.ts";
import { CONSTANT, DEFINITION, Graph, type Node, VARIABLE } from "../../engine/graph.ts";
import { indexedName } from "../../engine/names.ts";
import { printName } from "../../engine/print.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { type Formula, formulaAt, formulaOfTerms } from "../../formula/equal/formula.ts";
import type { Point } from "../../formula/equal/point.ts";
import type { Terms } from "../../formula/equal/terms.ts";
import { type MistakeAtNode, mistakesInOnePlace } from "../../mistakes/inOnePlace.ts";
import { attempt, isSmall, possibleMistakes } from "../../mistakes/possible.ts";
import type { NamedMistake } from "../../mistakes/told.ts";
import { expressionNode } from "./derived.ts";
import type { ExpressionQuestion } from "./question.ts";
import type { ExpressionMistake, ExpressionReference } from "./reference.ts";

type Compared = Pick<ExpressionReference, "space" | "formula">;

/**
 * They are taken as written, in the names of the right model: who forgets the recurrence in a derivative still means
 * the right h1 by h1. Who makes a mistake in the model itself may also have put everything in terms of what is given:
 * then it is the mistaken h1 that stands in the formula.
 */
export function expressionMistakes(
  right: Derivation,
  question: ExpressionQuestion,
  { space, formula }: Compared,
): readonly ExpressionMistake[] {
  const { reference } = question;
  if (right.exercise.model === undefined || "expression" in reference || !isSmall(right, reference)) return [];
  const { graph } = expressionNode(right, reference);
  const found = possibleMistakes(right, "derivative" in reference ? "derivative" : "value")
    .filter(({ variation }) => variation.atOneStep !== true)
    .flatMap(({ variation, wrong, ...named }): ExpressionMistake[] => {
      const worth = withShare(named, question);
      if ("derivative" in reference && variation.model === undefined) {
        const node = attempt(() => right.derivativeUnder(variation, reference.derivative, reference.wrt));
        return node === undefined ? [] : [atNode(worth, graph, node)];
      }
      const found = attempt(() => expressionNode(wrong(), reference));
      if (found === undefined) return [];
      if (found.graph === graph) return [atNode(worth, graph, found.node)];
      const forms = variation.model === undefined ? [true] : [true, false];
      return forms.map((stops) => ({
        ...worth,
        formula: formulaOfTerms(termsOfNode(found.graph, found.node, stops)),
      }));
    });
  return found.filter(differsFrom(formula, space));
}

/**
 * Mistakes made in one place only, at one time step or in one term of a derivative: those that have `value` at a point.
 * There are many, so they are evaluated together, and only when nothing more usual explains an answer.
 */
export function expressionMistakesInOnePlace(
  right: Derivation,
  question: ExpressionQuestion,
  { space, formula }: Compared,
): (point: Point, value: number) => readonly ExpressionMistake[] {
  const { reference } = question;
  if (right.exercise.model === undefined || !("derivative" in reference) || !isSmall(right, reference)) return () => [];
  const { graph } = expressionNode(right, reference);
  const valuesAt = new WeakMap<Point, Float64Array>();
  let known: readonly MistakeAtNode[] | undefined;
  return (point, value) => {
    known ??= mistakesInOnePlace(right, reference);
    const values = valuesAt.get(point) ?? evaluate(graph, leavesAt(point));
    valuesAt.set(point, values);
    return known
      .filter(({ node }) => isNear(values[node] as number, value, 1e-7))
      .map(({ named, node }) => atNode(withShare(named, question), graph, node))
      .filter(differsFrom(formula, space));
  };
}

function leavesAt(point: Point) {
  return (family: string, index: number | undefined) =>
    point.name(index === undefined ? family : indexedName(family, index), 0)?.value as number | undefined;
}

type Worth = Omit<ExpressionMistake, "formula">;

function withShare(named: NamedMistake, { partial }: ExpressionQuestion): Worth {
  const share = partial?.[named.code];
  return share === undefined ? named : { ...named, share };
}

/** A mistake that leads to a node of the graph that the right formula stands in. */
function atNode(mistake: Worth, graph: Graph, node: Node): ExpressionMistake {
  let formula: Formula | undefined;
  return {
    ...mistake,
    valueAt: (point) => point.balls(0)?.at(node).value as number,
    get formula() {
      formula ??= formulaAt(graph, node);
      return formula;
    },
  };
}

/** A mistake that changes nothing is none. */
function differsFrom(right: Formula, space: Compared["space"]): (mistake: ExpressionMistake) => boolean {
  const points = [0, 1, 2].map((i) => space.point(i, space.scales[0] as number));
  const values = points.map((point) => right.at(point, 0).value as number);
  return ({ valueAt, formula }) =>
    !points.every((point, i) => isNear((valueAt ?? at(formula))(point), values[i] as number, 1e-9));
}

function at(formula: Formula): (point: Point) => number {
  return (point) => formula.at(point, 0).value as number;
}

function isNear(x: number, y: number, share: number): boolean {
  return Math.abs(x - y) <= share * Math.max(Math.abs(x), Math.abs(y));
}

/** The formula of a node, with named quantities or only what is given as its leaves. */
function termsOfNode(g: Graph, root: Node, stopsAtNames: boolean): Terms {
  const graph = new Graph();
  const names = new Map<Node, string>();
  const leaves = new Map<string, Node>();
  const copies = new Map<Node, Node>();
  const start = g.code(root) === DEFINITION ? g.arg(root, 0) : root;
  const open = [start];
  // Arguments first, with a stack of its own: adjoints are as deep as the model is long.
  for (let node = open.at(-1); node !== undefined; node = open.at(-1)) {
    const missing = isLeaf(node) ? [] : g.args(node).filter((arg) => !copies.has(arg));
    if (missing.length > 0) open.push(...missing);
    else {
      open.pop();
      if (!copies.has(node)) copies.set(node, copyOf(node));
    }
  }
  return { graph, root: copies.get(start) as Node, names, literals: new Map(), texts: [] };

  function isLeaf(node: Node): boolean {
    return g.code(node) === VARIABLE || (stopsAtNames && g.code(node) === DEFINITION);
  }

  function copyOf(node: Node): Node {
    if (g.code(node) === CONSTANT) return graph.constant(g.value(node));
    if (!isLeaf(node))
      return graph.apply(
        g.code(node),
        g.args(node).map((arg) => copies.get(arg) as Node),
      );
    const name = printName(g.symbol(node) as NonNullable<ReturnType<Graph["symbol"]>>);
    const leaf = leaves.get(name) ?? graph.variable(name);
    leaves.set(name, leaf);
    names.set(leaf, name);
    return leaf;
  }
}
