/** The value inside an activation, as a quantity of its own. */

import type { Model } from "../engine/model.ts";
import { atStepT, isSequence, sequences } from "./equations.ts";

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
