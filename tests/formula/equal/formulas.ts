/** Random formulas, random rewritings that keep their value, and random slips that need not. */

import fc from "fast-check";

export type Term =
  | { readonly kind: "leaf"; readonly text: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Term[] };

function leaf(text: string): Term {
  return { kind: "leaf", text };
}

function call(name: string, ...args: readonly Term[]): Term {
  return { kind: "call", name, args };
}

const infix: Readonly<Record<string, string>> = { add: "+", subtract: "-", multiply: "*", divide: "/", power: "^" };

export function written(term: Term): string {
  if (term.kind === "leaf") return term.text;
  const args = term.args.map(written);
  const sign = infix[term.name];
  if (sign !== undefined) return `(${args.join(sign)})`;
  return term.name === "negate" ? `(-${args[0]})` : `${term.name}(${args[0]})`;
}

const names = ["x", "y", "W", "h1", "h2", "tau1"];
const numbers = ["2", "3", "0.5", "1", "7", "0.25", "1/3"];

const leaves = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom(...numbers).map((text) => (text.includes("/") ? `(${text})` : text)) },
);

/** Formulas of moderate size whose values stay moderate. */
export const formulas: fc.Arbitrary<Term> = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4, depthIdentifier: "formula" },
    { weight: 2, arbitrary: leaves.map(leaf) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom("add", "subtract", "multiply", "multiply", "divide"), tie("term"), tie("term"))
        .map(([name, a, b]) => call(name, a, b)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom("tanh", "sigmoid", "sin", "cos", "atan", "sech", "negate"), tie("term"))
        .map(([name, a]) => call(name, a)),
    },
    { weight: 1, arbitrary: tie("term").map((a) => call("power", a, leaf("2"))) },
  ),
})).term;

/** Formulas defined piece by piece, in x, y and z. */
export const pieceFormulas: fc.Arbitrary<Term> = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4, depthIdentifier: "pieces" },
    { weight: 3, arbitrary: fc.constantFrom("x", "y", "z", "1", "0.5").map(leaf) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom("add", "subtract", "multiply"), tie("term"), tie("term"))
        .map(([name, a, b]) => call(name, a, b)),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom("relu", "abs", "step", "sign", "negate", "tanh"), tie("term"))
        .map(([name, a]) => call(name, a)),
    },
  ),
})).term;

const values: Readonly<Record<string, (x: number, y: number) => number>> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  power: (x, y) => x ** y,
  negate: (x) => -x,
  relu: (x) => Math.max(x, 0),
  step: (x) => (x > 0 ? 1 : x <= 0 ? 0 : Number.NaN),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  sinh: Math.sinh,
  cosh: Math.cosh,
  sign: Math.sign,
  abs: Math.abs,
  tanh: Math.tanh,
};

/** The value of such a formula in doubles. */
export function pieceValue(term: Term, at: Readonly<Record<string, number>>): number {
  if (term.kind === "leaf") return at[term.text] ?? Number(term.text.replace(/[()]/g, ""));
  const [x = 0, y = 0] = term.args.map((arg) => pieceValue(arg, at));
  return values[term.name]?.(x, y) ?? Number.NaN;
}

type Rewriting = (name: string, args: readonly Term[]) => Term | undefined;

/** Each keeps the value wherever both forms are defined. */
const rewritings: readonly Rewriting[] = [
  (name, [a, b]) => ((name === "add" || name === "multiply") && a && b ? call(name, b, a) : undefined),
  (name, [a, b]) => (name === "subtract" && a && b ? call("add", a, call("negate", b)) : undefined),
  (name, [a, b]) => (name === "subtract" && a && b ? call("negate", call("subtract", b, a)) : undefined),
  (name, [a, b]) => (name === "divide" && a && b ? call("multiply", a, call("power", b, leaf("(-1)"))) : undefined),
  (name, [a, b]) =>
    name === "multiply" && a && b?.kind === "call" && (b.name === "add" || b.name === "subtract")
      ? call(b.name, call("multiply", a, b.args[0] as Term), call("multiply", a, b.args[1] as Term))
      : undefined,
  (name, [a]) => (name === "power" && a ? call("multiply", a, a) : undefined),
  (name, [a]) => (name === "tanh" && a ? call("divide", call("sinh", a), call("cosh", a)) : undefined),
  (name, [a]) => (name === "tanh" && a ? call("negate", call("tanh", call("negate", a))) : undefined),
  (name, [a]) =>
    name === "sigmoid" && a
      ? call("divide", leaf("1"), call("add", leaf("1"), call("exp", call("negate", a))))
      : undefined,
  (name, [a]) =>
    name === "sigmoid" && a
      ? call("divide", call("add", leaf("1"), call("tanh", call("divide", a, leaf("2")))), leaf("2"))
      : undefined,
  (name, [a]) => (name === "sech" && a ? call("divide", leaf("1"), call("cosh", a)) : undefined),
  (name, [a]) => (name === "cos" && a ? call("sin", call("add", a, call("divide", leaf("pi"), leaf("2")))) : undefined),
  (name, [a]) => (name === "abs" && a ? call("add", call("relu", a), call("relu", call("negate", a))) : undefined),
  (name, [a]) => (name === "abs" && a ? call("multiply", a, call("sign", a)) : undefined),
  (name, [a]) => (name === "relu" && a ? call("multiply", a, call("step", a)) : undefined),
  (name, [a]) => (name === "relu" && a ? call("relu", call("relu", a)) : undefined),
  (name, [a]) => (name === "step" && a ? call("step", call("multiply", leaf("2"), a)) : undefined),
  (name, [a]) => (name === "sin" && a ? call("negate", call("sin", call("negate", a))) : undefined),
];

/** Applies rewritings all over a formula; `choices` says which, and whether at all. */
export function rewritten(term: Term, choices: Iterator<number>): Term {
  if (term.kind === "leaf") return term;
  const args = term.args.map((arg) => rewritten(arg, choices));
  const rule = rewritings[(choices.next().value as number) % (2 * rewritings.length)];
  return rule?.(term.name, args) ?? call(term.name, ...args);
}

/** All formulas that differ from `term` by one slip: another sign, operation, name or function at one place. */
export function slips(term: Term): readonly Term[] {
  if (term.kind === "leaf") return names.includes(term.text) ? otherNames(term.text).map(leaf) : [leaf("11")];
  const here = (swapped[term.name] ?? []).map((name) => call(name, ...term.args));
  const below = term.args.flatMap((arg, i) =>
    slips(arg).map((slip) => call(term.name, ...term.args.map((kept, k) => (k === i ? slip : kept)))),
  );
  return [...here, ...below];
}

function otherNames(name: string): readonly string[] {
  return names.filter((other) => other !== name).slice(0, 2);
}

const swapped: Readonly<Record<string, readonly string[]>> = {
  add: ["subtract", "multiply"],
  subtract: ["add"],
  multiply: ["add", "divide"],
  divide: ["multiply"],
  tanh: ["sigmoid"],
  sigmoid: ["tanh"],
  sin: ["cos"],
  cos: ["sin"],
  atan: ["tanh"],
  sech: ["tanh"],
  negate: ["tanh"],
  relu: ["abs", "negate"],
  abs: ["relu"],
  step: ["sign"],
  sign: ["step"],
};
