/**
 * Time-indexed equations and their unrolling into one graph, on demand and in whatever order they depend on each
 * other: forwards (`h[t-1]`), backwards (`k[t+1]`) or both.
 */

import { componentsOf, componentwise, entryNames, type Quantity, quantityOf, type Shapes } from "./components.ts";
import { differentiate } from "./differentiate.ts";
import { Families, type Family, type Instance, label, type Reference, SCALAR } from "./families.ts";
import { Graph, type Node } from "./graph.ts";
import { entryOf } from "./maps.ts";
import { memo } from "./memo.ts";
import { bindFormula, type Equation, type Formula, type Kind, type Model, ModelError } from "./model.ts";
import { indexedName } from "./names.ts";
import type { Syntax } from "./syntax.ts";
import { shapeText } from "./vectors.ts";

/** A formula bound to the graph, and what must be there before it can be made for a time step. */
interface Rule {
  readonly text: string;
  readonly references: readonly Reference[];
  readonly formula: Formula;
}

/** In place of a node: waiting for what it depends on. */
const entered = -1;

/** A model unrolled for a number of time steps (default: its own); grows as quantities are asked for. */
export class Unrolled {
  readonly graph = new Graph();
  /** Of numbers: each entry of a vector has an equation of its own. */
  readonly model: Model;
  readonly #shapes: Shapes;
  /** T. */
  readonly steps: number;
  readonly #families: Families;
  readonly #rules = new Map<Equation, Rule>();
  readonly #shared = memo((_: Syntax) => new Map<string, Node>());

