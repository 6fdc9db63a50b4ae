/** A name that an exercise declares is a quantity, whatever else it spells and however it is written. */

import { expect, test } from "vitest";
import { greekLetters } from "../../src/engine/names.ts";
import { trace } from "../../src/exercises/trace.ts";
import { grade } from "../../src/grading/grade.ts";
import { readExercise } from "../../src/kinds/read.ts";

const greek = [...new Set(greekLetters.values())];

const base = { id: "own", title: "Own", statement: "A statement" };

function own(exercise: object) {
  return readExercise(JSON.stringify({ ...base, ...exercise }));
}

function verdict(exercise: object, answer: unknown): string | undefined {
  return grade(own(exercise), { q: answer }).items[0]?.verdict;
}

test.each([...greek, "e", "pi", "T", "I", "log", "step", "sign", "ln", "sin"])(
  "a parameter %s is its value",
  (name) => {
    const number = { id: "q", kind: "number", points: 1, reference: { value: "L", case: "one" } };
    const exercise = {
      model: { parameters: ["a", name], equations: { L: `a*${name}^2` } },
      cases: { one: { a: 2, [name]: 3 } },
      questions: [number],
    };
    expect(verdict(exercise, 18)).toBe("correct");
    const derivative = { id: "q", kind: "expression", points: 1, reference: { derivative: "L", wrt: name } };
    expect(verdict({ ...exercise, questions: [derivative] }, `2*a*${name}`)).toBe("correct");
    expect(verdict({ ...exercise, questions: [derivative] }, "2*a")).toBe("incorrect");
  },
);

test.each(["e", "pi", "sigma", "σ", "lambda", "step"])("a sequence %s has members", (name) => {
  const exercise = own({
    model: {
      parameters: ["w"],
      inputs: ["x"],
      steps: 2,
      equations: { [`${name}[t]`]: `w*${name}[t-1] + x[t]`, L: `sum(${name}[t])` },
    },
    cases: { one: { w: 2, x: [1, 1], [`${name}0`]: 1 } },
    questions: [{ id: "q", kind: "number", points: 1, reference: { value: `${name}[2]`, case: "one" } }],
  });
  expect(trace(exercise, { case: "one" }).outputs).toEqual({ L: 10 });
  expect(grade(exercise, { q: 7 }).items[0]?.verdict).toBe("correct");
});

test.each([
  ["h_1", "τ_2"],
  ["h₁", "\\tau_2"],
  ["h[1]", "tau2"],
])("a list may be stated as %s and %s", (...names) => {
  const exercise = { questions: [{ id: "q", kind: "names", points: 1, reference: { names } }] };
  expect(verdict(exercise, ["h1", "tau2"])).toBe("correct");
  expect(verdict(exercise, ["h1"])).toBe("partial");
});

test("questions and cases name quantities in any spelling", () => {
  const exercise = {
    model: { parameters: ["ω"], inputs: ["x"], equations: { "τ[t]": "ω*τ[t-1] + x[t]", L: "τ[T]" } },
    cases: { one: { ω: 2, τ_0: 3, x: [1] } },
    questions: [{ id: "q", kind: "number", points: 1, reference: { gradient: "L", wrt: "ω", case: "one" } }],
  };
  expect(verdict(exercise, 3)).toBe("correct");
  const stored = { id: "q", kind: "names", points: 1, reference: { stored: { of: "L", wrt: "ω", list: true } } };
  expect(verdict({ ...exercise, questions: [stored] }, ["τ_0"])).toBe("correct");
});

test.each([
  ["(x+y)^2 - (x-y)^2 - 4xy", "0", "correct"],
  ["4xy + x + y", "4*x*y + x + y", "correct"],
  ["4xy", "4*xy", "correct"],
  ["lambda*x", "λ x", "correct"],
  ["sigma*x + mu", "σ*x + μ", "correct"],
  ["sigma(x)", "1/(1+exp(-x))", "correct"],
  ["e^x", "exp(x)", "correct"],
])("of the literal %s, %s is %s", (expression, answer, expected) => {
  const exercise = { questions: [{ id: "q", kind: "expression", points: 1, reference: { expression } }] };
  expect(verdict(exercise, answer)).toBe(expected);
});

test("a literal may declare a name that spells a constant", () => {
  const reference = { expression: "e*x" };
  const questions = [{ id: "q", kind: "expression", points: 1, reference, variables: { e: "positive", x: "real" } }];
  expect(verdict({ questions }, "x*e")).toBe("correct");
  expect(verdict({ questions }, "exp(1)*x")).toBe("incorrect");
});

