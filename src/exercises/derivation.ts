/**
 * An exercise's model unrolled, differentiated and run, each once, however many questions ask for it: every reference
 * answer comes from here. A variation changes one thing and all answers follow.
 */

import { type DifferentiateOptions, differentiate } from "../engine/differentiate.ts";
import { type EvaluateOptions, evaluate } from "../engine/evaluate.ts";
import { blockedBy, type Flow } from "../engine/flow.ts";
import type { Graph, Node } from "../engine/graph.ts";
import { memo } from "../engine/memo.ts";
import type { Model } from "../engine/model.ts";
import { ModelError } from "../engine/model.ts";
import { splitName } from "../engine/names.ts";
import { storedValues } from "../engine/stored.ts";
import type { Syntax } from "../engine/syntax.ts";
import { Unrolled } from "../engine/unroll.ts";
import { type Case, caseBindings, caseNamed, type Exercise, type ParsedFormula, type StoredQuery } from "./exercise.ts";

/** One thing done differently, for named mistakes. All members are functions of the right thing. */
export interface Variation {
  readonly model?: (model: Model) => Model;
  readonly derivative?: (unrolled: Unrolled) => DifferentiateOptions;
  /** Instead of differentiating: nodes by place in `wrt`. */
  readonly gradient?: (graph: Graph, output: Node, wrt: readonly Node[]) => readonly Node[];
  readonly values?: (values: Case) => Case;
  /** Applied to the formula that a question asks the value of. */
  readonly asked?: (formula: Syntax) => Syntax;
  /** Applied to the names of a derivative: what is differentiated, and with respect to what. */
  readonly of?: (name: string) => string;
  readonly wrt?: (name: string) => string;
  readonly stored?: (query: StoredQuery) => StoredQuery;
  /** Applied to the nodes that must be stored. */
  readonly kept?: (stored: StoredNodes) => readonly Node[];
  /** What is counted: gets the right way to count. */
  readonly count?: (query: StoredQuery, count: (query: StoredQuery) => number) => number;
}

export interface StoredNodes {
  readonly unrolled: Unrolled;
  /** Oldest first. */
  readonly nodes: readonly Node[];
  /** Nodes before this one belong to the forward pass. */
  readonly forwardSize: number;
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
  readonly #unrolled = new Map<string, Unrolled>();
  readonly #gradients = new Map<string, Gradient>();
  readonly #bindings = memo((caseName: string | undefined) => caseBindings(this.case(caseName)), new Map());
  readonly #right: Derivation | undefined;

  /** `right` is the same exercise without the variation: what the variation leaves alone is taken from there. */
  constructor(exercise: Exercise, variation: Variation = {}, right?: Derivation) {
    this.exercise = exercise;
    this.variation = variation;
    this.#right = variation.model === undefined ? right : undefined;
    const { model } = exercise;
    this.#model = model === undefined ? undefined : (variation.model?.(model) ?? model);
  }

