/**
 * Time-indexed equations and their unrolling into one graph, on demand and in whatever order they depend on each
 * other: forwards (`h[t-1]`), backwards (`k[t+1]`) or both. Knows a model, no numbers of a case.
 */

import { aligned } from "./aligned.ts";
import { bindFormula, type Formula } from "./bind.ts";
import { type Family, type Instance, label, type Reference, type Rule, refuseTime, SCALAR } from "./family.ts";
import { Graph, type Node } from "./graph.ts";
import { type Equation, type Kind, type Model, ModelError } from "./model.ts";
import { indexedName, splitName } from "./names.ts";
import { entered, Slots } from "./slots.ts";
import type { Syntax, TimeIndex } from "./syntax.ts";

/** Nodes that a time step of a simple network and its gradient take: room is made for them at once. */
const usualNodes = 20;
const mostRoom = 4_000_000;

/** A model unrolled for a number of time steps; grows as quantities are asked for. */
export class Unrolled {
  readonly graph: Graph;
  readonly model: Model;
  /** T. */
  readonly steps: number;
  readonly #families = new Map<string, Family>();

  /** @throws ModelError if the equations contradict each other. */
  constructor(model: Model, steps: number = model.steps) {
    this.model = model;
    this.steps = steps;
    this.graph = new Graph(64 + Math.min(usualNodes * steps, mostRoom));
    for (const name of model.parameters) this.#declare(name, "parameter", undefined);
    for (const name of model.inputs) this.#declare(name, "input", undefined);
    for (const equation of model.equations) this.#addEquation(equation);
  }

  /**
   * The node of a quantity by its name (`z`, `h2`, `h[2]`), unrolled as far as it needs.
   * @throws ModelError on unknown names and cyclic equations.
   */
  node(name: string): Node {
    const found = this.find(name);
    if (found === undefined) throw this.#unknown(name, name);
    const { family, t } = found;
    if (family.kind === "input" && Number.isNaN(t) && family.nodes.isSequence)
      throw new ModelError("model.member-needed", { name });
    return this.#ensure(found);
  }

  /** Whether the model has a quantity of this name (canonical). */
  has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  /** The node of a formula over the model, e.g. `h[T] - y1`. @throws ModelError */
  formula(syntax: Syntax, text = ""): Node {
    const references: Reference[] = [];
    const formula = this.#bind(syntax, text, references);
    refuseTime(references, text);
    this.#eachInstance(references, SCALAR, (family, t) => this.#ensure({ family, t }));
    return formula(SCALAR);
  }

  /** All quantities that have an equation, for t = 1 … T and single other steps, in the order of the equations. */
  computed(): readonly { family: string; index?: number; node: Node }[] {
    const result: { family: string; index?: number; node: Node }[] = [];
    for (const family of this.#families.values()) {
      if (family.kind !== "computed") continue;
      if (family.indexed !== true) result.push({ family: family.name, node: this.#ensure({ family, t: SCALAR }) });
      else
        for (const t of this.#timesOf(family))
          result.push({ family: family.name, index: t, node: this.#ensure({ family, t }) });
    }
    return result;
  }

  /** The steps for which a sequence has an equation, in order. */
  #timesOf({ equation, single }: Family): readonly number[] {
    const times = Array.from({ length: equation === undefined ? 0 : this.steps }, (_, i) => i + 1);
    const others = [...single.keys()].filter((t) => equation === undefined || t < 1 || t > this.steps);
    return others.length === 0 ? times : [...times, ...others].sort((a, b) => a - b);
  }

  /** What a named node is to the model; undefined for anonymous nodes. */
  kind(node: Node): Kind | undefined {
    const name = this.graph.symbol(node);
    const family = name === undefined ? undefined : this.#families.get(name.family);
    return family === undefined ? undefined : this.#kind({ family, t: name?.index ?? SCALAR });
  }

  /** What a quantity is to the model, by its name. @throws ModelError */
  kindOfName(name: string): Kind {
    const found = this.find(name);
    if (found === undefined) throw this.#unknown(name, name);
    return this.#kind(found);
  }

  /** Outputs are scalars with an equation. */
  #kind(instance: Instance): Kind {
    const { family } = instance;
    if (family.kind !== "computed") return family.kind;
    if (family.indexed !== true) return "output";
    return this.#equationAt(instance) === undefined ? "initial" : "intermediate";
  }

  /** Names of all families: `h`, `W`, `x`. */
  families(): readonly { name: string; kind: "parameter" | "input" | "computed"; indexed: boolean }[] {
    return [...this.#families.values()].map((f) => ({
      name: f.name,
      kind: f.kind,
      indexed: f.indexed ?? f.kind === "input",
    }));
  }

  /**
   * Names of all quantities that the unrolled model has: those with an equation, the inputs at t = 1 … T, and whatever
   * else an equation reads (`h0`, `h[-1]`, `x3` ahead of the last step).
   */
  names(): ReadonlySet<string> {
    this.computed();
    const names = new Set<string>();
    for (const { name, kind, indexed, nodes } of this.#families.values()) {
      const isMember = kind === "input" && nodes.isSequence && nodes.get(SCALAR) === undefined;
      if (indexed !== true && !isMember) names.add(name);
      const times = new Set(nodes.times());
      if (kind === "input") for (let t = 1; t <= this.steps; t++) times.add(t);
      for (const t of [...times].sort((a, b) => a - b)) names.add(indexedName(name, t));
    }
    return names;
  }

  find(name: string): Instance | undefined {
    const whole = this.#families.get(name);
    // Beside a sequence h, the name of a sequence h2 alone is the member h[2].
    if (whole !== undefined && whole.indexed !== true) return { family: whole, t: SCALAR };
    const parts = splitName(name);
    const family = this.#families.get(parts.base);
    if (family === undefined || parts.index === undefined || family.indexed === false) return undefined;
    return { family, t: parts.index };
  }

  #declare(name: string, kind: Family["kind"], indexed: boolean | undefined): Family {
    const family: Family = {
      name,
      kind,
      indexed,
      single: new Map(),
      singleRules: new Map(),
      nodes: new Slots(),
    };
    this.#families.set(name, family);
    return family;
  }

