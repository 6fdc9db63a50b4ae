/** A worked solution ends at what is graded as right, whatever the exercise's numbers, and follows every change. */

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { evaluate } from "mathjs";
import { describe, expect, test } from "vitest";
import { loadExercise } from "../../src/cli/exerciseFiles.ts";
import { Derivation } from "../../src/exercises/derivation.ts";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { AuthoredText } from "../../src/exercises/read.ts";
import type { Step } from "../../src/exercises/steps.ts";
import { grade } from "../../src/grading/grade.ts";
import { kinds } from "../../src/kinds/index.ts";
import { exerciseFromData, readExercise } from "../../src/kinds/read.ts";
import type { Text } from "../../src/messages/message.ts";

function stepsOf(exercise: Exercise, id: string): readonly Step[] {
  const question = exercise.questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return kinds[question.kind]?.solution(question, new Derivation(exercise)).steps ?? [];
}

/** The formulas of each step, and `≈` before what is rounded. */
function formulas(exercise: Exercise, id: string): readonly string[] {
  return stepsOf(exercise, id).flatMap(({ equal, rounded }) =>
    equal === undefined ? [] : equal.join(" = ") + (rounded === undefined ? "" : ` ≈ ${rounded}`),
  );
}

const read = (text: string) => readExercise(new AuthoredText(text));
const source = (id: string) => readFileSync(new URL(`../../exercises/${id}/exercise.yaml`, import.meta.url), "utf8");

const folders = readdirSync(new URL("../../exercises/", import.meta.url), { withFileTypes: true });
const ids = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);

describe.each(ids)("%s", (id) => {
  test("ends at right answers", async () => {
    const exercise = await loadExercise(id);
    for (const { id: item, kind, ...question } of exercise.questions) {
      const { equal = [], rounded, said } = stepsOf(exercise, item).at(-1) ?? {};
      const { modelAnswer, fields: [field = item] = [] } = question as {
        modelAnswer?: Text;
        fields?: readonly string[];
      };
      const answers =
        {
          number: [rounded ?? equal.at(-1)],
          expression: [equal.at(-1)],
          text: [modelAnswer?.en, modelAnswer?.de],
        }[kind] ?? [];
      for (const answer of answers) {
        const graded = grade(exercise, { [field]: answer }).items.find((one) => one.id === item);
        expect([item, answer, graded?.verdict]).toEqual([item, answer, "correct"]);
      }
      if (kind !== "number" && kind !== "expression") expect(said?.in("de")).not.toMatch(/\{\w+\}|undefined/);
    }
  });
});

const gated = {
  id: "gated",
  title: "-",
  model: {
    parameters: ["a", "b", "c"],
    inputs: ["x"],
    equations: {
      "g[t]": "sigmoid(b*x[t] + c)",
      "h[t]": "tanh(a*h[t-1] + c*x[t])*g[t] - b",
      L: "sum((h[t] - x[t])^2)/T",
    },
  },
};
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const number = fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10);

test("the numbers put in lead to the last one", () => {
  const cases = fc.record({
    a: number,
    b: number,
    c: number,
    h0: number,
    x: fc.array(number, { minLength: 1, maxLength: 8 }),
  });
  fc.assert(
    fc.property(cases, fc.constantFrom({ significantFigures: 3 }, { decimals: 2 }), (values, tolerance) => {
      const references = { value: { value: "L" }, sum: { value: "L + h[T]" }, gradient: { gradient: "L", wrt: "c" } };
      const questions = Object.entries(references).map(([id, reference]) => ({
        id,
        kind: "number",
        points: 1,
        reference,
        tolerance,
      }));
      const exercise = exerciseFromData({ ...gated, cases: { one: values }, questions });
      for (const id of Object.keys(references)) {
        const steps = stepsOf(exercise, id);
        const { equal = [], rounded } = steps.at(-1) ?? {};
        expect(grade(exercise, { [id]: rounded ?? equal.at(-1) }).points).toBe(1);
        for (const line of steps) {
          const numeric = (line.equal ?? []).filter((text) => !/[a-z]\d|\b[abchxLT]\b|∂|^d/.test(text));
          const sizes = numeric.map((text) => evaluate(text, { sigmoid }));
          for (const size of sizes)
            expect(Math.abs(size - sizes.at(-1))).toBeLessThan(0.01 * Math.max(1, Math.abs(size)));
          expect(sizes.length).toBeGreaterThan(0);
        }
      }
    }),
    { numRuns: 60 },
  );
});

