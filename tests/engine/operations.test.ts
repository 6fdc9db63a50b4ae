/** Walks the table of operations: each row on its own, whatever it is, and against what others compute. */

import { all, create, type FactoryFunctionMap, type MathNode } from "mathjs";
import { describe, expect, it } from "vitest";
import { differentiate } from "../../src/engine/differentiate.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import {
  ADD,
  CONSTANT,
  DEFINITION,
  DIVIDE,
  Graph,
  MULTIPLY,
  NEGATE,
  type Node,
  POWER,
  SUBTRACT,
  VARIABLE,
} from "../../src/engine/graph.ts";
import {
  callable,
  calls,
  codeOf,
  functionWords,
  type NamedOperation,
  operations,
} from "../../src/engine/operations/table.ts";
import { print } from "../../src/engine/print.ts";
import { equivalent } from "../../src/formula/equivalent.ts";
import { parse } from "../../src/formula/parse.ts";

const math = create(all as FactoryFunctionMap);
const samples = [-2.3, -1.4, -0.7, -0.2, 0.15, 0.6, 0.9, 1.2, 1.9, 3.1];
const rows = operations.filter(({ arity }) => arity !== 0);

describe.each(rows.map(({ name, arity }) => ({ name, count: arity === "n" ? 3 : arity })))(
  "$name",
  ({ name, count }) => {
    describe.each(["input", "output"] as const)("through its %s", (through) => {
      // `stop` passes no gradient on, whatever its slope.
      it.skipIf(name === "stop").each(Array.from({ length: count }, (_, i) => i))(
        "is differentiated by argument %i",
        (i) => {
          const g = new Graph();
          const args = Array.from({ length: count }, (_, k) => g.variable("a", k));
          const output = g.define(g.apply(codeOf(name), args), "y");
          const [first] = differentiate(g, output, [args[i] as Node], { through }) as [Node];
          const [second] = differentiate(g, first, [args[i] as Node], { through }) as [Node];
          let checked = 0;
          for (const [at, x] of samples.entries()) {
            const point = args.map((_, k) => (k === i ? x : (samples[(at + 3 * k + 4) % samples.length] as number)));
            checked += check(g, output, first, point, i, `${name}(${point})`);
            check(g, first, second, point, i, `${name}'(${point})`);
          }
          expect(checked).toBeGreaterThan(2);
        },
      );
    });

    it("is printed as text that reads back", () => {
      const g = new Graph();
      const args = Array.from({ length: count }, (_, k) => g.variable("abc"[k] as string));
      const text = print(g, g.apply(codeOf(name), args));
      const read = parse(text);
      if (!read.ok) throw new Error(`${text}: ${read.error.code}`);
      expect(equivalent(text, `${text} + a/1000`).verdict).toBe("different");
    });
  },
);

/** Compares the values of `derivative` with differences of `node`; 0 where the operation is not defined around. */
function check(g: Graph, node: Node, derivative: Node, point: readonly number[], i: number, label: string): number {
  const step = 1e-5;
  const values = (shift: number) => evaluate(g, (_, k) => (point[k as number] as number) + (k === i ? shift : 0));
  const [below, above, here] = [values(-step), values(step), values(0)];
  const difference = ((above[node] as number) - (below[node] as number)) / (2 * step);
  if (!Number.isFinite(difference)) return 0;
  const found = here[derivative] as number;
  expect(Math.abs(found - difference), `${label}: ${found}, not ${difference}`).toBeLessThan(
    1e-6 * Math.max(1, Math.abs(difference), Math.abs(here[node] as number)),
  );
  return 1;
}

/** What mathjs does not call as we do, or differentiates in another form only. */
const mathjsForms: Readonly<Record<string, string>> = {
  add: "a + b",
  subtract: "a - b",
  multiply: "a * b",
  divide: "a / b",
  negate: "-a",
  power: "a ^ b",
  sigmoid: "1 / (1 + exp(-a))",
  softplus: "log(1 + exp(a))",
  relu: "(a + abs(a)) / 2",
  max: "(a + b + abs(a - b)) / 2",
  min: "(a + b - abs(a - b)) / 2",
};

