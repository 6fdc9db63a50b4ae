/** Reads and rewrites the equations of a model, all written for step t. */

import { aligned, type Equation, type Model } from "../engine/model.ts";
import { type Call, type Name, partsOf, rewrite, type Syntax, type TimeIndex } from "../engine/syntax.ts";
import type { Derivation } from "../exercises/derivation.ts";
import type { MistakeVariation } from "./mistake.ts";

/** T, the number of time steps. */
export const stepCount: Syntax = { kind: "name", name: "T" };
/** The index of `h[t]`. */
const atStepT: TimeIndex = { step: 1, last: 0, offset: 0 };

/** The arguments of a call of that operation; none for anything else. */
export function argsOf(part: Syntax, operation: string): readonly Syntax[] {
  return isCall(part, operation) ? part.args : [];
}

export function isCall(part: Syntax, operation: string): part is Call {
  return part.kind === "call" && part.operation === operation;
}

/** A sum or a product without some of its arguments; undefined if that is none of them, or all. */
export function without(part: Call, test: (arg: Syntax) => boolean): Syntax | undefined {
  const rest = part.args.filter((arg) => !test(arg));
  if (rest.length === part.args.length || rest.length === 0) return undefined;
  return rest.length === 1 ? rest[0] : { ...part, args: rest };
}

/** Whether some part of `syntax` passes the test. */
export function contains(syntax: Syntax, test: (part: Syntax) => boolean): boolean {
  return test(syntax) || (syntax.kind === "call" && syntax.args.some((arg) => contains(arg, test)));
}

/** Computed at every time step. */
export function isSequence({ index }: Equation): boolean {
  return index?.step === 1;
}

/** A quantity of its own, such as a loss. */
export function isScalar({ index }: Equation): boolean {
  return index === undefined;
}

/** The names of all that is computed at every time step. */
export function sequences({ equations }: Model): ReadonlySet<string> {
  return new Set(equations.filter(isSequence).map(({ family }) => family));
}

/** The variation by a changed model; none if the change has no place in it. */
export function inModel(
  { model }: Derivation,
  change: (model: Model) => Model | undefined,
): readonly MistakeVariation[] {
  const changed = change(alignedModel(model));
  return changed === undefined ? [] : [{ model: () => changed }];
}

/** The same by changed formulas of some equations. */
export function inEquations(
  right: Derivation,
  which: (equation: Equation) => boolean,
  change: (formula: Syntax, equation: Equation) => Syntax | undefined,
): readonly MistakeVariation[] {
  return inModel(right, (model) => changedModel(model, which, change));
}

/** Every `h[t+1]: …` written as `h[t]: …`. */
export function alignedModel(model: Model): Model {
  return { ...model, equations: model.equations.map(aligned) };
}

/** The model with changed equations; undefined if none of them changes. */
function changedModel(
  model: Model,
  which: (equation: Equation) => boolean,
  change: (formula: Syntax, equation: Equation) => Syntax | undefined,
): Model | undefined {
  const equations = model.equations.map((equation) => {
    const formula = which(equation) ? (change(equation.formula, equation) ?? equation.formula) : equation.formula;
    return formula === equation.formula ? equation : { ...equation, formula };
  });
  return equations.some((equation, i) => equation !== model.equations[i]) ? { ...model, equations } : undefined;
}

/** The variation in which `change` replaces parts of all equations; none if it has no place. */
export function inAllParts(right: Derivation, change: (part: Syntax) => Syntax | undefined) {
  const everywhere = () => true;
  return inEquations(right, everywhere, (formula) => rewrite(formula, change));
}

/** The variations in which one part of one equation is another; `change` gives all that may stand there instead. */
export function inOnePart(
  right: Derivation,
  change: (part: Syntax) => readonly (Syntax | undefined)[],
): readonly MistakeVariation[] {
  const model = alignedModel(right.model);
  return model.equations.flatMap((equation) =>
    partsOf(equation.formula).flatMap((place) =>
      change(place).flatMap((instead) => {
        if (instead === undefined) return [];
        const formula = rewrite(equation.formula, (part) => (part === place ? instead : undefined));
        const equations = model.equations.map((one) => (one === equation ? { ...one, formula } : one));
        return [{ model: () => ({ ...model, equations }) }];
      }),
    ),
  );
}

