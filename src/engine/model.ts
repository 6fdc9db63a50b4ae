/** What a model is: named quantities and time-indexed equations as read from an exercise. */

import type { Message, Params, ParamsOf } from "../messages/message.ts";
import { say } from "./messages.ts";
import { reductions } from "./operations/spellings.ts";
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

/** `h[t+1]: f(h[t])` is the same as `h[t]: f(h[t-1])`. */
export function aligned(equation: Equation): Equation {
  const by = equation.index?.offset ?? 0;
  if (equation.index === undefined || by === 0) return equation;
  return { ...equation, index: { step: 1, last: 0, offset: 0 }, formula: shift(equation.formula, by) };
}

function shift(syntax: Syntax, by: number): Syntax {
  // sum and prod bind a t of their own.
  if (syntax.kind === "call" && reductions.has(syntax.operation)) return syntax;
  if (syntax.kind === "call") return { ...syntax, args: syntax.args.map((arg) => shift(arg, by)) };
  if (syntax.kind !== "name" || syntax.index === undefined) return syntax;
  const { step, last, offset } = syntax.index;
  return { ...syntax, index: { step, last, offset: offset - step * by } };
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

export type ModelErrorCode = keyof typeof say.words;

/** A code with the parameters of its words. */
type Said = { [C in ModelErrorCode]: [code: C, ...params: ParamsOf<(typeof say.words)[C]>] }[ModelErrorCode];

/** A model that cannot be computed: an author's mistake. */
export class ModelError extends Error {
  readonly told: Message<ModelErrorCode>;

  constructor(...[code, ...params]: Said) {
    const told = say(code, ...(params as ParamsOf<(typeof say.words)[typeof code]>));
    super(told.in("en"));
    this.name = "ModelError";
    this.told = told;
  }

  get code(): ModelErrorCode {
    return this.told.code;
  }

  get params(): Params {
    return this.told.params ?? {};
  }
}
