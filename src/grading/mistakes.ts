/** What known mistakes lead to on a given question: values, formulas, sets, drawings. Knows the list of mistakes, no answers. */

import type { ExpressionMistake, ExpressionReference } from "../answers/expression/reference.ts";
import type { GraphReference } from "../answers/graph.ts";
import type { NamesReference } from "../answers/names.ts";
import { accepts, type MistakenValue, type NumberTask, type RoundedValue } from "../answers/number.ts";
import { type Formula, formulaOfTerms, type Point } from "../engine/equivalence/spaces.ts";
import type { Terms } from "../engine/equivalence/terms.ts";
import { CONSTANT, DEFINITION, Graph, type Node, VARIABLE } from "../engine/graph.ts";
import { ModelError } from "../engine/model.ts";
import { printName } from "../engine/print.ts";
import { Derivation } from "../exercises/derivation.ts";
import type {
  ExpressionQuestion,
  GraphQuestion,
  NamesQuestion,
  NumberQuestion,
  NumberReference,
} from "../exercises/exercise.ts";
import { graphEdges, namesAlternatives } from "../exercises/queries.ts";
import { expressionNode, numberNode, numberValue } from "../exercises/reference.ts";
import { roundedOnTheWay } from "./carriedError.ts";
import { misconceptions } from "./misconceptions/index.ts";
import type { Concern, Misconception, Way } from "./misconceptions/misconception.ts";

/** Bigger models are not computed again for every mistake, in quantities (equations times steps). */
const mostQuantities = 120;
/** The same for what is only counted. */
const mostCounted = 20_000;

interface Mistaken {
  readonly code: Misconception["code"];
  readonly unless: Misconception["unless"];
  readonly way: Way;
  readonly wrong: Derivation;
}

const known = new WeakMap<Derivation, Map<Concern, readonly Mistaken[]>>();

/** The exercise computed under each known mistake that has a place in it; made once. */
function mistakenDerivations(right: Derivation, concern: Concern): readonly Mistaken[] {
  if (right.exercise.model === undefined) return [];
  const ofRight = known.get(right) ?? new Map<Concern, readonly Mistaken[]>();
  known.set(right, ofRight);
  const found =
    ofRight.get(concern) ?? misconceptions.flatMap((misconception) => mistakenBy(misconception, right, concern));
  ofRight.set(concern, found);
  return found;
}

function mistakenBy(
  { code, concerns, unless, ways }: Misconception,
  right: Derivation,
  concern: Concern,
): readonly Mistaken[] {
  if (!concerns.includes(concern)) return [];
  const possible = attempt(() => ways(right)) ?? [];
  return possible.map((way) => ({ code, unless, way, wrong: new Derivation(right.exercise, way.variation, right) }));
}

/**
 * The values that known mistakes lead to. Those that make the model impossible lead to none, and those that cannot be
 * told from the right value at the precision that is asked for are left out.
 */
export function numberMistakes(
  right: Derivation,
  { reference }: NumberQuestion,
  task: NumberTask,
  exact: number,
): readonly MistakenValue[] {
  if ("number" in reference || !isSmall(right, "stored" in reference ? reference.stored.steps : undefined, reference))
    return [];
  const concerns: readonly Concern[] =
    "stored" in reference ? ["count"] : "gradient" in reference ? ["derivative", "value"] : ["value"];
  return concerns
    .flatMap((concern) => mistakenDerivations(right, concern))
    .filter(({ way }) => way.single !== true)
    .flatMap(({ code, unless, way, wrong }): MistakenValue[] => {
      const value = attempt(() => numberValue(wrong, reference));
      if (value === undefined || !Number.isFinite(value) || cannotBeTold(value, exact, task)) return [];
      // A mistake that leaves nothing to count or to differentiate is nobody's.
      if (value === 0 && !("value" in reference)) return [];
      const { params } = way;
      let values: readonly RoundedValue[] | undefined;
      const rounded = () => (values ??= roundedValues(wrong, reference, task));
      return [{ code, unless, value, ...(params && { params }), ...(!("stored" in reference) && { rounded }) }];
    });
}

function roundedValues(wrong: Derivation, reference: NumberReference, task: NumberTask): readonly RoundedValue[] {
  const place = numberNode(wrong, reference);
  return place === undefined ? [] : [...roundedOnTheWay(wrong, place, task.tolerance)];
}

