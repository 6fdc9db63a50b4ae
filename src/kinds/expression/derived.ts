/** The formula that a question asks for, and those that known mistakes lead to: all are derived from the model alike. */

import type { Blocked, DifferentiateOptions } from "../../engine/differentiate.ts";
import { evaluate } from "../../engine/evaluate.ts";
import { ADD, copied, DEFINITION, Graph, MULTIPLY, type Node, VARIABLE } from "../../engine/graph.ts";
import { memo, once } from "../../engine/memo.ts";
import { bindFormula } from "../../engine/model.ts";
import { indexedName } from "../../engine/names.ts";
import { nameOf } from "../../engine/print.ts";
import { add, subtract } from "../../engine/rules.ts";
import type { Unrolled } from "../../engine/unroll.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { DerivativeQuery } from "../../exercises/exercise.ts";
import { gradientOf, isPart } from "../../exercises/queries.ts";
import { formulaAt, valueAt } from "../../formula/equal/formula.ts";
import type { Formula, Point, Space } from "../../formula/equal/points.ts";
import { changesDerivative } from "../../mistakes/links.ts";
import type { MistakeVariation } from "../../mistakes/mistake.ts";
import { attempt, isSmall, type NamedMistake, possibleMistakes } from "../../mistakes/possible.ts";
import type { ExpressionQuery } from "./question.ts";

/** The right formula as a node of a graph; literals get a graph of their own. */
export function expressionNode(
  derivation: Derivation,
  reference: ExpressionQuery,
): { readonly graph: Graph; readonly node: Node; readonly unrolled?: Unrolled } {
  if ("derivative" in reference) {
    const { unrolled, nodes } = gradientOf(derivation, reference);
    return { graph: unrolled.graph, node: nodes[0] as Node, unrolled };
  }
  if ("value" in reference) {
    const { unrolled, node } = derivation.formula(reference.value);
    return { graph: unrolled.graph, node, unrolled };
  }
  const graph = new Graph();
  const leaves = new Map<string, Node>();
  const leaf = (name: string) => {
    const node = leaves.get(name) ?? graph.variable(name);
    leaves.set(name, node);
    return node;
  };
  const bound = bindFormula(graph, reference.expression.syntax, { name: (name) => () => leaf(name) });
  return { graph, node: bound(Number.NaN) };
}

/** A formula that a known mistake leads to. Few are looked at closely, so it is made when it is asked for. */
export interface ExpressionMistake extends NamedMistake {
  readonly formula: () => Formula;
  /** Its value as far as doubles tell. */
  readonly valueAt: (point: Point) => number;
}

/** The right formula, and where others are compared with it. */
interface Compared {
  readonly space: Space;
  readonly formula: Formula;
}

/**
 * They are taken as written, in the names of the right model: who forgets the recurrence in a derivative still means
 * the right h1 by h1. Who makes a mistake in the model itself may also have put everything in terms of what is given:
 * then it is the mistaken h1 that stands in the formula.
 */
export function expressionMistakes(
  right: Derivation,
  reference: ExpressionQuery,
  compared: Compared,
): readonly ExpressionMistake[] {
  if (!isSmall(right, reference)) return [];
  const { graph, unrolled } = expressionNode(right, reference);
  const isChanged = "derivative" in reference ? changesDerivative(right, reference) : () => true;
  return possibleMistakes(right, "derivative" in reference ? "derivative" : "value")
    .filter(({ variation }) => variation.atOneStep !== true && isChanged(variation))
    .flatMap(({ variation, wrong, ...named }) => {
      const nodes = attempt(() => {
        if ("derivative" in reference && !isPart(reference) && variation.model === undefined)
          return [right.derivativeUnder(variation, reference.derivative, reference.wrt)];
        const found = expressionNode(wrong(), reference);
        if (found.graph === graph || unrolled === undefined) return [found.node];
        if (variation.model === undefined) return [inModel(unrolled, found.graph, found.node, true)];
        const forms = [true, false].map((stopsAtNames) => inModel(unrolled, found.graph, found.node, stopsAtNames));
        if (!("derivative" in reference)) return forms;
        // Slopes by what the functions give: 1 - h^2, with the right h.
        const slopes = gradientOf(wrong(), reference, "output");
        return [...forms, inModel(unrolled, slopes.unrolled.graph, slopes.nodes[0] as Node, true)];
      });
      return (nodes ?? []).map((node) => atNode(named, graph, node));
    })
    .filter(differsFrom(compared));
}

/**
 * Mistakes made in one place only, at one time step or in one term of a derivative: those that have `value` at a point.
 * There are many, so they are evaluated together, and only when nothing more usual explains an answer.
 */
