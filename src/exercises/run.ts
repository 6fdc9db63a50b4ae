/** One run of a model with the numbers of a case: on the graph, or by compiled loops where it is long. */

import { CompiledModel, type Sequence } from "../engine/compile/compiled.ts";
import { type Node, type QuantityName, VARIABLE } from "../engine/graph.ts";
import { memo } from "../engine/memo.ts";
import type { Model } from "../engine/model.ts";
import { splitName } from "../engine/names.ts";
import { nameOf, printName } from "../engine/print.ts";
import { storedValues } from "../engine/stored.ts";
import type { Syntax } from "../engine/syntax.ts";
import { Unrolled } from "../engine/unroll.ts";
import type { Derivation } from "./derivation.ts";
import { caseBindings } from "./exercise.ts";

export interface StoredTrace {
  readonly count: number;
  /** In the order of the forward pass. */
  readonly names?: readonly string[];
}

/** A quantity that must be given a number. */
export interface Leaf extends QuantityName {
  readonly isInput: boolean;
}

/** Quantities are named canonically; the value of what is unknown or not finite is NaN. */
export interface Run {
  /** Scalars that have an equation. */
  readonly outputs: readonly string[];
  /** All quantities that have one. */
  computed(): readonly string[];
  value(name: string): number;
  /** The derivatives of an output with respect to each of `wrt`. */
  gradient(output: string): readonly number[];
  /** What each of these needs stored, with local derivatives read off the input or the output of an operation. */
  stored(output: string, through: "input" | "output"): readonly StoredTrace[];
  /** Inputs, start values and computed sequences, in the order of the model. */
  sequences(): readonly Sequence[];
  /** Names of leaves that have no value. */
  missing(): readonly string[];
}

interface Asked {
  readonly derivation: Derivation;
  readonly caseName: string | undefined;
  readonly steps: number;
  readonly wrt: readonly string[];
}

/** Longer runs are compiled. */
export const longestOnGraph = 100;

/** @throws ModelError on unknown names. */
export function run(asked: Asked, withNames: boolean): Run {
  const isLong = asked.steps > longestOnGraph && !withNames;
  return (isLong ? compiledRun(asked) : undefined) ?? graphRun(asked, withNames);
}

function graphRun({ derivation, caseName, steps, wrt }: Asked, withNames: boolean): Run {
  const unrolled = derivation.unrolled(steps, "gradients");
  const { graph } = unrolled;
  const forwardSize = graph.size;
  const computed = unrolled.computed().map(({ node }) => ({ name: nameOf(graph, node), node }));
  const names = computed.filter(({ node }) => unrolled.kind(node) === "output").map(({ name }) => name);
  const gradients = new Map(names.map((name) => [name, derivation.gradient(name, wrt, steps)]));
  const values = derivation.values(unrolled, caseName);
  const at = (node: Node | undefined) => values[node ?? -1] ?? Number.NaN;
  return {
    outputs: names,
    computed: () => computed.map(({ name }) => name),
    value: (name) => at(unrolled.node(name)),
    gradient: (output) => (gradients.get(output)?.nodes ?? []).map(at),
    stored: (output, through) => {
      const { nodes, forwardSize: size } = derivation.gradient(output, wrt, steps, through);
      return nodes.map((node) => {
        const kept = storedValues(unrolled, size, [node]);
        return { count: kept.length, ...(withNames && { names: kept.map((one) => nameOf(graph, one)) }) };
      });
    },
    sequences: () => {
      const families = unrolled.families().filter(({ kind }) => kind !== "parameter");
      const found = new Map<string, Map<number, number>>(families.map(({ name }) => [name, new Map()]));
      for (let node = 0; node < forwardSize; node++) {
        const name = graph.symbol(node);
        if (name?.index !== undefined) found.get(name.family)?.set(name.index, at(node));
      }
      return [...found].flatMap(([name, members]) => {
        const times = [...members.keys()];
        const ends = { from: Math.min(...times), to: Math.max(...times) };
        return times.length === 0 ? [] : { name, ...ends, at: (t: number) => members.get(t) };
      });
    },
    missing: () => {
      const nodes = Array.from({ length: forwardSize }, (_, node) => node);
      return nodes
        .filter((node) => graph.code(node) === VARIABLE && Number.isNaN(values[node]))
        .map((node) => nameOf(graph, node));
    },
  };
}

const programs = memo((_: Model) => new Map<number, CompiledModel | undefined>());

function program(model: Model, steps: number): CompiledModel | undefined {
  const known = programs(model);
  if (!known.has(steps)) known.set(steps, CompiledModel.of(model, steps));
  return known.get(steps);
}

/** What a model must be given for so many steps. */
export function* leaves(model: Model, steps: number, outline: () => Unrolled): Iterable<Leaf> {
  const compiled = steps > longestOnGraph ? program(model, steps) : undefined;
  if (compiled !== undefined) return yield* compiled.leaves();
  const unrolled = steps > longestOnGraph ? new Unrolled(model, steps) : outline();
  unrolled.computed();
  const { graph } = unrolled;
  for (let node = 0; node < graph.size; node++) {
    const name = graph.code(node) === VARIABLE ? graph.symbol(node) : undefined;
    if (name !== undefined) yield { ...name, isInput: unrolled.kind(node) === "input" };
  }
}

/** Undefined for a model that only the graph can compute. */
function compiledRun(asked: Asked): Run | undefined {
  const { derivation, caseName, steps, wrt } = asked;
  const compiled = program(derivation.model, steps)?.run(caseBindings(derivation.case(caseName)));
  // The graph says what is wrong with an unknown name.
  if (compiled === undefined || wrt.some((name) => compiled.value(name) === undefined)) return undefined;
  return {
    outputs: compiled.outputs,
    computed: () => [],
    value: (name) => compiled.value(name) ?? Number.NaN,
    gradient: (output) => compiled.gradient(output, wrt),
    stored: (output, through) => counts(asked, output, through),
    sequences: () => compiled.sequences(),
    missing: () => compiled.missing().map(printName),
  };
}

/** After so many steps a pattern repeats itself, even where only every second, third or fourth state is read. */
const period = 12;

/**
 * How much must be stored for many steps. Once a run is longer than all that the equations reach, a period more always
 * brings the same number; so three short runs tell it. Where they don't, the long one is made after all.
 */
function counts(
  { derivation, wrt, steps }: Asked,
  output: string,
  through: "input" | "output",
): readonly StoredTrace[] {
  const countsAt = (T: number) => {
    const { unrolled, nodes, forwardSize } = derivation.gradient(output, wrt, T, through);
    return nodes.map((node) => storedValues(unrolled, forwardSize, [node]).length);
  };
  const reach = 4 + 2 * derivation.model.equations.reduce((sum, { formula }) => sum + reachOf(formula), 0);
  const periods = Math.floor((steps - reach) / period);
  const [first = [], second = [], third = []] =
    periods > 3 && !wrt.some((name) => (splitName(name).index ?? 0) > 1)
      ? [0, 1, 2].map((more) => countsAt(steps - (periods - more) * period))
      : [];
  const isSteady = first.length > 0 && first.every((count, k) => third[k] === 2 * (second[k] as number) - count);
  const found = isSteady ? first.map((count, k) => count + periods * ((second[k] as number) - count)) : countsAt(steps);
  return found.map((count) => ({ count }));
}

/** The sum of all time offsets in a formula. */
function reachOf(formula: Syntax): number {
  if (formula.kind === "call") return formula.args.reduce((sum, arg) => sum + reachOf(arg), 0);
  return formula.kind === "name" ? Math.abs(formula.index?.offset ?? 0) : 0;
}
