/**
 * A model for many steps as two loops over one Float64Array a quantity: forwards, and backwards for the gradients. The
 * numbers are the graph's, in a fraction of its time; whatever is symbolic stays with the graph.
 */

import { componentwise } from "../components.ts";
import type { Bindings } from "../evaluate.ts";
import type { QuantityName } from "../graph.ts";
import type { Model } from "../model.ts";
import { made } from "./emit.ts";
import { backwardText, forwardText } from "./loops.ts";
import { type Quantity, type Schedule, schedule } from "./schedule.ts";

/** Values by quantity of the schedule, then by time from the quantity's `from` on. */
type Memory = readonly Float64Array[];

type Backward = (values: Memory, adjoints: Memory) => void;

/** A quantity's values by time. */
export interface Sequence {
  readonly name: string;
  /** The first and the last time. */
  readonly from: number;
  readonly to: number;
  /** Undefined where the model has none. */
  readonly at: (t: number) => number | undefined;
}

export class CompiledModel {
  readonly #plan: Schedule;
  readonly #forward: (q: Memory) => void;
  readonly #backward = new Map<string, Backward>();
  /** Where the backward passes work, one after another: memory that is there already is fast. */
  readonly #adjoints: Memory;

  private constructor(plan: Schedule) {
    this.#plan = plan;
    this.#forward = made(["q"], forwardText(plan));
    this.#adjoints = zeros(plan);
  }

  /** Undefined for a model that only the graph can compute. @throws ModelError if its equations contradict each other. */
  static of(model: Model, steps: number): CompiledModel | undefined {
    const plan = schedule(componentwise(model).model, steps);
    return plan && new CompiledModel(plan);
  }

  /** What must be given. */
  leaves(): Iterable<QuantityName & { isInput: boolean }> {
    return leavesOf(this.#plan);
  }

  /** The forward pass. An unbound leaf, and whatever is undefined at these values, is NaN. */
  run(bindings: Bindings) {
    const plan = this.#plan;
    const values = zeros(plan);
    for (const [at, { family, from, leaves }] of plan.quantities.entries()) {
      const [name, into] = [family?.name ?? "", values[at] as Float64Array];
      for (const [first, last] of leaves)
        if (Number.isNaN(first)) into[0] = bindings(name, undefined) ?? Number.NaN;
        else for (let t = first; t <= last; t++) into[t - from] = bindings(name, t) ?? Number.NaN;
    }
    this.#forward(values);
    const isOutput = ({ family }: Quantity) => family?.equation !== undefined && family.indexed !== true;
    return {
      /** Names of the scalars that have an equation. */
      outputs: plan.quantities.filter(isOutput).map(({ family }) => family?.name ?? ""),
      /** The value of a quantity by its canonical name; undefined if it has none. */
      value: (name: string) => this.#at(name, values),
      /** The derivatives of the scalar `output` with respect to each of `wrt`, by canonical names. */
      gradient: (output: string, wrt: readonly string[]): readonly number[] => {
        const place = (name: string) => this.#find(name)?.quantity;
        const quantities = [...new Set(wrt.map(place).filter((one) => one !== undefined))];
        const adjoints = this.#pulledBack(place(output) as number, quantities, values);
        return wrt.map((name) => this.#at(name, adjoints) ?? 0);
      },
      /** All quantities that are read or computed over time, in the order of the model. */
      sequences: (): readonly Sequence[] =>
        plan.quantities.flatMap(({ family, from, to }, quantity) =>
          family === undefined || from === to
            ? []
            : { name: family.name, from, to, at: (t: number) => values[quantity]?.[t - from] },
        ),
      /** Leaves that are read and have no value. */
      missing: () => [...leavesOf(plan, (quantity, place) => Number.isNaN(values[quantity]?.[place]))],
    };
  }

  #pulledBack(output: number, wrt: readonly number[], values: Memory): Memory {
    const key = [output, ...wrt].join(" ");
    const backward: Backward = this.#backward.get(key) ?? made(["q", "a"], backwardText(this.#plan, wrt));
    this.#backward.set(key, backward);
    const adjoints = this.#adjoints;
    for (const array of adjoints) array.fill(0);
    (adjoints[output] as Float64Array)[0] = 1;
    backward(values, adjoints);
    return adjoints;
  }

  #find(name: string): { quantity: number; place: number } | undefined {
    const found = this.#plan.families.find(name);
    const quantity = this.#plan.quantities.findIndex(({ family }) => family !== undefined && family === found?.family);
    const { isSequence = false, from = 0 } = this.#plan.quantities[quantity] ?? {};
    if (found === undefined || Number.isNaN(found.t) === isSequence) return undefined;
    return { quantity, place: isSequence ? found.t - from : 0 };
  }

  #at(name: string, memory: Memory): number | undefined {
    const found = this.#find(name);
    return found === undefined ? undefined : memory[found.quantity]?.[found.place];
  }
}

function zeros({ quantities }: Schedule): Memory {
  return quantities.map(({ from, to }) => new Float64Array(to - from + 1));
}

/** The leaves, each once; only those whose place `isWanted`. */
function* leavesOf(
  { quantities }: Schedule,
  isWanted: (quantity: number, place: number) => boolean = () => true,
): Generator<QuantityName & { isInput: boolean }> {
  for (const [at, { family, from, leaves }] of quantities.entries()) {
    if (family === undefined) continue;
    const seen = new Set<number>();
    for (const [first, last] of leaves) {
      const isScalar = Number.isNaN(first);
      for (let t = isScalar ? 0 : first; t <= (isScalar ? 0 : last); t++) {
        if (!isWanted(at, t - from) || seen.has(t) || family.single.has(t)) continue;
        seen.add(t);
        yield { family: family.name, ...(!isScalar && { index: t }), isInput: family.kind === "input" };
      }
    }
  }
}
