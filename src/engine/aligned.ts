/** Equations written for another time step, brought to step t. Knows syntax only. */

import type { Equation } from "./model.ts";
import { reductions } from "./operations/spellings.ts";
import type { Syntax } from "./syntax.ts";

/** `h[t+1]: f(h[t])` is the same as `h[t]: f(h[t-1])`. */
export function aligned(equation: Equation): Equation {
  const by = equation.index?.offset ?? 0;
  if (equation.index === undefined || by === 0) return equation;
  return { ...equation, index: { step: 1, last: 0, offset: 0 }, formula: shift(equation.formula, by) };
}

function shift(syntax: Syntax, by: number): Syntax {
  // sum and prod bind a t of their own.
  if (syntax.kind === "call" && reductions.has(syntax.operation)) return syntax;
  if (syntax.kind === "call") return { ...syntax, args: syntax.args.map((arg) => shift(arg, by)) };
  if (syntax.kind !== "name" || syntax.index === undefined) return syntax;
  const { step, last, offset } = syntax.index;
  return { ...syntax, index: { step, last, offset: offset - step * by } };
}
