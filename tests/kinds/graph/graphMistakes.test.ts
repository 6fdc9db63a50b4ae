/** What is said of drawings that are wrong or that can't be read. */

import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/kinds/judgement.ts";
import { dot, judge, pairs, without } from "./graphs.ts";
import { expectFilledMessages } from "./messages.ts";
import { edgesWithoutTau, edgesWithTau } from "./model.ts";

const codes = (value: Json) => judge({ value }).feedback.map(({ code }) => code);

describe("mistakes", () => {
  const folded = "digraph { x -> h; h -> h; W -> h; U -> h; h -> y; V -> y }";
  test.each<[string, Json, string, number, string]>([
    ["recurrent edge missing", without("h1 h2"), "partial", 4.5, "graph.recurrent-missing"],
    [
      "recurrent edge missing, with tau",
      pairs(edgesWithTau.filter(([a, b]) => a !== "h1" || b !== "tau2")),
      "partial",
      4.5,
      "graph.recurrent-missing",
    ],
    ["initial state missing", without("h0 h1"), "partial", 5.5, "graph.start-missing"],
    ["one parameter left out", without("V y1", "V y2"), "partial", 5, "graph.some-parameters-missing"],
    ["all reversed", pairs(edgesWithoutTau).map(([a, b]) => [b ?? "", a ?? ""]), "incorrect", 0, "graph.reversed"],
    [
      "all reversed, with tau",
      pairs(edgesWithTau).map(([a, b]) => [b ?? "", a ?? ""]),
      "incorrect",
      0,
      "graph.reversed",
    ],
    ["one reversed", [...without("h1 h2"), ["h2", "h1"]], "partial", 4, "graph.reversed"],
    [
      "weights not shared",
      edgesWithoutTau.map(([a, b]) => [/^[UVW]$/.test(a) ? `${a}${b.at(-1)}` : a, b]),
      "partial",
      3,
      "graph.weights-not-shared",
    ],
    [
      "weights left out",
      pairs(edgesWithoutTau.filter(([a]) => !/^[UVW]$/.test(a))),
      "partial",
      3,
      "graph.parameters-missing",
    ],
    ["an extra arrow", [...pairs(edgesWithoutTau), ["x1", "h2"]], "partial", 5.5, "graph.extra-edges"],
    ["outputs fed back", [...without("h1 h2"), ["y1", "h2"]], "partial", 4, "graph.extra-edges"],
    ["an output left out", pairs(edgesWithoutTau.filter(([, b]) => b !== "y2")), "partial", 5, "graph.output-missing"],
    ["a slip in a name", [...without("x2 h2"), ["xx2", "h2"]], "partial", 5, "graph.unknown-node-nearest"],
    ["a bias", [...pairs(edgesWithoutTau), ["foobar", "h1"]], "partial", 5.5, "graph.unknown-node"],
    ["folded", folded, "incorrect", 0, "graph.not-unrolled"],
    ["a loop", [...without("h1 h2"), ["h1", "h1"]], "partial", 4, "graph.self-loop"],
    [
      "one shared helper",
      [
        ...["W", "U", "x1", "x2", "h0", "h1"].map((n) => [n, "s"]),
        ["s", "h1"],
        ["s", "h2"],
        ["V", "y1"],
        ["h1", "y1"],
        ["V", "y2"],
        ["h2", "y2"],
      ],
      "partial",
      4,
      "graph.extra-edges",
    ],
    [
      "a stray tau beside a full graph",
      [...pairs(edgesWithoutTau), ["tau1", "h1"]],
      "partial",
      5.5,
      "graph.extra-edges",
    ],
    [
      "x1 past tau1",
      pairs(edgesWithTau).map(([a, b]) => [a ?? "", a === "x1" ? "h1" : (b ?? "")]),
      "partial",
      5,
      "graph.extra-edges",
    ],
    ["undirected", dot.replace("digraph", "graph").replaceAll("->", "--"), "invalid", 0, "graph.undirected"],
    ["undirected Mermaid", "graph LR\n h0 --- h1", "invalid", 0, "graph.undirected"],
    ["words", "I would draw h1 under h2", "invalid", 0, "graph.not-a-graph"],
    ["a number", 12, "invalid", 0, "graph.not-a-graph"],
    ["a list of names", ["h0", "h1"], "invalid", 0, "graph.bad-entry"],
    ["triples of nodes", [["a", "b", "c", "d"]], "invalid", 0, "graph.bad-entry"],
    ["numbers", [[1, 2]], "invalid", 0, "graph.bad-entry"],
    ["broken DOT", "digraph { W -> > h1 }", "invalid", 0, "graph.unreadable"],
    ["broken Mermaid", "graph LR\n A --> \n--> B", "invalid", 0, "graph.unreadable"],
    ["nested objects", { h1: { from: "h0" } }, "invalid", 0, "graph.bad-entry"],
    ["too many arrows", Array.from({ length: 5001 }, () => ["a", "b"]), "invalid", 0, "graph.too-large"],
    ["too long a text", "a -> b\n".repeat(10_000), "invalid", 0, "graph.too-large"],
    ["an empty drawing", "digraph { }", "incorrect", 0, "graph.output-missing"],
  ])("%s", (_, value, verdict, points, code) => {
    const judgement = judge({ value });
    expect(judgement.feedback.map((f) => f.code)).toContain(code);
    expectFilledMessages(judgement);
    expect(judgement).toMatchObject({ verdict, points });
  });

  test("helper nodes that lead nowhere or come from nowhere are wrong", () => {
    for (const strange of [
      [
        ["x1", "s1"],
        ["s1", "s2"],
        ["s2", "s1"],
      ],
      [
        ["s1", "s2"],
        ["s2", "s1"],
        ["s1", "h1"],
      ],
    ]) {
      expect(judge({ value: [...pairs(edgesWithoutTau), ...strange] }).verdict).toBe("partial");
    }
  });

  test("missing", () => {
    for (const value of [null, "", [], {}, { edges: [] }, [""], [[]], [["…", "…"]]])
      expect(judge({ value }).verdict).toBe("missing");
  });

  test("a hint names no missing arrow", () => {
    const hints = judge({ value: without("h1 h2", "V y2") }).feedback.filter(({ code }) => code !== "graph.solution");
    expect(JSON.stringify(hints)).not.toMatch(/h1|V/);
    expect(codes(without("h1 h2"))).toContain("graph.solution");
  });

  test("the place of what cannot be read", () => {
    const [feedback] = judge({ value: "digraph {\n  W -> > h1\n}" }).feedback;
    expect(feedback?.params).toMatchObject({ line: 2, column: 8 });
  });
});
