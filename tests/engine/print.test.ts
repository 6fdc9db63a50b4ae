import { expect, test } from "vitest";
import { Graph } from "../../src/engine/graph.ts";
import { codeOf } from "../../src/engine/operations/table.ts";
import { print } from "../../src/engine/print.ts";
import { parse } from "../../src/formula/parse.ts";

/** x doubled `times` times by adding it to itself: as few nodes as steps, but a formula twice as long with each. */
function doubled(times: number): string {
  const graph = new Graph();
  let node = graph.variable("x");
  for (let i = 0; i < times; i++) node = graph.apply2(codeOf("subtract"), node, node);
  return print(graph, node);
}

test("a formula that a graph shares millions of times is elided, not written out", () => {
  const formula = doubled(60);
  expect(formula.length).toBeLessThan(100_000);
  expect(formula).toContain("…");
  expect(parse(formula).ok).toBe(false);
});

test("what fits is printed whole and reads back", () => {
  expect(doubled(3)).not.toContain("…");
  expect(parse(doubled(3)).ok).toBe(true);
});
