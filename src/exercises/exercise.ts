/**
 * What an exercise is once it has been read: plain data with its formulas parsed. Knows no answer and no file; every
 * reference here is a query that reference.ts answers with the engine, except where an author states a literal.
 */

import type { Model } from "../engine/model.ts";
import type { Syntax } from "../engine/syntax.ts";
import type { Domain } from "../formula/equal/points.ts";
import type { ChoiceOption } from "../kinds/choice/choice.ts";
import type { Tolerance } from "../kinds/number/tolerance.ts";
import type { Rubric } from "../kinds/text/rubric.ts";
import type { Criterion } from "../kinds/text/text.ts";

/** A formula as written and as parsed. */
export interface ParsedFormula {
  readonly text: string;
  readonly syntax: Syntax;
}

/** A number, a sequence x[1] … x[T], or a formula (in t for a sequence). */
export type CaseValue = number | readonly number[] | ParsedFormula;
export type Case = Readonly<Record<string, CaseValue>>;

/** A derivative as a formula. */
export interface DerivativeQuery {
  readonly derivative: string;
  readonly wrt: string;
}

/** What the backward pass for the derivatives of `of` with respect to `wrt` must find stored. */
export interface StoredQuery {
  readonly of: string;
  readonly wrt: readonly string[];
  /** Number of time steps; the model's own if absent. */
  readonly steps?: number;
  /** Count only what `steps` needs more than this number of steps. */
  readonly beyond?: number;
  /** Local derivatives read off the output: tanh' = 1 − h². */
  readonly reuse?: boolean;
  /** Families computed again in the backward pass instead of being stored. */
  readonly recompute?: readonly string[];
}

export type NumberReference =
  | { readonly value: ParsedFormula; readonly case?: string }
  | { readonly gradient: string; readonly wrt: string; readonly case?: string }
  | { readonly stored: StoredQuery }
  | { readonly number: ParsedFormula };

export type ExpressionReference =
  | DerivativeQuery
  | { readonly value: ParsedFormula }
  | { readonly expression: ParsedFormula };

export type NamesReference =
  | { readonly stored: StoredQuery }
  | { readonly names: readonly string[] }
  /** The values in a derivative through which it depends on a quantity, read off inputs or outputs. */
  | { readonly through: string; readonly in: DerivativeQuery };

export type ChoiceReference =
  | { readonly choice: string | number | boolean }
  /** Whether a quantity stands in the formula of a derivative. */
  | { readonly appears: string; readonly in: DerivativeQuery }
  /** Whether a derivative depends on a quantity, explicitly or not. */
  | { readonly depends: string; readonly in: DerivativeQuery }
  /** Which pass reads a quantity: `forward`, `backward` or `both`. */
  | { readonly neededIn: string; readonly for: DerivativeQuery }
  /** Whether a sequence builds on its `previous` or its `next` value. */
  | { readonly neighbour: string }
  /** The case in which something is largest or smallest; an option names its case. */
  | { readonly best: BestQuery };

export interface BestQuery {
  /** Cases by option value. */
  readonly cases: Readonly<Record<string, string>>;
  readonly by: { readonly gradientNorm: string; readonly wrt: readonly string[] } | { readonly value: ParsedFormula };
  readonly take: "largest" | "smallest";
}

interface QuestionBase {
  readonly id: string;
  readonly points: number;
  /** One line for people: what to answer. */
  readonly prompt?: string;
}

export interface NumberQuestion extends QuestionBase {
  readonly kind: "number";
  readonly reference: NumberReference;
  readonly tolerance?: Tolerance;
  /** Share of the points for a named mistake, by code. */
  readonly partial?: Readonly<Record<string, number>>;
}

export interface ExpressionQuestion extends QuestionBase {
  readonly kind: "expression";
  readonly reference: ExpressionReference;
  /** Names or families the answer may use; absent: all. */
  readonly allow?: readonly string[];
  readonly variables?: Readonly<Record<string, Domain>>;
  readonly partial?: Readonly<Record<string, number>>;
}

export interface NamesQuestion extends QuestionBase {
  readonly kind: "names";
  readonly reference: NamesReference;
  /** Names or families that neither count nor harm. */
  readonly optional?: readonly string[];
}

export interface GraphQuestion extends QuestionBase {
  readonly kind: "graph";
  readonly reference: { readonly unrolled: readonly string[]; readonly steps?: number };
  /** Families that may be left out of the drawing. */
  readonly optional?: readonly string[];
}

interface ChoiceQuestion extends QuestionBase {
  readonly kind: "choice";
  readonly reference: ChoiceReference;
  readonly options: readonly ChoiceOption[];
}

export interface TextQuestion extends QuestionBase {
  readonly kind: "text";
  readonly criteria: readonly Criterion[];
  /** The criteria made ready for judging: plain data, so that built-in exercises carry it along. */
  readonly rubric?: Rubric;
  /** Keys of the answer that are read together; the question's id if absent. */
  readonly fields?: readonly string[];
  /** Most points, where the criteria add up to more. */
  readonly max?: number;
  /** The answer is a list of separate statements. */
  readonly list?: boolean;
}

export type Question =
  | NumberQuestion
  | ExpressionQuestion
  | NamesQuestion
  | GraphQuestion
  | ChoiceQuestion
  | TextQuestion;

export interface Exercise {
  readonly id: string;
  readonly title: string;
  /** Markdown with LaTeX between dollar signs. */
  readonly statement: string;
  readonly model?: Model;
  readonly cases: Readonly<Record<string, Case>>;
  readonly questions: readonly Question[];
  /** Whether what follows rightly from a wrong earlier answer gets its points. */
  readonly carry: boolean;
  /** Counts of stored values, worked out when the exercise was read, so that a long unrolled model need not be again. */
  readonly counts?: Counts;
}

export interface Counts {
  /** The model as JSON. */
  readonly model: string;
  readonly values: Readonly<Record<string, number>>;
}

export function pointsOf(exercise: Exercise): number {
  return exercise.questions.reduce((sum, question) => sum + question.points, 0);
}

/** The one of `ids` that a person means: `ex6`, `EX6`, or `6` if no other ends in 6. */
export function idAmong(ids: readonly string[], meant: string): string | undefined {
  const id = meant.toLowerCase();
  const found = ids.find((one) => one.toLowerCase() === id);
  if (found !== undefined || !/^\d+$/.test(id)) return found;
  const ending = ids.filter((one) => /\d+$/.exec(one)?.[0] === id);
  return ending.length === 1 ? ending[0] : undefined;
}

/** The keys of the answer that a question reads. */
export function fieldsOf(question: Question): readonly string[] {
  return question.kind === "text" && question.fields !== undefined ? question.fields : [question.id];
}
