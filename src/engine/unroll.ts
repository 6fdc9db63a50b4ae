/**
 * Time-indexed equations and their unrolling into one graph, on demand and in whatever order they depend on each
 * other: forwards (`h[t-1]`), backwards (`k[t+1]`) or both.
 */

import {
  eachInstance,
  entered,
  Families,
  type Family,
  type Instance,
  label,
  type Reference,
  type Rule,
  refuseTime,
  SCALAR,
} from "./families.ts";
import { Graph, type Node } from "./graph.ts";
import { bindFormula, type Equation, type Formula, type Kind, type Model, ModelError } from "./model.ts";
import { indexedName } from "./names.ts";
import type { Syntax } from "./syntax.ts";

/** A model unrolled for a number of time steps (default: its own); grows as quantities are asked for. */
export class Unrolled {
  readonly graph = new Graph();
  readonly model: Model;
  /** T. */
  readonly steps: number;
  readonly #families: Families;
  readonly #rules = new Map<Equation, Rule>();

  /** @throws ModelError if the equations contradict each other. */
  constructor(model: Model, steps: number = model.steps) {
    this.model = model;
    this.steps = steps;
    this.#families = new Families(model, steps);
  }

  /**
   * The node of a quantity by its name (`z`, `h2`, `h[2]`), unrolled as far as it needs.
   * @throws ModelError on unknown names and cyclic equations.
   */
  node(name: string): Node {
    const found = this.#families.named(name);
    const { family, t } = found;
    if (family.kind === "input" && Number.isNaN(t) && family.nodes.isSequence)
      throw new ModelError("model.member-needed", { name });
    return this.#ensure(found);
  }

  /** Whether the model has a quantity of this name (canonical). */
  has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  find(name: string): Instance | undefined {
    return this.#families.find(name);
  }

  /** What a named node is to the model; undefined for anonymous nodes. */
  kind(node: Node): Kind | undefined {
    const name = this.graph.symbol(node);
    const family = name === undefined ? undefined : this.#families.get(name.family);
    return family === undefined ? undefined : this.#families.kindOf({ family, t: name?.index ?? SCALAR });
  }

  /** What a quantity is to the model, by its name. @throws ModelError */
  kindOfName(name: string): Kind {
    return this.#families.kindOf(this.#families.named(name));
  }

  /** Names of all families: `h`, `W`, `x`. */
  families(): readonly { name: string; kind: Family["kind"]; indexed: boolean }[] {
    return this.#families
      .all()
      .map(({ name, kind, indexed }) => ({ name, kind, indexed: indexed ?? kind === "input" }));
  }

