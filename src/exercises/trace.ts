/** Runs an exercise's model and shows everything: forward values, gradients, what is stored. */

import type { Sequence } from "../engine/compile/compiled.ts";
import { memo } from "../engine/memo.ts";
import { ModelError } from "../engine/model.ts";
import { canonicalName } from "../engine/names.ts";
import { Unrolled } from "../engine/unroll.ts";
import { Derivation } from "./derivation.ts";
import type { Case, Exercise } from "./exercise.ts";
import { drawnNumbers, type Given, membersOf, setValues, shownBindings } from "./given.ts";
import { leaves, longestOnGraph, run, type StoredTrace } from "./run.ts";

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
  const isSet = Object.keys(set).length > 0;
  const values = memo(
    (given: Case): Case => ({
      ...(seed === undefined ? given : drawnNumbers(leaves(model, steps, outline), seed)),
      ...(isSet && setValues(outline(), whole, set)),
    }),
  );
  const derivation = new Derivation(exercise, { values });
  const { model } = derivation;
  const steps = options.steps ?? derivation.stepsIn(caseName);
  if (!Number.isInteger(steps) || steps < 1 || steps > mostSteps)
    throw new ModelError("model.steps", { found: String(steps), most: mostSteps });
  const isFull = options.values === true || steps <= fewSteps;
  // What the names of a long run mean, a short one tells as well.
  const outline = () => derivation.unrolled(isFull ? steps : Math.min(steps, longestOnGraph), "gradients");
  const whole = new Unrolled(model, steps);
  const wrt = (options.wrt ?? model.parameters).flatMap((name) =>
    outline()
      .entryNames(canonicalName(name) ?? name)
      .flatMap((entry) => membersOf(outline, entry, steps)),
  );
  const made = run({ derivation, caseName, steps, wrt }, isFull);
  const finite = (value: number | undefined) => (Number.isFinite(value) ? (value as number) : null);
  const missing = made.missing();
  const all = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, finite(made.value(name))]));

  /** By output, then by quantity. */
  function each<T>(of: (output: string) => (quantity: number) => T): Record<string, Record<string, T>> {
    return Object.fromEntries(
      made.outputs.map((output) => {
        const inner = of(output);
        return [output, Object.fromEntries(wrt.map((name, j) => [name, inner(j)]))];
      }),
    );
  }
  const gradients = each((output) => {
    const found = made.gradient(output);
    return (j) => finite(found[j]);
  });
  const stored = () =>
    each((output) => {
      const [plain, reuse] = [made.stored(output, "input"), made.stored(output, "output")];
      return (j) => ({ plain: plain[j] as StoredTrace, reuse: reuse[j] as StoredTrace });
    });
  const trace: Trace = {
    exercise: exercise.id,
    ...(caseName !== undefined && { case: caseName }),
    ...(seed !== undefined && { seed }),
    steps,
    bindings: shownBindings(derivation.case(caseName), steps, isFull),
    outputs: all(made.outputs),
    gradients,
    stored: options.stored === false ? {} : stored(),
    ...(isFull && { values: all(made.computed()) }),
    ...(missing.length > 0 && { missing }),
  };
  return { trace, sequences: made.sequences(), numbers: derivation.case(caseName) };
}
