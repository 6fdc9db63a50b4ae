/** Formulas as students write them, judged against the derivative of a two-step network. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differentiate, paths } from "../../../src/engine/differentiate.ts";
import type { Node } from "../../../src/engine/graph.ts";
import { print, printName } from "../../../src/engine/print.ts";
import { formulaAt, formulaOf, valueAt } from "../../../src/formula/equal/formula.ts";
import type { Domain } from "../../../src/formula/equal/points.ts";
import { freeSpace, modelSpace } from "../../../src/formula/equal/spaces.ts";
import { bindExpression } from "../../../src/kinds/expression/kind.ts";
import type { ExpressionReference } from "../../../src/kinds/expression/reference.ts";
import type { Json } from "../../../src/kinds/judgement.ts";
import type { Message } from "../../../src/messages/message.ts";
import { product, syntax, unrolled } from "../../engine/models.ts";

const model = unrolled(product);
const { graph } = model;
const [output, W] = [model.node("z"), model.node("W")];
const [derivative, byU] = differentiate(graph, output, [W, model.node("U")]) as [Node, Node];
const wrong = formulaAt(graph, byU);
const reference: ExpressionReference = {
  space: modelSpace(model),
  formula: formulaAt(graph, derivative),
  solution: print(graph, derivative),
  names: model.names(),
  allow: ["y", "h", "tau", "W", "V"],
  mistakes: () => [{ code: "mistake.factor-kept", formula: () => wrong, valueAt: (point) => valueAt(wrong, point) }],
  partial: { "mistake.factor-kept": 0.25 },
  paths: (paths(graph, output, W) ?? []).map(({ through, term }) => ({
    through: through.map((node) => printName(graph.symbol(node) ?? { family: "?" })),
    formula: formulaAt(graph, term),
  })),
};
const judge = bindExpression(reference, 6);
const right = "y2*V*h0*(1-tanh(tau1)^2)+y1*V*(1-tanh(tau2)^2)*(h1+W*h0*(1-tanh(tau1)^2))";

function outcome(value: Json) {
  const { verdict, points, feedback } = judge({ value });
  return { verdict, points, code: feedback[0]?.code };
}

it.each([
  right,
  "y2*V*h0*(1-h1^2)+y1*V*(1-h2^2)*(h1+W*h0*(1-h1^2))",
  "V*y2*h0*sech(tau1)^2 + V^2*h1*sech(tau2)^2*(tanh(tau1) + W*h0/cosh(tau1)^2)",
  "y_2 V h_0 \\left(1-\\tanh(\\tau_1)^2\\right) + y_1 V (1-\\tanh^2(\\tau_2))[h_1 + W h_0 (1-\\tanh(\\tau_1)^2)]",
  print(graph, derivative),
])("accepts %s", (text) => expect(outcome(text)).toEqual({ verdict: "correct", points: 6, code: undefined }));

describe.each([
  ["the recurrent path is missing", "y2*V*h0*(1-h1^2)+y1*V*(1-h2^2)*h1", "partial", "expression.paths-missing"],
  [
    "one factor of the product rule is missing",
    "y1*V*(1-h2^2)*(h1+W*h0*(1-h1^2))",
    "partial",
    "expression.paths-missing",
  ],
  ["only one path is there", "y2*V*h0*(1-h1^2)", "partial", "expression.paths-missing"],
  ["the sign is wrong", `-(${right})`, "partial", "expression.sign"],
  ["there is a factor 2", `2*(${right})`, "partial", "expression.factor-constant"],
  ["V is missing", `(${right})/V`, "partial", "expression.factor-missing"],
  ["V is there twice", `V*(${right})`, "partial", "expression.factor-extra"],
  ["1 is added", `${right}+1`, "incorrect", "expression.different"],
  ["h1 is added", `${right}+h1`, "incorrect", "expression.different"],
  ["a number is rounded", `0.999*(${right})`, "incorrect", "expression.rounded-constant"],
  ["something small is added", `${right}+1e-9`, "incorrect", "expression.rounded-constant"],
  ["something is added that shows far away", `${right}+relu(W-4)`, "incorrect", "expression.nearly-equal"],
  ["something is added that doubles don't see", `${right}+1e-17`, "review", "expression.undecided"],
  ["something further away is added", `${right}+relu(W-50)`, "review", "expression.undecided"],
  ["the square is 1+tanh²", right.replaceAll("1-", "1+"), "incorrect", "expression.different"],
  [
    "the two outputs are swapped",
    right.replace("y2", "y9").replace("y1", "y2").replace("y9", "y1"),
    "incorrect",
    "expression.different",
  ],
  ["it is 0", "0", "incorrect", "expression.different"],
  ["it is a known mistake", print(graph, byU), "partial", "mistake.factor-kept"],
  ["other names are used", right.replaceAll("tau1", "(W*h0+U*x1)"), "partial", "expression.other-names"],
  ["it is defined nowhere", "1/(x1-x1)", "incorrect", "expression.nowhere"],
  ["it divides by zero", "1/0", "invalid", "expression.no-value"],
  ["it is too large for any comparison", "9^9^9^9", "incorrect", "expression.constant"],
  ["it is too large", "x1*9^9^9^9", "review", "expression.undecided"],
  ["a name is unknown", right.replace("(1-", "(t-"), "invalid", "expression.unknown-name"],
  ["a derivative is left", "y2*dh1/dW", "invalid", "expression.unfinished-derivative"],
  ["a bracket is missing", "y2*(V", "invalid", "expression.unclosed"],
])("when %s", (_, text, verdict, code) => {
  it(`says ${verdict}: ${code}`, () => expect(outcome(text)).toMatchObject({ verdict, code }));

  it("does not give the solution away in hints", () => {
    for (const told of judge({ value: text }).feedback as Message[])
      if (!told.isSolution) expect(told.in("en")).not.toContain(reference.solution);
  });
});

it.each([
  [0, "incorrect"],
  [true, "invalid"],
  [[right], "invalid"],
  [{ a: 1 }, "invalid"],
] as const)("judges %j as %s", (value, verdict) => expect(outcome(value).verdict).toBe(verdict));

it("names the paths that are missing", () => {
  const [first] = judge({ value: "y2*V*h0*(1-h1^2)+y1*V*(1-h2^2)*h1" }).feedback;
  expect(first?.params).toEqual({ n: 1, first: "y2 → h2 → tau2 → h1 → tau1" });
});

it("gives the names to replace", () => {
  const [first] = judge({ value: right.replaceAll("tau1", "(W*h0+U*x1)") }).feedback;
  expect(first?.params).toMatchObject({ names: ["U", "x1"] });
});

it("gives numbers to check with that lead to the value it names", () => {
  const { feedback } = judge({ value: "W*h0 + U*x1" });
  const check = feedback.find(({ code }) => code === "expression.check")?.params;
  const at = Object.fromEntries(
    ((check?.values ?? []) as string[]).map((text) => text.split(" = ") as [string, string]),
  );
  const value = Number(at.W) * Number(at.h0) + Number(at.U) * Number(at.x1);
  expect(Number(check?.value)).toBeCloseTo(value, 3);
});

describe("a formula without a model", () => {
  const literal = (text: string, variables: readonly (readonly [string, Domain])[] = []) =>
    bindExpression(
      { space: freeSpace(new Map(variables)), formula: formulaOf(syntax(text)), solution: text, names: undefined },
      2,
    );

  it("is compared on the domain of its variables", () => {
    expect(literal("sqrt(x^2)")({ value: "x" }).verdict).toBe("incorrect");
    expect(literal("sqrt(x^2)", [["x", "positive"]])({ value: "x" }).verdict).toBe("correct");
  });

  it.each([
    ["abs(x-0.98)", "x-0.98", [0, 1]],
    ["abs(x-3)", "x-3", "real"],
    ["abs(x-9.8)", "9.8-x", [0, 10]],
  ] as const)("is not told that %s is the negative of %s if it is so in places only", (solution, value, domain) => {
    const { verdict, feedback } = literal(solution, [["x", domain]])({ value });
    expect(verdict).toBe("incorrect");
    expect(feedback.map(({ code }) => code)).not.toContain("expression.sign");
  });

  it("goes to a person if only one reading is right", () => {
    const { verdict, points, reviewPoints, feedback } = literal("a/(b*c)")({ value: "a/b c" });
    expect({ verdict, points, reviewPoints }).toEqual({ verdict: "review", points: 0, reviewPoints: 2 });
    expect(feedback[0]?.code).toBe("expression.ambiguous");
  });
});

it("judges whatever is written, within the points of the question", () => {
  const text = fc.string({ unit: fc.constantFrom(..."y1y2h0VWUtau+-*/^()[]{}\\tanh .,_0123e₁²τ") });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        text,
        text.map((noise) => right + noise),
      ),
      (value) => {
        const { points, reviewPoints } = judge({ value: value as Json });
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points + reviewPoints).toBeLessThanOrEqual(6);
      },
    ),
    { numRuns: 500 },
  );
});