export function expressionMistakesInOnePlace(
  right: Derivation,
  reference: DerivativeQuery,
  compared: Compared,
): (point: Point, value: number) => readonly ExpressionMistake[] {
  if (!isSmall(right, reference) || isPart(reference)) return () => [];
  const { graph } = expressionNode(right, reference);
  const known = once(() => mistakesInOnePlace(right, reference));
  const valuesAt = memo((point: Point) => {
    // First of all, as they add to the graph.
    known();
    return evaluate(graph, (family, index) => point.double(index === undefined ? family : indexedName(family, index)));
  });
  const differs = differsFrom(compared);
  return (point, value) =>
    known().filter((one) => isNear(valuesAt(point)[one.node] as number, value, 1e-7) && differs(one));
}

/** A mistake that leads to a node of the graph that the right formula stands in. */
function atNode(named: NamedMistake, graph: Graph, node: Node) {
  const formula = once(() => formulaAt(graph, node));
  return { ...named, node, formula, valueAt: (point: Point) => point.double(node) };
}

/** A mistake that changes nothing is none; one that changes the sign of everything is told as that. */
function differsFrom({ space, formula }: Compared): (mistake: ExpressionMistake) => boolean {
  const points = [0, 1, 2].map((i) => space.point(i, space.scales[0] as number));
  const values = points.map((point) => valueAt(formula, point));
  return (mistake) =>
    ![1, -1].some((sign) => points.every((point, i) => isNear(mistake.valueAt(point), sign * (values[i] as number))));
}

/** Whether two values differ by a small share of the larger one at most. */
export function isNear(x: number, y: number, share = 1e-9): boolean {
  return Math.abs(x - y) <= share * Math.max(Math.abs(x), Math.abs(y));
}

/** A node of another graph in that of a model, with named quantities or only what is given as its leaves. */
function inModel(to: Unrolled, from: Graph, root: Node, stopsAtNames: boolean): Node {
  const isLeaf = (node: Node) => from.code(node) === VARIABLE || (stopsAtNames && from.code(node) === DEFINITION);
  const formula = from.code(root) === DEFINITION ? from.arg(root, 0) : root;
  return copied(from, formula, to.graph, (node) => (isLeaf(node) ? to.node(nameOf(from, node)) : undefined));
}

/**
 * The derivatives with a mistake at one time step, in one term, or at one step in one term: `1 - tanh²` forgotten in the
 * inner bracket and nowhere else.
 */
function mistakesInOnePlace(right: Derivation, query: DerivativeQuery) {
  const { derivative, wrt } = query;
  const isChanged = changesDerivative(right, query);
  const { unrolled, output } = right.gradient(derivative, [wrt]);
  const { graph } = unrolled;
  const under = (variation: MistakeVariation, place?: DifferentiateOptions) =>
    right.derivativeUnder(variation, derivative, wrt, place);
  const whole = under({});
  const terms = termsOf(graph, output).map((blocked) => ({ blocked, elsewhere: under({}, { blocked }) }));
  return possibleMistakes(right, "derivative").flatMap(({ variation, wrong: _, ...named }) => {
    const { atOneStep = false, inOneTerm = false, model } = variation;
    if (model !== undefined || !inOneTerm || !isChanged(variation)) return [];
    const nodes = attempt(() => {
      const wrong = under(variation);
      const inTerms = terms.flatMap(({ blocked, elsewhere }) => {
        const wrongElsewhere = under(variation, { blocked });
        // All paths less those elsewhere are the ones through the term.
        return [
          add(graph, [elsewhere, subtract(graph, wrong, wrongElsewhere)]),
          add(graph, [wrongElsewhere, subtract(graph, whole, elsewhere)]),
        ];
      });
      return atOneStep ? [wrong, ...inTerms] : inTerms;
    });
    return (nodes ?? []).map((node) => atNode(named, graph, node));
  });
}

/** With more terms than these, a mistake in one of them is not looked for. */
const mostTerms = 6;

/** The terms or factors of what is differentiated, each of which has a term in the derivative. */
function termsOf(graph: Graph, output: Node): readonly Blocked[] {
  const code = graph.code(output);
  const count = graph.argCount(output);
  if (count > 0 && code !== ADD && code !== MULTIPLY) return termsOf(graph, graph.arg(output, 0));
  if (count > mostTerms) return [];
  // Of two terms, to go through one is not to go through the other.
  const each = Array.from({ length: count === 2 ? 1 : count }, (_, i) => i);
  return each.map((term) => (node, i) => node === output && i === term);
}
