/** What follows from earlier answers of the same submission: a table of submissions. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Derivation } from "../../../src/exercises/derivation.ts";
import { grade } from "../../../src/grading/grade.ts";
import type { ReportItem } from "../../../src/grading/report.ts";
import { following, leavesDifficulty } from "../../../src/kinds/number/carried.ts";
import type { Computation } from "../../../src/kinds/number/computation.ts";
import { exerciseFromData, readExercise } from "../../../src/kinds/read.ts";

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

/** A gate, and the cell of an LSTM. */
const gated = {
  ...data,
  model: {
    parameters: ["a", "b", "p", "r", ...["wi", "ui", "wf", "uf", "wo", "uo", "wg", "ug"]],
    inputs: ["x", "z"],
    steps: 2,
    equations: {
      "g[t]": "sigmoid(a*x[t] + b*h[t-1])",
      "n[t]": "tanh(p*x[t] + r*h[t-1])",
      "h[t]": "g[t]*n[t] + (1 - g[t])*h[t-1]",
      "in[t]": "sigmoid(wi*z[t] + ui*s[t-1])",
      "f[t]": "sigmoid(wf*z[t] + uf*s[t-1])",
      "o[t]": "sigmoid(wo*z[t] + uo*s[t-1])",
      "new[t]": "tanh(wg*z[t] + ug*s[t-1])",
      "c[t]": "f[t]*c[t-1] + in[t]*new[t]",
      "s[t]": "o[t]*tanh(c[t])",
    },
  },
  cases: {
    one: {
      ...{ a: 1.1, b: -0.8, p: 0.9, r: 0.6, x: [0.7, -0.4], h0: 0.1 },
      ...{ wi: 0.5, ui: 0.3, wf: -0.4, uf: 0.8, wo: 1.2, uo: -0.6, wg: 0.9, ug: 0.7, z: [1, 0.45], s0: 0, c0: 0.3 },
    },
  },
  questions: ["g1", "n1", "h1", "c2"].map((value) => ({
    ...{ id: value, kind: "number", points: 1, reference: { value } },
    tolerance: { decimals: 2 },
  })),
};

const slopes = {
  ...data,
  cases: { one: { a: 1, b: 1, x: [0.5, -1], h0: 0 } },
  questions: data.questions.map((question) => ({ ...question, tolerance: { decimals: 2 } })),
};

const exercises = {
  ex6: readExercise(readFileSync(new URL("../../../exercises/ex6/exercise.yaml", import.meta.url), "utf8")),
  chain: exerciseFromData(data),
  gated: exerciseFromData(gated),
  slopes: exerciseFromData(slopes),
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

describe("a loss that comes of h1 and h2 with one digit", () => {
  const codes = (answers: Record<string, unknown>) => {
    const loss = grade(exercises.ex6, { answers }).items.find(({ id }) => id === "set2.loss");
    return loss?.feedback.map(({ code }) => code);
  };
  it("may be rounded too early", () => {
    expect(codes({ "set2.loss": "0.50" })).toContain("number.rounded-too-early");
  });
  it("is not where the student's own have two", () => {
    for (const own of [{ "set2.h1": 0.46 }, { "set2.h1": 0.46, "set2.h2": -0.49 }])
      expect(codes({ ...own, "set2.loss": "0.50" })).not.toContain("number.rounded-too-early");
  });
});

describe("a computation from stated values", () => {
  it("leaves the graph as it is", () => {
    const derivation = new Derivation(exercises.chain);
    const { unrolled, nodes } = derivation.gradient("L", ["a"]);
    const computation: Computation = { derivation, unrolled, target: nodes[0] as number, caseName: undefined };
    const once = (value: number) => {
      const stated = [
        { name: "h1", value, isRight: false, isCarried: false, unrounded: value, from: value, to: value },
      ];
      leavesDifficulty(computation, stated, { decimals: 2 });
      return [...following(computation, stated, { decimals: 2 })].length;
    };
    expect(once(0.1)).toBeGreaterThan(0);
    const size = unrolled.graph.size;
    for (let i = 0; i < 50; i++) once(i / 7);
    expect(unrolled.graph.size).toBe(size);
  });
});

describe("a gradient that is tiny because a unit is saturated", () => {
  const saturated = (wrt: string, tolerance: object) => {
    const exercise = exerciseFromData({
      ...data,
      cases: { one: { a: 20, b: 1, x: [0.5, -1], h0: 0 } },
      questions: [{ id: "g", kind: "number", points: 1, reference: { gradient: "L", wrt }, tolerance }],
    });
    return (answer: string) => grade(exercise, { g: answer }).items[0]?.verdict;
  };

  it.each(["a", "b"])("is not 0 where figures count, with respect to %s", (wrt) => {
    for (const tolerance of [{ significantFigures: 2 }, { significantFigures: 8 }, { relative: 0.01 }])
      for (const zero of ["0", "0.0", "0.000"]) expect(saturated(wrt, tolerance)(zero)).toBe("incorrect");
    expect(saturated(wrt, { decimals: 2 })("0.00")).toBe("correct");
  });
});
