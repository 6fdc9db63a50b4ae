/** The numbers and formulas that are right answers, and whether an exercise's questions have them at all. */

import { bindFormula } from "../engine/bind.ts";
import { below, Graph, type Node, VARIABLE } from "../engine/graph.ts";
import { ModelError } from "../engine/model.ts";
import { printName } from "../engine/print.ts";
import type { Unrolled } from "../engine/recurrence.ts";
import { caseBindings, constantValue } from "./cases.ts";
import type { Derivation } from "./derivation.ts";
import type { BestQuery, Exercise, ExpressionReference, NumberReference, Question } from "./exercise.ts";
import { modelProblem } from "./modelProblem.ts";
import { nameProblems } from "./nameProblems.ts";
import type { DataPath, Problem } from "./problem.ts";
import { graphEdges, measuredNodes, namesAlternatives, rightChoices } from "./queries.ts";

/** A number that has its place in a model's graph, so that it can be computed again from other values. */
export interface GraphNumber {
  readonly unrolled: Unrolled;
  readonly node: Node;
  readonly caseName: string | undefined;
}

/** Where a number question's value stands in the graph; undefined for counts and literals. */
export function numberNode(derivation: Derivation, reference: NumberReference): GraphNumber | undefined {
  if ("value" in reference) {
    return { ...derivation.formula(reference.value), caseName: reference.case };
  }
  if (!("gradient" in reference)) return undefined;
  const { unrolled, nodes } = derivation.gradient(reference.gradient, [reference.wrt]);
  return { unrolled, node: nodes[0] as Node, caseName: reference.case };
}

/** A gradient once more, with the local derivatives read off the outputs: the same from right values only. */
export function reusedGradient(derivation: Derivation, reference: NumberReference): GraphNumber | undefined {
  if (!("gradient" in reference)) return undefined;
  const { unrolled, nodes } = derivation.gradient(reference.gradient, [reference.wrt], undefined, "output");
  return { unrolled, node: nodes[0] as Node, caseName: reference.case };
}

/** The right value of a number question. */
export function numberValue(derivation: Derivation, reference: NumberReference): number {
  if ("stored" in reference) return derivation.storedCount(reference.stored);
  if ("number" in reference) return constantValue(reference.number.syntax);
  const { unrolled, node, caseName } = numberNode(derivation, reference) as GraphNumber;
  return derivation.values(unrolled, caseName)[node] as number;
}

/** The right formula of an expression question as a node of a graph; literals get a graph of their own. */
export function expressionNode(
  derivation: Derivation,
  reference: ExpressionReference,
): { readonly graph: Graph; readonly node: Node; readonly unrolled?: Unrolled; readonly forwardSize?: number } {
  if ("derivative" in reference) {
    const { unrolled, nodes, forwardSize } = derivation.gradient(reference.derivative, [reference.wrt]);
    return { graph: unrolled.graph, node: nodes[0] as Node, unrolled, forwardSize };
  }
  if ("value" in reference) {
    const { unrolled, node } = derivation.formula(reference.value);
    return { graph: unrolled.graph, node, unrolled };
  }
  const graph = new Graph();
  const leaves = new Map<string, Node>();
  const leaf = (name: string) => leaves.get(name) ?? graph.variable(name);
  const node = bindFormula(graph, reference.expression.syntax, {
    name: (name) => {
      leaves.set(name, leaf(name));
      return () => leaf(name);
    },
  })(Number.NaN);
  return { graph, node };
}

/** Asks every question of an exercise for its reference once. @returns what is wrong, with its place in the exercise. */
export function checkReferences(derivation: Derivation): readonly Problem[] {
  const { exercise } = derivation;
  const problems: Problem[] = [];
  const attempt = (path: DataPath, run: () => string | undefined) => {
    try {
      const message = run();
      if (message !== undefined) problems.push({ path, message });
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      problems.push({ path: placeOf(exercise, error, path), message: modelProblem(error, exercise) });
    }
  };
  if (exercise.model !== undefined) attempt(["model", "equations"], () => void derivation.unrolled());
  if (problems.length > 0) return problems;
  if (exercise.model !== undefined) problems.push(...nameProblems(derivation));
  const isTold = (i: number) => problems.some(({ path }) => path[0] === "questions" && path[1] === i);
  for (const [i, question] of exercise.questions.entries())
    if (!isTold(i)) attempt(["questions", i, "reference"], () => problemWith(derivation, question));
  return problems;
}

function problemWith(derivation: Derivation, question: Question): string | undefined {
  switch (question.kind) {
    case "number":
      return numberProblem(derivation, question.reference);
    case "expression":
      expressionNode(derivation, question.reference);
      return undefined;
    case "names":
      namesAlternatives(derivation, question.reference);
      return undefined;
    case "graph":
      return graphEdges(derivation, question.reference).length === 0 ? "the graph has no edges" : undefined;
    case "choice": {
      const unbound = "best" in question.reference ? bestProblem(derivation, question.reference.best) : undefined;
      if (unbound !== undefined) return unbound;
      const values = new Set(question.options.map(({ value }) => String(value)));
      const missing = rightChoices(derivation, question.reference).filter((value) => !values.has(value));
      return missing.length === 0 ? undefined : `the right answer (${missing.join(", ")}) is none of the options`;
    }
    case "text":
      return undefined;
  }
}

function numberProblem(derivation: Derivation, reference: NumberReference): string | undefined {
  if (Number.isFinite(numberValue(derivation, reference))) return undefined;
  const found = numberNode(derivation, reference);
  const unbound = found === undefined ? [] : unboundNames(derivation, found.unrolled, [found.node], found.caseName);
  return unbound.length === 0
    ? "the reference has no finite value here"
    : missingValues(derivation, unbound, found?.caseName);
}

function missingValues(derivation: Derivation, names: readonly string[], caseName: string | undefined): string {
  const { cases } = derivation.exercise;
  const name = caseName ?? Object.keys(cases)[0];
  if (name === undefined) return `the reference needs a case with a value for ${names.join(", ")}`;
  const sequence = names.find((one) => typeof cases[name]?.[one] === "object");
  return sequence === undefined
    ? `the case ${name} needs a value for ${names.join(", ")}`
    : `${sequence} has a value for each step in the case ${name}: write ${sequence}[t] in the equations`;
}

/** Every case that is compared must give every number that is needed. */
function bestProblem(derivation: Derivation, { cases, by }: BestQuery): string | undefined {
  const { unrolled, nodes } = measuredNodes(derivation, by);
  for (const name of Object.values(cases)) {
    const unbound = unboundNames(derivation, unrolled, nodes, name);
    if (unbound.length > 0) return missingValues(derivation, unbound, name);
  }
  return undefined;
}

/** Leaves below nodes that a case gives no number. */
function unboundNames(
  derivation: Derivation,
  unrolled: Unrolled,
  nodes: readonly Node[],
  caseName: string | undefined,
): readonly string[] {
  const g = unrolled.graph;
  const bindings = caseBindings(derivation.case(caseName));
  const names: string[] = [];
  for (const node of below(g, nodes)) {
    const name = g.code(node) === VARIABLE ? g.symbol(node) : undefined;
    if (name !== undefined && bindings(name.family, name.index) === undefined) names.push(printName(name));
  }
  return names.sort();
}

/** Errors that name an equation belong to that equation. */
function placeOf(exercise: Exercise, error: ModelError, path: DataPath): DataPath {
  const text = error.params.equation;
  const found = exercise.model?.equations.find((equation) => equation.text === text);
  return found === undefined ? path : ["model", "equations", found.target];
}
