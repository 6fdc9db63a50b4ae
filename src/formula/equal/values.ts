/** The values of the nodes of a graph at a point, worked out when they are asked for. */

import { ADD, CONSTANT, DEFINITION, type Graph, type Node, POWER, SUBTRACT, VARIABLE } from "../../engine/graph.ts";
import { operationAt } from "../../engine/operations/table.ts";
import type { AnyNumbers, Value } from "./numbers.ts";

export class Values {
  readonly #graph: Graph;
  readonly #numbers: AnyNumbers;
  readonly #leaf: (node: Node) => Value;
  readonly #known: (Value | undefined)[] = [];

  constructor(graph: Graph, numbers: AnyNumbers, leaf: (node: Node) => Value) {
    this.#graph = graph;
    this.#numbers = numbers;
    this.#leaf = leaf;
  }

  at(root: Node): Value {
    if (this.#known[root] === undefined)
      for (const node of this.#missing(root)) this.#known[node] = this.#evaluate(node);
    return this.#known[root] as Value;
  }

  /** What `root` needs and has no value yet, arguments first: they are older than what uses them. */
  #missing(root: Node): readonly Node[] {
    const { first, args } = this.#graph.tape();
    const isNeeded = new Uint8Array(root + 1);
    isNeeded[root] = 1;
    const needed: Node[] = [];
    for (let node = root, open = 1; open > 0; node--) {
      if (isNeeded[node] === 0) continue;
      open--;
      needed.push(node);
      const end = first[node + 1] as number;
      for (let i = first[node] as number; i < end; i++) {
        const arg = args[i] as Node;
        if (this.#known[arg] !== undefined || isNeeded[arg] === 1) continue;
        isNeeded[arg] = 1;
        open++;
      }
    }
    return needed.reverse();
  }

  #evaluate(node: Node): Value {
    const [graph, numbers] = [this.#graph, this.#numbers];
    const code = graph.code(node);
    if (code === VARIABLE) return this.#leaf(node);
    if (code === CONSTANT) return literal(numbers, graph.value(node) === Math.PI ? "pi" : String(graph.value(node)));
    const args = graph.args(node).map((arg) => this.#known[arg] as Value);
    if (code === DEFINITION) return args[0] as Value;
    let [result] = args as [Value];
    if (args.length === 1) return applied(numbers, code, result);
    for (const arg of args.slice(1)) result = applied(numbers, code, result, arg);
    return result;
  }
}

/** A number that is meant exactly. */
export function exactly(numbers: AnyNumbers, value: number): Value {
  return { value: numbers.number(value), isAbsorbed: false };
}

export function literal(numbers: AnyNumbers, text: string): Value {
  return { value: numbers.literal(text), isAbsorbed: false };
}

/** One operation on one or two values. */
export function applied(numbers: AnyNumbers, code: number, x: Value, y?: Value): Value {
  const sizes = (y === undefined ? [x] : [x, y]).map(({ value }) => numbers.magnitude(value));
  const none = { value: numbers.number(Number.NaN), isAbsorbed: false };
  const unknown = { value: numbers.number(Number.POSITIVE_INFINITY), isAbsorbed: false };
  if (sizes.some(Number.isNaN)) return none;
  if (sizes.includes(Number.POSITIVE_INFINITY)) return unknown;
  const value = numbers.apply(code, x.value, y === undefined ? numbers.number(0) : y.value);
  const size = numbers.magnitude(value);
  const isNothing = size === Number.NEGATIVE_INFINITY;
  if (!sizes.includes(Number.NEGATIVE_INFINITY)) {
    // What is infinite is too large, and what is tiny has lost its digits, unless it is zero by right.
    if (size === Number.POSITIVE_INFINITY || (isNothing ? !mayVanish(code) : size < numbers.least)) return unknown;
  } else if (size === Number.POSITIVE_INFINITY) return none; // 1/0, log(0), 0^-1
  const isAbsorbed = x.isAbsorbed || y?.isAbsorbed === true || absorbs(numbers.digits, code, sizes, size);
  return { value, isAbsorbed };
}

function mayVanish(code: number): boolean {
  const { vanishes, hasBranches } = operationAt(code);
  return vanishes === true || hasBranches === true;
}

/** Whether the value says little about some argument or about the operation itself; sizes are log10. */
function absorbs(digits: number, code: number, sizes: readonly number[], size: number): boolean {
  const isSmall = (one: number, share: number) => one < -digits / share && one !== Number.NEGATIVE_INFINITY;
  if (code === ADD || code === SUBTRACT) return sizes.some((one) => isSmall(one - size, 4));
  if (code === POWER) return isSmall(sizes[1] as number, 4);
  const { resembles } = operationAt(code);
  // x³ beside x, and e^−2x beside 1, must leave enough digits.
  const isLarge = resembles === "where small or large" && 10 ** (sizes[0] as number) > (digits * Math.LN10) / 8;
  return isLarge || (resembles !== undefined && isSmall(sizes[0] as number, 8));
}
