/** The quantities of a model by name: which have an equation, which name means what, and the nodes made so far. */

import type { Node } from "./graph.ts";
import { aligned, type Equation, type Kind, type Model, ModelError } from "./model.ts";
import { splitName } from "./names.ts";
import type { TimeIndex } from "./syntax.ts";

/** A name that an equation has, and when it is read: at step·t + fixed. */
export interface Reference {
  readonly family: Family;
  readonly step: number;
  readonly fixed: number;
  /** Inside sum or prod: read at every t = 1 … T. */
  readonly overTime: boolean;
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
  /** Its nodes by time index: an array, as a map would make unrolling take twice as long. NaN and t < 0 are among its keys. */
  readonly nodes: Node[];
}

export const SCALAR = Number.NaN;

/** One quantity of the unrolled model; `t` is NaN for scalars. */
export interface Instance {
  readonly family: Family;
  readonly t: number;
}

export function label({ family, t }: Instance): string {
  return Number.isNaN(t) ? family.name : `${family.name}[${t}]`;
}

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
    const family = this.get(name);
    if (family === undefined) {
      const member = index === undefined ? this.find(name) : undefined;
      if (member === undefined) throw this.unknown(name, text);
      return { family: member.family, step: 0, fixed: member.t, overTime: false };
    }
    if (index !== undefined) {
      if (family.indexed === false) throw new ModelError("model.no-index", { name, equation: text });
      const fixed = index.last * this.#steps + index.offset;
      return { family, step: index.step, fixed, overTime: inReduction && index.step !== 0 };
    }
    // A sequence without an index under sum or prod means its member at t.
    const isSequence = family.indexed === true || family.kind === "input";
    if (inReduction && isSequence) return { family, step: 1, fixed: 0, overTime: true };
    if (family.indexed === true) throw new ModelError("model.index-needed", { name, equation: text });
    return { family, step: 0, fixed: SCALAR, overTime: false };
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
    const family = { name, kind, indexed, single: new Map(), nodes: [] };
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
