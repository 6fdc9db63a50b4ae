/**
 * What a student stated, and numbers computed again from it. Knows the model's graph, which tells what depends on what;
 * no answer that is being judged.
 */

import type { EvaluateOptions } from "../../engine/evaluate.ts";
import { DEFINITION } from "../../engine/graph.ts";
import { printName } from "../../engine/print.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { GraphNumber } from "../../exercises/reference.ts";
import { sensitivities } from "./sensitivities.ts";

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

/** The name of the quantity that a number question asks for; undefined if it asks for something without a name. */
export function quantityName({ unrolled, node }: GraphNumber): string | undefined {
  const { graph } = unrolled;
  const name = graph.code(node) === DEFINITION ? graph.symbol(node) : undefined;
  return name === undefined ? undefined : printName(name);
}

/** The value of `target` with the student's own values in place of the computed ones. */
export function valueFrom(
  derivation: Derivation,
  target: GraphNumber,
  stated: readonly Stated[],
  options: EvaluateOptions = {},
): number {
  const { unrolled, node, caseName } = target;
  const override = new Map(stated.map(({ name, value }) => [unrolled.node(name), value]));
  return derivation.values(unrolled, caseName, { ...options, override })[node] as number;
}

/** A number computed again from stated values. */
export interface Recomputed {
  readonly derivation: Derivation;
  readonly target: GraphNumber;
  readonly stated: readonly Stated[];
  readonly value: number;
  /** Of all nodes. */
  readonly values: Float64Array;
  /** How strongly `value` reacts to each node that it is computed from; nothing is behind a stated value. */
  readonly slopes: () => Float64Array;
}

export function recompute(derivation: Derivation, target: GraphNumber, stated: readonly Stated[]): Recomputed {
  const { unrolled, node, caseName } = target;
  const override = new Map(stated.map(({ name, value }) => [unrolled.node(name), value]));
  const values = derivation.values(unrolled, caseName, { override });
  let known: Float64Array | undefined;
  const slopes = () => (known ??= sensitivities(unrolled.graph, values, node, (at) => override.has(at)));
  return { derivation, target, stated, value: values[node] as number, values, slopes };
}

/** Those of `names` that `target` is computed from. */
export function dependencies({ unrolled, node }: GraphNumber, names: Iterable<string>): ReadonlySet<string> {
  const g = unrolled.graph;
  const wanted = new Map([...names].filter((name) => unrolled.has(name)).map((name) => [unrolled.node(name), name]));
  const found = new Set<string>();
  const seen = new Uint8Array(node + 1);
  const open = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen[at] === 1) continue;
    seen[at] = 1;
    const name = at === node ? undefined : wanted.get(at);
    if (name !== undefined) found.add(name);
    for (const arg of g.args(at)) if (seen[arg] === 0) open.push(arg);
  }
  return found;
}
