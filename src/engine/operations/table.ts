/**
 * The table of operations: the rows of leaves, names and arithmetic, and all rows under their codes and names. A node
 * stores its operation's place in this table.
 */

import { activations } from "./activations.ts";
import { functions } from "./functions.ts";
import { type Operation, precedence } from "./operation.ts";

const { sum, product, sign, power, atom } = precedence;

/** The graph itself knows these by their place: see the codes in graph.ts. */
const arithmetic = {
  constant: { arity: 0 },
  variable: { arity: 0 },
  definition: {
    value: (x) => x,
    derivative: (b) => b.number(1),
  },
  add: {
    arity: "n",
    value: (x, y) => x + y,
    neutral: 0,
    derivative: (b) => b.number(1),
    overTime: ["sum"],
    print: { strength: sum, tight: [sum], text: joinedTerms },
    vanishes: true,
  },
  multiply: {
    arity: "n",
    value: (x, y) => x * y,
    neutral: 1,
    derivative: (b, args, i) => b.multiply(...args.filter((_, j) => j !== i)),
    overTime: ["prod", "product"],
    print: {
      strength: product,
      tight: [product],
      text: (...factors) => factors.join("*"),
    },
  },
  subtract: {
    arity: 2,
    value: (x, y) => x - y,
    derivative: (b, _, i) => b.number(i === 0 ? 1 : -1),
    print: { strength: sum, tight: [sum, product], text: (a, b) => `${a} - ${b}` },
    vanishes: true,
  },
  divide: {
    arity: 2,
    value: (x, y) => x / y,
    derivative: (b, [x, y], i) => (i === 0 ? b.divide(b.number(1), y) : b.negate(b.divide(x, b.square(y)))),
    byOutput: (b, output, [, y], i) => b.divide(i === 0 ? b.number(1) : b.negate(output), y),
    print: {
      strength: product,
      tight: [product, sign],
      text: (a, b) => `${a}/${b}`,
    },
  },
  negate: {
    value: (x) => -x,
    derivative: (b) => b.number(-1),
    print: { strength: sum, tight: [product], text: (a) => `-${a}` },
  },
  power: {
    arity: 2,
    // JavaScript gives 1^NaN = NaN, and NaN stands for "undefined here".
    value: (x, y) => x ** y,
    derivative: (b, [x, y], i) =>
      i === 0 ? b.multiply(y, b.power(x, b.subtract(y, b.number(1)))) : b.multiply(b.power(x, y), b.call("log", x)),
    byOutput: (b, output, [x, y], i) =>
      i === 0 ? b.multiply(y, b.power(x, b.subtract(y, b.number(1)))) : b.multiply(output, b.call("log", x)),
    print: { strength: power, tight: [atom, power], text: (a, b) => `${a}^${b}` },
  },
} as const satisfies Record<string, Operation>;

const rows = { ...arithmetic, ...activations, ...functions } satisfies Record<string, Operation>;

type OperationName = keyof typeof rows;
export type NamedOperation = Operation & Required<Pick<Operation, "arity">> & { readonly name: OperationName };

/** By code. */
export const operations: readonly NamedOperation[] = Object.entries<Operation>(rows).map(([name, row]) => ({
  arity: 1,
  ...row,
  name: name as OperationName,
}));

/** What a formula may call. */
export const callable: readonly NamedOperation[] = operations.filter(
  ({ name, internal }) => !Object.hasOwn(arithmetic, name) && internal === undefined,
);

/** What a word of a formula calls. */
export interface Call {
  readonly operation: string;
  readonly arity: number;
  /** A logarithm's: its value is divided by its value at this number. */
  readonly base?: number;
  /** Folds a sequence over time with this operation. */
  readonly folds?: OperationName;
  /** In equations of a model only. */
  readonly inModel?: true;
  /** Without brackets it takes one quantity. */
  readonly takesOne?: true;
}

const words = new Map<string, Call>();
for (const row of operations) {
  const { name, aliases = [], bases = {}, overTime = [], takesOne } = row;
  const call: Call = { operation: name, arity: Number(row.arity), ...(takesOne && { takesOne }) };
  if (callable.includes(row)) words.set(name, call);
  for (const word of aliases) words.set(word, call);
  for (const [word, base] of Object.entries(bases)) words.set(word, { ...call, base });
  for (const word of overTime)
    words.set(word, { operation: overTime[0] as string, arity: 1, folds: name, inModel: true });
}
words.set("stop", { operation: "stop", arity: 1, inModel: true });
// The derivative of a quantity with respect to another, as a quantity.
words.set("grad", { operation: "grad", arity: 2, inModel: true });

/** By every word that calls something, be it typed or a LaTeX command. */
export const calls: ReadonlyMap<string, Call> = words;

/** The words that call a function in any formula. */
export const functionWords: readonly string[] = [...calls].flatMap(([word, { inModel }]) => (inModel ? [] : [word]));

const codes = new Map<string, number>(operations.map(({ name }, code) => [name, code]));

/** Code of an operation that is known to exist. */
export function codeOf(name: string): number {
  const code = codes.get(name);
  if (code === undefined) throw new Error(`no operation ${name}`);
  return code;
}

/** The row of a code. */
export function operationAt(code: number): NamedOperation {
  return operations[code] as NamedOperation;
}

/** The row of an operation by its name; undefined if there is none. */
export function operationNamed(name: string): NamedOperation | undefined {
  return operations[codes.get(name) ?? -1];
}

/** Prints a sum, with a negative term as a difference. */
function joinedTerms(...terms: string[]): string {
  return terms.reduce((left, term) => (term.startsWith("-") ? `${left} - ${term.slice(1)}` : `${left} + ${term}`));
}