describe("an exercise that is changed", () => {
  const ex6 = read(source("ex6"));

  test("a forward pass with its numbers", () => {
    expect(formulas(ex6, "set2.h2")).toEqual([
      "h1 = tanh(a*x1 + b*h0 + c) = tanh(1*0.5 + 1*0 + 0) = tanh(0.5) = 0.4621",
      "h2 = tanh(a*x2 + b*h1 + c) = tanh(1*(-1) + 1*0.4621 + 0) = tanh(-0.5379) = -0.4914 ≈ -0.49",
    ]);
  });

  test("another number, another tolerance", () => {
    const changed = source("ex6")
      .replaceAll("a: 1, b: 1, c: 0", "a: 2, b: 1, c: 0")
      .replaceAll("decimals: 2", "decimals: 3");
    expect(formulas(read(changed), "set2.h1")).toEqual([
      "h1 = tanh(a*x1 + b*h0 + c) = tanh(2*0.5 + 1*0 + 0) = tanh(1) = 0.76159 ≈ 0.762",
    ]);
  });

  test("another equation, and a sum in place of a product", () => {
    const changed = source("ex2").replace("z: prod(y[t])", "z: sum(y[t])").replaceAll("tanh(tau[t])", "exp(tau[t])");
    const exercise = read(changed);
    expect(formulas(exercise, "dz_dW").slice(0, 2)).toEqual([
      "∂z/∂y1 * ∂y1/∂h1 * ∂h1/∂tau1 * ∂tau1/∂W = V*exp(tau1)*h0",
      "∂z/∂y2 * ∂y2/∂h2 * ∂h2/∂tau2 * ∂tau2/∂W = V*exp(tau2)*h1",
    ]);
    expect(formulas(exercise, "extra_100").at(-1)).toBe("98*2 = 196");
  });

  test("a gradient is the sum of its ways", () => {
    const question =
      "{ id: da, kind: number, points: 1, reference: { gradient: L, wrt: b, case: set2 }, tolerance: { decimals: 2 } }";
    const asked = read(source("ex6").replace("questions:\n", `questions:\n  - ${question}\n`));
    expect(formulas(asked, "da").slice(-1)).toEqual(["dL/db = 0 - 0.3445 + 0 = -0.3445 ≈ -0.34"]);
    expect(formulas(asked, "da").at(-3)).toMatch(/^∂L\/∂y2 \* ∂y2\/∂h2 \* ∂h2\/∂b = 2\*y2\*.* = -0\.3445$/);
  });

  test("where ways are many it is worked out backwards", () => {
    const changed = source("ex2").replace("steps: 2", "steps: 6").replace("z: prod(y[t])", "z: sum(y[t]) + h[T]^2");
    const lines = formulas(read(changed), "dz_dW");
    expect(lines).toContain("∂z/∂h6 = 2*h6 + ∂z/∂y6 * ∂y6/∂h6");
    expect(lines).toContain("∂z/∂h5 = ∂z/∂y5 * ∂y5/∂h5 + ∂z/∂tau6 * ∂tau6/∂h5");
    expect(lines.at(-1)).toMatch(/^dz\/dW = ∂z\/∂tau6 \* ∂tau6\/∂W \+ .* \+ ∂z\/∂tau1 \* ∂tau1\/∂W( = |$)/);
  });
});
