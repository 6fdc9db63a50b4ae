/** Runs an exercise's model and shows everything: forward values, gradients, what is stored. */

import { type Node, VARIABLE } from "../engine/graph.ts";
import { ModelError } from "../engine/model.ts";
import { canonicalName } from "../engine/names.ts";
import { nameOf, printName } from "../engine/print.ts";
import { storedValues } from "../engine/stored.ts";
import type { Unrolled } from "../engine/unroll.ts";
import { Derivation, type Gradient } from "./derivation.ts";
import type { Case, Exercise } from "./exercise.ts";
import { drawnNumbers, type Given, membersOf, setValues, shownBindings } from "./given.ts";

export interface TraceOptions {
  /** T; default: the model's own. */
  readonly steps?: number;
  /** Name of a case; default: the first. */
  readonly case?: string;
  /** Draws numbers instead of those of a case; the same seed draws the same. */
  readonly seed?: number;
  /** Values that replace the case's. */
  readonly set?: Given;
  /** Quantities to differentiate with respect to, a sequence for all its members; default: the parameters. */
  readonly wrt?: readonly string[];
  /** All values and stored names even where there are many (more than 20 steps). */
  readonly values?: boolean;
  /** False: nothing about what is stored. */
  readonly stored?: boolean;
}

export interface StoredTrace {
  readonly count: number;
  /** In the order of the forward pass. */
  readonly names?: readonly string[];
}

export interface Trace {
  readonly exercise: string;
  readonly case?: string;
  readonly seed?: number;
  readonly steps: number;
  readonly bindings: Given;
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
}

/** Longer runs say names and values only if asked to; the longest would not fit into memory. */
const fewSteps = 20;
const mostSteps = 1_000_000;

/** A quantity's values by time, from its first to its last. */
interface Sequence {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Undefined where the model has none. */
  readonly at: (t: number) => number | undefined;
}

export interface ModelRun {
  readonly trace: Trace;
  /** The forward pass of all steps, even where the trace leaves them out. */
  readonly sequences: readonly Sequence[];
  /** What the model was given. */
  readonly numbers: Case;
}

/** Runs the model of an exercise. @throws ModelError if it has none, a name or case is unknown, or a value can't be set. */
export function trace(exercise: Exercise, options: TraceOptions = {}): Trace {
  return runModel(exercise, options).trace;
}

/** @throws ModelError */
export function runModel(exercise: Exercise, options: TraceOptions = {}): ModelRun {
  const { set = {}, seed } = options;
  const caseName = seed === undefined ? (options.case ?? Object.keys(exercise.cases)[0]) : undefined;
  const values = (given: Case) => ({
    ...(seed === undefined ? given : drawnNumbers(unrolled, seed)),
    ...setValues(unrolled, set),
  });
  const derivation = new Derivation(exercise, { values });
  const { model } = derivation;
  const steps = options.steps ?? derivation.stepsIn(caseName);
  if (!Number.isInteger(steps) || steps < 1 || steps > mostSteps)
    throw new ModelError("model.steps", { found: String(steps), most: mostSteps });
  const unrolled = derivation.unrolled(steps, "gradients");
  const forwardSize = unrolled.graph.size;
  const computed = unrolled.computed().map(({ node }) => ({ name: nameOf(unrolled.graph, node), node }));
  const outputs = computed.filter(({ node }) => unrolled.kind(node) === "output");
  const wrt = (options.wrt ?? model.parameters).flatMap((name) => membersOf(unrolled, canonicalName(name) ?? name));
  const gradients = outputs.map(({ name }) => derivation.gradient(name, wrt, steps));
  const run = { unrolled, forwardSize, values: derivation.values(unrolled, caseName) };
  const isFull = options.values === true || steps <= fewSteps;

  /** By output, then by quantity. */
  function each<T>(one: (output: number, quantity: number) => T, of = gradients): Record<string, Record<string, T>> {
    const inner = (i: number) => Object.fromEntries(wrt.map((name, j) => [name, one(i, j)]));
    return Object.fromEntries(of.map((_, i) => [outputs[i]?.name ?? "", inner(i)]));
  }
  const finiteAt = (node: Node | undefined) => {
    const value = run.values[node ?? -1];
    return value !== undefined && Number.isFinite(value) ? value : null;
  };
  const valuesOf = (some: Quantities) => Object.fromEntries(some.map(({ name, node }) => [name, finiteAt(node)]));
  const kept = options.stored === false ? [] : gradients;
  const plain = kept.map((gradient) => stored(gradient, isFull));
  const reuse = kept.map((_, i) => stored(derivation.gradient(outputs[i]?.name ?? "", wrt, steps, "output"), isFull));
  const missing = missingLeaves(run);
  const trace: Trace = {
    exercise: exercise.id,
    ...(caseName !== undefined && { case: caseName }),
    ...(seed !== undefined && { seed }),
    steps,
    bindings: shownBindings(derivation.case(caseName), steps, isFull),
    outputs: valuesOf(outputs),
    gradients: each((i, j) => finiteAt(gradients[i]?.nodes[j])),
    stored: each((i, j) => ({ plain: plain[i]?.[j] as StoredTrace, reuse: reuse[i]?.[j] as StoredTrace }), kept),
    ...(isFull && { values: valuesOf(computed) }),
    ...(missing.length > 0 && { missing }),
  };
  return { trace, sequences: sequences(run), numbers: derivation.case(caseName) };
}

type Quantities = readonly { readonly name: string; readonly node: Node }[];

/** A forward pass and its values. */
interface Run {
  readonly unrolled: Unrolled;
  readonly forwardSize: number;
  readonly values: Float64Array;
}

/** What each derivative of a gradient needs stored. */
function stored({ unrolled, forwardSize, nodes }: Gradient, withNames: boolean): readonly StoredTrace[] {
  return nodes.map((node) => {
    const kept = storedValues(unrolled, forwardSize, [node]);
    return { count: kept.length, ...(withNames && { names: kept.map((one) => nameOf(unrolled.graph, one)) }) };
  });
}

/** Inputs, start values and computed sequences, in the order of the model. */
function sequences({ unrolled, forwardSize, values }: Run): readonly Sequence[] {
  const found = new Map<string, Map<number, number>>(unrolled.families().map(({ name }) => [name, new Map()]));
  for (let node = 0; node < forwardSize; node++) {
    const name = unrolled.graph.symbol(node);
    if (name?.index !== undefined) found.get(name.family)?.set(name.index, values[node] as number);
  }
  return [...found].flatMap(([name, members]) => {
    const times = [...members.keys()].sort((a, b) => a - b);
    const [from, to] = [times[0], times.at(-1)];
    return from === undefined || to === undefined ? [] : { name, from, to, at: (t) => members.get(t) };
  });
}

function missingLeaves({ unrolled: { graph }, forwardSize, values }: Run): readonly string[] {
  const leaves = Array.from({ length: forwardSize }, (_, node) =>
    graph.code(node) === VARIABLE && Number.isNaN(values[node]) ? graph.symbol(node) : undefined,
  );
  return leaves.filter((name) => name !== undefined).map((name) => printName(name));
}
