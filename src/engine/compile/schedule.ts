/**
 * In which loops over time the equations of a model can be computed: `h[t]: tanh(W*h[t-1] + U*x[t])` ascending,
 * `k[t]: tanh(k[t+1])` descending, then `L: sum(y[t]^2)`, whose sum becomes a quantity of its own.
 */

import { Families, type Family, SCALAR } from "../families.ts";
import { Graph, type Node } from "../graph.ts";
import { bindFormula, type Model } from "../model.ts";
import { splitName } from "../names.ts";
import { calls } from "../operations/table.ts";
import type { Syntax, TimeIndex } from "../syntax.ts";

/** A quantity's place in memory: an array over time from `from` to `to`, both 0 for a scalar. */
export interface Quantity {
  /** Undefined for a sum or product over time, which has no name. */
  readonly family?: Family;
  isSequence: boolean;
  from: number;
  to: number;
  /** Ranges of times that are read without having an equation; of a scalar [NaN, NaN]. */
  readonly leaves: (readonly [from: number, to: number])[];
}

/** What a formula reads: a quantity at time step·t + fixed. A scalar is at time 0. */
export interface Read {
  readonly quantity: number;
  readonly step: number;
  readonly fixed: number;
  /** The leaf that stands for it in the statement's graph. */
  readonly leaf: Node;
}

/** One equation as a graph of its own, over what it reads. */
export interface Statement {
  readonly quantity: number;
  /** The one time at which it is computed, NaN for a scalar; undefined: at every t of its loop. */
  readonly at?: number;
  /** The operation that folds it over t = 1 … T. */
  readonly folds?: "add" | "multiply";
  readonly graph: Graph;
  readonly root: Node;
  readonly reads: readonly Read[];
}

/** Statements that are computed together, for t = 1 … T ascending (1) or descending (-1), or once (0). */
export interface Loop {
  readonly direction: -1 | 0 | 1;
  readonly statements: readonly Statement[];
}

export interface Schedule {
  /** T. */
  readonly steps: number;
  readonly families: Families;
  readonly quantities: readonly Quantity[];
  readonly loops: readonly Loop[];
}

/** Thrown for what loops can't compute. */
const unsuited = new Error("not in loops");

/** Undefined where the equations can't be computed in such loops. @throws ModelError if they contradict each other. */
export function schedule(model: Model, steps: number): Schedule | undefined {
  const families = new Families(model, steps);
  try {
    const { quantities, statements } = statementsOf(families, steps);
    return { steps, families, quantities, loops: ordered(statements) };
  } catch (error) {
    if (error === unsuited) return undefined;
    throw error;
  }
}

/** How far beyond 1 … T a model may read. */
const margin = 1000;

function statementsOf(families: Families, steps: number): { quantities: Quantity[]; statements: Statement[] } {
  const quantities: Quantity[] = families.all().map((family) => {
    const isOverTime = family.equation !== undefined && family.indexed === true;
    return { family, isSequence: isOverTime, from: isOverTime ? 1 : 0, to: isOverTime ? steps : 0, leaves: [] };
  });
  const placeOf = new Map(quantities.map(({ family }, at) => [family?.name, at]));
  const statements: Statement[] = [];
  for (const family of families.all()) {
    // A start value that is a parameter of its own has two names.
    if (families.get(splitName(family.name).base)?.indexed && splitName(family.name).index !== undefined)
      throw unsuited;
    const quantity = placeOf.get(family.name) as number;
    for (const [t, { formula }] of family.single) {
      if (t >= 1 && t <= steps) throw unsuited;
      extend(quantities[quantity] as Quantity, t, t);
      statement(formula, { quantity, at: t });
    }
    const { equation, indexed } = family;
    if (equation !== undefined) statement(equation.formula, indexed ? { quantity } : { quantity, at: SCALAR });
  }
  return { quantities, statements };

  function statement(written: Syntax, place: Pick<Statement, "quantity" | "at" | "folds">): void {
    const graph = new Graph();
    const reads = new Map<string, Read>();
    const isOverTime = place.at === undefined || place.folds !== undefined;
    const name = (word: string, index: TimeIndex | undefined) => {
      const found = read(word, index, place.folds !== undefined);
      if (found.step !== 0 && !isOverTime) throw unsuited;
      const key = JSON.stringify(found);
      const leaf = reads.get(key)?.leaf ?? graph.variable(word);
      reads.set(key, { ...found, leaf });
      return () => leaf;
    };
    const gradient = () => {
      throw unsuited;
    };
    const root = bindFormula(graph, lifted(written), { steps, name, gradient })(SCALAR);
    statements.push({ ...place, graph, root, reads: [...reads.values()] });
  }

  /** A formula with a name in place of each sum or product over time and of T. */
  function lifted(syntax: Syntax): Syntax {
    if (syntax.kind === "name" && syntax.name === "T" && families.get("T") === undefined)
      return { kind: "constant", value: steps, text: String(steps) };
    if (syntax.kind !== "call") return syntax;
    const folds = calls.get(syntax.operation)?.folds;
    if (folds === undefined) return { ...syntax, args: syntax.args.map(lifted) };
    if (folds !== "add" && folds !== "multiply") throw unsuited;
    const quantity = quantities.push({ isSequence: false, from: 0, to: 0, leaves: [] }) - 1;
    placeOf.set(`#${quantity}`, quantity);
    statement(syntax.args[0] as Syntax, { quantity, at: SCALAR, folds });
    return { kind: "name", name: `#${quantity}` };
  }

  function read(word: string, index: TimeIndex | undefined, isFolded: boolean): Omit<Read, "leaf"> {
    const fold = placeOf.get(word);
    if (word.startsWith("#") && fold !== undefined) return { quantity: fold, step: 0, fixed: 0 };
    const { family, step, fixed } = families.reference(word, index, isFolded, word);
    const place = placeOf.get(family.name) as number;
    const quantity = quantities[place] as Quantity;
    if (Number.isNaN(fixed)) {
      if (family.equation === undefined) quantity.leaves.push([SCALAR, SCALAR]);
      return { quantity: place, step: 0, fixed: 0 };
    }
    if (Math.abs(step) > 1 || (family.kind === "computed" && family.equation === undefined)) throw unsuited;
    const [from, to] = [step + fixed, step * steps + fixed].sort((a, b) => a - b) as [number, number];
    if (from < -margin || to > steps + margin) throw unsuited;
    extend(quantity, from, to);
    if (family.kind !== "computed") quantity.leaves.push([from, to]);
    else quantity.leaves.push([from, Math.min(to, 0)], [Math.max(from, steps + 1), to]);
    return { quantity: place, step, fixed };
  }
}

