/** Mistakes about what is asked: another quantity, another time step, something else differentiated, nothing at all. */

import { indexedName, splitName } from "../engine/names.ts";
import type { Syntax } from "../engine/syntax.ts";
import { sequences } from "./equations.ts";
import type { Rows } from "./mistake.ts";

export const quantities = {
  "mistake.other-quantity": {
    en: "This belongs to the derivative with respect to {name}. Check what you should differentiate with respect to.",
    de: "Das gehört zur Ableitung nach {name}. Prüfe, nach welcher Größe du ableiten sollst.",
    concerns: ["derivative", "stored", "count"],
    // What is read for the one asked for explains a list or a count more simply.
    unless: ["mistake.reuse-swapped", "mistake.stored-kind-missing", "mistake.stored-start-missing"],
    example: ["ex2", "dz_dW", "y2*h1 + y1*h2"],
    variations: (right) => {
      const unrolled = right.unrolled();
      const starts = [...sequences(right.model)].map((family) => indexedName(family, 0));
      const names = [...right.model.parameters, ...starts.filter((name) => unrolled.kindOfName(name) === "initial")];
      return names.map((name) => ({ wrt: () => name, params: { name } }));
    },
  },
  "mistake.other-output": {
    en: "This is the derivative of {name}. Check which quantity you should differentiate.",
    de: "Das ist die Ableitung von {name}. Prüfe, welche Größe du ableiten sollst.",
    concerns: ["derivative"],
    unless: ["mistake.square-missing"],
    example: ["ex2", "dz_dW", "(1-tanh(tau2)^2)*(h1 + W*h0*(1-tanh(tau1)^2))"],
    variations: ({ model }) =>
      model.equations
        .flatMap(({ family, index }) =>
          index === undefined ? [family] : [model.steps, 1].map((t) => indexedName(family, t)),
        )
        .map((name) => ({ of: () => name, params: { name } })),
  },
  "mistake.not-differentiated": {
    en: "This is the quantity itself. You are asked for its derivative.",
    de: "Das ist die Größe selbst. Gefragt ist ihre Ableitung.",
    concerns: ["derivative"],
    example: ["ex2", "dz_dW", "y1*y2"],
    variations: () => [{ gradient: (_, output, wrt) => wrt.map(() => output) }],
  },
  "mistake.other-value": {
    en: "This is the value of another quantity, or of another time step. Check what you are asked for.",
    de: "Das ist der Wert einer anderen Größe oder eines anderen Zeitschritts. Prüfe, wonach gefragt ist.",
    concerns: ["value"],
    unless: ["mistake.activation-missing"],
    example: ["ex6", "set2.h2", 0.46],
    variations: ({ model }) =>
      [...sequences(model)].flatMap((family) =>
        [0, -1, 1].map((by) => ({ asked: (formula: Syntax) => renamed(formula, family, by) })),
      ),
  },
} as const satisfies Rows;

/** A question for a member of a sequence as one for `family`, or for the same sequence at another time. */
function renamed(formula: Syntax, family: string, by: number): Syntax {
  const { base, index } = formula.kind === "name" ? splitName(formula.name) : {};
  if (index === undefined || (by !== 0 && base !== family)) return formula;
  return { kind: "name", name: indexedName(family, index + by) };
}
