/** Runs an exercise's model and shows everything: forward values, gradients, what is stored. */

import { differentiate } from "../engine/differentiate.ts";
import { type Bindings, evaluate } from "../engine/evaluate.ts";
import { type Node, VARIABLE } from "../engine/graph.ts";
import { ModelError } from "../engine/model.ts";
import { canonicalName } from "../engine/names.ts";
import { operationAt } from "../engine/operations/table.ts";
import { nameOf, printName } from "../engine/print.ts";
import { derivativeAt } from "../engine/rules.ts";
import { Unrolled } from "../engine/unroll.ts";
import { caseBindings, caseNamed } from "./cases.ts";
import type { Exercise } from "./exercise.ts";
import { type GivenByHand, membersOf, type ShownBindings, setValues, shownBindings } from "./given.ts";
import { storedValues } from "./stored.ts";

export interface TraceOptions {
  /** T; default: the model's own. */
  readonly steps?: number;
  /** Name of a case; default: the first. */
  readonly case?: string;
  /** Values that replace the case's. */
  readonly set?: GivenByHand;
  /** Quantities to differentiate with respect to, a sequence for all its members; default: the parameters. */
  readonly wrt?: readonly string[];
  /** All values and stored names even where there are many (more than 20 steps). */
  readonly values?: boolean;
}

export interface StoredTrace {
  readonly count: number;
  /** In the order of the forward pass. */
  readonly names?: readonly string[];
}

export interface Trace {
  readonly exercise: string;
  readonly case?: string;
  readonly steps: number;
  readonly bindings: ShownBindings;
  /** Scalars that have an equation. `null`: no finite value. */
  readonly outputs: Readonly<Record<string, number | null>>;
  /** By output, then by quantity. */
  readonly gradients: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly stored: Readonly<
    Record<string, Readonly<Record<string, { readonly plain: StoredTrace; readonly reuse: StoredTrace }>>>
  >;
  /** All computed quantities by name (`h1`, `tau2`); up to 20 steps, or if asked for. */
  readonly values?: Readonly<Record<string, number | null>>;
  /** Names of leaves that have no value; everything that depends on them is `null`. */
  readonly missing?: readonly string[];
  /** Names of squashing units whose derivative is below 1e-3: hardly any gradient passes them. */
  readonly saturated?: readonly string[];
}

/** Longer runs say names and values only if asked to; the longest would not fit into memory. */
const fewSteps = 20;
const mostSteps = 1_000_000;
/** A derivative below this lets hardly any gradient pass. */
const saturation = 1e-3;

/** A quantity's members by time. */
export interface Sequence {
  readonly name: string;
  readonly values: ReadonlyMap<number, number>;
}

export interface ModelRun {
  readonly trace: Trace;
  /** The forward pass of all steps, even where the trace leaves them out. */
  readonly sequences: readonly Sequence[];
}

/** Runs the model of an exercise. @throws ModelError if it has none, a name or case is unknown, or a value can't be set. */
export function trace(exercise: Exercise, options: TraceOptions = {}): Trace {
  return runModel(exercise, options).trace;
}

/** @throws ModelError */
export function runModel(exercise: Exercise, options: TraceOptions = {}): ModelRun {
  const { model } = exercise;
  if (model === undefined) throw new ModelError("model.missing");
  const steps = options.steps ?? model.steps;
  if (!Number.isInteger(steps) || steps < 1 || steps > mostSteps)
    throw new ModelError("model.steps", { found: String(steps), most: mostSteps });
  const unrolled = new Unrolled(model, steps);
  const quantities = unrolled.computed().map(({ node }) => ({ name: nameOf(unrolled.graph, node), node }));
  const caseName = options.case ?? Object.keys(exercise.cases)[0];
  const given = { ...caseNamed(exercise, caseName), ...setValues(unrolled, options.set ?? {}) };
  const wrt = (options.wrt ?? model.parameters)
    .flatMap((name) => membersOf(unrolled, canonicalName(name) ?? name))
    .map((name) => ({ name, node: unrolled.node(name) }));
  const run = new Run(unrolled, quantities, wrt, caseBindings(given));
  const isFull = options.values === true || steps <= fewSteps;
  const missing = run.missing();
  const saturated = run.saturated();
  const found: Trace = {
    exercise: exercise.id,
    ...(caseName !== undefined && { case: caseName }),
    steps,
    bindings: shownBindings(given, steps, isFull),
    outputs: record(run.outputs, ({ node }) => run.valueOf(node)),
    gradients: record(run.outputs, (_, i) => record(run.wrt, (__, j) => run.valueOf(run.gradients[i]?.[j]))),
    stored: run.stored(isFull),
    ...(isFull && { values: record(run.computed, ({ node }) => run.valueOf(node)) }),
    ...(missing.length > 0 && { missing }),
    ...(saturated.length > 0 && { saturated }),
  };
  return { trace: found, sequences: run.sequences() };
}

