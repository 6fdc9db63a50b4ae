/** Wrong answers that nobody's mistake leads to: hardly any may be told one that was not made. */

import { describe, expect, it } from "vitest";
import { Derivation } from "../../src/exercises/derivation.ts";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { grade } from "../../src/grading/grade.ts";
import { numberValue } from "../../src/kinds/number/computation.ts";
import type { NumberQuestion } from "../../src/kinds/number/question.ts";
import { exercises } from "./exercises.ts";

/** Numbers in [0, 1) that are the same in every run. */
function drawn(): () => number {
  let state = 20_261;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

function codesOf(exercise: Exercise, id: string, answer: string): readonly string[] {
  const item = grade(exercise, { answers: { [id]: answer } }).items.find((one) => one.id === id);
  return item?.verdict === "correct" ? [] : (item?.feedback.map(({ code }) => code) ?? []);
}

const numbers = [...exercises].flatMap(([id, exercise]) => {
  const asked = exercise.questions.filter(({ kind }) => kind === "number") as NumberQuestion[];
  return asked.filter(({ reference }) => "value" in reference).map((question) => ({ id, exercise, question }));
});

describe.each([
  [1, 0.06],
  [2, 0.05],
  [4, 0.03],
])("random numbers of %i digits", (digits, share) => {
  it("are hardly ever told a mistake", () => {
    const random = drawn();
    const answers = numbers.flatMap(({ exercise, question }) => {
      const exact = numberValue(new Derivation(exercise), question.reference);
      return Array.from({ length: 20 }, () => {
        const value = exact * (1 + 1.4 * (random() - 0.5));
        return codesOf(exercise, question.id, value.toPrecision(digits));
      });
    });
    const named = answers.filter((codes) => codes.some((code) => code.startsWith("mistake.")));
    expect(named.length / answers.length).toBeLessThan(share);
  });
});

describe("random formulas", () => {
  const ex2 = exercises.get("ex2") as Exercise;
  it("are hardly ever told a mistake", () => {
    const random = drawn();
    const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
    const atom = () => pick(["y1", "y2", "V", "W", "h0", "h1", "(1-h1^2)", "(1-h2^2)", "(1-tanh(tau1)^2)"]);
    const term = () => Array.from({ length: 1 + Math.floor(random() * 4) }, atom).join("*");
    const answers = Array.from({ length: 60 }, () =>
      codesOf(ex2, "dz_dW", `${term()}${pick([" + ", " - "])}${term()}${pick(["", ` + ${term()}`])}`),
    );
    expect(answers.filter((codes) => codes.some((code) => code.startsWith("mistake."))).length).toBeLessThan(3);
  });
});

describe("a quantity that only the author knows", () => {
  const exercise = exercises.get("ex2") as Exercise;
  const text = exercise.statement.en.replaceAll("U x_t", "3 x_t");
  const statement = { en: text, de: text };
  const answer = "y2*V*x1*(1-tanh(tau1)^2) + y1*V*(1-tanh(tau2)^2)*(x2 + W*x1*(1-tanh(tau1)^2))";
  it("is in no message", () => {
    expect(codesOf(exercise, "dz_dW", answer)).toContain("mistake.other-quantity");
    expect(codesOf({ ...exercise, statement }, "dz_dW", answer)).not.toContain("mistake.other-quantity");
  });
});
