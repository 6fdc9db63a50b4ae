/** The exercises' numbers, against published figures and against loops written by hand. */

import { describe, expect, it } from "vitest";
import { paths } from "../../src/engine/differentiate.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Node } from "../../src/engine/graph.ts";
import { printName } from "../../src/engine/print.ts";
import { bindingsOf, gradient, product, small, squares, unrolled } from "./models.ts";

const example = bindingsOf({ W: 0.9, U: 0.5, V: 1.3, h0: 0.1 }, (t) => [0.5, -1][t - 1] ?? Number.NaN);

describe("dz/dW of two steps", () => {
  const model = unrolled(product);
  const { value, gradients } = gradient(model, "z", ["W", "U", "V", "h0"], example);

  it.each([
    ["W", 0.185914],
    ["U", -0.470243],
    ["V", -0.172362],
    ["h0", 0.108925],
  ])("with respect to %s", (name, wanted) => expect(gradients[name]).toBeCloseTo(wanted, 6));

  it("has the value of z", () => expect(value).toBeCloseTo(-0.112035, 6));

  it("is the sum of three paths", () => {
    const found = paths(model.graph, model.node("z"), model.node("W")) ?? [];
    const values = evaluate(model.graph, example);
    const terms = new Map(
      found.map(({ through, term }) => [
        through.map((node) => printName(model.graph.symbol(node) ?? { family: "?" })).join(" "),
        values[term] as number,
      ]),
    );
    expect(terms.get("y1 h1 tau1")).toBeCloseTo(-0.030543, 6);
    expect(terms.get("y2 h2 tau2")).toBeCloseTo(0.173811, 6);
    expect(terms.get("y2 h2 tau2 h1 tau1")).toBeCloseTo(0.042645, 6);
    expect([...terms.values()].reduce((a, b) => a + b)).toBeCloseTo(gradients.W as number, 12);
  });
});

describe("the loss of exercise 6", () => {
  const x = (t: number) => [0.5, -1][t - 1] ?? Number.NaN;
  const at = (a: number, b: number, c: number, options = {}) =>
    gradient(unrolled(small), "L", ["a", "b", "c"], bindingsOf({ a, b, c, h0: 0 }, x), options);

  it("keeps gradients that saturation makes tiny", () => {
    const { value, gradients } = at(20, 1, 1);
    expect(value).toBeCloseTo(1.999999998884, 12);
    expect((gradients.a as number) / 1.115789e-9).toBeCloseTo(1, 6);
    expect((gradients.b as number) / -1.8556e-15).toBeCloseTo(1, 4);
    expect((gradients.c as number) / 2.231573e-9).toBeCloseTo(1, 6);
  });

  it.each(["input", "output"] as const)("has its gradients with tanh' through the %s", (through) => {
    const { value, gradients } = at(1, 1, 0, { through });
    expect(value).toBeCloseTo(0.45501, 6);
    expect(gradients.a).toBeCloseTo(0.815765, 6);
    expect(gradients.b).toBeCloseTo(-0.344495, 6);
    expect(gradients.c).toBeCloseTo(-0.604882, 6);
  });

  it.each([
    [1, 0.5],
    [2, 0.4517],
    [3, 0.454525],
    [4, 0.45501],
  ])("with every step rounded to %i decimals", (decimals, wanted) => {
    const model = unrolled(small);
    const loss = model.node("L");
    const unit = 10 ** decimals;
    const round = (value: number, node: Node) =>
      model.graph.symbol(node) !== undefined && node !== loss ? Math.round(value * unit) / unit : value;
    const values = evaluate(model.graph, bindingsOf({ a: 1, b: 1, c: 0, h0: 0 }, x), { round });
    expect(values[loss]).toBeCloseTo(wanted, 6);
  });
});

describe("long runs", () => {
  const x = (t: number) => Math.sin(0.1 * t);
  const bindings = bindingsOf({ W: 0.9, U: 0.5, V: 1.3, h0: 0.1 }, x);

  it("agrees with published figures", () => {
    const { value, gradients } = gradient(unrolled(squares, 100), "L", ["W", "U", "V"], bindings);
    expect(value).toBeCloseTo(81.6408570549, 10);
    expect(gradients.W).toBeCloseTo(92.2895605755, 10);
    expect(gradients.U).toBeCloseTo(93.8835754185, 10);
    expect(gradients.V).toBeCloseTo(125.601318546, 9);
    const long = gradient(unrolled(squares, 10_000), "L", ["W"], bindings);
    expect(long.value).toBeCloseTo(8447.18888928, 8);
    expect(long.gradients.W).toBeCloseTo(9171.11223149, 8);
  });

  it.each([1, 2, 7, 1000])("agrees with a loop by hand over %i steps", (steps) => {
    const { value, gradients } = gradient(unrolled(squares, steps), "L", ["W", "U", "V", "h0"], bindings);
    const wanted = byHand(steps, x);
    expect(value / wanted.L).toBeCloseTo(1, 12);
    for (const name of ["W", "U", "V", "h0"] as const)
      expect(Math.abs((gradients[name] as number) - wanted[name])).toBeLessThan(1e-10 * (1 + Math.abs(wanted[name])));
  });
});

/** Backpropagation through time as one would write it for this model alone. */
function byHand(steps: number, x: (t: number) => number) {
  const [W, U, V] = [0.9, 0.5, 1.3];
  const h = [0.1];
  let L = 0;
  for (let t = 1; t <= steps; t++) {
    h[t] = Math.tanh(W * (h[t - 1] as number) + U * x(t));
    L += (V * (h[t] as number)) ** 2;
  }
  const found = { L, W: 0, U: 0, V: 0, h0: 0 };
  let back = 0;
  for (let t = steps; t >= 1; t--) {
    const now = h[t] as number;
    found.V += 2 * V * now * now;
    const slope = (2 * V * V * now + back) * (1 - now * now);
    found.W += slope * (h[t - 1] as number);
    found.U += slope * x(t);
    back = slope * W;
  }
  found.h0 = back;
  return found;
}
