/** What unrolling keeps of a named quantity: its equations and the nodes made so far. Knows no graph and no order of work. */

import type { Formula } from "./bind.ts";
import { type Equation, ModelError } from "./model.ts";
import type { Slots } from "./slots.ts";
import type { TimeIndex } from "./syntax.ts";

/** A name that an equation reads at time t. */
export interface Reference {
  readonly family: Family;
  readonly index: TimeIndex | undefined;
  /** Inside sum or prod: read at every t = 1 … T. */
  readonly overTime: boolean;
}

export interface Rule {
  readonly equation: Equation;
  readonly references: readonly Reference[];
  readonly formula: Formula;
}

export interface Family {
  readonly name: string;
  readonly kind: "parameter" | "input" | "computed";
  /** undefined until known: leaves may be used either way. */
  readonly indexed: boolean | undefined;
  /** Rule for t = 1 … T, or of a scalar. */
  equation?: Equation;
  rule?: Rule;
  /** Rules for single time steps: `h[0]: 0`. */
  readonly single: Map<number, Equation>;
  readonly singleRules: Map<number, Rule>;
  readonly nodes: Slots;
}

export const SCALAR = Number.NaN;

/** One quantity of the unrolled model; `t` is NaN for scalars. */
export interface Instance {
  readonly family: Family;
  readonly t: number;
}

/** There is no t outside of sum and prod where one value is computed. */
export function refuseTime(references: readonly Reference[], equation: string): void {
  for (const { family, index, overTime } of references)
    if (index !== undefined && index.step !== 0 && !overTime)
      throw new ModelError("model.time-outside-sum", { name: family.name, equation });
}

export function label({ family, t }: Instance): string {
  return Number.isNaN(t) ? family.name : `${family.name}[${t}]`;
}
