/** How formulas may write the operations: names, other spellings, logarithms by their base; all read off the table. */

import { callable, operations } from "./table.ts";

/** How many arguments an operation takes. */
export interface Arity {
  readonly min: number;
  readonly max: number;
}

/** What may be called unless the caller of the parser says otherwise. */
export const defaultFunctions: ReadonlyMap<string, Arity> = new Map(
  callable.map(({ name, arity }) => [name, { min: Number(arity), max: Number(arity) }]),
);

/** What folds a sequence over time, with the operation that it folds with: in equations of a model only. */
export const reductions: ReadonlyMap<string, string> = new Map(
  operations.flatMap(({ name, overTime = [] }) => overTime.slice(0, 1).map((word) => [word, name] as const)),
);

export const sequenceFunctions: ReadonlyMap<string, Arity> = new Map(
  [...reductions.keys()].map((name) => [name, { min: 1, max: 1 }]),
);

/** Other names of the same operations. */
export const functionAliases: ReadonlyMap<string, string> = new Map(
  operations.flatMap(({ name, aliases = [], overTime: [folding = "", ...others] = [] }) => [
    ...aliases.map((alias) => [alias, name] as const),
    ...others.map((alias) => [alias, folding] as const),
  ]),
);

/** Functions that are a quotient of a logarithm and a number, by their base. */
export const logarithmBases: ReadonlyMap<string, number> = new Map(
  operations.flatMap(({ bases = {} }) => Object.entries(bases)),
);

/** Every word that calls a function, be it typed or as a LaTeX command. */
export const functionWords: readonly string[] = [
  ...callable.map(({ name }) => name),
  ...functionAliases.keys(),
  ...logarithmBases.keys(),
].filter((word) => !reductions.has(functionAliases.get(word) ?? word));

/** Whether a function without brackets takes one quantity only: see `takesOne`. */
export const takesOne: ReadonlySet<string> = new Set(callable.filter((row) => row.takesOne).map(({ name }) => name));
