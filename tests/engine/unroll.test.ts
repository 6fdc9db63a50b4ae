/** Unrolling: forwards, backwards, with start values and single equations, and over very many steps. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differentiate } from "../../src/engine/differentiate.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Node } from "../../src/engine/graph.ts";
import { ModelError } from "../../src/engine/model.ts";
import { bindingsOf, modelOf, product, squares, syntax, unrolled } from "./models.ts";

const x = (t: number) => Math.cos(t);

function value(equations: Record<string, string>, of: string, values: Record<string, number>, steps = 4): number {
  const model = unrolled(modelOf(equations, { parameters: Object.keys(values), inputs: ["x"], steps }));
  const node = model.node(of);
  return evaluate(model.graph, bindingsOf(values, x))[node] as number;
}

describe("dependences", () => {
  const a = 0.7;

  it("run forwards", () => {
    let h = 0.3;
    for (let t = 1; t <= 4; t++) h = a * h + x(t);
    expect(value({ "h[t]": "a*h[t-1] + x[t]" }, "h4", { a, h0: 0.3 })).toBeCloseTo(h, 12);
  });

  it("run backwards", () => {
    let k = 0.2;
    for (let t = 4; t >= 1; t--) k = a * k + x(t);
    expect(value({ "k[t]": "a*k[t+1] + x[t]" }, "k1", { a, k5: 0.2 })).toBeCloseTo(k, 12);
  });

  it("run both ways in one model", () => {
    const h = [0.3];
    for (let t = 1; t <= 4; t++) h[t] = a * (h[t - 1] as number) + x(t);
    const k: number[] = [];
    k[5] = 0.2;
    for (let t = 4; t >= 1; t--) k[t] = Math.tanh(a * (k[t + 1] as number) + x(t));
    const wanted = [1, 2, 3, 4].reduce((sum, t) => sum + (h[t] as number) * (k[t] as number), 0);
    const equations = { "h[t]": "a*h[t-1] + x[t]", "k[t]": "tanh(a*k[t+1] + x[t])", z: "sum(h[t]*k[t])" };
    expect(value(equations, "z", { a, h0: 0.3, k5: 0.2 })).toBeCloseTo(wanted, 12);
  });

  it("reach back several steps", () => {
    const h: Record<number, number> = { [-1]: 0.1, 0: 0.2 };
    for (let t = 1; t <= 4; t++) h[t] = (h[t - 1] as number) - a * (h[t - 2] as number);
    const model = unrolled(modelOf({ "h[t]": "h[t-1] - a*h[t-2]" }, { parameters: ["a"], steps: 4 }));
    const node = model.node("h4");
    const bind = (family: string, index?: number) => (family === "a" ? a : h[index as number]);
    expect(evaluate(model.graph, bind)[node]).toBeCloseTo(h[4] as number, 12);
  });

  it("start from an equation of their own", () => {
    expect(value({ "h[0]": "2*a", "h[t]": "a*h[t-1]" }, "h3", { a })).toBeCloseTo(2 * a ** 4, 12);
  });

  it("may be written one step ahead", () => {
    expect(value({ "h[t+1]": "a*h[t]" }, "h3", { a, h0: 1 })).toBeCloseTo(a ** 3, 12);
  });

  it("know the last step", () => {
    expect(value({ "h[t]": "a*h[t-1]", z: "h[T] + T" }, "z", { a, h0: 1 })).toBeCloseTo(a ** 4 + 4, 12);
  });
});

describe("an author's mistakes", () => {
  const failure = (equations: Record<string, string>, of: string, parameters = ["a"]) => {
    try {
      unrolled(modelOf(equations, { parameters, inputs: ["x"] })).node(of);
    } catch (error) {
      if (error instanceof ModelError) return error;
      throw error;
    }
    throw new Error("no error");
  };

  it("are named: a cycle", () => {
    const error = failure({ "h[t]": "a*k[t]", "k[t]": "h[t] + 1" }, "h1");
    expect(error.code).toBe("model.cycle");
    expect(error.params.equation).toMatch(/^[hk]\[t\]: /);
  });

  it("are named: a cycle through the future and the past", () => {
    expect(failure({ "h[t]": "a*h[t-1] + k[t+1]", "k[t]": "h[t-1]*a + h[t]" }, "h2").code).toBe("model.cycle");
  });

  it("are named: an unknown name, with the nearest known one", () => {
    const error = failure({ "tau[t]": "a*x[t]", z: "tua1" }, "z");
    expect(error.code).toBe("model.unknown-name");
    expect(error.params.name).toBe("tua1");
  });

  it("are named: the same quantity twice", () => {
    expect(failure({ "h[t]": "a", "h[t+1]": "2*a" }, "h1").code).toBe("model.equation-twice");
  });
});

it("unrolls 100 000 steps without recursion", () => {
  const model = unrolled(squares, 100_000);
  const [d] = differentiate(model.graph, model.node("L"), [model.node("W")]) as [Node];
  const bindings = bindingsOf({ W: 0.9, U: 0.5, V: 1.3, h0: 0.1 }, (t) => Math.sin(0.1 * t));
  expect(Number.isFinite(evaluate(model.graph, bindings)[d])).toBe(true);
});

it("differentiates a product of 10 000 factors with a number of nodes linear in them", () => {
  const size = (steps: number) => {
    const model = unrolled(product, steps);
    differentiate(model.graph, model.node("z"), [model.node("W")]);
    return model.graph.size;
  };
  expect(size(10_000)).toBeLessThan(10.5 * size(1000));
});

it("evaluates any formula as a naive recursion does", () => {
  const term: fc.Arbitrary<{ text: string; value: number }> = fc.letrec<{ term: { text: string; value: number } }>(
    (tie) => ({
      term: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom({ text: "a", value: 0.7 }, { text: "b", value: -1.3 }, { text: "2", value: 2 }),
        fc
          .tuple(fc.constantFrom("+", "-", "*"), tie("term"), tie("term"))
          .map(([sign, l, r]) => ({ text: `(${l.text}${sign}${r.text})`, value: applied(sign, l.value, r.value) })),
        tie("term").map(({ text, value }) => ({ text: `tanh(${text})`, value: Math.tanh(value) })),
      ),
    }),
  ).term;
  fc.assert(
    fc.property(term, ({ text, value: wanted }) => {
      const model = unrolled(modelOf({}, { parameters: ["a", "b"] }));
      const node = model.formula(syntax(text));
      const found = evaluate(model.graph, bindingsOf({ a: 0.7, b: -1.3 }))[node] as number;
      expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
    }),
    { numRuns: 300 },
  );
});

function applied(sign: string, x: number, y: number): number {
  return sign === "+" ? x + y : sign === "-" ? x - y : x * y;
}
