/** Compiled loops against the graph, on models of every shape that loops can compute and on some that they can't. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CompiledModel } from "../../../src/engine/compile/compiled.ts";
import { differentiate } from "../../../src/engine/differentiate.ts";
import { type Bindings, evaluate } from "../../../src/engine/evaluate.ts";
import type { Model } from "../../../src/engine/model.ts";
import { callable } from "../../../src/engine/operations/table.ts";
import { printName } from "../../../src/engine/print.ts";
import { Unrolled } from "../../../src/engine/unroll.ts";
import { exerciseFromData } from "../../../src/kinds/read.ts";

function model(equations: Record<string, string>, parameters: string[] = ["W", "U", "V"]): Model {
  const exercise = exerciseFromData({
    id: "m",
    title: "m",
    statement: "m",
    model: { parameters, inputs: ["x"], steps: 2, equations },
    cases: {},
    questions: [{ id: "q", kind: "number", points: 1, reference: { number: 1 } }],
  });
  return exercise.model as Model;
}

/** A value for every leaf, the same for the same name. */
function bindings(family: string, index: number | undefined): number {
  const seed = [...`${family} ${index}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7);
  return 0.3 + (seed / 997) * 0.9;
}

const scalars = (unrolled: Unrolled) => unrolled.computed().filter(({ node }) => unrolled.kind(node) === "output");

/** Everything that the graph and the loops say of a model, by name. */
function both(of: Model, steps: number, wrt: readonly string[]) {
  const compiled = CompiledModel.of(of, steps);
  if (compiled === undefined) return undefined;
  const unrolled = new Unrolled(of, steps);
  unrolled.computed();
  const outputs = scalars(unrolled).map(({ family }) => family);
  const nodes = wrt.map((name) => unrolled.node(name));
  const gradients = outputs.map((name) => differentiate(unrolled.graph, unrolled.node(name), nodes));
  const values = evaluate(unrolled.graph, bindings);
  const run = compiled.run(bindings);
  const names = unrolled.computed().map(({ node }) => printName(unrolled.graph.symbol(node) ?? { family: "" }));
  const graph: Record<string, number | undefined> = {};
  const loops: Record<string, number | undefined> = {};
  for (const name of names) {
    graph[name] = values[unrolled.node(name)];
    loops[name] = run.value(name);
  }
  for (const [i, output] of outputs.entries())
    for (const [j, name] of wrt.entries()) {
      graph[`d${output}/d${name}`] = values[gradients[i]?.[j] as number];
      loops[`d${output}/d${name}`] = run.gradient(output, wrt)[j];
    }
  return { graph, loops };
}

function expectSame(of: Model, steps: number, wrt: readonly string[]): void {
  const result = both(of, steps, wrt);
  expect(result).toBeDefined();
  for (const [name, value = 0] of Object.entries(result?.graph ?? {})) {
    const found = result?.loops[name] ?? 0;
    // The order of summation differs, and with it the last digits.
    const isSame = Object.is(found, value) || Math.abs(found - value) <= 1e-11 * Math.max(1, Math.abs(value));
    expect(isSame, `${name}: ${found}, ${value}`).toBe(true);
  }
}

const models: Record<string, Record<string, string>> = {
  "a scalar RNN": { "h[t]": "tanh(W*h[t-1] + U*x[t])", "y[t]": "V*h[t]", L: "sum(y[t]^2)", p: "prod(y[t])" },
  "intermediates in another order": {
    L: "sum(y[t])/T",
    "y[t]": "V*h[t]",
    "h[t]": "tanh(u[t])",
    "u[t]": "W*h[t-1]+x[t]",
  },
  "two directions": { "h[t]": "tanh(W*h[t-1]+x[t])", "k[t]": "tanh(U*k[t+1]+x[t])", L: "sum((h[t]-k[t])^2)" },
  "an LSTM": {
    "f[t]": "sigmoid(W*x[t]+U*h[t-1])",
    "i[t]": "sigmoid(U*x[t]+W*h[t-1])",
    "g[t]": "tanh(V*x[t]+U*h[t-1])",
    "c[t]": "f[t]*c[t-1]+i[t]*g[t]",
    "h[t]": "sigmoid(V*h[t-1])*tanh(c[t])",
    L: "h[T]^2 + sum(h[t])",
  },
  "start values with equations": { "h[0]": "W*U", "h[t]": "tanh(W*h[t-1]+x[t])", L: "h[T]" },
  "two steps back": { "h[t]": "tanh(W*h[t-1]+U*h[t-2]+x[t])", L: "h[T]*h[T-1]" },
  "an input reversed": { "h[t]": "tanh(W*h[t-1]+U*x[T-t+1]*x[t+1])", L: "sum(log(1+h[t]^2))" },
  attention: { "s[t]": "exp(W*x[t])", "a[t]": "s[t]/sum(s[t])", c: "sum(a[t]*x[t])", L: "c^2 + prod(s[t]/2)" },
  "a sum in a recurrence's input": { "h[t]": "tanh(W*h[t-1]+U*sum(x[t])*prod(x[t]))", L: "h[T]" },
  "products of many": { "h[t]": "W*U*x[t]*h[t-1]*V", L: "sum(h[t]*W)*prod(W*x[t])*prod(h[t])" },
};

describe("compiled loops", () => {
  it.each(Object.entries(models))("compute what the graph computes: %s", (_, equations) => {
    for (const steps of [1, 2, 3, 7, 40]) expectSame(model(equations), steps, ["W", "U", "V"]);
  });

  it("differentiate with respect to inputs, start values and intermediates", () => {
    expectSame(model(models["a scalar RNN"] ?? {}), 5, ["x1", "x3", "h0", "h2", "y5", "W"]);
    expectSame(model(models["two directions"] ?? {}), 5, ["x1", "h0", "k6", "k3"]);
  });

  it.each(callable.map(({ name, arity }) => [name, Number(arity)] as const))(
    "know every operation: %s",
    (name, arity) => {
      const call = arity === 2 ? `${name}(0.2*W*h[t-1]+0.3, U)` : `${name}(0.2*W*h[t-1]+0.3)`;
      expectSame(model({ "h[t]": call, L: "h[T] + 0*V" }), 3, ["W", "U", "V", "h0"]);
    },
  );

  it("compute random recurrences as the graph does", () => {
    const atom = fc.constantFrom(
      "W",
      "U",
      "V",
      "x[t]",
      "x[t-1]",
      "h[t-1]",
      "h[t-2]",
      "k[t]",
      "k[t-1]",
      "0.5",
      "2",
      "T",
    );
    const formula = fc.letrec<{ f: string }>((tie) => ({
      f: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        atom,
        fc.tuple(tie("f"), tie("f"), fc.constantFrom("+", "-", "*")).map(([a, b, sign]) => `(${a} ${sign} ${b})`),
        fc.tuple(tie("f"), fc.constantFrom("tanh", "sigmoid", "sin", "relu")).map(([a, f]) => `${f}(${a})`),
        tie("f").map((a) => `(${a})^2`),
        tie("f").map((a) => `(${a})/(2+x[t]^2)`),
      ),
    })).f;
    fc.assert(
      fc.property(formula, formula, fc.integer({ min: 1, max: 9 }), (h, k, steps) => {
        const equations = {
          "h[t]": `tanh(${h})`,
          "k[t]": `tanh(${k.replaceAll("k[t]", "1")})`,
          L: "sum(h[t]*k[t])+h[T]",
        };
        expectSame(model(equations), steps, ["W", "U", "V"]);
      }),
      { numRuns: 40 },
    );
  });

  it("leave to the graph what needs more than loops", () => {
    const refused = [
      { "h[1]": "W", "h[t]": "tanh(U*h[t-1])", L: "h[T]" },
      { "h[0]": "k[T]", "k[t]": "V*k[t-1]", "h[t]": "tanh(U*h[t-1])", L: "h[T]" },
      { "h[t]": "W*x[t-100000]", L: "h[T]" },
    ];
    for (const equations of refused)
      expect(CompiledModel.of(model(equations), 5), JSON.stringify(equations)).toBeUndefined();
    expect(CompiledModel.of(model({ "h[t]": "W*h[t-1]", L: "h[T]" }, ["W", "h0"]), 5)).toBeUndefined();
  });

  it("name the leaves that have no value, and compute the rest", () => {
    const of = model({ "h[t]": "tanh(W*h[t-1]+U*x[t])", L: "h[T]", M: "V^2" });
    const onlyV: Bindings = (family) => (family === "V" ? 2 : undefined);
    const run = CompiledModel.of(of, 3)?.run(onlyV);
    expect(run?.missing().map((name) => printName(name))).toEqual(["W", "U", "x1", "x2", "x3", "h0"]);
    expect([run?.value("L"), run?.value("M")]).toEqual([Number.NaN, 4]);
  });
});
