/** Derivatives with something changed in them: none is accepted that has other values, as mathjs computes them. */

import fc from "fast-check";
import { all, create, type FactoryFunctionMap, type MathNode } from "mathjs";
import { expect, it } from "vitest";
import { equivalent } from "../../../src/formula/equivalent.ts";

const math = create(all as FactoryFunctionMap);
math.import({
  relu: (x: number) => Math.max(x, 0),
  step: (x: number) => (x > 0 ? 1 : 0),
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
  elu: (x: number) => (x > 0 ? x : Math.expm1(x)),
});

const formulas = [
  "y2*V*h0*(1-h1^2)+y1*V*(1-h2^2)*(h1+W*h0*(1-h1^2))",
  "V*h0*step(t1)+V*step(t2)*(h1+W*h0*step(t1))",
  "2*V*tanh(a)*V*(1-tanh(a)^2)*x",
  "sigmoid(a)*(1-sigmoid(a))*(W*x+relu(b))",
  "max(0, a)*min(b, 1)+elu(a-b)",
  "sqrt(a^2+1)/cosh(b)-cbrt(a)*exp(-b^2)",
  "abs(a-b)*sign(a)+max(a, b)",
];

const leaves = ["V", "W", "h0", "h1", "a", "b", "1", "2"];
const functions = ["tanh", "sigmoid", "relu", "step", "abs", "exp", "cosh", "elu", "sign", "cbrt"];
const operators = { "+": "add", "-": "subtract", "*": "multiply", "/": "divide" } as const;

/** The formula with its node number `at` changed in the way `how`. */
function mutated(text: string, at: number, how: number): MathNode {
  const root = math.parse(text);
  let count = 0;
  root.traverse(() => count++);
  let i = 0;
  return root.transform((node) => (i++ === at % count ? changed(node, how) : node));
}

function changed(node: MathNode, how: number): MathNode {
  if ("fn" in node && "op" in node && "args" in node) {
    const args = node.args as MathNode[];
    const [sign, name] = Object.entries(operators)[how % 4] as ["+", "add"];
    if (how % 3 === 0) return args[how % args.length] as MathNode;
    if (how % 3 === 1 && args.length === 2)
      return new math.OperatorNode(sign, name, [args[1], args[0]] as [MathNode, MathNode]);
    return args.length === 2 ? new math.OperatorNode(sign, name, args as [MathNode, MathNode]) : (args[0] as MathNode);
  }
  if ("args" in node && "name" in node) {
    const args = node.args as MathNode[];
    return args.length === 1 && how % 2 === 0
      ? new math.FunctionNode(functions[how % functions.length] as string, args)
      : (args[0] as MathNode);
  }
  return math.parse(leaves[how % leaves.length] as string);
}

const names = ["y1", "y2", "V", "W", "h0", "h1", "h2", "t1", "t2", "a", "b", "x"];

/** Whether two formulas have different values at one of some points. */
function areApart(left: MathNode, right: MathNode): boolean {
  const [f, g] = [left.compile(), right.compile()];
  for (let i = 0; i < 300; i++) {
    const at = Object.fromEntries(names.map((name, k) => [name, Math.sin(97 * i + 31 * k + 1) * 2 ** ((i % 7) - 3)]));
    const [x, y] = [f.evaluate({ ...at }), g.evaluate({ ...at })] as [unknown, unknown];
    if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y)) continue;
    if (Math.abs(x - y) > 1e-6 * Math.max(1e-3, Math.abs(x), Math.abs(y))) return true;
  }
  return false;
}

/** Read again, so that a changed function's name or a sign in front counts as it is written; undefined: no formula. */
function written(node: MathNode): MathNode | undefined {
  try {
    return math.parse(node.toString({ parenthesis: "all" }));
  } catch {
    return undefined;
  }
}

it("never accepts a mutated formula with other values, nor refuses the same", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...formulas),
      fc.nat(200),
      fc.nat(1000),
      fc.nat(200),
      fc.nat(1000),
      (text, at, how, at2, how2) => {
        const once = written(mutated(text, at, how));
        const other = once && how2 % 3 === 0 ? written(mutated(once.toString(), at2, how2)) : once;
        if (other === undefined) return;
        const { verdict } = equivalent(text, other.toString({ parenthesis: "all" }));
        if (verdict === "equal") expect(areApart(math.parse(text), other), `${text} and ${other}`).toBe(false);
        if (other.toString() === math.parse(text).toString()) expect(verdict, text).toBe("equal");
      },
    ),
    { numRuns: 300 },
  );
});