type Quantities = readonly { readonly name: string; readonly node: Node }[];

/** The model, its gradients and the values of both. */
class Run {
  readonly computed: Quantities;
  readonly outputs: Quantities;
  readonly wrt: Quantities;
  /** By output, then by quantity. */
  readonly gradients: readonly (readonly Node[])[];
  readonly #unrolled: Unrolled;
  readonly #forwardSize: number;
  readonly #values: Float64Array;

  constructor(unrolled: Unrolled, computed: Quantities, wrt: Quantities, bindings: Bindings) {
    this.computed = computed;
    this.outputs = computed.filter(({ node }) => unrolled.kind(node) === "output");
    this.wrt = wrt;
    this.#unrolled = unrolled;
    this.#forwardSize = unrolled.graph.size;
    this.gradients = this.#differentiated("input");
    this.#values = evaluate(unrolled.graph, bindings);
  }

  #differentiated(through: "input" | "output"): readonly (readonly Node[])[] {
    const wrt = this.wrt.map(({ node }) => node);
    return this.outputs.map(({ node }) => differentiate(this.#unrolled.graph, node, wrt, { through }));
  }

  valueOf(node: Node | undefined): number | null {
    const value = this.#values[node ?? -1];
    return value !== undefined && Number.isFinite(value) ? value : null;
  }

  /** Inputs, start values and computed sequences, in the order of the model. */
  sequences(): readonly Sequence[] {
    const g = this.#unrolled.graph;
    const found = new Map<string, Map<number, number>>(this.#unrolled.families().map(({ name }) => [name, new Map()]));
    for (let node = 0; node < this.#forwardSize; node++) {
      const name = g.symbol(node);
      if (name?.index !== undefined) found.get(name.family)?.set(name.index, this.#values[node] as number);
    }
    return [...found].filter(([, values]) => values.size > 0).map(([name, values]) => ({ name, values }));
  }

  /** With and without derivatives read off the outputs. */
  stored(withNames: boolean): Trace["stored"] {
    const each = (gradients: readonly (readonly Node[])[]) => {
      const asked = gradients.flat().map((node) => [node]);
      return storedValues(this.#unrolled, this.#forwardSize, asked).map((nodes): StoredTrace => {
        const names = () => nodes.map((node) => nameOf(this.#unrolled.graph, node));
        return { count: nodes.length, ...(withNames && { names: names() }) };
      });
    };
    const plain = each(this.gradients);
    const reuse = each(this.#differentiated("output"));
    const at = (i: number, j: number) => i * this.wrt.length + j;
    return record(this.outputs, (_, i) =>
      record(this.wrt, (__, j) => ({ plain: plain[at(i, j)] as StoredTrace, reuse: reuse[at(i, j)] as StoredTrace })),
    );
  }

  missing(): readonly string[] {
    const g = this.#unrolled.graph;
    const leaves = Array.from({ length: this.#forwardSize }, (_, node) =>
      g.code(node) === VARIABLE && Number.isNaN(this.#values[node]) ? g.symbol(node) : undefined,
    );
    return leaves.filter((name) => name !== undefined).map((name) => printName(name));
  }

  /** Quantities defined by a squashing function whose derivative has almost vanished. */
  saturated(): readonly string[] {
    const g = this.#unrolled.graph;
    const isSaturated = (node: Node) => {
      const inner = g.arg(node, 0);
      if (!operationAt(g.code(inner)).saturates) return false;
      const derivative = derivativeAt(g.code(inner), this.#values[g.arg(inner, 0)] as number);
      return derivative !== undefined && derivative < saturation;
    };
    return this.computed.filter(({ node }) => isSaturated(node)).map(({ name }) => name);
  }
}

function record<T extends { readonly name: string }, V>(
  entries: readonly T[],
  value: (entry: T, i: number) => V,
): Record<string, V> {
  return Object.fromEntries(entries.map((entry, i) => [entry.name, value(entry, i)]));
}
