/** What a formula is judged against: the right one, in the graph that it is derived in, and what leads to wrong ones. */

import { once } from "../../engine/memo.ts";
import { paths } from "../../engine/paths.ts";
import { print } from "../../engine/print.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { nameOf } from "../../exercises/queries.ts";
import { type Formula, formulaAt, formulaOf } from "../../formula/equal/formula.ts";
import type { Point, Space } from "../../formula/equal/point.ts";
import { freeSpace, modelSpace } from "../../formula/equal/spaces.ts";
import type { Partial } from "../partial.ts";
import { type ExpressionMistake, expressionMistakes, expressionMistakesInOnePlace } from "./mistakes.ts";
import type { ExpressionQuestion } from "./question.ts";
import { expressionNode } from "./question.ts";

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
  readonly mistakes?: () => readonly ExpressionMistake[];
  /** Mistakes made in one place that have a value at a point, for formulas that nothing else explains. */
  readonly mistakesInOnePlace?: (point: Point, value: number) => readonly ExpressionMistake[];
  /** Share of the points for a named mistake, by code. */
  readonly partial?: Partial | undefined;
  /** The derivative that is asked for, if it is one, for an answer that says what it computes. */
  readonly asked?: { readonly of: string; readonly wrt: string } | undefined;
  /** The terms that add up to the reference, if it is a derivative. */
  readonly paths?: readonly ExpressionPath[];
}

/** Everything that all answers to a question share. */
export function expressionReference(derivation: Derivation, question: ExpressionQuestion): ExpressionReference {
  const { reference, allow, partial } = question;
  const { graph, node, unrolled } = expressionNode(derivation, reference);
  const told = { solution: print(graph, node), allow, partial };
  if ("expression" in reference || unrolled === undefined) return { ...told, ...literalReference(question) };
  const compared = { space: modelSpace(unrolled), formula: formulaAt(graph, node) };
  const common = {
    ...told,
    ...compared,
    names: compared.space.names,
    mistakes: once(() => expressionMistakes(derivation, reference, compared)),
  };
  if ("value" in reference) return common;
  const { derivative: of, wrt } = reference;
  return {
    ...common,
    asked: { of, wrt },
    mistakesInOnePlace: expressionMistakesInOnePlace(derivation, reference, compared),
    paths: (paths(graph, unrolled.node(of), unrolled.node(wrt)) ?? []).map(({ through, term }) => ({
      through: through.map((name) => nameOf(graph, name)),
      formula: formulaAt(graph, term),
    })),
  };
}

function literalReference({ reference, allow = [], variables = {} }: ExpressionQuestion) {
  if (!("expression" in reference)) throw new Error("only literals have no model");
  const formula = formulaOf(reference.expression.syntax);
  const domains = new Map(Object.entries(variables));
  return { space: freeSpace(domains), formula, names: new Set([...formula.names, ...domains.keys(), ...allow]) };
}