test.each([
  ["d0", { "h[t]": "tanh(W*d[t-1])", L: "h[1]" }, "(1-h1^2)*d0"],
  ["h[-1]", { "h[t]": "W*h[t-2]", L: "h[1]" }, "h[-1]"],
  ["h_{-1}", { "h[t]": "W*h[t-2]", L: "h[1]" }, "h_{-1}"],
  ["x3", { "h[t]": "W*x[t+1]", L: "h[2]" }, "x3"],
])("an answer may hold %s, which an equation reads", (_, equations, answer) => {
  const question = { id: "q", kind: "expression", points: 1, reference: { derivative: "L", wrt: "W" } };
  const model = { parameters: ["W"], inputs: ["d", "x"], steps: 2, equations };
  expect(verdict({ model, questions: [question] }, answer)).toBe("correct");
});

test.each(["h3", "y0", "tau0", "x3", "x"])("a model of two steps has no %s", (name) => {
  const equations = { "tau[t]": "W*h[t-1] + x[t]", "h[t]": "tanh(tau[t])", "y[t]": "h[t]", L: "sum(y[t])" };
  const question = { id: "q", kind: "expression", points: 1, reference: { derivative: "L", wrt: "W" } };
  const model = { parameters: ["W"], inputs: ["x"], steps: 2, equations };
  expect(verdict({ model, questions: [question] }, `h0*(1-h1^2) + ${name} - ${name}`)).toBe("invalid");
});

test("two layers h and h2 are told apart", () => {
  const equations = { "h[t]": "tanh(h[t-1] + x[t])", "h2[t]": "tanh(h2[t-1] + h[t])", L: "sum(h2[t])" };
  const exercise = own({
    model: { inputs: ["x"], steps: 2, equations },
    cases: { one: { x: [1, -1], h0: 0, "h2[0]": 0 } },
    questions: [
      { id: "q", kind: "number", points: 1, reference: { value: "h2[2]", case: "one" }, tolerance: { decimals: 3 } },
    ],
  });
  const [h1, h2] = [Math.tanh(1), Math.tanh(Math.tanh(1) - 1)];
  const second = Math.tanh(Math.tanh(h1) + h2);
  expect(grade(exercise, { q: second.toFixed(3) }).items[0]?.verdict).toBe("correct");
  expect(trace(exercise).values).toMatchObject({ h2: expect.closeTo(h2, 12), "h2[2]": expect.closeTo(second, 12) });
});

test("a start value may be a parameter", () => {
  const equations = { "h[t]": "tanh(W*h[t-1] + x[t])", L: "h[T]" };
  const exercise = {
    model: { parameters: ["W", "h0"], inputs: ["x"], steps: 1, equations },
    cases: { one: { W: 0.5, h0: 2, x: [0.25] } },
    questions: [{ id: "q", kind: "expression", points: 1, reference: { derivative: "L", wrt: "h0" } }],
  };
  expect(verdict(exercise, "W*(1-h1^2)")).toBe("correct");
  expect(trace(own(exercise)).gradients.L?.h0).toBeCloseTo(0.5 * (1 - Math.tanh(1.25) ** 2), 12);
});

test.each([{ optional: ["h3", "x1", "x3", "tau9"] }, { optional: ["zz", "Q"] }])(
  "a list may name more than the model has: $optional",
  ({ optional }) => {
    const equations = { "tau[t]": "W*h[t-1] + x[t]", "h[t]": "tanh(tau[t])", z: "sum(h[t])" };
    const question = { id: "q", kind: "names", points: 1, reference: { stored: { of: "z", wrt: "W" } }, optional };
    expect(() =>
      own({ model: { parameters: ["W"], inputs: ["x"], steps: 2, equations }, questions: [question] }),
    ).not.toThrow();
  },
);

test("values may be fractions, and their number is that of the steps", () => {
  const model = { inputs: ["x"], equations: { "h[t]": "h[t-1] + x[t]", L: "h[T]" } };
  const question = { id: "q", kind: "number", points: 1, reference: { value: "L", case: "one" } };
  expect(verdict({ model, cases: { one: { h0: 0, x: ["1/4", 0.5, "1/4"] } }, questions: [question] }, 1)).toBe(
    "correct",
  );
});
