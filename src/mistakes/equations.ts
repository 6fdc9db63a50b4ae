/** Reads and rewrites the equations of a model as syntax. Knows no mistake. */

import { aligned } from "../engine/aligned.ts";
import type { Equation, Model } from "../engine/model.ts";
import type { Syntax, TimeIndex } from "../engine/syntax.ts";

export type Name = Extract<Syntax, { kind: "name" }>;
export type Call = Extract<Syntax, { kind: "call" }>;

export function number(value: number): Syntax {
  return { kind: "number", value, text: String(value) };
}

export function call(operation: string, ...args: readonly Syntax[]): Call {
  return { kind: "call", operation, args };
}

export function isCall(part: Syntax, operation: string): part is Call {
  return part.kind === "call" && part.operation === operation;
}

/** T, the number of time steps. */
export const stepCount: Syntax = { kind: "name", name: "T" };

/** `syntax` with the parts that `change` replaces, from the top down; what it leaves alone is searched further. */
export function rewrite(syntax: Syntax, change: (part: Syntax) => Syntax | undefined): Syntax {
  const changed = change(syntax);
  if (changed !== undefined) return changed;
  if (syntax.kind !== "call") return syntax;
  const args = syntax.args.map((arg) => rewrite(arg, change));
  return args.every((arg, i) => arg === syntax.args[i]) ? syntax : { ...syntax, args };
}

/** Whether some part of `syntax` passes the test. */
export function contains(syntax: Syntax, test: (part: Syntax) => boolean): boolean {
  return test(syntax) || (syntax.kind === "call" && syntax.args.some((arg) => contains(arg, test)));
}

/** A family computed at every time step. */
export function isSequence(equation: Equation): boolean {
  return equation.index !== undefined && equation.index.step === 1;
}

/** A quantity of its own, such as a loss. */
export function isScalar(equation: Equation): boolean {
  return equation.index === undefined;
}

/** The model with every `h[t+1]: …` written as `h[t]: …`. */
export function alignedModel(model: Model): Model {
  return { ...model, equations: model.equations.map(aligned) };
}

/** The names of all families that are computed at every time step. */
export function sequences(model: Model): ReadonlySet<string> {
  return new Set(model.equations.filter(isSequence).map(({ family }) => family));
}

/** The model with changed equations; undefined if none of them changes. */
export function changedModel(
  model: Model,
  change: (equation: Equation) => Syntax | undefined,
  which: (equation: Equation) => boolean = () => true,
): Model | undefined {
  let some = false;
  const equations = model.equations.map((equation) => {
    const formula = which(equation) ? change(equation) : undefined;
    if (formula === undefined || formula === equation.formula) return equation;
    some = true;
    return { ...equation, formula };
  });
  return some ? { ...model, equations } : undefined;
}

/** Whether a part of an aligned equation is what a computed sequence was, or will be, at another time: `h[t-1]`. */
export function isOtherTime(part: Syntax, families: ReadonlySet<string>): part is Name {
  return part.kind === "name" && part.index?.step === 1 && part.index.offset !== 0 && families.has(part.name);
}

/** The families that some equation reads at another time. */
export function recurrentFamilies(model: Model): readonly string[] {
  const families = sequences(model);
  const found = new Set<string>();
  for (const equation of model.equations.filter(isSequence))
    contains(equation.formula, (part) => {
      if (isOtherTime(part, families)) found.add(part.name);
      return false;
    });
  return [...found];
}

/**
 * The model with what is read from another time step changed, but for the steps at which that is a start value: they
 * keep their equation. Undefined if nothing changes, or if an equation looks both ways.
 */
export function changedAfterStart(model: Model, change: (part: Name) => Syntax | undefined): Model | undefined {
  const families = sequences(model);
  const equations: Equation[] = [];
  let some = false;
  for (const equation of model.equations) {
    const reach = { back: 0, ahead: 0 };
    const formula = !isSequence(equation)
      ? equation.formula
      : rewrite(equation.formula, (part) => {
          if (!isOtherTime(part, families)) return undefined;
          const changed = change(part);
          const offset = (part.index as TimeIndex).offset;
          if (changed !== undefined && offset < 0) reach.back = Math.max(reach.back, -offset);
          if (changed !== undefined && offset > 0) reach.ahead = Math.max(reach.ahead, offset);
          return changed;
        });
    equations.push(formula === equation.formula ? equation : { ...equation, formula });
    if (formula === equation.formula) continue;
    if (reach.back > 0 && reach.ahead > 0) return undefined;
    some = true;
    for (let k = 0; k < Math.max(reach.back, reach.ahead); k++)
      equations.push(atStep(equation, reach.back > 0 ? { last: 0, offset: k + 1 } : { last: 1, offset: -k }));
  }
  const alone = equations.filter((e, i) => !isRepeated(e, equations.slice(0, i)));
  return some ? { ...model, equations: alone } : undefined;
}

/** An aligned equation at one time step. */
function atStep(equation: Equation, at: { readonly last: number; readonly offset: number }): Equation {
  return { ...equation, index: { step: 0, ...at }, formula: formulaAtStep(equation.formula, at) };
}

/** A formula in t at the step T·last + offset. */
export function formulaAtStep(formula: Syntax, at: { readonly last: number; readonly offset: number }): Syntax {
  return rewrite(formula, (part) => {
    if (part.kind === "call") return part.operation === "sum" || part.operation === "prod" ? part : undefined;
    if (part.kind !== "name" || part.index === undefined) return part;
    const { step, last, offset } = part.index;
    return { ...part, index: { step: 0, last: step * at.last + last, offset: step * at.offset + offset } };
  });
}

function isRepeated(equation: Equation, before: readonly Equation[]): boolean {
  const { index, family } = equation;
  if (index === undefined || index.step !== 0) return false;
  const { last, offset } = index;
  return before.some(
    (e) => e.family === family && e.index?.step === 0 && e.index.last === last && e.index.offset === offset,
  );
}
