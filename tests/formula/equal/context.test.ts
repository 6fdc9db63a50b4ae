import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { grade, loadExercise } from "../../../src/index.ts";

const exercise = await loadExercise(fileURLToPath(new URL("../../../exercises/ex2", import.meta.url)));
const right = "y2*V*h0*(1-h1^2)+y1*V*(1-h2^2)*(h1+W*h0*(1-h1^2))";
const part = "y2*V*h0*(1-h1^2)";

/** Verdict, points, points under review, and the codes of what is said. */
function judged(answer: string) {
  const { items } = grade(exercise, { answers: { dz_dW: answer } });
  const { verdict, points, reviewPoints, feedback } = items.find(({ id }) => id === "dz_dW") ?? {};
  return [verdict, points, reviewPoints ?? 0, (feedback ?? []).map(({ code }) => code)] as const;
}

describe("a right formula", () => {
  it.each(["", "dz/dW = ", "dz/dw = ", "∂z/∂W: ", "z' = ", "grad = ", "dW = ", "f(x) = ", "result = ", "= "])(
    "may be headed %j",
    (heading) => expect(judged(heading + right)).toEqual(["correct", 6, 0, []]),
  );

  it.each([
    ...["dz/dU", "dz/dV", "d^2z/dW^2", "dL/dW", "z", "y2", "W", "-dz/dW", "z''", "y1'", "d/dU", "dz/dU|W"],
    ...["d/dU (y1*y2)", "d/dW (y1+y2)", "d(y1+y2)/dW", "dz^2/dW", "d(2z)/dW", "dz/dW/2", "dz/d(W^2)", "dy1/dW*y2"],
    ...["dz/dW = dz/dU", "W V"],
  ])("headed %s goes to a person", (heading) => {
    expect(judged(`${heading} = ${right}`)).toEqual(["review", 0, 6, ["expression.other-heading"]]);
  });

  it("is not equal to 0", () => expect(judged(`0 = ${right}`)).toEqual(["invalid", 0, 0, ["expression.equation"]]));

  it.each([
    `dz/dW = y2*dy1/dW + y1*dy2/dW = ${right}`,
    `dz/dW = y2*y1' + y1*y2' = ${right}`,
    `y2*dy1/dW + y1*dy2/dW = ${right}`,
    `${right} = ${right}`,
    `dz/dW = V^2*(h2*h0*(1-h1^2)+h1*(1-h2^2)*(h1+W*h0*(1-h1^2))) = ${right}`,
    `\\begin{align*}\n\\frac{dz}{dW} &= y_2 \\frac{dy_1}{dW} + y_1 \\frac{dy_2}{dW} \\\\\n&= ${right}\n\\end{align*}`,
  ])("may end a calculation: %s", (answer) => expect(judged(answer)).toEqual(["correct", 6, 0, []]));

  it("behind another formula, or before one, goes to a person", () => {
    expect(judged(`dz/dW = ${part} = ${right}`)).toEqual(["review", 0, 6, ["expression.steps-differ"]]);
    const [verdict, points, reviewPoints, codes] = judged(`dz/dW = ${right} = ${part}`);
    expect([verdict, points, reviewPoints, codes[0]]).toEqual(["review", 0, 6, "expression.steps-differ"]);
  });
});

describe("a right formula", () => {
  it.each([
    ...["dz/dW(W)", "dz(W)/dW", "dz/dW (1)", "δz/δW", "\\frac{\\delta z}{\\delta W}", "z'(W)", "d/dW", "f'"],
    ...["d(y1*y2)/dW", "d/dW (y1*y2)", "\\frac{d(y_1 y_2)}{dW}", "dz/dW = d(y1*y2)/dW"],
    ...["dz/dy1*dy1/dW + dz/dy2*dy2/dW", "y2*V*dh1/dW + y1*V"],
  ])("headed %s counts", (heading) => expect(judged(`${heading} = ${right}`)).toEqual(["correct", 6, 0, []]));

  it("hears of its heading as it is written", () => {
    const { items } = grade(exercise, { answers: { dz_dW: `d/dU (y1*y2) = ${right}` } });
    expect(items[0]?.feedback[0]?.message).toMatch(/formula is d\/dU \(y1\*y2\), but the question asks for dz\/dW/);
  });
});

