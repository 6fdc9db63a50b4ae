/** What an exercise is once it has been read: plain data with its formulas parsed, from which every answer is computed. */

import { type Bindings, formulaFunction } from "../engine/evaluate.ts";
import type { Flow } from "../engine/flow.ts";
import { type Equation, type Model, ModelError } from "../engine/model.ts";
import { canonicalName, indexedName, splitName } from "../engine/names.ts";
import { namesIn, type Syntax } from "../engine/syntax.ts";
import type { Text } from "../messages/message.ts";

/** A formula as written and as parsed. */
export interface ParsedFormula {
  readonly text: string;
  readonly syntax: Syntax;
}

/** Numbers, and lists of them: of vectors and matrices row by row, of sequences step by step. */
export type NestedNumbers = readonly (number | NestedNumbers)[];

/** A number, a sequence x[1] … x[T], a vector, a matrix, a sequence of these, or a formula (in t for a sequence). */
export type CaseValue = number | NestedNumbers | ParsedFormula;
export type Case = Readonly<Record<string, CaseValue>>;

/** A derivative as a formula. */
export interface DerivativeQuery extends Flow {
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

/** What questions of every kind have; the kinds add what they ask. */
export interface Question {
  readonly id: string;
  readonly kind: string;
  readonly points: number;
  /** One line for people: what to answer. */
  readonly prompt?: Text;
  /** The author's own, where a solution can't be derived or takes other names than are allowed. */
  readonly modelAnswer?: Text;
  /** The id of the question whose answer it gives the reason for. */
  readonly reasonFor?: string;
  /** Keys of the answer that are read together; the question's id if absent. */
  readonly fields?: readonly string[];
}

/** A mistake that an author foresees: the model with some of its equations changed. */
export interface OwnMistake {
  readonly id: string;
  readonly replace: readonly Equation[];
  /** What to think about, without the answer. */
  readonly hint: Text;
  /** Share of the points for an answer that shows it. */
  readonly share?: number | undefined;
}

/** The model under such a mistake. */
export function withMistake(model: Model, { replace }: OwnMistake): Model {
  const changed = new Map(replace.map((one) => [targetOf(one), one]));
  return { ...model, equations: model.equations.map((one) => changed.get(targetOf(one)) ?? one) };
}

/** What an equation computes; the same however it is written. */
export function targetOf({ family, index }: Equation): string {
  return JSON.stringify([family, index]);
}

export interface Exercise {
  readonly id: string;
  readonly title: Text;
  /** Markdown with LaTeX between dollar signs; empty if students have it elsewhere. */
  readonly statement: Text;
  readonly model?: Model;
  readonly cases: Readonly<Record<string, Case>>;
  /** What to practise with: the quantity of these cases is drawn from some numbers. */
  readonly variants?: readonly Readonly<{ name: string; cases: readonly string[]; from: readonly number[] }>[];
  /** What its numbers were drawn with; absent: they are its own. */
  readonly seed?: string;
  /** T by case, where the model does not say it. */
  readonly caseSteps?: Readonly<Record<string, number>>;
  readonly questions: readonly Question[];
  /** Beside the known ones. */
  readonly mistakes?: readonly OwnMistake[] | undefined;
  /** Whether what follows rightly from a wrong earlier answer gets its points. */
  readonly carry: boolean;
  /** Share of the points that counts as passed, in percent; all if absent. */
  readonly pass?: number | undefined;
  /** `trace` shows graded numbers to nobody. */
  readonly solution?: "hidden" | undefined;
}

/** A value of the same form: a list as long, a formula in t as a list of the steps. `one` gets the number and its place. */
export function likeValue(value: CaseValue, steps: number, one: (value: number, i: number) => number): CaseValue {
  if (typeof value === "number") return one(value, 0);
  const likeList = (list: NestedNumbers, place: number): NestedNumbers =>
    list.map((part, i) => (typeof part === "number" ? one(part, place + i) : likeList(part, 100 * (place + i + 1))));
  if (!("syntax" in value)) return likeList(value, 0);
  return namesIn(value.syntax).length === 0 ? one(1, 0) : Array.from({ length: steps }, (_, i) => one(1, i));
}

export function pointsOf(exercise: Exercise): number {
  return exercise.questions.reduce((sum, question) => sum + question.points, 0);
}

/** Share of the points that counts as passed, in percent: what is asked for, else what the exercise says. */
export function passesAt({ pass = 100 }: Exercise, asked: number | undefined): number {
  return asked ?? pass;
}

/** The keys of the answer that a question reads. */
export function fieldsOf({ id, fields = [id] }: Question): readonly string[] {
  return fields;
}

/** The one of `ids` that a person means: `ex6`, `EX6`, or `6` if no other ends in 6. */
export function idAmong(ids: readonly string[], meant: string): string | undefined {
  const id = meant.toLowerCase();
  const found = ids.find((one) => one.toLowerCase() === id);
  if (found !== undefined || !/^\d+$/.test(id)) return found;
  const ending = ids.filter((one) => /\d+$/.exec(one)?.[0] === id);
  return ending.length === 1 ? ending[0] : undefined;
}

/** The values of a case; without a name those of the first, or none. @throws ModelError */
export function caseNamed({ cases }: Pick<Exercise, "cases">, name: string | undefined): Case {
  const chosen = name ?? Object.keys(cases)[0];
  if (chosen === undefined) return {};
  const values = Object.hasOwn(cases, chosen) ? cases[chosen] : undefined;
  if (values === undefined) throw new ModelError("model.unknown-case", { name: chosen });
  return values;
}

/** The values of a case as bindings of leaves; a formula of a sequence is evaluated at each t that is asked for. */
export function caseBindings(values: Case): Bindings {
  const scalars = new Map<string, number>();
  const sequences = new Map<string, (t: number) => number | undefined>();
  /** What a list is, the name that is asked for says: `W[1,2]`, `x[t][2]`, `h[0][1]`. */
  const addList = (name: string, list: NestedNumbers) => {
    const { base, index } = splitName(name);
    const [first] = list;
    sequences.set(name, (t) => numberIn(list, [t]));
    if (index !== undefined)
      for (const [places, value] of entriesIn(list)) scalars.set(`${base}[${index}][${places}]`, value);
    else if (typeof first === "object") {
      for (const [places, value] of entriesIn(list)) scalars.set(`${name}[${places}]`, value);
      for (const [entry] of entriesIn(first))
        sequences.set(`${name}[t][${entry}]`, (t) => numberIn(list, [t, ...entry]));
    }
  };
  for (const [key, value] of Object.entries(values)) {
    const name = canonicalName(key) ?? key;
    if (typeof value === "number") scalars.set(name, value);
    else if ("syntax" in value) {
      const formula = formulaFunction(value.syntax);
      const at = (t: number) => formula((name) => (name === "t" ? t : Number.NaN));
      sequences.set(name, at);
      scalars.set(name, at(Number.NaN));
    } else addList(name, value);
  }
  // Hardly any member has a number of its own, and long sequences are read to their end.
  const names = [...scalars.keys()].map(splitName);
  const withMembers = new Set(names.flatMap(({ base, index }) => (index === undefined ? [] : base)));
  return (family, index) => {
    if (index === undefined) return scalars.get(family);
    const own = withMembers.has(family) ? scalars.get(indexedName(family, index)) : undefined;
    return own ?? (index >= 1 ? sequences.get(family)?.(index) : undefined);
  };
}

/** The numbers of nested lists, each with its places, counted from 1. */
function* entriesIn(list: NestedNumbers): Generator<readonly [places: readonly number[], value: number]> {
  for (const [i, one] of list.entries()) {
    if (typeof one === "number") yield [[i + 1], one];
    else for (const [places, value] of entriesIn(one)) yield [[i + 1, ...places], value];
  }
}

function numberIn(list: NestedNumbers, [place = 0, ...inner]: readonly number[]): number | undefined {
  const found = list[place - 1];
  if (inner.length > 0) return typeof found === "object" ? numberIn(found, inner) : undefined;
  return typeof found === "number" ? found : undefined;
}

/** The value of a formula without names; NaN if it has some. */
export function constantValue(syntax: Syntax): number {
  return formulaFunction(syntax)(() => Number.NaN);
}