  /** The node of a formula over the model, e.g. `h[T] - y1`. @throws ModelError */
  formula(syntax: Syntax, text = ""): Node {
    const references: Reference[] = [];
    const formula = this.#bind(syntax, text, references);
    refuseTime(references, text);
    eachInstance(references, SCALAR, this.steps, (family, t) => this.#ensure({ family, t }));
    return formula(SCALAR);
  }

  /** All quantities that have an equation, for t = 1 … T and single other steps, in the order of the equations. */
  computed(): readonly { family: string; index?: number; node: Node }[] {
    const result: { family: string; index?: number; node: Node }[] = [];
    for (const family of this.#families.all()) {
      if (family.kind !== "computed") continue;
      if (family.indexed !== true) result.push({ family: family.name, node: this.#ensure({ family, t: SCALAR }) });
      else
        for (const t of this.#families.timesOf(family))
          result.push({ family: family.name, index: t, node: this.#ensure({ family, t }) });
    }
    return result;
  }

  /**
   * Names of all quantities that the unrolled model has: those with an equation, the inputs at t = 1 … T, and whatever
   * else an equation reads (`h0`, `h[-1]`, `x3` ahead of the last step).
   */
  names(): ReadonlySet<string> {
    this.computed();
    const names = new Set<string>();
    for (const { name, kind, indexed, nodes } of this.#families.all()) {
      const isMember = kind === "input" && nodes.isSequence && nodes.get(SCALAR) === undefined;
      if (indexed !== true && !isMember) names.add(name);
      const times = new Set(nodes.times());
      if (kind === "input") for (let t = 1; t <= this.steps; t++) times.add(t);
      for (const t of [...times].sort((a, b) => a - b)) names.add(indexedName(name, t));
    }
    return names;
  }

  /** The rule of an instance, bound to the graph when first needed; undefined for leaves. */
  #ruleAt(instance: Instance): Rule | undefined {
    const equation = this.#families.equationAt(instance);
    if (equation === undefined) return undefined;
    const known = this.#rules.get(equation);
    if (known !== undefined) return known;
    const references: Reference[] = [];
    const rule = { equation, references, formula: this.#bind(equation.formula, equation.text, references) };
    if (Number.isNaN(instance.t)) refuseTime(references, equation.text);
    this.#rules.set(equation, rule);
    return rule;
  }

  #bind(syntax: Syntax, text: string, references: Reference[]): Formula {
    const { graph } = this;
    return bindFormula(graph, syntax, {
      range: [1, this.steps],
      name: (name, index, inReduction) => {
        if (name === "T" && this.#families.get("T") === undefined) {
          const node = graph.constant(this.steps);
          return () => node;
        }
        const reference = this.#families.reference(name, index, inReduction, text);
        references.push(reference);
        const { nodes } = reference.family;
        const at = reference.index;
        if (at === undefined) return () => nodes.get(SCALAR) as Node;
        const { step, last, offset } = at;
        const fixed = last * this.steps + offset;
        return (t) => nodes.get(step === 0 ? fixed : step * t + fixed) as Node;
      },
    });
  }

  /** Depth first with a stack of its own: a recurrence over 100 000 steps would overflow the machine's. */
  #ensure(wanted: Instance): Node {
    const stack: Instance[] = [wanted];
    for (let instance = stack.at(-1); instance !== undefined; instance = stack.at(-1)) {
      const { family, t } = instance;
      const state = family.nodes.get(t);
      const rule = state === undefined || state === entered ? this.#ruleAt(instance) : undefined;
      if (rule !== undefined && state === undefined) {
        family.nodes.set(t, entered);
        if (this.#pushMissing(rule, instance, stack)) continue;
      }
      stack.pop();
      const index = Number.isNaN(t) ? undefined : t;
      if (rule !== undefined) family.nodes.set(t, this.graph.define(rule.formula(t), family.name, index));
      else if (state === undefined)
        family.nodes.set(t, this.#startValue(instance) ?? this.graph.variable(family.name, index));
    }
    return wanted.family.nodes.get(wanted.t) as Node;
  }

  /** A start value may be declared by its own name: a parameter h0 is h[0]. */
  #startValue({ family, t }: Instance): Node | undefined {
    if (Number.isNaN(t) || family.kind !== "computed") return undefined;
    const declared = this.#families.get(indexedName(family.name, t));
    if (declared === undefined || declared.kind === "computed") return undefined;
    const node = declared.nodes.get(SCALAR) ?? this.graph.variable(declared.name);
    declared.nodes.set(SCALAR, node);
    return node;
  }

  /** @returns whether anything was missing */
  #pushMissing(rule: Rule, user: Instance, stack: Instance[]): boolean {
    const missing: Instance[] = [];
    eachInstance(rule.references, user.t, this.steps, (family, t) => {
      const state = family.nodes.get(t);
      if (state === entered) {
        const needs = label({ family, t });
        throw new ModelError("model.cycle", { equation: rule.equation.text, name: label(user), needs });
      }
      if (state === undefined) missing.push({ family, t });
    });
    // First needed on top, so that the graph grows in the order of time.
    for (const instance of missing.reverse()) stack.push(instance);
    return missing.length > 0;
  }
}
