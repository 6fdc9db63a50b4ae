/** A derivative is the sum of its paths, and what is printed of it can be read again. */

import { describe, expect, it } from "vitest";
import { differentiate, paths } from "../../src/engine/differentiate.ts";
import type { Node } from "../../src/engine/graph.ts";
import { print } from "../../src/engine/print.ts";
import { compare } from "../../src/formula/equal/compare.ts";
import { formulaAt, formulaOf, sumOf } from "../../src/formula/equal/formula.ts";
import { modelSpace } from "../../src/formula/equal/spaces.ts";
import { parse } from "../../src/formula/parse.ts";
import { modelOf, product, small, squares, unrolled } from "./models.ts";

const gru = modelOf(
  {
    "g[t]": "sigmoid(a*x[t] + b*h[t-1])",
    "c[t]": "tanh(W*x[t] + U*(g[t]*h[t-1]))",
    "h[t]": "(1 - g[t])*h[t-1] + g[t]*c[t]",
    L: "h[T]^2",
  },
  { parameters: ["a", "b", "W", "U"], inputs: ["x"] },
);
const twoWays = modelOf(
  { "h[t]": "tanh(W*h[t-1] + x[t])", "k[t]": "sigmoid(W*k[t+1] + x[t])", z: "prod(h[t] + k[t])" },
  { parameters: ["W"], inputs: ["x"] },
);

describe.each([
  { title: "a product of outputs", model: product, of: "z", wrt: ["W", "U", "V", "h0"] },
  { title: "a sum of squares", model: squares, of: "L", wrt: ["W", "U"] },
  { title: "exercise 6", model: small, of: "L", wrt: ["a", "b", "c"] },
  { title: "a gated unit", model: gru, of: "L", wrt: ["a", "b", "U"] },
  { title: "both directions", model: twoWays, of: "z", wrt: ["W"] },
])("$title", ({ model, of, wrt }) => {
  it.each(wrt)("with respect to %s", (name) => {
    const whole = unrolled(model);
    const { graph } = whole;
    const [output, quantity] = [whole.node(of), whole.node(name)];
    const [derivative] = differentiate(graph, output, [quantity]) as [Node];
    const [byOutput] = differentiate(graph, output, [quantity], { through: "output" }) as [Node];
    const found = paths(graph, output, quantity) ?? [];
    const space = modelSpace(whole);
    const wanted = formulaAt(graph, derivative);
    const same = (other: Parameters<typeof compare>[2]) => expect(compare(space, wanted, other).verdict).toBe("equal");
    same(formulaAt(graph, byOutput));
    same(sumOf(found.map(({ term }) => formulaAt(graph, term))));
    const text = print(graph, derivative);
    const read = parse(text, { names: whole.names() });
    if (!read.ok) throw new Error(`${text}: ${read.error.code} ${JSON.stringify(read.error.params)}`);
    same(formulaOf(read.syntax));
  });
});
