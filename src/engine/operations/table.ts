/** The table of operations: all rows under their codes and names. A node stores its operation's place in this table. */

import { activations } from "./activations.ts";
import { arithmetic } from "./arithmetic.ts";
import { functions } from "./functions.ts";
import type { Operation } from "./operation.ts";
import { trigonometric } from "./trigonometric.ts";

// Arithmetic comes first: graph.ts knows it by its codes.
const rows = { ...arithmetic, ...activations, ...functions, ...trigonometric } satisfies Record<string, Operation>;

export type OperationName = keyof typeof rows;
export type NamedOperation = Operation & { readonly name: OperationName };

/** By code. */
export const operations: readonly NamedOperation[] = Object.entries<Operation>(rows).map(([name, row]) => ({
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
  /** Folds a sequence over time with this operation: in equations of a model only. */
  readonly folds?: OperationName;
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
  for (const word of overTime) words.set(word, { operation: overTime[0] as string, arity: 1, folds: name });
}

/** By every word that calls something, be it typed or a LaTeX command. */
export const calls: ReadonlyMap<string, Call> = words;

/** The words that call a function in any formula. */
export const functionWords: readonly string[] = [...calls].flatMap(([word, { folds }]) => (folds ? [] : [word]));

const codes = new Map<string, number>(operations.map(({ name }, code) => [name, code]));

/** Code of an operation that is known to exist. */
export function codeOf(name: OperationName): number {
  return codes.get(name) as number;
}

/** Code of an operation by any name; undefined if there is none. */
export function operationCode(name: string): number | undefined {
  return codes.get(name);
}

/** The row of a code. */
export function operationAt(code: number): NamedOperation {
  return operations[code] as NamedOperation;
}

/** The row of an operation by its name; undefined if there is none. */
export function operationNamed(name: string): NamedOperation | undefined {
  return operations[codes.get(name) ?? -1];
}
