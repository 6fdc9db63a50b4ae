import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bindGraph } from "../../src/answers/graph.ts";
import type { Json } from "../../src/answers/judgement.ts";
import { expectFilledMessages } from "./messages.ts";
import { edgesWithoutTau, edgesWithTau, kinds } from "./model.ts";

const judge = bindGraph({ edges: edgesWithTau, optional: ["tau1", "tau2"], kinds }, 6);
const codes = (value: Json) => judge({ value }).feedback.map(({ code }) => code);
const pairs = (edges: readonly (readonly [string, string])[]) => edges as readonly (readonly string[])[];
const without = (...left: string[]) => pairs(edgesWithoutTau.filter(([a, b]) => !left.includes(`${a} ${b}`)));
const oneTau = edgesWithTau.flatMap(([a, b]): [string, string][] =>
  b === "tau2" ? [[a, "h2"]] : a === "tau2" ? [] : [[a, b]],
);

const dot =
  "digraph { W -> h1; U -> h1; x1 -> h1; h0 -> h1; {V h1} -> y1; W -> h2; U -> h2; x2 -> h2; h1 -> h2; V -> y2; h2 -> y2 }";

describe("right in any form", () => {
  test.each<[string, Json]>([
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
    ["lines", "h0, x1, W, U -> h1\nh1, V -> y1\nh1, x2, W, U -> h2\nh2, V -> y2"],
    ["one line of arrows", edgesWithoutTau.map(([a, b]) => `${a} -> ${b}`).join(", ")],
    ["bullets and captions", "Step 1:\n- h0, x1, W, U → h1\n- h1, V → y1\nStep 2: h1, x2, W, U → h2; h2, V → y2"],
    ["backward arrows", "h1 <- h0, x1, W, U\ny1 ← h1, V\nh2 <- h1, x2, W, U\ny2 <- h2, V"],
    ["ordered pairs in brackets", edgesWithoutTau.map(([a, b]) => `(${a}, ${b})`).join(", ")],
    ["a set of ordered pairs", `E = {${edgesWithoutTau.map(([a, b]) => `(${a},${b})`).join(",")}}`],
    [
      "chains",
      "h0 -> h1 -> h2 -> y2, h1 -> y1, V -> y1, V -> y2, W -> h1, W -> h2, U -> h1, U -> h2, x1 -> h1, x2 -> h2",
    ],
    ["LaTeX arrows", "h_0, x_1, W, U \\to h_1; h_1, V \\rightarrow y_1; h_1, x_2, W, U \\to h_2; h_2, V \\to y_2"],
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
    ["one W1 for all steps", edgesWithoutTau.map(([a, b]) => [a === "W" ? "W_1" : a, b])],
    ["a loss after the outputs", [...pairs(edgesWithoutTau), ["y1", "L"], ["y2", "L"]]],
    ["DOT", dot],
    [
      "DOT, strict, named, chained",
      'strict digraph "my graph" {\n rankdir=LR;\n node [shape=circle, label="x"];\n // forward\n {W U x1 h0} -> h1 -> y1 [color=red]\n {W; U; x2; h1} -> h2 -> y2\n V -> {y1 y2}; # end\n}',
    ],
    [
      "DOT with labels",
      'digraph { a [label="h0"]; b [label="h_1"] c [label=<h<sub>2</sub>>]; a -> b -> c; {W,U,x1} -> b; {W U x2} -> c; b:e -> y1:w; c -> y2; V -> {y1 y2} }',
    ],
    [
      "DOT with subgraphs",
      "digraph G { subgraph cluster_1 { h0 -> h1; x1 -> h1; W -> h1; U -> h1; h1 -> y1 } subgraph { h1 -> h2 x2 -> h2 W -> h2 U -> h2 h2 -> y2 } V -> y1 V -> y2 /* done */ }",
    ],
    ["DOT, arrow drawn backwards", dot.replace("h1 -> h2", "h2 -> h1 [dir=back]")],
    ["DOT without the last brace", dot.replace(/\}$/, "")],
    ["DOT in a code block", `\`\`\`dot\n${dot}\n\`\`\``],
    ["DOT with brackets", dot.replace(/([hxy])(\d)/g, "$1[$2]")],
    [
      "Mermaid",
      "graph LR\n W & U & x1 & h0 --> h1\n h1 & V --> y1\n W --> h2; U --> h2; x2 --> h2; h1 --> h2\n h2 --> y2\n V --> y2",
    ],
    [
      "Mermaid, shapes and texts",
      '%% my graph\nflowchart TD\n A[h0] --> B((h1)) --> C{{"h_2"}}\n subgraph one [Step 1]\n x1(x_1) -->|U| B\n end\n W -.-> B & C\n U ==> B\n U -- text --> C\n x2([x2]) ---> C\n B --> y1:::out\n C --> y2\n V --> y1 & y2\n classDef out fill:#fff;\n style A fill:#f9f\n',
    ],
    [
      "Mermaid, indices in brackets",
      "flowchart LR\n h[0] & x[1] & W & U --> h[1]\n h[1] & V --> y[1]\n h[1] & x[2] & W & U --> h[2]\n h[2] & V --> y[2]",
    ],
    [
      "weights on the arrows",
      'digraph { h0 -> h1 [label=W]; h1 -> h2 [label=W]; x1 -> h1 [label=U]; x2 -> h2 [label="U"]; h1 -> y1 [label=V]; h2 -> y2 [label=V] }',
    ],
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

describe("mistakes", () => {
  const folded = "digraph { x -> h; h -> h; W -> h; U -> h; h -> y; V -> y }";
  test.each<[string, Json, string, number, string]>([
    ["recurrent edge missing", without("h1 h2"), "partial", 5.5, "graph.recurrent-missing"],
    [
      "recurrent edge missing, with tau",
      pairs(edgesWithTau.filter(([a, b]) => a !== "h1" || b !== "tau2")),
      "partial",
      5.5,
      "graph.recurrent-missing",
    ],
    ["initial state missing", without("h0 h1"), "partial", 5.5, "graph.missing-edges"],
    ["all reversed", pairs(edgesWithoutTau).map(([a, b]) => [b ?? "", a ?? ""]), "incorrect", 0, "graph.reversed"],
    [
      "all reversed, with tau",
      pairs(edgesWithTau).map(([a, b]) => [b ?? "", a ?? ""]),
      "incorrect",
      0,
      "graph.reversed",
    ],
    ["one reversed", [...without("h1 h2"), ["h2", "h1"]], "partial", 5, "graph.reversed"],
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
    ["outputs fed back", [...without("h1 h2"), ["y1", "h2"]], "partial", 5, "graph.extra-edges"],
    ["an output left out", pairs(edgesWithoutTau.filter(([, b]) => b !== "y2")), "partial", 5, "graph.output-missing"],
    ["a slip in a name", [...without("x2 h2"), ["xx2", "h2"]], "partial", 5, "graph.unknown-node-nearest"],
    ["a bias", [...pairs(edgesWithoutTau), ["foobar", "h1"]], "partial", 5.5, "graph.unknown-node"],
    ["folded", folded, "incorrect", 0, "graph.not-unrolled"],
    ["a loop", [...without("h1 h2"), ["h1", "h1"]], "partial", 5, "graph.self-loop"],
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
    ["an adjacency object", { h1: ["h0"] }, "invalid", 0, "graph.not-a-graph"],
    ["a list of names", ["h0", "h1"], "invalid", 0, "graph.bad-entry"],
    ["triples of nodes", [["a", "b", "c", "d"]], "invalid", 0, "graph.bad-entry"],
    ["numbers", [[1, 2]], "invalid", 0, "graph.bad-entry"],
    ["broken DOT", "digraph { W -> > h1 }", "invalid", 0, "graph.unreadable"],
    ["broken Mermaid", "graph LR\n A --> \n--> B", "invalid", 0, "graph.unreadable"],
    ["too many arrows", Array.from({ length: 5001 }, () => ["a", "b"]), "invalid", 0, "graph.too-large"],
    ["too long a text", "a -> b\n".repeat(10_000), "invalid", 0, "graph.too-long"],
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
    for (const value of [null, "", []]) expect(judge({ value }).verdict).toBe("missing");
  });

  test("a hint names no missing arrow", () => {
    const hints = judge({ value: without("h1 h2", "V y2") }).feedback.filter(({ level }) => level !== "full");
    expect(JSON.stringify(hints)).not.toMatch(/h1|V/);
    expect(codes(without("h1 h2"))).toContain("graph.solution");
  });

  test("the place of what cannot be read", () => {
    const [feedback] = judge({ value: "digraph {\n  W -> > h1\n}" }).feedback;
    expect(feedback?.params).toMatchObject({ line: 2, column: 8 });
  });
});

describe("properties", () => {
  const shuffled = fc.shuffledSubarray([...edgesWithoutTau], { minLength: 1 });

  test("order, notation and format change nothing", () => {
    fc.assert(
      fc.property(shuffled, (edges) => {
        const { points, verdict } = judge({ value: pairs(edges) });
        const forms: Json[] = [
          edges.map(([a, b]) => `${a} -> ${b}`).join("\n"),
          `digraph { ${edges.map(([a, b]) => `"${a}" -> ${b}`).join("; ")} }`,
          `flowchart LR\n${edges.map(([a, b]) => `${a} --> ${b}`).join("\n")}`,
          edges.map(([a, b]) => [a.replace(/(\d)/, "_{$1}"), b.replace(/(\d)/, "[$1]")]),
        ];
        for (const value of forms) expect(judge({ value })).toMatchObject({ points, verdict });
      }),
    );
  });

  test("fewer right arrows never earn more, and only all of them earn everything", () => {
    fc.assert(
      fc.property(shuffled, (edges) => {
        const all = judge({ value: pairs(edges) });
        expect(all.verdict === "correct").toBe(edges.length === edgesWithoutTau.length);
        expect(judge({ value: pairs(edges.slice(1)) }).points).toBeLessThanOrEqual(all.points);
      }),
    );
  });

  const word = fc.constantFrom("h0", "h1", "h2", "W", "W1", "tau1", "x1", "y2", "s", "h", "??", "", "z9");
  const anything: fc.Arbitrary<Json> = fc.oneof(
    fc.jsonValue() as fc.Arbitrary<Json>,
    fc.array(fc.tuple(word, word), { maxLength: 40 }),
    fc
      .array(fc.constantFrom(...'{}[]();,-->:="\n|&h1Wx&%'.split(""), "digraph {", "graph LR\n", " -> ", " --> "), {
        maxLength: 60,
      })
      .map((parts) => parts.join("")),
    fc.string().map((text) => `digraph { ${text}`),
    fc.string().map((text) => `graph LR\n ${text}`),
  );

  test("anything: no exception, points within bounds", () => {
    fc.assert(
      fc.property(anything, (value) => {
        const { points, verdict } = judge({ value });
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points === 6).toBe(verdict === "correct");
        if (verdict === "invalid") expect(points).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  const filled = (piece: string) => piece.repeat(Math.floor(29_000 / piece.length));

  test.each<[string, Json]>([
    ["nested braces", `digraph ${filled("{")}`],
    ["nested groups", `digraph { ${filled("{a -> b -> ")}`],
    ["attribute lists", `digraph { {${"a ".repeat(70)}} -> {${"b ".repeat(70)}} ${filled("[label=x]")} }`],
    ["comma lists", `digraph { ${filled("a,")} }`],
    ["groups", `digraph { ${filled("{a b c d e f g h} -> ")} a }`],
    ["commas in a line", `${filled("a,")} -> b`],
    ["open comments", filled("/* ")],
    ["open quotes", `digraph { ${filled('"')}`],
    ["open HTML", `digraph { ${filled("<")}`],
    ["code fence and line breaks", `\`\`\`${filled("\n")}x`],
    ["dashes", `graph LR\nA ${filled("-")}`],
    ["texts on links", `graph LR\n${filled("A -- ")}`],
    ["a complete graph of helpers", Array.from({ length: 4900 }, (_, i) => [`n${i % 70}`, `n${Math.floor(i / 70)}`])],
    [
      "helpers between all quantities",
      [...kinds.keys()].flatMap((a) =>
        Array.from({ length: 200 }, (_, i) => [
          [a, `n${i}`],
          [`n${i}`, a],
        ]).flat(),
      ),
    ],
  ])(
    "hostile: %s ends",
    (_, value) => {
      expect(judge({ value }).verdict).not.toBe("correct");
    },
    2000,
  );
});
