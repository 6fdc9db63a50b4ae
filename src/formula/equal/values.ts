/** The values of the nodes of a graph at a point, worked out when they are asked for. */

import { ADD, CONSTANT, DEFINITION, type Graph, type Node, POWER, SUBTRACT, VARIABLE } from "../../engine/graph.ts";
import { operationAt } from "../../engine/operations/table.ts";
import { leastSize, type Numbers, type Value } from "./numbers.ts";

export class Values {
  readonly #graph: Graph;
  readonly #numbers: Numbers;
  readonly #leaf: (node: Node) => Value;
  readonly #known: (Value | undefined)[] = [];

  constructor(graph: Graph, numbers: Numbers, leaf: (node: Node) => Value) {
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
    if (code === CONSTANT) return valued(numbers.literal(graph.value(node)));
    const at = (i: number) => this.#known[graph.arg(node, i)] as Value;
    if (code === DEFINITION) return at(0);
    const count = graph.argCount(node);
    if (count === 1) return applied(numbers, code, at(0));
    let result = at(0);
    for (let i = 1; i < count; i++) result = applied(numbers, code, result, at(i));
    return result;
  }
}

/** A value that is meant exactly. */
export function valued(value: number, isAbsorbed = false): Value {
  return { value, size: Math.log10(Math.abs(value)), isAbsorbed };
}

const zero = Number.NEGATIVE_INFINITY;
const infinite = Number.POSITIVE_INFINITY;

/** One operation on one or two values. */
export function applied(numbers: Numbers, code: number, x: Value, y?: Value): Value {
  if (Number.isNaN(x.size) || Number.isNaN(y?.size)) return valued(Number.NaN);
  if (x.size === infinite || y?.size === infinite) return valued(infinite);
  const isAbsorbed = x.isAbsorbed || y?.isAbsorbed === true;
  const result = valued(numbers.apply(code, x.value, y === undefined ? x.value : y.value), isAbsorbed);
  const { size } = result;
  if (x.size !== zero && y?.size !== zero) {
    // What is infinite is too large, and what is tiny has lost its digits, unless it is zero by right: (x + 1e300) − 1e300
    // is not.
    const isCancelled = isAbsorbed && x.size > 0;
    const isLost = size === zero ? !mayVanish(code) || isCancelled : size < leastSize;
    if (size === infinite || isLost) return valued(infinite);
  } else if (size === infinite) return valued(Number.NaN); // 1/0, log(0), 0^-1
  return isAbsorbed || !absorbs(numbers.digits, code, x.size, y?.size ?? x.size, size)
    ? result
    : { ...result, isAbsorbed: true };
}

function mayVanish(code: number): boolean {
  const { vanishes, hasBranches } = operationAt(code);
  return vanishes === true || hasBranches === true;
}

/** Whether the value says little about some argument or about the operation itself; sizes are log10. */
function absorbs(digits: number, code: number, x: number, y: number, size: number): boolean {
  const isSmall = (one: number, share: number) => one < -digits / share && one !== zero;
  if (code === ADD || code === SUBTRACT) return isSmall(x - size, 2) || isSmall(y - size, 2);
  if (code === POWER) return isSmall(y, 2);
  const { resembles } = operationAt(code);
  if (resembles === undefined) return false;
  // x³ beside x, and e^−2x beside 1, must leave enough digits.
  const isLarge = resembles === "where small or large" && 10 ** x > (digits * Math.LN10) / 4;
  return isLarge || isSmall(x, 4);
}