/** Whether a value, rounded as asked, would pass for the right one. */
function cannotBeTold(value: number, exact: number, task: NumberTask): boolean {
  const { tolerance } = task;
  const shown =
    "decimals" in tolerance
      ? Number(value.toFixed(Math.min(tolerance.decimals, 100)))
      : "significantFigures" in tolerance
        ? Number(value.toPrecision(tolerance.accuracy ?? tolerance.significantFigures))
        : value;
  return accepts({ value: shown }, exact, task) || accepts({ value }, exact, task);
}

function isSmall(right: Derivation, steps: number | undefined, reference: object): boolean {
  const { model } = right;
  const most = "stored" in reference ? mostCounted : mostQuantities;
  return model.equations.length * (steps ?? model.steps) <= most;
}

/**
 * The formulas that known mistakes lead to. They are taken as written, in the names of the right model: who forgets
 * the recurrence in a derivative still means the right h1 by h1. Who makes a mistake in the model itself may also have
 * put everything in terms of what is given: then it is the mistaken h1 that stands in the formula.
 */
export function expressionMistakes(
  right: Derivation,
  question: ExpressionQuestion,
  { space, formula }: Pick<ExpressionReference, "space" | "formula">,
): readonly ExpressionMistake[] {
  const { reference } = question;
  if (right.exercise.model === undefined || "expression" in reference || !isSmall(right, undefined, reference))
    return [];
  const concern = "derivative" in reference ? "derivative" : "value";
  const found: ExpressionMistake[] = [];
  for (const { code, unless, way, wrong } of mistakenDerivations(right, concern)) {
    const share = question.partial?.[code];
    const common = { code, unless, ...(way.params && { params: way.params }), ...(share !== undefined && { share }) };
    const node = attempt(() => expressionNode(wrong, reference));
    if (node === undefined) continue;
    found.push({ ...common, formula: formulaOfTerms(termsOfNode(node.graph, node.node, true)) });
    if (way.variation.model !== undefined)
      found.push({ ...common, formula: formulaOfTerms(termsOfNode(node.graph, node.node, false)) });
  }
  const points = [0, 1, 2].map((i) => space.point(i, space.scales[0] as number));
  return found.filter((mistake) => !points.every((point) => isSame(mistake.formula, formula, point)));
}

/** Whether two formulas have one value at a point: a mistake that changes nothing is none. */
function isSame(a: Formula, b: Formula, point: Point): boolean {
  const [x, y] = [a.at(point, 0).value as number, b.at(point, 0).value as number];
  return Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));
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
  return { graph, root: copies.get(start) as Node, names, literals: new Map(), texts: [], operations: new Set() };

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

/** The lists of quantities that known mistakes lead to; those that are right themselves are left out. */
export function namesMistakes(
  right: Derivation,
  { reference }: NamesQuestion,
): NonNullable<NamesReference["mistakes"]> {
  if (right.exercise.model === undefined || "names" in reference) return [];
  const key = (names: readonly string[]) => [...new Set(names)].sort().join(" ");
  const rightSets = new Set(namesAlternatives(right, reference).map(key));
  const found = new Map<string, { code: Misconception["code"]; set: readonly string[] }[]>();
  for (const { code, wrong } of mistakenDerivations(right, "stored")) {
    const set = attempt(() => namesAlternatives(wrong, reference)[0]);
    if (set === undefined || set.length === 0 || rightSets.has(key(set))) continue;
    const same = found.get(key(set)) ?? [];
    if (!same.some((other) => other.code === code)) found.set(key(set), [...same, { code, set }]);
  }
  return [...found.values()].filter((same) => same.length === 1).flat();
}

/** The drawings that known mistakes lead to. */
export function graphMistakes(
  right: Derivation,
  { reference }: GraphQuestion,
): NonNullable<GraphReference["mistakes"]> {
  return mistakenDerivations(right, "drawing").flatMap(({ code, wrong }) => {
    const edges = attempt(() => graphEdges(wrong, reference));
    return edges === undefined ? [] : [{ code, edges }];
  });
}

function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ModelError) return undefined;
    throw error;
  }
}
