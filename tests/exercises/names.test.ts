/** A name that an exercise declares is a quantity, whatever else it spells and however it is written. */

import { expect, test } from "vitest";
import { greekLetters } from "../../src/engine/names.ts";
import { readExercise } from "../../src/exercises/read.ts";
import { trace } from "../../src/exercises/trace.ts";
import { grade } from "../../src/grading/grade.ts";

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
