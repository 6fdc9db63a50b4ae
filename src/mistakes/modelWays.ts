/** Mistakes in a model's equations as variations of the model. Knows no single mistake. */

import type { Model } from "../engine/model.ts";
import type { Syntax } from "../engine/syntax.ts";
import type { Derivation } from "../exercises/derivation.ts";
import { alignedModel, formulaAtStep, isSequence, type Name, sequences } from "./equations.ts";
import type { Way } from "./misconception.ts";

/** A variation of the model, if the change has a place in it. */
export function modelWays(model: Model, change: (model: Model) => Model | undefined): readonly Way[] {
  const changed = change(model);
  return changed === undefined ? [] : [{ variation: { model: () => changed } }];
}

/** The last step of a sequence's formula, for what is left of a sum. */
export function atLastStep(formula: Syntax): Syntax {
  return formulaAtStep(formula, { last: 1, offset: 0 });
}

/** The same of the first step. */
export function atFirstStep(formula: Syntax): Syntax {
  return formulaAtStep(formula, { last: 0, offset: 1 });
}

/** The model of an exercise with its equations in one form. */
export function modelOf({ model }: Derivation): Model {
  return alignedModel(model);
}

/** With `h[t] = tanh(a)`: the name of a, and a model in which it has one if it stands inside the equation. */
export function withPreActivation(
  model: Model,
  family: string,
): { readonly model: Model; readonly inside: string } | undefined {
  const equation = model.equations.find((e) => e.family === family && isSequence(e));
  const { formula } = equation ?? {};
  if (equation === undefined || formula?.kind !== "call" || formula.args.length !== 1) return undefined;
  const argument = formula.args[0] as Syntax;
  const families = sequences(model);
  if (argument.kind === "name") {
    const isNamed = argument.index?.step === 1 && argument.index.offset === 0 && families.has(argument.name);
    return isNamed ? { model, inside: argument.name } : undefined;
  }
  if (formula.operation === "negate") return undefined;
  const inside = `${family}~`;
  const named: Name = { kind: "name", name: inside, index: { step: 1, last: 0, offset: 0 } };
  const equations = [
    ...model.equations.filter((e) => e !== equation),
    { ...equation, family: inside, formula: argument },
    { ...equation, formula: { ...formula, args: [named] } },
  ];
  return { model: { ...model, equations }, inside };
}
