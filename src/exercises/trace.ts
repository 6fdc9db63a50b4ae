/** Runs an exercise's model and shows everything: forward values, gradients, what is stored. Knows no answer. */

import { differentiate } from "../engine/differentiate.ts";
import { evaluate } from "../engine/evaluate.ts";
import { type Node, VARIABLE } from "../engine/graph.ts";
import { ModelError } from "../engine/model.ts";
import { canonicalName, indexedName } from "../engine/names.ts";
import { operationAt } from "../engine/operations/table.ts";
import { doubles, partialsOf } from "../engine/partials.ts";
import { printName } from "../engine/print.ts";
import { Unrolled } from "../engine/recurrence.ts";
import { parse } from "../formula/parse.ts";
import { caseBindings } from "./cases.ts";
import { storedValues } from "./derivation.ts";
import type { Case, CaseValue, Exercise } from "./exercise.ts";
import { nameOf } from "./queries.ts";

export interface TraceOptions {
  /** T; default: the model's own. */
  readonly steps?: number;
  /** Name of a case; default: the first. */
  readonly case?: string;
  /** Values that replace the case's: a number, a sequence from t = 1 on, or a formula (in t for a sequence). */
  readonly set?: Readonly<Record<string, number | readonly number[] | string>>;
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
  /** What the leaves were given; sequences from t = 1 on, or a formula in t as text where there are many steps. */
  readonly bindings: Readonly<Record<string, number | readonly number[] | string>>;
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
  /** Names of squashing units whose slope is below 1e-3: hardly any gradient passes them. */
  readonly saturated?: readonly string[];
}

const saturation = 1e-3;

/** Longer runs say names and values only if asked to. */
const fewSteps = 20;
/** More steps are refused: they would not fit into memory. */
const mostSteps = 1_000_000;

/** A quantity's members by time. */
export interface Sequence {
  readonly name: string;
  readonly values: ReadonlyMap<number, number>;
}

/** Runs the model of an exercise. @throws ModelError if it has none, a name or case is unknown, or a value can't be set. */
export function trace(exercise: Exercise, options: TraceOptions = {}): Trace {
  return runModel(exercise, options).trace;
}

/** The trace of a run, and the forward pass of all steps even where the trace leaves them out. @throws ModelError */
export function runModel(
  exercise: Exercise,
  options: TraceOptions = {},
): { readonly trace: Trace; readonly sequences: readonly Sequence[] } {
  const { model, cases } = exercise;
  if (model === undefined) throw new ModelError("model.missing", {});
  const steps = options.steps ?? model.steps;
  if (!Number.isInteger(steps) || steps < 1 || steps > mostSteps)
    throw new ModelError("model.steps", { found: String(steps), most: mostSteps });
  const unrolled = new Unrolled(model, steps);
  unrolled.computed();
  const caseName = options.case ?? Object.keys(cases)[0];
  const values = { ...caseOf(cases, caseName), ...setValues(unrolled, options.set ?? {}) };
  const isFull = options.values === true || steps <= fewSteps;
  const run = new Run(unrolled, values, options.wrt ?? model.parameters, isFull);
  const found = {
    exercise: exercise.id,
    ...(caseName !== undefined && { case: caseName }),
    steps,
    bindings: shownBindings(values, steps, isFull),
    ...run.results(),
  };
  return { trace: found, sequences: run.sequences() };
}

type Quantities = readonly { readonly name: string; readonly node: Node }[];

class Run {
  readonly #unrolled: Unrolled;
  readonly #outputs: Quantities;
  readonly #wrt: Quantities;
  readonly #isFull: boolean;
  readonly #forwardSize: number;
  readonly #computed: Quantities;
  /** By output, then by quantity; for the values, and for what is stored where slopes are read off inputs. */
  readonly #gradients: readonly (readonly Node[])[];
  readonly #values: Float64Array;