  /** @throws ModelError if the equations contradict each other. */
  constructor(model: Model, steps: number = model.steps) {
    ({ model: this.model, shapes: this.#shapes } = componentwise(model));
    this.steps = steps;
    this.#families = new Families(this.model, steps);
  }

  /**
   * The node of a quantity by its name (`z`, `h2`, `h[2]`), unrolled as far as it needs.
   * @throws ModelError on unknown names and cyclic equations.
   */
  node(name: string): Node {
    const found = this.#families.named(name);
    if (found.family.kind === "input" && Number.isNaN(found.t) && found.family.nodes.length > 0)
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

  /** The shape of a quantity of a model of vectors, and whether it has one such value at each step. */
  quantity(name: string): Quantity | undefined {
    return quantityOf(this.#shapes, name);
  }

  /** The names of the entries of a quantity; of a number, its own. */
  entryNames(name: string): readonly string[] {
    return entryNames(name, this.quantity(name));
  }

  /** The node of a formula over the model, e.g. `h[T] - y1`. @throws ModelError */
  formula(syntax: Syntax, text = ""): Node {
    const { shape, parts } = componentsOf(syntax, this.#shapes, text);
    if (parts.length > 1) throw new ModelError("model.not-a-number", { equation: text, shape: shapeText(shape) });
    const rule = this.#bind(parts[0] as Syntax, text, SCALAR);
    for (const instance of this.#read(rule, SCALAR)) this.#ensure(instance);
    return rule.formula(SCALAR);
  }

  /** All quantities that have an equation, for t = 1 … T and single other steps, in the order of the equations. */
  computed(): readonly { family: string; index?: number; node: Node }[] {
    return this.#families.all().flatMap((family) => {
      if (family.kind !== "computed") return [];
      const { name } = family;
      if (family.indexed !== true) return { family: name, node: this.#ensure({ family, t: SCALAR }) };
      return this.#families.timesOf(family).map((t) => ({ family: name, index: t, node: this.#ensure({ family, t }) }));
    });
  }

  /**
   * Names of all quantities that the unrolled model has: those with an equation, the inputs at t = 1 … T, and whatever
   * else an equation reads (`h0`, `h[-1]`, `x3` ahead of the last step).
   */
  names(): ReadonlySet<string> {
    this.computed();
    const names = new Set<string>();
    for (const { name, kind, indexed, nodes } of this.#families.all()) {
      const isMember = kind === "input" && nodes.length > 0 && nodes[SCALAR] === undefined;
      if (indexed !== true && !isMember) names.add(name);
      const times = new Set(
        Object.keys(nodes)
          .map(Number)
          .filter((t) => !Number.isNaN(t)),
      );
      if (kind === "input") for (let t = 1; t <= this.steps; t++) times.add(t);
      for (const t of [...times].sort((a, b) => a - b)) names.add(indexedName(name, t));
    }
    return names;
  }

  /** The rule of an instance, bound to the graph when first needed; undefined for leaves. */
  #ruleAt(instance: Instance): Rule | undefined {
    const equation = this.#families.equationAt(instance);
    if (equation === undefined) return undefined;
    const rule = this.#rules.get(equation) ?? this.#bind(equation.formula, equation.text, instance.t);
    this.#rules.set(equation, rule);
    return rule;
  }

  /** @param at NaN where one value is computed: there is no t outside of sum and prod then */
  #bind(syntax: Syntax, text: string, at: number): Rule {
    const { graph, steps } = this;
    const references: Reference[] = [];
    const formula = bindFormula(graph, syntax, {
      steps,
      gradient: (of, wrt) => differentiate(graph, of, [wrt])[0] as Node,
      shared: (part, make) => {
        const [known, made] = [this.#shared(part), make()];
        return (t) => entryOf(known, String(t), () => made(t));
      },
      name: (name, index, inReduction) => {
        if (name === "T" && this.#families.get("T") === undefined) {
          const node = graph.constant(steps);
          return () => node;
        }
        const reference = this.#families.reference(name, index, inReduction, text);
        const { family, step, fixed, overTime } = reference;
        if (step !== 0 && !overTime && Number.isNaN(at))
          throw new ModelError("model.time-outside-sum", { name: family.name, equation: text });
        references.push(reference);
        return (t) => family.nodes[step === 0 ? fixed : step * t + fixed] as Node;
      },
    });
    return { text, references, formula };
  }

  /** What a rule reads at time t. */
  #read({ references }: Rule, t: number): readonly Instance[] {
    const read: Instance[] = [];
    for (const { family, step, fixed, overTime } of references) {
      if (step === 0) read.push({ family, t: fixed });
      else if (!overTime) read.push({ family, t: step * t + fixed });
      else for (let s = 1; s <= this.steps; s++) read.push({ family, t: step * s + fixed });
    }
    return read;
  }

  /** Depth first with a stack of its own: a recurrence over 100 000 steps would overflow the machine's. */
  #ensure(wanted: Instance): Node {
    const stack = [wanted];
    for (let instance = stack.at(-1); instance !== undefined; instance = stack.at(-1)) {
      const { family, t } = instance;
      const state = family.nodes[t];
      const rule = state === undefined || state === entered ? this.#ruleAt(instance) : undefined;
      if (rule !== undefined && state === undefined) {
        family.nodes[t] = entered;
        const missing = this.#missing(rule, instance);
        for (const other of missing) stack.push(other);
        if (missing.length > 0) continue;
      }
      stack.pop();
      const index = Number.isNaN(t) ? undefined : t;
      if (rule !== undefined) family.nodes[t] = this.graph.define(rule.formula(t), family.name, index);
      else family.nodes[t] ??= this.#startValue(instance) ?? this.graph.variable(family.name, index);
    }
    return wanted.family.nodes[wanted.t] as Node;
  }

  /** A start value may be declared by its own name: a parameter h0 is h[0]. */
  #startValue({ family, t }: Instance): Node | undefined {
    if (Number.isNaN(t) || family.kind !== "computed") return undefined;
    const declared = this.#families.get(indexedName(family.name, t));
    if (declared === undefined || declared.kind === "computed") return undefined;
    declared.nodes[SCALAR] ??= this.graph.variable(declared.name);
    return declared.nodes[SCALAR];
  }

  /** What a rule reads and is not there yet. What is needed first comes last, so that the graph grows in the order of time. */
  #missing(rule: Rule, user: Instance): readonly Instance[] {
    const missing = this.#read(rule, user.t).filter(({ family, t }) => {
      if (family.nodes[t] !== entered) return family.nodes[t] === undefined;
      const [name, needs] = [label(user), label({ family, t })];
      throw new ModelError("model.cycle", { equation: rule.text, name, needs });
    });
    return missing.reverse();
  }
}
