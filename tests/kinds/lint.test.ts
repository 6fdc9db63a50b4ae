/** What authors are warned of: what the numbers hide, not what is the same by mathematics; rewarded wrong answers. */

import { describe, expect, test } from "vitest";
import { loadExercise } from "../../src/cli/exerciseFiles.ts";
import { lint } from "../../src/kinds/lint.ts";
import { exerciseFromData } from "../../src/kinds/read.ts";

const model = {
  parameters: ["a", "b"],
  inputs: ["x"],
  steps: 2,
  equations: { "h[t]": "tanh(a*x[t] + b*h[t-1])", L: "sum(h[t]^2)" },
};
const telling = { a: 0.7, b: 0.6, x: [0.5, -0.8], h0: 0.4 };

/** What is said of one question about the model. */
function said(values: object, question: object = {}, more: object = {}) {
  const exercise = exerciseFromData({
    id: "t",
    title: "t",
    model,
    cases: { c: { ...telling, ...values } },
    questions: [
      {
        id: "q",
        kind: "number",
        points: 1,
        reference: { value: "h1", case: "c" },
        tolerance: { decimals: 4 },
        ...question,
      },
    ],
    ...more,
  });
  return lint(exercise).map(({ severity, message }) => `${severity} ${message.in("en")}`);
}

const hidden = (all: readonly string[]) => all.find((one) => one.includes("would pass"));
const own = { id: "other", replace: { "h[t]": "tanh(a*x[t] + b*h[t-1] + 0.01*b)" }, hint: "?" };

test("numbers that show everything hide nothing", () => {
  expect(hidden(said({}))).toBeUndefined();
});

test.each([
  ["the recurrence vanishes with its start", { h0: 0 }, {}, "(h0 = 0)", "mistake.recurrence-missing"],
  ["saturation", { a: 90, x: [1, 1] }, {}, "here:", "mistake.recurrence-missing"],
  ["tolerance", { h0: 0.001 }, { tolerance: { decimals: 1 } }, "here:", "mistake.recurrence-missing"],
  ["equal weights", { b: 0.7 }, {}, "here:", "mistake.weights-swapped"],
  ["equal inputs", { x: [0.5, 0.5] }, {}, "here:", "mistake.input-reversed"],
])("%s is a warning", (_, values, question, why, mistake) => {
  const found = hidden(said(values, question));
  expect(found).toMatch(/^warning/);
  expect(found).toContain(why);
  expect(found).toContain(mistake);
});

test("who starts from the 0 that is given does nothing wrong", () => {
  for (const named of [{ case: "c" }, {}])
    expect(hidden(said({ h0: 0 }, { reference: { value: "h2", ...named } })) ?? "").not.toContain("initial-state");
});

test("a mistake that changes nothing by mathematics is none", () => {
  // h1 does not depend on x2, nor on how the steps are summed up.
  expect(hidden(said({}))).toBeUndefined();
  const same = { ...own, replace: { L: "h[1]^2 + h[2]^2" } };
  expect(said({}, { reference: { value: "L", case: "c" } }, { mistakes: [same] }).join()).not.toContain("own.other");
});

test("mistakes that lead to the same wrong answer are told in one line", () => {
  const alike = said({}, { reference: { value: "h2", case: "c" }, tolerance: { decimals: 1 } }).filter((one) =>
    one.includes("told apart"),
  );
  expect(alike).toHaveLength(1);
  expect(alike[0]).toMatch(/^warning .* = mistake\./);
});

test.each([
  ["a wide tolerance", { tolerance: { absolute: 0.5 } }, {}],
  ["the author's own share", {}, { mistakes: [{ ...own, replace: { "h[t]": "a*x[t]" }, share: 1 }] }],
])("a wrong answer that gets full points by %s is an error", (_, question, more) => {
  expect(said({}, question, more)).toContainEqual(expect.stringMatching(/^error Wrong answers get full points: /));
});

test("own mistakes are looked at like known ones", () => {
  expect(hidden(said({}, { tolerance: { decimals: 2 } }, { mistakes: [own] }))).toContain("own.other");
});

describe.each(["ex1", "ex2", "ex3", "ex4", "ex5", "ex6", "ex7"])("%s", (id) => {
  test("gives no wrong answer full points", async () => {
    expect(lint(await loadExercise(id)).filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
