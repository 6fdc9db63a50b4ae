/** What unrolling keeps of a named quantity: its equations and the nodes made so far. */

import type { Formula } from "./bind.ts";
import type { Node } from "./graph.ts";
import { type Equation, ModelError } from "./model.ts";
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

/** Visits what is read at time t of T. */
export function eachInstance(
  references: readonly Reference[],
  t: number,
  steps: number,
  visit: (family: Family, t: number) => void,
): void {
  for (const { family, index, overTime } of references) {
    if (index === undefined) {
      visit(family, SCALAR);
      continue;
    }
    const fixed = index.last * steps + index.offset;
    if (index.step === 0) visit(family, fixed);
    else if (!overTime) visit(family, index.step * t + fixed);
    else for (let s = 1; s <= steps; s++) visit(family, index.step * s + fixed);
  }
}

export function label({ family, t }: Instance): string {
  return Number.isNaN(t) ? family.name : `${family.name}[${t}]`;
}

/** Nodes of one family by time index. An array for t ≥ 0 makes unrolling several times faster than a map does. */
export class Slots {
  readonly #later: (Node | undefined)[] = [];
  /** Scalars and t < 0. */
  readonly #others = new Map<number, Node>();

  /** undefined: not reached yet. */
  get(t: number): Node | undefined {
    return t >= 0 ? this.#later[t] : this.#others.get(t);
  }

  /** Whether any member t ≥ 0 has been reached. */
  get isSequence(): boolean {
    return this.#later.length > 0;
  }

  /** The time indices that have been reached, without scalars. */
  times(): readonly number[] {
    return [...this.#others.keys(), ...this.#later.keys()].filter((t) => this.get(t) !== undefined && !Number.isNaN(t));
  }

  set(t: number, node: Node): void {
    if (t >= 0) this.#later[t] = node;
    else this.#others.set(t, node);
  }
}

/** In place of a node: waiting for what it depends on. */
export const entered = -1;
