/** What must be kept, for outputs and conventions that no exercise has. Figures: what each step adds, times 98. */

import { describe, expect, test } from "vitest";
import { nameOf } from "../../src/engine/print.ts";
import { Derivation } from "../../src/exercises/derivation.ts";
import { numberValue } from "../../src/kinds/number/computation.ts";
import type { NumberQuestion } from "../../src/kinds/number/question.ts";
import { readExercise } from "../../src/kinds/read.ts";

function extra(y: string, z: string, stored: object): number {
  const exercise = readExercise(
    JSON.stringify({
      id: "own",
      title: "Own",
      statement: "A statement",
      model: {
        parameters: ["W", "U", "V", "c"],
        inputs: ["x"],
        steps: 2,
        equations: { "tau[t]": "W*h[t-1] + U*x[t]", "h[t]": "tanh(tau[t])", "y[t]": y, z },
      },
      questions: [
        {
          id: "q",
          kind: "number",
          points: 1,
          reference: { stored: { of: "z", wrt: "W", steps: 100, beyond: 2, ...stored } },
        },
      ],
    }),
  );
  return numberValue(new Derivation(exercise), (exercise.questions[0] as NumberQuestion).reference);
}

test.each(["V*h[t]", "-(V*h[t])", "-V*h[t]", "(1-V)*h[t]", "V^2*h[t]", "x[t]^2*h[t]", "(x[t]+1)*h[t]", "V*x[t]*h[t]"])(
  "y = %s needs nothing that parameters and inputs alone make up",
  (y) => {
    expect(extra(y, "sum(y[t])", { reuse: true })).toBe(98);
  },
);

test.each(["V*h[t]", "V*h[t] + c", "(h[t]+c)*V", "c - V*h[t]/2"])("y = %s is computed again whole", (y) => {
  expect(extra(y, "prod(y[t])", { reuse: true, recompute: "y" })).toBe(98);
});

test("what is computed again from values that are kept anyway costs nothing", () => {
  expect(extra("V*h[t]", "prod(y[t])", { recompute: "tau" })).toBe(196);
  expect(extra("V*h[t]", "prod(y[t])", { recompute: ["tau", "y"] })).toBe(98);
});

describe("a list of what must be stored", () => {
  const listed = (equations: Readonly<Record<string, string>>, wrt: readonly string[], reuse = false) => {
    const exercise = readExercise(
      JSON.stringify({
        id: "own",
        title: "Own",
        statement: "A statement",
        model: { parameters: ["W", "R", "D"], inputs: ["x"], steps: 2, equations },
        questions: [{ id: "q", kind: "names", points: 1, reference: { names: [] } }],
      }),
    );
    const { unrolled, nodes } = new Derivation(exercise).storedNodes({ of: "L", wrt, reuse });
    return nodes.map((node) => nameOf(unrolled.graph, node)).sort();
  };
  const two = { "a[t]": "W*p[t-1]", "p[t]": "tanh(a[t])", "b[t]": "R*q[t-1]", "q[t]": "tanh(b[t])", L: "p[T]*q[T]" };
  const passed = ["a1", "a2", "b1", "b2", "p1", "p2", "q1", "q2"];

  test.each(["0", "0.5"])("holds two start values that are both %s", (start) => {
    expect(listed({ ...two, "p[0]": start, "q[0]": start }, ["W", "R"])).toEqual([...passed, "p0", "q0"].sort());
  });

  test("holds a value under its first name only", () => {
    expect(listed({ ...two, "p[0]": "0.5", "q[0]": "p[0]" }, ["W", "R"])).toEqual([...passed, "p0"].sort());
    const alias = { "a[t]": "W*y[t-1]", "h[t]": "tanh(a[t])", "y[t]": "h[t]", "y[0]": "0", L: "y[T]^2" };
    expect(listed(alias, ["W"], true)).toEqual(["h1", "h2", "y0"]);
  });

  test("holds equal numbers that have names of their own", () => {
    expect(listed({ c: "0.5", d: "0.5", z: "W*c*d", L: "z" }, ["W"])).toEqual(["c", "d"]);
  });

  test.each(["0", "1"])("is empty for what the output does not depend on, whatever starts at %s", (start) => {
    expect(listed({ ...two, "p[0]": start, "q[0]": start, u: "D*p[T]" }, ["D"])).toEqual([]);
  });

  test("is empty where the derivative is a number that is also a start value", () => {
    expect(listed({ "h[0]": "1", "h[t]": "W*h[t-1]", L: "h[T] + D" }, ["D"])).toEqual([]);
  });
});
