/** Models for tests, written as in an exercise file. */

import { type DifferentiateOptions, differentiate } from "../../src/engine/differentiate.ts";
import type { Bindings } from "../../src/engine/evaluate.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Node } from "../../src/engine/graph.ts";
import type { Model } from "../../src/engine/model.ts";
import { indexedName, splitName } from "../../src/engine/names.ts";
import type { Syntax } from "../../src/engine/syntax.ts";
import { Unrolled } from "../../src/engine/unroll.ts";
import { parse } from "../../src/formula/parse.ts";

export function syntax(text: string): Syntax {
  const found = parse(text, { sequences: true });
  if (!found.ok) throw new Error(`${text}: ${found.error.code}`);
  return found.syntax;
}

export function modelOf(
  equations: Readonly<Record<string, string>>,
  { parameters = [] as string[], inputs = [] as string[], steps = 2 } = {},
): Model {
  return {
    parameters,
    inputs,
    steps,
    equations: Object.entries(equations).map(([left, right]) => {
      const name = syntax(left);
      if (name.kind !== "name") throw new Error(left);
      const { base, index: single } = splitName(name.name);
      const index = name.index ?? (single === undefined ? undefined : { step: 0, last: 0, offset: single });
      const equation = { family: base, formula: syntax(right), target: left, text: `${left}: ${right}` };
      return index === undefined ? equation : { ...equation, index };
    }),
  };
}

const rnn = { "tau[t]": "W*h[t-1] + U*x[t]", "h[t]": "tanh(tau[t])", "y[t]": "V*h[t]" };
const parts = { parameters: ["W", "U", "V"], inputs: ["x"] };

/** Exercises 1 to 3. */
export const product = modelOf({ ...rnn, z: "prod(y[t])" }, parts);
export const squares = modelOf({ ...rnn, L: "sum(y[t]^2)" }, parts);
/** Exercise 6. */
export const small = modelOf(
  { "h[t]": "tanh(a*x[t] + b*h[t-1] + c)", "y[t]": "h[t]", L: "sum(y[t]^2)" },
  { parameters: ["a", "b", "c"], inputs: ["x"] },
);

export function bindingsOf(
  values: Readonly<Record<string, number>>,
  x: (t: number) => number = () => Number.NaN,
): Bindings {
  const all = new Map(Object.entries(values));
  return (family, index) => {
    const own = all.get(index === undefined ? family : indexedName(family, index));
    return own ?? (family === "x" && index !== undefined ? x(index) : undefined);
  };
}

/** The value of `of` and its derivatives. */
export function gradient(
  unrolled: Unrolled,
  of: string,
  wrt: readonly string[],
  bindings: Bindings,
  options: DifferentiateOptions = {},
): { value: number; gradients: Record<string, number> } {
  const output = unrolled.node(of);
  const nodes = differentiate(
    unrolled.graph,
    output,
    wrt.map((name) => unrolled.node(name)),
    options,
  );
  const values = evaluate(unrolled.graph, bindings);
  return {
    value: values[output] as number,
    gradients: Object.fromEntries(wrt.map((name, i) => [name, values[nodes[i] as Node] as number])),
  };
}

export function unrolled(model: Model, steps?: number): Unrolled {
  return new Unrolled(model, steps);
}
