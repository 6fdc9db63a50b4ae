/** What follows from earlier answers of the same submission: a table of submissions. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Derivation } from "../../src/exercises/derivation.ts";
import { exerciseFromData, readExercise } from "../../src/exercises/read.ts";
import { roundedAnyhow } from "../../src/grading/carriedError.ts";
import { leavesDifficulty } from "../../src/grading/difficulty.ts";
import { grade } from "../../src/grading/grade.ts";
import type { ReportItem } from "../../src/grading/report.ts";
import { recompute } from "../../src/grading/stated.ts";

const data = {
  id: "chain",
  title: "-",
  statement: "-",
  model: {
    parameters: ["a", "b"],
    inputs: ["x"],
    steps: 2,
    equations: {
      "h[t]": "tanh(a*x[t] + b*h[t-1])",
      "y[t]": "h[t]",
      L: "sum(h[t]^2)",
      p: "prod(h[t])",
    },
  },
  cases: { one: { a: 1, b: 0.8, x: [0.5, -1], h0: 0 } },
  questions: [
    ...["h1", "h2", "L"].map((value) => ({ id: value, reference: { value } })),
    { id: "da", reference: { gradient: "L", wrt: "a" } },
    { id: "twice", reference: { value: "2*L + h1" } },
    { id: "again", reference: { value: "y1" } },
    { id: "product", reference: { value: "p" } },
  ].map((question) => ({ ...question, kind: "number", points: 1, tolerance: { decimals: 3 } })),
};

const exercises = {
  ex6: readExercise(readFileSync(new URL("../../exercises/ex6/exercise.yaml", import.meta.url), "utf8")),
  chain: exerciseFromData(data),
  strict: exerciseFromData({ ...data, carry: false }),
};

type Row = [answers: Record<string, unknown>, outcomes: Record<string, string>];
const rows = parse(readFileSync(new URL("carried.yaml", import.meta.url), "utf8")) as Record<string, Row[]>;

function outcome(item: ReportItem | undefined): string {
  if (item?.verdict === "missing" || item?.verdict === "invalid") return item.verdict;
  if (item?.verdict !== "correct") return "wrong";
  const [code] = item.feedback.map((entry) => entry.code);
  return code === undefined ? "right" : code.replace("number.", "");
}

describe.each(Object.entries(rows))("%s", (id, list) => {
  it.each(list)("%j", (answers, outcomes) => {
    const { items } = grade(exercises[id as keyof typeof exercises], { answers });
    const found = Object.keys(outcomes).map((question) => [question, outcome(items.find((i) => i.id === question))]);
    expect(Object.fromEntries(found)).toEqual(outcomes);
  });
});

describe("a computation from stated values", () => {
  it("leaves the graph as it is", () => {
    const derivation = new Derivation(exercises.chain);
    const { unrolled, nodes } = derivation.gradient("L", ["a"]);
    const target = { unrolled, node: nodes[0] as number, caseName: undefined };
    const once = (value: number) => {
      const stated = [
        { name: "h1", value, isRight: false, isCarried: false, unrounded: value, from: value, to: value },
      ];
      leavesDifficulty(derivation, target, stated, { decimals: 2 });
      const from = recompute(derivation, target, stated);
      return [...roundedAnyhow(from, { decimals: 2 }, [from.value])].length;
    };
    expect(once(0.1)).toBeGreaterThan(0);
    const size = unrolled.graph.size;
    for (let i = 0; i < 50; i++) once(i / 7);
    expect(unrolled.graph.size).toBe(size);
  });
});
