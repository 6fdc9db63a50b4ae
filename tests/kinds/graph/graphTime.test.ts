/** What is said of missing connections in time: only what is missing, and only if it is that. */

import { describe, expect, test } from "vitest";
import type { Kind } from "../../../src/engine/model.ts";
import { bindGraph } from "../../../src/kinds/graph/judge.ts";

type Edge = [string, string];

const steps = [1, 2, 3];
const forward = steps.map((t): Edge => [`h${t - 1}`, `h${t}`]);
const backward = steps.map((t): Edge => [`k${t + 1}`, `k${t}`]);
const others = steps.flatMap((t) =>
  ["h", "k"].flatMap((s): Edge[] => [
    [`x${t}`, `${s}${t}`],
    [`${s}${t}`, `y${t}`],
  ]),
);
const all = [...forward, ...backward, ...others];

function kindOf(name: string): Kind {
  if (name.startsWith("x")) return "input";
  return name === "h0" || name === "k4" ? "initial" : "intermediate";
}

const kinds = new Map(all.flat().map((name) => [name, kindOf(name)]));
const judge = bindGraph({ edges: all, optional: [], kinds }, 4);
const without = (pattern: RegExp) => all.filter((edge) => !pattern.test(edge.join(" ")));

describe("three steps in both directions", () => {
  test.each<[string, readonly Edge[], readonly string[]]>([
    ["no step of one direction", without(/^h[12] h/), ["graph.recurrent-missing"]],
    ["no step, no start", without(/^h\d h/), ["graph.recurrent-missing", "graph.start-missing"]],
    ["one connection", without(/^h1 h2/), ["graph.some-recurrent-missing"]],
    ["a start", without(/^h0/), ["graph.start-missing"]],
    ["the other start", without(/^k4/), ["graph.start-missing"]],
    ["one direction not drawn", without(/k/), []],
    ["the last step not drawn", without(/h3/), []],
    ["one direction turned", [...without(/^k\d k/), ...backward.slice(0, 2).map(([a, b]): Edge => [b, a])], []],
  ])("%s", (_, value, expected) => {
    const found = judge({ value }).feedback.map(({ code }) => code);
    expect(found.filter((code) => /recurrent|start/.test(code))).toEqual(expected);
  });
});
