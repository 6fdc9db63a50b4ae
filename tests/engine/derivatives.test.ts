/** Every row of the table of operations: its derivatives against differences of its values. */

import { describe, expect, it } from "vitest";
import { differentiate } from "../../src/engine/differentiate.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { Graph, type Node } from "../../src/engine/graph.ts";
import { codeOf } from "../../src/engine/operations/table.ts";
import { operations } from "../../src/engine/operations/table.ts";

const samples = [-2.3, -1.4, -0.7, -0.2, 0.15, 0.6, 0.9, 1.2, 1.9, 3.1];
const rows = operations.filter(({ arity }) => arity !== 0);

describe.each(rows.map(({ name, arity }) => ({ name, count: arity === "n" ? 3 : arity })))(
  "$name",
  ({ name, count }) => {
    describe.each(["input", "output"] as const)("through its %s", (through) => {
      it.each(Array.from({ length: count }, (_, i) => i))("with respect to argument %i", (i) => {
        const g = new Graph();
        const args = Array.from({ length: count }, (_, k) => g.variable("a", k));
        const output = g.define(g.apply(codeOf(name), args), "y");
        const [first] = differentiate(g, output, [args[i] as Node], { through }) as [Node];
        const [second] = differentiate(g, first, [args[i] as Node], { through }) as [Node];
        let checked = 0;
        for (const [at, x] of samples.entries()) {
          const point = args.map((_, k) => (k === i ? x : (samples[(at + 3 * k + 4) % samples.length] as number)));
          checked += check(g, output, first, point, i, `${name}(${point})`);
          check(g, first, second, point, i, `${name}'(${point})`);
        }
        expect(checked).toBeGreaterThan(2);
      });
    });
  },
);

/** Compares the values of `derivative` with differences of `node`; 0 where the operation is not defined around. */
function check(g: Graph, node: Node, derivative: Node, point: readonly number[], i: number, label: string): number {
  const step = 1e-5;
  const values = (shift: number) => evaluate(g, (_, k) => (point[k as number] as number) + (k === i ? shift : 0));
  const [below, above, here] = [values(-step), values(step), values(0)];
  const difference = ((above[node] as number) - (below[node] as number)) / (2 * step);
  if (!Number.isFinite(difference)) return 0;
  const found = here[derivative] as number;
  expect(Math.abs(found - difference), `${label}: ${found}, not ${difference}`).toBeLessThan(
    1e-6 * Math.max(1, Math.abs(difference), Math.abs(here[node] as number)),
  );
  return 1;
}

it("multiplies the slopes of a chain", () => {
  const g = new Graph();
  const x = g.variable("x");
  const y = g.apply1(codeOf("tanh"), g.apply1(codeOf("exp"), g.apply2(codeOf("multiply"), x, x)));
  const [d] = differentiate(g, y, [x]) as [Node];
  const found = evaluate(g, () => 0.4)[d] as number;
  expect(found).toBeCloseTo((2 * 0.4 * Math.exp(0.16)) / Math.cosh(Math.exp(0.16)) ** 2, 12);
});

it("gives 0 for what the output does not depend on", () => {
  const g = new Graph();
  const [x, y] = [g.variable("x"), g.variable("y")];
  const [d] = differentiate(g, g.apply1(codeOf("tanh"), x), [y]) as [Node];
  expect(g.isConstant(d, 0)).toBe(true);
});
