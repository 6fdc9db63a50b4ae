/**
 * What a row of the table of operations holds: everything that any part of the program knows of one operation. Whoever
 * adds a function writes one row, in activations.ts or functions.ts, and nothing else.
 */

import type { Node } from "../graph.ts";

/** Makes nodes for the rules of derivatives, simplified on the way. */
export interface Build {
  number(value: number): Node;
  add(...terms: readonly Node[]): Node;
  subtract(a: Node, b: Node): Node;
  multiply(...factors: readonly Node[]): Node;
  divide(a: Node, b: Node): Node;
  negate(a: Node): Node;
  power(base: Node, exponent: Node): Node;
  square(x: Node): Node;
  oneMinus(x: Node): Node;
  /** 1/x. */
  reciprocal(x: Node): Node;
  /** Any operation of the table by its name. */
  call(name: string, ...args: readonly Node[]): Node;
}

/** Binding strength for printing, weakest first. */
export const precedence = { sum: 1, product: 2, sign: 3, power: 4, atom: 5 } as const;

interface Print {
  readonly strength: number;
  /** How strongly each argument must bind to stand without parentheses; the first goes for those not listed. */
  readonly tight: readonly number[];
  readonly text: (...args: string[]) => string;
}

export interface Operation {
  /** One argument if absent. */
  readonly arity?: 0 | 1 | 2 | "n";
  /** In doubles; with any number of arguments it is folded over them. NaN: not defined. */
  readonly value?: (x: number, y: number) => number;
  /** With any number of arguments: the value before the first is folded in. */
  readonly neutral?: number;

  /** Partial derivative with respect to argument `i`, read off the inputs; absent: zero wherever it exists. */
  readonly derivative?: (b: Build, args: readonly [Node, Node], i: number) => Node;
  /** The same, read off the output as far as possible: tanh' = 1 − y². */
  readonly byOutput?: (b: Build, output: Node, args: readonly [Node, Node], i: number) => Node;

  /** Other names in formulas. */
  readonly aliases?: readonly string[];
  /** Names that divide its value by its value at a number: log2(x) is log(x)/log(2). */
  readonly bases?: Readonly<Record<string, number>>;
  /** Names under which it folds a sequence over time: `sum(y[t])`. */
  readonly overTime?: readonly string[];
  /** Can't be written in an answer: it comes from differentiation, or says something about it. */
  readonly internal?: true;
  /** Written without brackets it takes one quantity: `tanh τ₁ V` is V·tanh(τ₁), but `sin ω t` is sin(ω·t). */
  readonly takesOne?: true;
  /** How it is printed; absent: `name(x)`. */
  readonly print?: Print;

  /** It has two branches, which take turns where its argument is 0, or where its two arguments are equal. */
  readonly hasBranches?: true;
  /** Bounds of its values. */
  readonly range?: readonly [number, number];
  /** Its value can be zero or small while its arguments are not, as that of a sum or of log(1). */
  readonly vanishes?: true;
  /** It looks like simpler functions for such arguments (tanh x ≈ x, cosh x ≈ e^x/2, exp x ≈ 1). */
  readonly resembles?: "where small" | "where small or large";

  /** Of an activation function: the one that it is most often taken for. */
  readonly takenFor?: string;
}
