/** The place of a slip in the student's own formula, what it is worth, and how a formula was read where brackets are missing. */

import { describe, expect, test } from "vitest";
import { builtInExercise } from "../../../src/cli/exerciseFiles.ts";
import { grade } from "../../../src/grading/grade.ts";
import { exerciseFromData } from "../../../src/kinds/read.ts";

const ex2 = builtInExercise("ex2");
const right = "y2*V*h0*(1-tanh(tau1)^2) + y1*V*(1-tanh(tau2)^2)*(h1 + W*h0*(1-tanh(tau1)^2))";

function itemOf(answer: string) {
  const item = grade(ex2, { dz_dW: answer }).items[0];
  const place = item?.feedback.find((one) => one.place)?.place;
  return { ...item, pointedAt: place?.line.slice(place.start, place.end) };
}

describe("a single slip keeps half of the points, and is pointed at", () => {
  test.each([
    ["tau1)^2) + y1", "tau1)^3) + y1", "3"],
    ["1-tanh(tau2)", "1+tanh(tau2)", "+"],
    ["(h1 +", "(h2 +", "h2"],
    ["(h1 +", "(h1 -", "-"],
    ["W*h0", "W*h1", "h1"],
    ["y1*V", "y2*V", "y2"],
    ["y2*V*h0", "y2*V*h0*W", "W"],
    ["y2*V", "2*y2*V", "2"],
    ["W*h0*(1", "h0*(1", "h0*(1-tanh(tau1)^2)"],
    ["y1*V*", "y1*", "y1*(1-tanh(tau2)^2)*(h1 + W*h0*(1-tanh(tau1)^2))"],
    ["(1-tanh(tau2)^2)*", "", "y1*V*(h1 + W*h0*(1-tanh(tau1)^2))"],
  ])("%s → %s", (from, to, pointedAt) => {
    expect(itemOf(right.replace(from, to))).toMatchObject({ verdict: "partial", points: 3, pointedAt });
  });

  test.each([
    ["y₂ V h₀ (1 − tanh² τ₁) + y₁ V (1 − tanh³ τ₂)(h₁ + W h₀ (1 − tanh² τ₁))", "³"],
    ["y_2 V h_0 (1-\\tanh^2 \\tau_1) + y_1 V (1-\\tanh^2 \\tau_2)(h_2 + W h_0 (1-\\tanh^2 \\tau_1))", "h_2"],
    ["dz/dW = y2*V*h0*(1-tanh(tau1)^2)\n+ y1*V*(1-tanh(tau2)^2)*(h1 - W*h0*(1-tanh(tau1)^2))", "-"],
  ])("in any notation: %s", (answer, pointedAt) => {
    expect(itemOf(answer)).toMatchObject({ verdict: "partial", points: 3, pointedAt });
  });

  test.each(["%", "  %", "dz/dW = %", "% + 30 - 30", "% - 1005 + 1005"])("however it is said again: %s", (said) => {
    const answer = said.replace("%", right.replace("(h1 +", "(h_2 +"));
    expect(itemOf(answer)).toMatchObject({ verdict: "partial", points: 3, pointedAt: "h_2" });
  });

  test.each(["% + 1005 - 1005", "1005 + % - 1005", "(% + 1005) - 1005"])("nothing is wrong with %s", (said) => {
    expect(itemOf(said.replace("%", right))).toMatchObject({ verdict: "correct", feedback: [] });
  });

  test.each([
    ["y1*y2", "y1*W", "what is no slip"],
    [right, `${right} + y1`, "a term too many"],
    [right, `${right} + 1`, "a number too many"],
  ])("%s, %s: nothing for %s", (_, answer) => {
    const { verdict, points } = itemOf(answer);
    expect([verdict, points]).toEqual(["incorrect", 0]);
  });

  test("what is missing has no place", () => {
    expect(itemOf(right.replace(" + W*h0*(1-tanh(tau1)^2)", ""))).toMatchObject({ points: 3, pointedAt: undefined });
  });
});

function literal(expression: string) {
  const question = { id: "q", kind: "expression", points: 1, reference: { expression } };
  return exerciseFromData({ id: "q", title: "-", statement: "-", questions: [question] });
}

describe("how it was read", () => {
  test.each([
    ["w/2", "1/2w", "correct", "(1/2)*w", "1/(2*w)"],
    ["1/(2*w)", "1/2w", "incorrect", "(1/2)*w", "1/(2*w)"],
    ["a/(b*c)", "a/b*c", "incorrect", "(a/b)*c", "a/(b*c)"],
    ["tanh(x*y)", "tanh x*y", "incorrect", "tanh(x)*y", "tanh(x*y)"],
    ["h1^2", "-h1^2", "incorrect", "-(h1^2)", "(-h1)^2"],
    ["h1^2", "−h₁²", "incorrect", "-(h1^2)", "(-h1)^2"],
    ["(2^-x)^2", "2^-x^2", "incorrect", "2^(-x^2)", "(2^-x)^2"],
    ["(x^y)^z", "x^y^z", "incorrect", "x^(y^z)", "(x^y)^z"],
  ])("for %s, %s is %s: %s, not %s", (reference, answer, verdict, readAs, meant) => {
    const item = grade(literal(reference), { q: answer }).items[0];
    expect(item?.verdict).toBe(verdict);
    expect(item?.feedback.map(({ message }) => message)).toEqual([
      `This was read as ${readAs}. If you mean ${meant}, write the brackets.`,
    ]);
  });

  test.each([
    ["w/2", "(1/2)w"],
    ["a*c/b", "a/b*c"],
    ["-h1^2", "-h1^2"],
    ["w/2", "0.5w"],
  ])("of %s, %s leaves no doubt", (reference, answer) => {
    expect(grade(literal(reference), { q: answer }).items[0]).toMatchObject({ verdict: "correct", feedback: [] });
  });
});

test.each([
  ["x/3", "0.3333333333*x", "1/3"],
  ["x/3 + y", "0,333x + y", "1/3"],
  ["2*x/3", "0.6666666667x", "2/3"],
  ["x/7", "0.142857142857 x", "1/7"],
  ["x*(1/3 + y/6)", "(0.333333 + 0.166667y)*x", "1/3"],
])("for %s, a number in %s is %s rounded", (reference, answer, fraction) => {
  const item = grade(literal(reference), { q: answer }).items[0];
  expect(item).toMatchObject({ verdict: "incorrect", points: 0 });
  expect(item?.feedback[0]?.message).toContain(`is ${fraction} rounded`);
});

test("a fraction that is rounded where doubles end is right, and told", () => {
  const item = grade(literal("x/3"), { q: "0.3333333333333333*x" }).items[0];
  expect(item).toMatchObject({ verdict: "correct", feedback: [{ code: "expression.rounded-fraction" }] });
});

test.each([
  ["x/8", "0.125x"],
  ["x/3", "0.25x"],
  ["x*pi", "3.14x"],
])("for %s, nothing in %s is a rounded fraction", (reference, answer) => {
  const { feedback = [] } = grade(literal(reference), { q: answer }).items[0] ?? {};
  expect(feedback.map(({ code }) => code)).not.toContain("expression.rounded-fraction");
});
