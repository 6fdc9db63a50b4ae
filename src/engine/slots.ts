/** Where the nodes of one family are kept by time index while a model is unrolled. Knows no equation. */

import type { Node } from "./graph.ts";

/** Nodes of one family by time index. An array for t ≥ 0 makes unrolling several times faster than a map does. */
export class Slots {
  readonly #later: (Node | undefined)[] = [];
  /** Scalars and t < 0. */
  readonly #others = new Map<number, Node>();

  /** undefined: not reached yet. */
  get(t: number): Node | undefined {
    return t >= 0 ? this.#later[t] : this.#others.get(t);
  }

  /** Whether any member t ≥ 0 has been reached. */
  get isSequence(): boolean {
    return this.#later.length > 0;
  }

  /** The time indices that have been reached, without scalars. */
  times(): readonly number[] {
    return [...this.#others.keys(), ...this.#later.keys()].filter((t) => this.get(t) !== undefined && !Number.isNaN(t));
  }

  set(t: number, node: Node): void {
    if (t >= 0) this.#later[t] = node;
    else this.#others.set(t, node);
  }
}

/** In place of a node: waiting for what it depends on. */
export const entered = -1;
