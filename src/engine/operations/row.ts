/** What a row of the table of operations holds. Knows no single operation. */

import type { Graph, Node } from "../graph.ts";

/** Binding strength for printing, weakest first. */
export const precedence = { sum: 1, product: 2, sign: 3, power: 4, atom: 5 } as const;

/** What an operation computes in doubles, by the number of its arguments. */
type Value =
  | { readonly arity: 0; readonly unary?: undefined; readonly binary?: undefined; readonly neutral?: undefined }
  | {
      readonly arity: 1;
      readonly unary: (x: number) => number;
      readonly binary?: undefined;
      readonly neutral?: undefined;
    }
  | {
      readonly arity: 2;
      readonly binary: (x: number, y: number) => number;
      readonly unary?: undefined;
      readonly neutral?: undefined;
    }
  | {
      readonly arity: "n";
      /** The operation that is folded over the arguments, and the value before the first is folded in. */
      readonly binary: (x: number, y: number) => number;
      readonly neutral: number;
      readonly unary?: undefined;
    };

export type Operation = Value & Rules;

interface Rules {
  /** Local derivative with respect to argument `i`, read off the inputs; undefined: zero everywhere it exists. */
  readonly derivative?: (g: Graph, args: readonly Node[], i: number) => Node;
  /** The same, read off the output as far as possible: tanh' = 1 − y². */
  readonly byOutput?: (g: Graph, output: Node, args: readonly Node[], i: number) => Node;
  /** Text and LaTeX from printed arguments; those weaker than `tight` come in parentheses. Absent: `name(args)`. */
  readonly print?: {
    readonly strength: number;
    readonly tight: readonly number[];
    readonly text: (...args: string[]) => string;
    readonly latex: (...args: string[]) => string;
  };
  /** LaTeX command of a function; absent: `\operatorname{name}`. */
  readonly command?: string;
  /** Of an activation function: the one that it is most often taken for. */
  readonly takenFor?: string;
  /** Takes an angle, which a calculator may read in degrees. */
  readonly ofAngle?: true;
  /** Comes from differentiation only and cannot be written in a formula. */
  readonly internal?: true;
}

/** Prints any number of arguments with `separator` between them. */
export function joined(separator: string): (...args: string[]) => string {
  return (...args) => args.join(separator);
}

/** Prints a sum, with a negative term as a difference. */
export function joinedTerms(...terms: string[]): string {
  return terms.reduce((left, term) => (term.startsWith("-") ? `${left} - ${term.slice(1)}` : `${left} + ${term}`));
}