/** Whether a part of an equation is what a computed sequence was, or will be, at another time: `h[t-1]`. */
export function isOtherTime(part: Syntax, families: ReadonlySet<string>): part is Name & { readonly index: TimeIndex } {
  return part.kind === "name" && part.index?.step === 1 && part.index.offset !== 0 && families.has(part.name);
}

/** The sequences that some equation reads at another time. */
export function recurrentFamilies(model: Model): readonly string[] {
  const isRead = (family: string) =>
    alignedModel(model).equations.some(
      (equation) => isSequence(equation) && contains(equation.formula, (part) => isOtherTime(part, new Set([family]))),
    );
  return [...sequences(model)].filter(isRead);
}

/**
 * The variation in which `change` replaces what is read from another time step, but for the steps at which that is a
 * start value: they keep their equation. None if nothing changes.
 */
export function afterStart(right: Derivation, change: (part: Name) => Syntax | undefined): readonly MistakeVariation[] {
  return inModel(right, (model) => changedAfterStart(model, change));
}

export function changedAfterStart(model: Model, change: (part: Name) => Syntax | undefined): Model | undefined {
  const families = sequences(model);
  const starts: Equation[] = [];
  const changed = changedModel(model, isSequence, (formula, equation) =>
    rewrite(formula, (part) => {
      if (!isOtherTime(part, families)) return undefined;
      const other = change(part);
      const { offset } = part.index;
      for (let k = 1; other !== undefined && k <= Math.abs(offset); k++)
        starts.push(atStep(equation, offset < 0 ? { last: 0, offset: k } : { last: 1, offset: 1 - k }));
      return other;
    }),
  );
  return changed && withEquations(changed, starts);
}

/** The variation in which the equation of `family` is changed for step `t` only. */
export function atOneStep(right: Derivation, family: string, t: number, change: (formula: Syntax) => Syntax) {
  return inModel(right, (model) => {
    const own = model.equations.find((equation) => equation.family === family && isSequence(equation));
    return own && withEquations(model, [atStep({ ...own, formula: change(own.formula) }, { last: 0, offset: t })]);
  });
}

/** The model with equations for single steps, where it has none of its own for them. */
function withEquations(model: Model, added: readonly Equation[]): Model {
  const all = [...added, ...model.equations].map((equation) => [
    JSON.stringify([equation.family, equation.index]),
    equation,
  ]);
  return { ...model, equations: [...new Map(all as [string, Equation][]).values()] };
}

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

/** x[T + 1 - t] for x[t] of some sequences. */
export function mirrored(part: Syntax, families: readonly string[]): Syntax | undefined {
  if (part.kind !== "name" || !families.includes(part.name)) return undefined;
  const { step, last, offset } = part.index ?? atStepT;
  return { ...part, index: { step: -step, last: 1 - last, offset: 1 - offset } };
}

/** With `h[t] = tanh(a)`: the name of a, and a model in which it has one if it stands inside the equation. */
export function withPreActivation(
  model: Model,
  family: string,
): { readonly model: Model; readonly inside: string } | undefined {
  const equation = model.equations.find((e) => e.family === family && isSequence(e));
  if (equation?.formula.kind !== "call") return undefined;
  const { formula } = equation;
  const [argument, ...others] = formula.args;
  if (argument === undefined || others.length > 0) return undefined;
  if (argument.kind === "name") {
    const isNamed = argument.index?.step === 1 && argument.index.offset === 0 && sequences(model).has(argument.name);
    return isNamed ? { model, inside: argument.name } : undefined;
  }
  if (formula.operation === "negate") return undefined;
  const inside = `${family}~`;
  const equations = [
    ...model.equations.filter((e) => e !== equation),
    { ...equation, family: inside, formula: argument },
    { ...equation, formula: { ...formula, args: [{ kind: "name", name: inside, index: atStepT } as const] } },
  ];
  return { model: { ...model, equations }, inside };
}

/** All at once, then each alone. */
export function allAndEach<T>(all: readonly T[]): readonly (readonly T[])[] {
  return [all, ...(all.length > 1 ? all.map((one) => [one]) : [])];
}
