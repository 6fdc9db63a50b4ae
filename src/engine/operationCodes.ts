/** The codes of all operations, in order: a node stores its operation's place in this list. Knows no meaning. */

export const operationNames = [
  "constant",
  "variable",
  "definition",
  "add",
  "multiply",
  "subtract",
  "divide",
  "negate",
  "power",
  "tanh",
  "tanhSlope",
  "sigmoid",
  "sigmoidSlope",
  "relu",
  "softplus",
  "step",
  "sign",
  "abs",
  "exp",
  "log",
  "sqrt",
  "sin",
  "cos",
  "tan",
  "sinh",
  "cosh",
  "sech",
  "coth",
  "asin",
  "acos",
  "atan",
  "asinh",
  "acosh",
  "atanh",
] as const;

export type OperationName = (typeof operationNames)[number];

const codes = new Map<string, number>(operationNames.map((name, code) => [name, code]));

/** Code of an operation that is known to exist. */
export function codeOf(name: OperationName): number {
  return codes.get(name) as number;
}

/** Code of an operation by any name; undefined if there is none. */
export function operationCode(name: string): number | undefined {
  return codes.get(name);
}
