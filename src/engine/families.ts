/** The quantities of a model by name: which have an equation, which name means what, and the nodes made so far. */

import type { Node } from "./graph.ts";
import { aligned, type Equation, type Formula, type Kind, type Model, ModelError } from "./model.ts";
import { splitName } from "./names.ts";
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
  /** Rules for single time steps: `h[0]: 0`. */
  readonly single: Map<number, Equation>;
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
    const step = index?.step ?? 0;
    const fixed = index === undefined ? SCALAR : index.last * steps + index.offset;
    if (step === 0) visit(family, fixed);
    else if (!overTime) visit(family, step * t + fixed);
    else for (let s = 1; s <= steps; s++) visit(family, step * s + fixed);
  }
}

export function label({ family, t }: Instance): string {
  return Number.isNaN(t) ? family.name : `${family.name}[${t}]`;
}

/** Nodes of one family by time index. An array for t ≥ 0 makes unrolling several times faster than a map does. */
class Slots {
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

export class Families {
  readonly #byName = new Map<string, Family>();
  /** T. */
  readonly #steps: number;

  /** @throws ModelError if the equations contradict each other. */
  constructor({ parameters, inputs, equations }: Model, steps: number) {
    this.#steps = steps;
    for (const name of parameters) this.#declare(name, "parameter", undefined);
    for (const name of inputs) this.#declare(name, "input", undefined);
    for (const equation of equations) this.#addEquation(equation);
  }

  get(name: string): Family | undefined {
    return this.#byName.get(name);
  }

  all(): readonly Family[] {
    return [...this.#byName.values()];
  }

  /** What a canonical name stands for: `z`, `h2`, `h[-1]`. */
  find(name: string): Instance | undefined {
    const whole = this.#byName.get(name);
    // Beside a sequence h, the name of a sequence h2 alone is the member h[2].
    if (whole !== undefined && whole.indexed !== true) return { family: whole, t: SCALAR };
    const { base, index } = splitName(name);
    const family = this.#byName.get(base);
    if (family === undefined || index === undefined || family.indexed === false) return undefined;
    return { family, t: index };
  }

  /** The same of a name that must exist. @throws ModelError */
  named(name: string): Instance {
    const found = this.find(name);
    if (found === undefined) throw this.unknown(name, name);
    return found;
  }

  /** What an equation reads by a name. @throws ModelError */
  reference(name: string, index: TimeIndex | undefined, inReduction: boolean, text: string): Reference {
    const whole = this.get(name);
    if (whole !== undefined) {
      if (index !== undefined && whole.indexed === false)
        throw new ModelError("model.no-index", { name, equation: text });
      // A sequence without an index under sum or prod means its member at t.
      const implied = inReduction && index === undefined && (whole.indexed === true || whole.kind === "input");
      if (index === undefined && whole.indexed === true && !implied)
        throw new ModelError("model.index-needed", { name, equation: text });
      return { family: whole, index: implied ? { step: 1, last: 0, offset: 0 } : index, overTime: inReduction };
    }
    const member = index === undefined ? this.find(name) : undefined;
    if (member === undefined) throw this.unknown(name, text);
    return { family: member.family, index: { step: 0, last: 0, offset: member.t }, overTime: false };
  }

  /** What a quantity is to the model: outputs are scalars with an equation. */
  kindOf(instance: Instance): Kind {
    const { family } = instance;
    if (family.kind !== "computed") return family.kind;
    if (family.indexed !== true) return "output";
    return this.equationAt(instance) === undefined ? "initial" : "intermediate";
  }

  equationAt({ family, t }: Instance): Equation | undefined {
    const single = family.single.size === 0 ? undefined : family.single.get(t);
    if (single !== undefined) return single;
    const inRange = Number.isNaN(t) || (t >= 1 && t <= this.#steps);
    return inRange ? family.equation : undefined;
  }

  /** The steps for which a sequence has an equation, in order. */
  timesOf({ equation, single }: Family): readonly number[] {
    const times = Array.from({ length: equation === undefined ? 0 : this.#steps }, (_, i) => i + 1);
    const others = [...single.keys()].filter((t) => equation === undefined || t < 1 || t > this.#steps);
    return others.length === 0 ? times : [...times, ...others].sort((a, b) => a - b);
  }

  unknown(name: string, text: string): ModelError {
    if (this.#byName.get(name)?.indexed === true) return new ModelError("model.member-needed", { name });
    return new ModelError("model.unknown-name", { name, equation: text });
  }

  #declare(name: string, kind: Family["kind"], indexed: boolean | undefined): Family {
    const family = { name, kind, indexed, single: new Map(), nodes: new Slots() };
    this.#byName.set(name, family);
    return family;
  }

  #addEquation(equation: Equation): void {
    const indexed = equation.index !== undefined;
    const family = this.#byName.get(equation.family) ?? this.#declare(equation.family, "computed", indexed);
    const twice = () => new ModelError("model.equation-twice", { equation: equation.text, name: equation.family });
    if (family.kind !== "computed" || family.indexed !== indexed) throw twice();
    if (equation.index === undefined || equation.index.step !== 0) {
      if (family.equation !== undefined) throw twice();
      family.equation = aligned(equation);
    } else {
      const t = equation.index.last * this.#steps + equation.index.offset;
      if (family.single.has(t)) throw twice();
      family.single.set(t, equation);
    }
  }
}