  constructor(unrolled: Unrolled, values: Case, wrt: readonly string[], isFull: boolean) {
    this.#unrolled = unrolled;
    this.#isFull = isFull;
    this.#computed = unrolled.computed().map(({ family, index, node }) => ({
      name: index === undefined ? family : indexedName(family, index),
      node,
    }));
    this.#outputs = this.#computed.filter(({ node }) => unrolled.kind(node) === "output");
    this.#wrt = wrt
      .flatMap((name) => membersOf(unrolled, canonicalName(name) ?? name))
      .map((name) => ({ name, node: unrolled.node(name) }));
    this.#forwardSize = unrolled.graph.size;
    this.#gradients = this.#differentiated("input");
    this.#values = evaluate(unrolled.graph, caseBindings(values));
  }

  #differentiated(through: "input" | "output"): readonly (readonly Node[])[] {
    const wrt = this.#wrt.map(({ node }) => node);
    return this.#outputs.map(({ node }) => differentiate(this.#unrolled.graph, node, wrt, { through }));
  }

  results(): Pick<Trace, "outputs" | "gradients" | "stored" | "values" | "missing" | "saturated"> {
    const at = (node: Node | undefined) => finite(this.#values[node ?? -1] ?? Number.NaN);
    const missing = this.#missing();
    const saturated = this.#saturated();
    return {
      outputs: record(this.#outputs, ({ node }) => at(node)),
      gradients: record(this.#outputs, (_, i) => record(this.#wrt, (__, j) => at(this.#gradients[i]?.[j]))),
      stored: this.#stored(),
      ...(this.#isFull && { values: record(this.#computed, ({ node }) => at(node)) }),
      ...(missing.length > 0 && { missing }),
      ...(saturated.length > 0 && { saturated }),
    };
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

  #stored(): Trace["stored"] {
    const g = this.#unrolled.graph;
    const each = (gradients: readonly (readonly Node[])[]) => {
      const kept = storedValues(
        this.#unrolled,
        this.#forwardSize,
        gradients.flat().map((node) => [node]),
      );
      return kept.map(
        (nodes): StoredTrace => ({
          count: nodes.length,
          ...(this.#isFull && { names: nodes.map((node) => nameOf(g, node)) }),
        }),
      );
    };
    const plain = each(this.#gradients);
    const reuse = each(this.#differentiated("output"));
    const at = (i: number, j: number) => i * this.#wrt.length + j;
    return record(this.#outputs, (_, i) =>
      record(this.#wrt, (__, j) => ({ plain: plain[at(i, j)] as StoredTrace, reuse: reuse[at(i, j)] as StoredTrace })),
    );
  }

  #missing(): readonly string[] {
    const g = this.#unrolled.graph;
    const names: string[] = [];
    for (let node = 0; node < this.#forwardSize; node++) {
      const name = g.code(node) === VARIABLE && Number.isNaN(this.#values[node]) ? g.symbol(node) : undefined;
      if (name !== undefined) names.push(printName(name));
    }
    return names;
  }

  /** Quantities defined by a squashing function whose slope has almost vanished. */
  #saturated(): readonly string[] {
    const g = this.#unrolled.graph;
    return this.#computed
      .filter(({ node }) => {
        const inner = g.arg(node, 0);
        if (!operationAt(g.code(inner)).saturates) return false;
        const slope = partialsOf(g.code(inner), 1)[0]?.(doubles, [this.#values[g.arg(inner, 0)] as number]);
        return slope !== undefined && slope < saturation;
      })
      .map(({ name }) => name);
  }
}

function caseOf(cases: Exercise["cases"], name: string | undefined): Case {
  if (name === undefined) return {};
  const found = Object.hasOwn(cases, name) ? cases[name] : undefined;
  if (found === undefined) throw new ModelError("model.unknown-case", { name });
  return found;
}

/**
 * Values given by hand must belong to the model and be of use to it: a misspelt name, a name that has an equation, or
 * several values for a single quantity would silently change nothing.
 */
function setValues(unrolled: Unrolled, set: NonNullable<TraceOptions["set"]>): Record<string, CaseValue> {
  const values: Record<string, CaseValue> = {};
  for (const [key, value] of Object.entries(set)) {
    const name = canonicalName(key) ?? key;
    const isWhole = isSequence(unrolled, name);
    const equation = equationOf(unrolled, isWhole ? indexedName(name, 1) : name);
    if (equation !== undefined) throw new ModelError("model.computed", { name, equation });
    if (typeof value === "object" && !isWhole)
      throw new ModelError("model.single-value", { name, values: value.map(String) });
    values[name] = typeof value === "string" ? formula(name, value) : value;
  }
  return values;
}

/** Whether `name` is that of a sequence as a whole. Leaves are what the equations read them as. */
function isSequence(unrolled: Unrolled, name: string): boolean {
  const family = unrolled.families().find((one) => one.name === name);
  if (family === undefined || family.kind === "computed") return family?.indexed === true;
  const nodes = unrolled.find(name)?.family.nodes;
  return nodes?.isSequence === true || (family.kind === "input" && nodes?.get(Number.NaN) === undefined);
}

/** The equation that computes a quantity, as written. @throws ModelError on unknown names. */
function equationOf(unrolled: Unrolled, name: string): string | undefined {
  const kind = unrolled.kindOfName(name);
  if (kind !== "intermediate" && kind !== "output") return undefined;
  const found = unrolled.find(name);
  return (found?.family.single.get(found.t) ?? found?.family.equation)?.text;
}

/** Of more members than this there would be too much to see. */
const mostMembers = 100;

/** A sequence stands for its members: there is no derivative with respect to all of them at once. */
function membersOf(unrolled: Unrolled, name: string): readonly string[] {
  if (unrolled.steps > mostMembers || !isSequence(unrolled, name)) return [name];
  return [...unrolled.names()].filter((member) => member !== name && unrolled.find(member)?.family.name === name);
}

function formula(name: string, text: string): CaseValue {
  const parsed = parse(text, { names: new Set(["t"]) });
  if (!parsed.ok) throw new ModelError("model.bad-value", { name, found: text });
  return { text, syntax: parsed.syntax };
}

function shownBindings(values: Case, steps: number, isFull: boolean): Trace["bindings"] {
  const bind = caseBindings(values);
  const shown: Record<string, number | readonly number[] | string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== "object" || !("syntax" in value)) shown[name] = value;
    else {
      const whole = bind(name, undefined);
      const sequence = () => Array.from({ length: steps }, (_, i) => bind(name, i + 1) ?? Number.NaN);
      shown[name] = whole !== undefined && !Number.isNaN(whole) ? whole : isFull ? sequence() : value.text;
    }
  }
  return shown;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function record<T extends { readonly name: string }, V>(
  entries: readonly T[],
  value: (entry: T, i: number) => V,
): Record<string, V> {
  return Object.fromEntries(entries.map((entry, i) => [entry.name, value(entry, i)]));
}
