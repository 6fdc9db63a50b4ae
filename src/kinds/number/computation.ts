/** A number of the model computed again: from values that a student stated, or with values on the way rounded. */

import { below, DEFINITION, type Graph, type Node } from "../../engine/graph.ts";
import { printName } from "../../engine/print.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { GraphNumber } from "./reference.ts";

/** A value that the student stated for a named quantity of the same case. */
export interface Stated {
  readonly name: string;
  readonly value: number;
  readonly isRight: boolean;
  /** Wrong, but a consequence of wrong values before it. */
  readonly isCarried: boolean;
  /** The value before it was rounded, as far as that is known: the right one, or what follows from those before it. */
  readonly unrounded: number;
  /** The values that may have been calculated on with, `value` among them: those that it is a rounding of. */
  readonly from: number;
  readonly to: number;
}

interface Changes {
  /** Values in place of others, stated ones too. */
  readonly changed?: Iterable<readonly [Node, number]>;
  /** Applied to every computed value. */
  readonly round?: (value: number, node: Node) => number;
}

export class Computation {
  readonly graph: Graph;
  readonly target: Node;
  /** The stated values by node: what they are computed from does not matter any more. */
  readonly stated: ReadonlyMap<Node, number>;
  readonly #derivation: Derivation;
  readonly #place: GraphNumber;

  constructor(derivation: Derivation, place: GraphNumber, stated: readonly Pick<Stated, "name" | "value">[] = []) {
    this.graph = place.unrolled.graph;
    this.target = place.node;
    this.stated = new Map(stated.map(({ name, value }) => [place.unrolled.node(name), value]));
    this.#derivation = derivation;
    this.#place = place;
  }

  /** The same number from other stated values. */
  from(stated: readonly Pick<Stated, "name" | "value">[]): Computation {
    return new Computation(this.#derivation, this.#place, stated);
  }

  node(name: string): Node {
    return this.#place.unrolled.node(name);
  }

  values({ changed = [], round }: Changes = {}): Float64Array {
    const { unrolled, caseName } = this.#place;
    const override = new Map([...this.stated, ...changed]);
    return this.#derivation.values(unrolled, caseName, { override, ...(round && { round }) });
  }

  value(changes?: Changes): number {
    return this.values(changes)[this.target] as number;
  }
}

/** The name of the quantity that a number question asks for; undefined if it asks for something without a name. */
export function quantityName({ unrolled, node }: GraphNumber): string | undefined {
  const { graph } = unrolled;
  const name = graph.code(node) === DEFINITION ? graph.symbol(node) : undefined;
  return name === undefined ? undefined : printName(name);
}

/** Whether a number is computed from the quantity of that name. */
export function dependsOn({ unrolled, node }: GraphNumber, name: string): boolean {
  return unrolled.has(name) && below(unrolled.graph, [node]).has(unrolled.node(name));
}