describe("a right formula among definitions", () => {
  it.each([
    `dz/dW = ${right} where h1 = tanh(tau1)`,
    `dz/dW = ${right} with s1 = 1-h1^2, s2 = 1-h2^2`,
    `${right} \\quad h_1 = \\tanh\\tau_1`,
    `h1 = tanh(tau1)\ndz/dW = ${right}`,
  ])("counts: %s", (answer) => expect(judged(answer)).toEqual(["correct", 6, 0, []]));

  it.each([`dz/dW = ${right} where h1 = tau1`, `h1 = tau1\ndz/dW = ${right}`, `dz/dW = ${right}, h0 = 0`])(
    "that do not hold goes to a person: %s",
    (answer) => expect(judged(answer)).toEqual(["review", 0, 6, ["expression.definition-differs"]]),
  );
});

describe("a right formula with abbreviations", () => {
  it.each([
    "let d1 = 1-h1^2 and d2 = 1-h2^2 then dz/dW = V*(y2*h0*d1 + y1*d2*(h1 + W*h0*d1))",
    "V*(y2*h0*d1 + y1*d2*(h1 + W*h0*d1)) where d1 = 1-h1^2, d2 = 1-h2^2.",
    "Mit a = 1-h1^2 und b = 1-h2^2 gilt dz/dW = V*(y2*h0*a + y1*b*(h1 + W*h0*a))",
    "y2*V*tanh'(tau1)*h0 + y1*V*tanh'(tau2)*(h1 + W*h0*tanh'(tau1))",
    "y_2 V \\tanh^{\\prime}(\\tau_1) h_0 + y_1 V \\tanh'(\\tau_2) (h_1 + W h_0 \\tanh'(\\tau_1))",
    "dh1/dW = h0*(1-h1^2), dh2/dW = (1-h2^2)*(h1 + W*dh1/dW), so dz/dW = V*(y2*dh1/dW + y1*dh2/dW)",
  ])("counts: %s", (answer) => expect(judged(answer)).toEqual(["correct", 6, 0, []]));
});

describe("a wrong formula", () => {
  it.each([
    ["let d1 = 1-h1 and d2 = 1-h2^2 then dz/dW = V*(y2*h0*d1 + y1*d2*(h1 + W*h0*d1))", "partial"],
    ["tanh'(x) = 1-tanh(x), y2*V*tanh'(tau1)*h0 + y1*V*tanh'(tau2)*(h1 + W*h0*tanh'(tau1))", "partial"],
    [`y2*V*tanh'(h1)*h0 + y1*V*tanh'(h2)*(h1 + W*h0*tanh'(h1))`, "partial"],
    [`A = ${part}; B = y1*V*(1-h2^2)*(h1+W*h0*(1-h1^2)); A*B`, "incorrect"],
    [`A = ${part}; B = y1*V*(1-h2^2)*(h1+W*h0*(1-h1^2))`, "invalid"],
    [`${right} and ${part}`, "invalid"],
    [`${right} or ${part}`, "invalid"],
    [`half of ${right}`, "invalid"],
    [`y2*V*σ'(tau1)*h0`, "invalid"],
  ])("stays wrong, or is unreadable, with abbreviations and words: %s", (answer, verdict) => {
    const [found, points, reviewPoints] = judged(answer);
    expect([found, reviewPoints]).toEqual([verdict, 0]);
    expect(points).toBeLessThanOrEqual(verdict === "partial" ? 3 : 0);
  });

  it.each([
    ["dz/dU = y2*V", "expression.other-heading"],
    ["dz/dW = y1*V = y2*V", "expression.steps-differ"],
  ])("stays wrong, and hears of its context: %s", (answer, code) => {
    const [verdict, points, reviewPoints, codes] = judged(answer);
    expect([verdict, points, reviewPoints]).toEqual(["incorrect", 0, 0]);
    expect(codes.at(-1)).toBe(code);
  });
});

it("offers the names that the question allows", () => {
  const { items } = grade(exercise, { answers: { dz_dW: "f(1)+q" } });
  expect(JSON.stringify(items[0])).not.toMatch(/\bU\b/);
});