  /** The model. @throws ModelError if the exercise has none. */
  get model(): Model {
    if (this.#model === undefined) throw new ModelError("model.missing");
    return this.#model;
  }

  /** T in a case. */
  stepsIn(caseName: string | undefined): number {
    return this.exercise.caseSteps?.[caseName ?? ""] ?? this.model.steps;
  }

  /** The model unrolled for `steps` steps. All gradients share a graph of their own, so that values take no longer. */
  unrolled(steps = this.model.steps, purpose: "values" | "gradients" = "values"): Unrolled {
    if (this.#right !== undefined && purpose === "values") return this.#right.unrolled(steps);
    const key = `${purpose} ${steps}`;
    const unrolled = this.#unrolled.get(key) ?? new Unrolled(this.model, steps);
    unrolled.computed();
    this.#unrolled.set(key, unrolled);
    return unrolled;
  }

  gradient(
    of: string,
    wrt: readonly string[],
    steps = this.model.steps,
    through: "input" | "output" = "input",
    { truncate, direct }: Flow = {},
  ): Gradient {
    const { derivative, gradient: changed, of: other, wrt: others } = this.variation;
    if (this.#right !== undefined && !(derivative || changed || other || others))
      return this.#right.gradient(of, wrt, steps, through, { truncate, direct });
    const key = JSON.stringify([of, wrt, steps, through, truncate, direct]);
    const known = this.#gradients.get(key);
    if (known !== undefined) return known;
    const unrolled = this.unrolled(steps, "gradients");
    const gradient = differentiated(unrolled, of, wrt, this.variation, { through }, { truncate, direct });
    this.#gradients.set(key, gradient);
    return gradient;
  }

  /**
   * A derivative of the right model with the differentiation done differently, as a node of the right gradient's graph:
   * so many of them can be compared at once. `options` go before those of the variation.
   */
  derivativeUnder(variation: Variation, of: string, wrt: string, options?: DifferentiateOptions): Node {
    const unrolled = this.unrolled(undefined, "gradients");
    return differentiated(unrolled, of, [wrt], variation, options).nodes[0] as Node;
  }

  /** The node of a formula over the model. @throws ModelError */
  formula({ syntax, text }: ParsedFormula, steps?: number): { unrolled: Unrolled; node: Node } {
    const unrolled = this.unrolled(steps);
    return { unrolled, node: unrolled.formula(this.variation.asked?.(syntax) ?? syntax, text) };
  }

  /** The values of all nodes of `unrolled` in a case (unnamed: the only one, or no numbers at all). */
  values(unrolled: Unrolled, caseName: string | undefined, options: EvaluateOptions = {}): Float64Array {
    return evaluate(unrolled.graph, this.#bindings(caseName), options);
  }

  case(name: string | undefined): Case {
    const values = caseNamed(this.exercise, name);
    return this.variation.values?.(values) ?? values;
  }

  /** What must be stored for `steps` steps: forward nodes without parameters and inputs. */
  storedNodes(asked: StoredQuery, steps = asked.steps ?? this.model.steps): StoredNodes {
    const query = this.variation.stored?.(asked) ?? asked;
    const through = query.reuse ? "output" : "input";
    const wrt = query.wrt.flatMap((name) => this.unrolled(steps).entryNames(name));
    const { unrolled, nodes, forwardSize } = this.gradient(query.of, wrt, steps, through);
    const kept = storedValues(unrolled, forwardSize, nodes, query.recompute);
    const stored = { unrolled, nodes: kept, forwardSize };
    return { ...stored, nodes: this.variation.kept?.(stored) ?? stored.nodes };
  }

  /** How many values must be stored; with `beyond`, how many more than for that number of steps. */
  storedCount(query: StoredQuery): number {
    return this.variation.count?.(query, (changed) => this.#count(changed)) ?? this.#count(query);
  }

  #count(query: StoredQuery): number {
    const all = this.storedNodes(query).nodes.length;
    return query.beyond === undefined ? all : all - this.storedNodes(query, query.beyond).nodes.length;
  }
}

function differentiated(
  unrolled: Unrolled,
  of: string,
  wrt: readonly string[],
  variation: Variation,
  options: DifferentiateOptions = {},
  flow: Flow = {},
): Gradient {
  const { graph } = unrolled;
  const output = unrolled.node(variation.of?.(of) ?? of);
  const quantities = wrt.map((name) => memberNode(unrolled, variation.wrt?.(name) ?? name));
  const forwardSize = graph.size;
  const all: DifferentiateOptions = { ...variation.derivative?.(unrolled), ...options };
  const stops = blockedBy(graph, flow, quantities, unrolled.steps);
  const blocked = stops && ((node: Node, i: number) => stops(node, i) || all.blocked?.(node, i) === true);
  const nodes =
    (blocked ? undefined : variation.gradient?.(graph, output, quantities)) ??
    differentiate(graph, output, quantities, blocked ? { ...all, blocked } : all);
  return { unrolled, output, nodes, forwardSize };
}

/** The node of a quantity that the model really has: h5 of two steps would only be a further leaf. */
function memberNode(unrolled: Unrolled, name: string): Node {
  if (splitName(name).index !== undefined && !unrolled.names().has(name))
    throw new ModelError("model.unknown-name", { name, equation: name });
  return unrolled.node(name);
}
