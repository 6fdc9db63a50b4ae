/** What a model is: named quantities and time-indexed equations as read from an exercise. Knows no numbers of a case. */

import type { Syntax, TimeIndex } from "./syntax.ts";

export interface Equation {
  /** Name on the left-hand side. */
  readonly family: string;
  /** `h[t]` has one, a scalar such as `z` has none. */
  readonly index?: TimeIndex;
  readonly formula: Syntax;
  /** The left-hand side as written: `h[t]`. */
  readonly target: string;
  /** The equation as written, for messages. */
  readonly text: string;
}

export interface Model {
  readonly parameters: readonly string[];
  /** Sequences that are given: x[1] … x[T]. */
  readonly inputs: readonly string[];
  /** T: sequences with an equation are computed for t = 1 … T; other indices are start values. */
  readonly steps: number;
  readonly equations: readonly Equation[];
}

/** What a named quantity is to the model. */
export type Kind = "parameter" | "input" | "initial" | "intermediate" | "output";

/** A model that cannot be computed: an author's mistake. `code` and `params` belong to the catalogue of messages. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;

  constructor(code: ModelErrorCode, params: Readonly<Record<string, string | number | readonly string[]>>) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = "ModelError";
    this.code = code;
    this.params = params;
  }
}

export type ModelErrorCode =
  | "model.cycle"
  | "model.unknown-name"
  | "model.index-needed"
  | "model.member-needed"
  | "model.time-outside-sum"
  | "model.no-index"
  | "model.equation-twice"
  | "model.missing"
  | "model.unknown-case"
  | "model.steps"
  | "model.bad-value"
  | "model.computed"
  | "model.single-value";