  #addEquation(equation: Equation): void {
    const known = this.#families.get(equation.family);
    const indexed = equation.index !== undefined;
    const family = known ?? this.#declare(equation.family, "computed", indexed);
    const twice = () => new ModelError("model.equation-twice", { equation: equation.text, name: equation.family });
    if (family.kind !== "computed" || family.indexed !== indexed) throw twice();
    if (equation.index === undefined || equation.index.step !== 0) {
      if (family.equation !== undefined) throw twice();
      family.equation = aligned(equation);
    } else {
      const t = equation.index.last * this.steps + equation.index.offset;
      if (family.single.has(t)) throw twice();
      family.single.set(t, equation);
    }
  }

  #equationAt({ family, t }: Instance): Equation | undefined {
    const single = family.single.size === 0 ? undefined : family.single.get(t);
    if (single !== undefined) return single;
    const inRange = Number.isNaN(t) || (t >= 1 && t <= this.steps);
    return inRange ? family.equation : undefined;
  }

  /** The rule of an instance, bound to the graph when first needed; undefined for leaves. */
  #ruleAt(instance: Instance): Rule | undefined {
    const equation = this.#equationAt(instance);
    if (equation === undefined) return undefined;
    const { family, t } = instance;
    const known = equation === family.equation ? family.rule : family.singleRules.get(t);
    if (known !== undefined) return known;
    const references: Reference[] = [];
    const rule = { equation, references, formula: this.#bind(equation.formula, equation.text, references) };
    if (Number.isNaN(t)) refuseTime(references, equation.text);
    if (equation === family.equation) family.rule = rule;
    else family.singleRules.set(t, rule);
    return rule;
  }

  #bind(syntax: Syntax, text: string, references: Reference[]): Formula {
    const { graph } = this;
    return bindFormula(graph, syntax, {
      range: [1, this.steps],
      name: (name, index, inReduction) => {
        if (name === "T" && !this.#families.has("T")) {
          const node = graph.constant(this.steps);
          return () => node;
        }
        const reference = this.#reference(name, index, inReduction, text);
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

  #reference(name: string, index: TimeIndex | undefined, inReduction: boolean, text: string): Reference {
    const whole = this.#families.get(name);
    if (whole !== undefined) {
      if (index !== undefined && whole.indexed === false)
        throw new ModelError("model.no-index", { name, equation: text });
      // A sequence without an index under sum or prod means its member at t.
      const implied = inReduction && index === undefined && (whole.indexed === true || whole.kind === "input");
      if (index === undefined && whole.indexed === true && !implied)
        throw new ModelError("model.index-needed", { name, equation: text });
      return { family: whole, index: implied ? { step: 1, last: 0, offset: 0 } : index, overTime: inReduction };
    }
    const member = index === undefined ? this.find(name) : undefined;
    if (member === undefined) throw this.#unknown(name, text);
    return { family: member.family, index: { step: 0, last: 0, offset: member.t }, overTime: false };
  }

  #eachInstance(references: readonly Reference[], t: number, visit: (family: Family, t: number) => void): void {
    for (const { family, index, overTime } of references) {
      if (index === undefined) {
        visit(family, SCALAR);
        continue;
      }
      const fixed = index.last * this.steps + index.offset;
      if (index.step === 0) visit(family, fixed);
      else if (!overTime) visit(family, index.step * t + fixed);
      else for (let s = 1; s <= this.steps; s++) visit(family, index.step * s + fixed);
    }
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
    const height = stack.length;
    this.#eachInstance(rule.references, user.t, (family, t) => {
      const state = family.nodes.get(t);
      if (state === entered) {
        const needs = label({ family, t });
        throw new ModelError("model.cycle", { equation: rule.equation.text, name: label(user), needs });
      }
      if (state === undefined) stack.push({ family, t });
    });
    // First needed on top, so that the graph grows in the order of time.
    for (let i = height, j = stack.length - 1; i < j; i++, j--) {
      const swap = stack[i] as Instance;
      stack[i] = stack[j] as Instance;
      stack[j] = swap;
    }
    return stack.length > height;
  }

  #unknown(name: string, text: string): ModelError {
    if (this.#families.get(name)?.indexed === true) return new ModelError("model.member-needed", { name });
    return new ModelError("model.unknown-name", { name, equation: text });
  }
}

/** Unrolls a model for `steps` time steps (default: the model's own). @throws ModelError */
export function unroll(model: Model, steps: number = model.steps): Unrolled {
  return new Unrolled(model, steps);
}
