/** What the backward pass reads, by every convention of counting. */

import { describe, expect, it } from "vitest";
import { differentiate } from "../../src/engine/differentiate.ts";
import { printName } from "../../src/engine/print.ts";
import { readValues } from "../../src/engine/stored.ts";
import { product, unrolled } from "./models.ts";

function stored(steps: number, wrt: readonly string[], through: "input" | "output", recomputeY = false): string[] {
  const model = unrolled(product, steps);
  const { graph } = model;
  const output = model.node("z");
  const nodes = wrt.map((name) => model.node(name));
  const forward = graph.size;
  const gradients = differentiate(graph, output, nodes, { through });
  const recompute = (node: number) => recomputeY && graph.symbol(node)?.family === "y";
  return readValues(graph, forward, gradients, recompute).flatMap((node) => {
    const kind = model.kind(node);
    return kind === "parameter" || kind === "input" ? [] : [printName(graph.symbol(node) ?? { family: "?" })];
  });
}

describe.each([
  { title: "tanh' from tau", wrt: ["W"], through: "input", count: (T: number) => 3 * T },
  { title: "tanh' from h", wrt: ["W"], through: "output", count: (T: number) => 2 * T + 1 },
  { title: "all three, tanh' from tau", wrt: ["W", "U", "V"], through: "input", count: (T: number) => 3 * T + 1 },
  { title: "all three, tanh' from h", wrt: ["W", "U", "V"], through: "output", count: (T: number) => 2 * T + 1 },
  { title: "y recomputed, tanh' from h", wrt: ["W"], through: "output", count: (T: number) => T + 1, recompute: true },
] as const)("$title", ({ wrt, through, count, ...rest }) => {
  it.each([2, 3, 100])("over %i steps", (steps) => {
    expect(stored(steps, wrt, through, "recompute" in rest)).toHaveLength(count(steps));
  });
});

it("lists the values of two steps", () => {
  expect(stored(2, ["W"], "input").sort()).toEqual(["h0", "h1", "tau1", "tau2", "y1", "y2"]);
  expect(stored(2, ["W"], "output").sort()).toEqual(["h0", "h1", "h2", "y1", "y2"]);
});
