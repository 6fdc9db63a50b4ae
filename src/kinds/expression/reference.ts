/** What a formula is judged against: the right one, and what leads to wrong ones. */

import { paths } from "../../engine/differentiate.ts";
import { blockedBy } from "../../engine/flow.ts";
import { DEFINITION, type Graph, type Node } from "../../engine/graph.ts";
import { once } from "../../engine/memo.ts";
import { splitName } from "../../engine/names.ts";
import { nameOf, print } from "../../engine/print.ts";
import type { Unrolled } from "../../engine/unroll.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { DerivativeQuery } from "../../exercises/exercise.ts";
import { gradientOf, isMentioned } from "../../exercises/queries.ts";
import { formulaAt, formulaOf } from "../../formula/equal/formula.ts";
import type { Formula, Point, Space } from "../../formula/equal/points.ts";
import { freeSpace, modelSpace } from "../../formula/equal/spaces.ts";
import { type Partial, sharesOf } from "../../mistakes/possible.ts";
import { type ExpressionMistake, expressionMistakes, expressionMistakesInOnePlace, expressionNode } from "./derived.ts";
import type { ExpressionQuestion } from "./question.ts";

/** One path of a derivative: the names of the quantities it runs through, and its term. */
export interface ExpressionPath {
  readonly through: readonly string[];
  readonly formula: Formula;
}

export interface ExpressionReference {
  readonly space: Space;
  readonly formula: Formula;
  /** The right formula as text, for feedback that may give it away. */
  readonly solution: string;
  /** Canonical names that an answer may be read with; undefined: any. */
  readonly names: ReadonlySet<string> | undefined;
  /** Names, or families (`y` for y1, y2, …), that a fully right answer uses; undefined: all. */
  readonly allow?: readonly string[] | undefined;
  /** The functions whose derivative the exercise tells (`tanh'(x) = …`), so that an answer may write it with a prime. */
  readonly primes?: ReadonlySet<string>;
  readonly mistakes?: () => readonly ExpressionMistake[];
  /** Mistakes made in one place that have a value at a point, for formulas that nothing else explains. */
  readonly mistakesInOnePlace?: (point: Point, value: number) => readonly ExpressionMistake[];
  /** Share of the points for a named mistake, by code. */
  readonly partial?: Partial | undefined;
  /** The derivative that is asked for, if it is one, for an answer that says what it computes. */
  readonly asked?: DerivativeQuery;
  /** Whether students know a name. */
  readonly isTold?: (name: string) => boolean;
  /** The terms that add up to the reference, if it is a derivative. */
  readonly paths?: readonly ExpressionPath[];
}

/** A formula in names that are allowed; undefined if it needs others. */
function writtenIn(graph: Graph, node: Node, allow: readonly string[] | undefined): string | undefined {
  let isComplete = true;
  const text = print(graph, node, (named) => {
    const isName = isAllowed(allow, nameOf(graph, named));
    isComplete &&= isName || graph.code(named) === DEFINITION;
    return isName;
  });
  return isComplete && !text.includes("…") ? text : undefined;
}

/** Whether a fully right answer may use a name. */
export function isAllowed(allow: readonly string[] | undefined, name: string): boolean {
  return allow === undefined || allow.includes(name) || allow.includes(splitName(name).base);
}

const toldDerivative = /([a-z]+)(?:'|\^?\\prime)\s*(?:\([^()]*\))?\s*=/g;

/** Everything that all answers to a question share. */
export function expressionReference(derivation: Derivation, question: ExpressionQuestion): ExpressionReference {
  const { reference, allow, partial, variables = {} } = question;
  const { graph, node, unrolled } = expressionNode(derivation, reference);
  const primes = new Set([...derivation.exercise.statement.en.matchAll(toldDerivative)].map(([, name = ""]) => name));
  const forms = [node];
  if (allow && "derivative" in reference) forms.push(...gradientOf(derivation, reference, "output").nodes);
  const written = forms.map((form) => writtenIn(graph, form, allow)).find((text) => text !== undefined);
  const solution = written ?? question.modelAnswer?.en ?? print(graph, node);
  const told = { solution, allow, partial: sharesOf(partial, derivation), primes };
  if ("expression" in reference) {
    const formula = formulaOf(reference.expression.syntax);
    const names = new Set([...formula.names, ...Object.keys(variables), ...(allow ?? [])]);
    return { ...told, space: freeSpace(new Map(Object.entries(variables))), formula, names };
  }
  const compared = { space: modelSpace(unrolled as Unrolled), formula: formulaAt(graph, node) };
  const mistakes = once(() => expressionMistakes(derivation, reference, compared));
  const common = { ...told, ...compared, names: compared.space.names, mistakes };
  if ("value" in reference) return common;
  const [of, wrt] = [reference.derivative, reference.wrt].map((name) => unrolled?.node(name) as Node);
  const blocked = blockedBy(graph, reference, [wrt as Node], unrolled?.steps ?? 0);
  const terms = paths(graph, of as Node, wrt as Node, blocked) ?? [];
  return {
    ...common,
    asked: reference,
    isTold: (name) => isMentioned(derivation.exercise, name),
    mistakesInOnePlace: expressionMistakesInOnePlace(derivation, reference, compared),
    paths: terms.map(({ through, term }) => ({
      through: through.map((name) => nameOf(graph, name)),
      formula: formulaAt(graph, term),
    })),
  };
}