function extend(quantity: Quantity, from: number, to: number): void {
  quantity.from = quantity.isSequence ? Math.min(quantity.from, from) : from;
  quantity.to = quantity.isSequence ? Math.max(quantity.to, to) : to;
  quantity.isSequence = true;
}

/** Loops in an order in which everything is computed before it is read. */
function ordered(statements: readonly Statement[]): readonly Loop[] {
  const isStart = ({ at }: Statement) => at !== undefined && !Number.isNaN(at);
  const [starts, others] = [statements.filter(isStart), statements.filter((one) => !isStart(one))];
  const makers = new Map(others.map((one) => [one.quantity, one]));
  const needs = (one: Statement) => one.reads.flatMap(({ quantity }) => makers.get(quantity) ?? []);
  if (starts.some((one) => needs(one).length > 0)) throw unsuited;
  const allNeeds = new Map(others.map((one) => [one, closure(needs(one), needs)]));
  const loops: Loop[] = starts.length === 0 ? [] : [{ direction: 0, statements: starts }];
  const placed = new Set<Statement>();
  const place = (one: Statement): void => {
    if (placed.has(one)) return;
    const isMutual = (other: Statement) => allNeeds.get(one)?.has(other) && allNeeds.get(other)?.has(one);
    const together = others.filter((other) => other === one || isMutual(other));
    for (const each of together) placed.add(each);
    for (const each of together) for (const needed of needs(each)) place(needed);
    loops.push(loop(together, allNeeds.get(one)?.has(one) === true));
  };
  for (const one of others) place(one);
  return loops;
}

function closure<T>(from: Iterable<T>, next: (one: T) => readonly T[]): Set<T> {
  const found = new Set(from);
  for (const one of found) for (const other of next(one)) found.add(other);
  return found;
}

/** Statements that read each other at other times, or one that reads only what is there already. */
function loop(statements: readonly Statement[], isRecurrent: boolean): Loop {
  if (!isRecurrent)
    return {
      direction: statements.some(({ at, folds }) => at === undefined || folds !== undefined) ? 1 : 0,
      statements,
    };
  const inside = new Map(statements.map((one) => [one.quantity, one]));
  const reads = statements.flatMap((one) => one.reads).filter(({ quantity }) => inside.has(quantity));
  const isAscending = reads.every(({ fixed }) => fixed <= 0);
  const isDescending = reads.every(({ fixed }) => fixed >= 0);
  const isOneWay = isAscending !== isDescending && reads.every(({ step }) => step === 1);
  if (!isOneWay || statements.some(({ at }) => at !== undefined)) throw unsuited;
  const now = (one: Statement) =>
    one.reads.flatMap(({ quantity, fixed }) => (fixed === 0 ? (inside.get(quantity) ?? []) : []));
  // What is read at the same t comes first.
  const depth = new Map(statements.map((one) => [one, closure(now(one), now)]));
  if (statements.some((one) => depth.get(one)?.has(one))) throw unsuited;
  const size = (one: Statement) => depth.get(one)?.size ?? 0;
  return { direction: isAscending ? 1 : -1, statements: [...statements].sort((a, b) => size(a) - size(b)) };
}
