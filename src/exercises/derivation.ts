/**
 * An exercise's model unrolled, differentiated and run, each once, however many questions ask for it. Knows the
 * engine; every reference answer comes from here. A variation changes one thing and all answers follow.
 */

import { type DifferentiateOptions, differentiate } from "../engine/differentiate.ts";
import { type EvaluateOptions, evaluate } from "../engine/evaluate.ts";
import type { Node } from "../engine/graph.ts";
import type { Model } from "../engine/model.ts";
import { ModelError } from "../engine/model.ts";
import { Unrolled } from "../engine/recurrence.ts";
import { readValues } from "../engine/stored.ts";
import { caseBindings } from "./cases.ts";
import type { Case, Exercise, StoredQuery } from "./exercise.ts";

/** One thing done differently, for named mistakes. All members are functions of the right thing. */
export interface Variation {
  readonly model?: (model: Model) => Model;
  readonly derivative?: (unrolled: Unrolled) => DifferentiateOptions;
  readonly values?: (values: Case) => Case;
  /** Applied to the names of a derivative: what is differentiated, and with respect to what. */
  readonly of?: (name: string) => string;
  readonly wrt?: (name: string) => string;
  readonly stored?: (query: StoredQuery) => StoredQuery;
}

export interface Gradient {
  readonly unrolled: Unrolled;
  readonly output: Node;
  /** By place in `wrt`. */
  readonly nodes: readonly Node[];
  /** Nodes before this one belong to the forward pass. */
  readonly forwardSize: number;
}

export class Derivation {
  readonly exercise: Exercise;
  readonly variation: Variation;
  readonly #model: Model | undefined;
  readonly #unrolled = new Map<number, Unrolled>();
  readonly #gradients = new Map<string, Gradient>();
  readonly #counts = new Map<string, number>();

  constructor(exercise: Exercise, variation: Variation = {}) {
    this.exercise = exercise;
    this.variation = variation;
    const { model } = exercise;
    this.#model = model === undefined ? undefined : (variation.model?.(model) ?? model);
  }

  /** The model. @throws ModelError if the exercise has none. */
  get model(): Model {
    if (this.#model === undefined) throw new ModelError("model.missing", {});
    return this.#model;
  }

  /** The model unrolled for `steps` steps. Only the forward pass: gradients have graphs of their own. */
  unrolled(steps: number = this.model.steps): Unrolled {
    const known = this.#unrolled.get(steps);
    if (known !== undefined) return known;
    const unrolled = new Unrolled(this.model, steps);
    unrolled.computed();
    this.#unrolled.set(steps, unrolled);
    return unrolled;
  }

  gradient(
    of: string,
    wrt: readonly string[],
    steps = this.model.steps,
    through: "input" | "output" = "input",
  ): Gradient {
    const key = JSON.stringify([of, wrt, steps, through]);
    const known = this.#gradients.get(key);
    if (known !== undefined) return known;
    const { variation } = this;
    const unrolled = new Unrolled(this.model, steps);
    const output = unrolled.node(variation.of?.(of) ?? of);
    const quantities = wrt.map((name) => unrolled.node(variation.wrt?.(name) ?? name));
    const forwardSize = unrolled.graph.size;
    const options = { ...variation.derivative?.(unrolled), through };
    const nodes = differentiate(unrolled.graph, output, quantities, options);
    const gradient = { unrolled, output, nodes, forwardSize };
    this.#gradients.set(key, gradient);
    return gradient;
  }

  /** The values of all nodes of `unrolled` in a case (unnamed: the only one, or no numbers at all). */
  values(unrolled: Unrolled, caseName: string | undefined, options: EvaluateOptions = {}): Float64Array {
    return evaluate(unrolled.graph, caseBindings(this.case(caseName)), options);
  }

  case(name: string | undefined): Case {
    const { cases } = this.exercise;
    const chosen = name ?? Object.keys(cases)[0];
    const values = chosen === undefined ? {} : Object.hasOwn(cases, chosen) ? cases[chosen] : undefined;
    if (values === undefined) throw new ModelError("model.unknown-case", { name: name ?? "" });
    return this.variation.values?.(values) ?? values;
  }

  /** What must be stored for `steps` steps: forward nodes without parameters and inputs, oldest first. */
  storedNodes(
    query: StoredQuery,
    steps = query.steps ?? this.model.steps,
  ): { unrolled: Unrolled; nodes: readonly Node[] } {
    const { unrolled, nodes, forwardSize } = this.gradient(
      query.of,
      query.wrt,
      steps,
      query.reuse ? "output" : "input",
    );
    const recomputed = new Set(query.recompute);
    const recompute = (node: Node) => recomputed.has(unrolled.graph.symbol(node)?.family ?? "");
    const kept = readValues(unrolled.graph, forwardSize, nodes, { recompute });
    return { unrolled, nodes: kept.filter((node) => !isGiven(unrolled, node)) };
  }

  /** How many values must be stored; with `beyond`, how many more than for that number of steps. */
  storedCount(asked: StoredQuery): number {
    const query = this.variation.stored?.(asked) ?? asked;
    const key = JSON.stringify(query);
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const all = this.storedNodes(query).nodes.length;
    const count = query.beyond === undefined ? all : all - this.storedNodes(query, query.beyond).nodes.length;
    this.#counts.set(key, count);
    return count;
  }
}

/** Parameters and inputs need no extra storage. */
function isGiven(unrolled: Unrolled, node: Node): boolean {
  const kind = unrolled.kind(node);
  return kind === "parameter" || kind === "input";
}