describe("against mathjs", () => {
  // A function that mathjs has not is held to its differences, as all are.
  const isKnown = (name: string) => (mathjsForms[name] ?? (name in math ? name : "")) !== "";
  const known = rows.filter(({ internal, name }) => !internal && name !== "definition" && isKnown(name));
  it.each(known.map(({ name, arity }) => ({ name, arity })))("$name and its derivatives", ({ name, arity }) => {
    const theirs = math.parse(mathjsForms[name] ?? `${name}(a)`);
    const g = new Graph();
    const args = (arity === 1 ? ["a"] : ["a", "b"]).map((letter) => g.variable(letter));
    const node = g.apply(codeOf(name), args);
    const derivatives = differentiate(g, node, args);
    for (const [i, a] of samples.entries()) {
      const at = { a, b: samples[(i + 4) % samples.length] as number };
      const values = evaluate(g, (family) => at[family as "a"]);
      close(values[node], theirs, at);
      // mathjs does not differentiate sign.
      if (!/sign/.test(theirs.toString()))
        for (const [k, letter] of ["a", "b"].slice(0, args.length).entries())
          close(values[derivatives[k] as Node], math.derivative(theirs, letter), at);
    }
  });

  function close(found: number | undefined, theirs: MathNode, at: object) {
    const wanted = theirs.evaluate({ ...at }) as unknown;
    if (typeof wanted !== "number" || !Number.isFinite(wanted) || !Number.isFinite(found)) return;
    expect(Math.abs((found as number) - wanted), `${theirs}`).toBeLessThan(1e-9 * Math.max(1, Math.abs(wanted)));
  }
});

it("has arithmetic where the graph looks for it", () => {
  expect(
    ["constant", "variable", "definition", "add", "multiply", "subtract", "divide", "negate", "power"].map((name) =>
      codeOf(name as "add"),
    ),
  ).toEqual([...[CONSTANT, VARIABLE, DEFINITION, ADD, MULTIPLY, SUBTRACT, DIVIDE, NEGATE, POWER]]);
});

it.each(callable.map(({ name, arity }) => [name, arity] as const))("%s can be written", (name, arity) => {
  const call = arity === 1 ? "(x)" : "(x, y)";
  const spellings = [...calls]
    .filter(([, { operation, base }]) => operation === name && base === undefined)
    .map(([word]) => word);
  for (const word of spellings) {
    expect(parse(`${word}${call}`), word).toMatchObject({ ok: true, syntax: { operation: name } });
    expect(parse(`\\operatorname{${word}}\\left${call.replace(")", "\\right)")}`), word).toMatchObject({ ok: true });
    if (functionWords.includes(word)) expect(parse(`\\${word}${call}`), `\\${word}`).toMatchObject({ ok: true });
  }
});

it("calls no two operations the same", () => {
  const rows: readonly NamedOperation[] = operations;
  const words = rows.flatMap(({ name, aliases = [], bases = {}, overTime = [] }) => [
    name,
    ...aliases,
    ...Object.keys(bases),
    ...overTime,
  ]);
  expect(new Set(words).size).toBe(words.length);
});

it("multiplies the derivatives of a chain", () => {
  const g = new Graph();
  const x = g.variable("x");
  const y = g.apply1(codeOf("tanh"), g.apply1(codeOf("exp"), g.apply2(MULTIPLY, x, x)));
  const [d] = differentiate(g, y, [x]) as [Node];
  const found = evaluate(g, () => 0.4)[d] as number;
  expect(found).toBeCloseTo((2 * 0.4 * Math.exp(0.16)) / Math.cosh(Math.exp(0.16)) ** 2, 12);
});

it("gives 0 for what the output does not depend on", () => {
  const g = new Graph();
  const [x, y] = [g.variable("x"), g.variable("y")];
  const [d] = differentiate(g, g.apply1(codeOf("tanh"), x), [y]) as [Node];
  expect(g.isConstant(d, 0)).toBe(true);
});
