/**
 * The one data type of the engine: an append-only graph of operations, each a row of operations/table.ts.
 *
 * A node is an index into its graph and is never changed. Arguments are older than the node that uses them, so the
 * index order is an evaluation order (a Wengert list): no traversal here recurses, whatever the number of time steps.
 */

/** Index of a node in its graph. */
export type Node = number;

/** A name of a quantity: a family (`h`) and, for members of a sequence, the time index (1-based; 0 is the start). */
export interface QuantityName {
  readonly family: string;
  readonly index?: number;
}

/** Codes of the first rows of the table: leaves, names and arithmetic. */
export const CONSTANT = 0;
export const VARIABLE = 1;
/** Identity under a name: `h[2] = …`. Everything that refers to h2 refers to this node. */
export const DEFINITION = 2;
export const ADD = 3;
export const MULTIPLY = 4;
export const SUBTRACT = 5;
export const DIVIDE = 6;
export const NEGATE = 7;
export const POWER = 8;

export class Graph {
  #size = 0;
  // Typed arrays: appending to others takes four times as long.
  #codes = new Uint8Array(64);
  /** Arguments of node n stand in #args from #first[n] to #first[n + 1]. */
  #first = new Int32Array(64);
  #args = new Int32Array(64);
  /** Value of a constant; for variables and definitions the place of their name. */
  #payload = new Float64Array(64);
  readonly #names: QuantityName[] = [];
  readonly #constants = new Map<number, Node>();

  /** Number of nodes; also the index that the next node will get. */
  get size(): number {
    return this.#size;
  }

  constant(value: number): Node {
    const known = this.#constants.get(value);
    // Map treats 0 and -0 as one key.
    if (known !== undefined && Object.is(this.#payload[known], value)) return known;
    const node = this.#append(CONSTANT, value);
    this.#constants.set(value, node);
    return node;
  }

  /** A new leaf. The caller keeps leaves of the same name apart or together. */
  variable(family: string, index?: number): Node {
    return this.#named(VARIABLE, family, index);
  }

  /** Gives `node` a name, as `h[2] = node` does. */
  define(node: Node, family: string, index?: number): Node {
    this.#push(node);
    return this.#named(DEFINITION, family, index);
  }

  apply1(code: number, a: Node): Node {
    this.#push(a);
    return this.#append(code, 0);
  }

  apply2(code: number, a: Node, b: Node): Node {
    this.#push(a);
    this.#push(b);
    return this.#append(code, 0);
  }

  apply(code: number, args: readonly Node[]): Node {
    for (const arg of args) this.#push(arg);
    return this.#append(code, 0);
  }

  code(node: Node): number {
    return this.#codes[node] as number;
  }

  argCount(node: Node): number {
    return (this.#first[node + 1] as number) - (this.#first[node] as number);
  }

  arg(node: Node, i: number): Node {
    return this.#args[(this.#first[node] as number) + i] as Node;
  }

  args(node: Node): readonly Node[] {
    const args: Node[] = [];
    const end = this.#first[node + 1] as number;
    for (let at = this.#first[node] as number; at < end; at++) args.push(this.#args[at] as Node);
    return args;
  }

  /** The value of a constant node. */
  value(node: Node): number {
    return this.#payload[node] as number;
  }

  isConstant(node: Node, value?: number): boolean {
    return this.#codes[node] === CONSTANT && (value === undefined || this.#payload[node] === value);
  }

  /** The name of a variable or definition; undefined for anonymous nodes. */
  symbol(node: Node): QuantityName | undefined {
    const code = this.#codes[node];
    return code === VARIABLE || code === DEFINITION ? this.#names[this.#payload[node] as number] : undefined;
  }

  /** The arrays behind the nodes, for the loops that run over all of them. Valid until the next node is added. */
  tape(): { code: Uint8Array; first: Int32Array; args: Int32Array; payload: Float64Array } {
    return { code: this.#codes, first: this.#first, args: this.#args, payload: this.#payload };
  }

  #named(code: number, family: string, index: number | undefined): Node {
    return this.#append(code, this.#names.push(index === undefined ? { family } : { family, index }) - 1);
  }

  #push(arg: Node): void {
    const at = this.#first[this.#size + 1] as number;
    if (at === this.#args.length) this.#args = doubled(this.#args);
    this.#args[at] = arg;
    this.#first[this.#size + 1] = at + 1;
  }

  #append(code: number, payload: number): Node {
    const node = this.#size++;
    this.#codes[node] = code;
    this.#payload[node] = payload;
    if (node + 3 > this.#codes.length)
      [this.#codes, this.#first, this.#payload] = [doubled(this.#codes), doubled(this.#first), doubled(this.#payload)];
    this.#first[node + 2] = this.#first[node + 1] as number;
    return node;
  }
}

/** `roots` and all that they are computed from, as far as `isEnd` lets it. */
export function below(g: Graph, roots: Iterable<Node>, isEnd: (node: Node) => boolean = () => false): Set<Node> {
  const found = new Set(roots);
  // A set's loop also reaches what is added on the way.
  for (const node of found) {
    if (isEnd(node)) continue;
    const count = g.argCount(node);
    for (let i = 0; i < count; i++) found.add(g.arg(node, i));
  }
  return found;
}

/** A node and what it is computed from once more, in `to`, which may be the same graph; some nodes have another instead. */
export function copied(from: Graph, root: Node, to: Graph, instead: (node: Node) => Node | undefined): Node {
  const copies = new Map<Node, Node>();
  const copyOf = (node: Node): Node => {
    const made = () => to.apply(from.code(node), from.args(node).map(copyOf));
    const isConstant = from.code(node) === CONSTANT;
    const copy = copies.get(node) ?? instead(node) ?? (isConstant ? to.constant(from.value(node)) : made());
    copies.set(node, copy);
    return copy;
  };
  return copyOf(root);
}

function doubled<A extends Uint8Array | Int32Array | Float64Array>(old: A): A {
  const larger = new (old.constructor as new (length: number) => A)(2 * old.length);
  larger.set(old);
  return larger;
}
