/** The functions a formula may call: their operations, other spellings, and rewritings; knows no evaluation. */

import type { OperationName } from "./operationCodes.ts";
import { functionNames } from "./operations.ts";

/** How many arguments an operation takes. */
export interface Arity {
  readonly min: number;
  readonly max: number;
}

const unary: Arity = { min: 1, max: 1 };

/** What may be called unless the caller of the parser says otherwise. */
export const defaultFunctions: ReadonlyMap<string, Arity> = new Map(functionNames.map((name) => [name, unary]));

/** Operations over time, in equations of a model only. */
export const sequenceFunctions: ReadonlyMap<string, Arity> = new Map([
  ["sum", unary],
  ["prod", unary],
]);

/** Other names of the same operations. */
export const functionAliases: ReadonlyMap<string, string> = new Map(
  Object.entries<OperationName | "prod">({
    ln: "log",
    th: "tanh",
    ch: "cosh",
    sh: "sinh",
    tg: "tan",
    tgh: "tanh",
    logistic: "sigmoid",
    expit: "sigmoid",
    ReLU: "relu",
    arctanh: "atanh",
    artanh: "atanh",
    arcsinh: "asinh",
    arsinh: "asinh",
    arccosh: "acosh",
    arcosh: "acosh",
    arcsin: "asin",
    arccos: "acos",
    arctan: "atan",
    sgn: "sign",
    signum: "sign",
    heaviside: "step",
    Heaviside: "step",
    Theta: "step",
    wurzel: "sqrt",
    product: "prod",
  }),
);

/** Functions that are the reciprocal of an operation. */
export const reciprocals: ReadonlyMap<string, string> = new Map(
  Object.entries<OperationName>({
    sec: "cos",
    csc: "sin",
    cosec: "sin",
    cot: "tan",
    csch: "sinh",
    coth: "tanh",
    sech: "cosh",
  }),
);

/** Functions that are a quotient of an operation and a number, by their base. */
export const logarithmBases: ReadonlyMap<string, number> = new Map([
  ["log2", 2],
  ["log10", 10],
  ["lg", 10],
  ["ld", 2],
]);
