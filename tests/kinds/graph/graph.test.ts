/** What holds for any drawing at all. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/kinds/judgement.ts";
import { judge, pairs } from "./graphs.ts";
import { edgesWithoutTau, kinds } from "./model.ts";

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
