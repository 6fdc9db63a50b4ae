/** Drawings of one graph in every form that an answer may take. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { bindGraph } from "../../../src/kinds/graph/judge.ts";
import type { Json } from "../../../src/kinds/judgement.ts";
import { dot, judge, pairs } from "./graphs.ts";
import { edgesWithoutTau, edgesWithTau } from "./model.ts";

const drawings: Readonly<Record<string, string>> = parse(
  readFileSync(new URL("drawings.yaml", import.meta.url), "utf8"),
);

const oneTau = edgesWithTau.flatMap(([a, b]): [string, string][] =>
  b === "tau2" ? [[a, "h2"]] : a === "tau2" ? [] : [[a, b]],
);

describe("right in any form", () => {
  test.each<[string, Json]>([
    ...Object.entries(drawings),
    ["pairs without tau", pairs(edgesWithoutTau)],
    ["pairs with tau", pairs(edgesWithTau)],
    ["tau in one step only", oneTau],
    ["repeated pairs", [...pairs(edgesWithoutTau), ...pairs(edgesWithoutTau)]],
    ["objects", edgesWithoutTau.map(([from, to]) => ({ from, to }))],
    ["source and target", edgesWithoutTau.map(([source, target]) => ({ source, target }))],
    ["an object with edges", { nodes: ["h1"], edges: pairs(edgesWithoutTau) }],
    ["arrow texts", edgesWithoutTau.map(([a, b]) => `${a}->${b}`)],
    ["arrow texts, Unicode", edgesWithoutTau.map(([a, b]) => `${a} → ${b}`)],
    ["grouped texts", ["h0, x1, W, U -> h1", "h1, V -> y1", "h1 & x2 & W & U -> h2", "{h2, V} -> y2"]],
    [
      "grouped pairs",
      [
        ["h0, x1, W, U", "h1"],
        [["h1", "V"], "y1"],
        [["h1", "x2", "W", "U"], "h2"],
        [["h2", "V"], "y2"],
      ],
    ],
    ["one line of arrows", edgesWithoutTau.map(([a, b]) => `${a} -> ${b}`).join(", ")],
    ["ordered pairs in brackets", edgesWithoutTau.map(([a, b]) => `(${a}, ${b})`).join(", ")],
    ["a set of ordered pairs", `E = {${edgesWithoutTau.map(([a, b]) => `(${a},${b})`).join(",")}}`],
    [
      "subscripts",
      edgesWithTau.map(([a, b]) => [a, b].map((n) => n.replace("tau", "τ").replace("1", "₁").replace("2", "_2"))),
    ],
    ["capitals", edgesWithoutTau.map(([a, b]) => [a.toUpperCase(), b.toUpperCase()])],
    [
      "helper nodes",
      [
        ...pairs(edgesWithoutTau.filter(([, b]) => b !== "h1")),
        ["W", "p"],
        ["h0", "p"],
        ["U", "q"],
        ["x1", "q"],
        ["p", "s1"],
        ["q", "s1"],
        ["s1", "h1"],
      ],
    ],
    [
      "helper nodes before tau",
      [
        ...pairs(edgesWithTau.filter(([, b]) => b !== "tau1")),
        ["W", "W*h0"],
        ["h0", "W*h0"],
        ["W*h0", "tau1"],
        ["U", "tau1"],
        ["x1", "tau1"],
      ],
    ],
    [
      "what each node leads to",
      Object.fromEntries(edgesWithoutTau.map(([a]) => [a, edgesWithoutTau.filter(([b]) => b === a).map(([, b]) => b)])),
    ],
    [
      "the same in texts",
      {
        edges: {
          h0: "h1",
          x1: "h1",
          W: "h1, h2",
          U: "h1 h2",
          h1: "y1 and h2",
          V: ["y1", "y2"],
          x2: "h2",
          h2: "y2",
          y1: [],
          y2: null,
        },
      },
    ],
    [
      "the same in a list",
      [{ "h0, x1, W, U": "h1" }, { h1: ["y1", "h2"] }, { V: "y1, y2" }, { "x2, W, U": "h2" }, { h2: "y2" }],
    ],
    ["one W1 for all steps", edgesWithoutTau.map(([a, b]) => [a === "W" ? "W_1" : a, b])],
    ["a loss after the outputs", [...pairs(edgesWithoutTau), ["y1", "L"], ["y2", "L"]]],
    ["DOT", dot],
    ["DOT, arrow drawn backwards", dot.replace("h1 -> h2", "h2 -> h1 [dir=back]")],
    ["DOT without the last brace", dot.replace(/\}$/, "")],
    ["DOT in a code block", `\`\`\`dot\n${dot}\n\`\`\``],
    ["DOT with brackets", dot.replace(/([hxy])(\d)/g, "$1[$2]")],
  ])("%s", (_, value) => {
    const judgement = judge({ value });
    expect(judgement.feedback.filter(({ code }) => code !== "graph.labels-read")).toEqual([]);
    expect(judgement).toMatchObject({ verdict: "correct", points: 6 });
  });
});

describe("time before the beginning", () => {
  const judged = bindGraph(
    {
      edges: [["h[-1]", "s1"]],
      optional: [],
      kinds: new Map([
        ["h[-1]", "initial"],
        ["s1", "output"],
      ]),
    },
    1,
  );
  test.each(["graph LR\n h[-1] --> s1", "digraph { h[-1] -> s1 }", "h[-1] -> s1", "(h[-1], s1)", "h[−1] → s1"])(
    "%s",
    (value) => {
      expect(judged({ value })).toMatchObject({ verdict: "correct", feedback: [] });
    },
  );
});
