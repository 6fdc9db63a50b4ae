/** Mistakes about the functions, weights and biases in a model's equations: left out, or taken for another one. */

import { operationNamed, operations } from "../engine/operations/table.ts";
import { type Call, call, rewrite, type Syntax } from "../engine/syntax.ts";
import type { Derivation } from "../exercises/derivation.ts";
import {
  allAndEach,
  atOneStep,
  contains,
  inEquations,
  isCall,
  isOtherTime,
  isSequence,
  sequences,
  without,
} from "./equations.ts";
import { singleSteps } from "./links.ts";
import type { MistakeVariation, Rows } from "./mistake.ts";

export const activation = {
  "mistake.activation-missing": {
    en: "An activation function is missing: you took the value inside it as the result. Apply the function to it.",
    de: "Eine Aktivierungsfunktion fehlt: Du hast den Wert in ihrer Klammer als Ergebnis genommen. Wende die Funktion darauf an.",
    concerns: ["value"],
    variations: (right) => {
      const { equations } = right.model;
      const having = equations.filter((e) => isSequence(e) && contains(e.formula, isActivation));
      const families = having.map(({ family }) => family);
      return [
        ...allAndEach(families).flatMap((some) =>
          inEquations(right, (e) => isSequence(e) && some.includes(e.family), withoutActivations),
        ),
        // With the recurrence right, and the activation left out at the step that is asked for.
        ...families.flatMap((family) =>
          singleSteps(right.model.steps)
            .flatMap((t) => atOneStep(right, family, t, withoutActivations))
            .map((variation) => ({ ...variation, unless: ["mistake.pre-activation-fed-back"] })),
        ),
      ];
    },
  },
  "mistake.other-activation": {
    en: "You used a different activation function. Check which one the equations use.",
    de: "Du hast mit einer anderen Aktivierungsfunktion gerechnet. Prüfe, welche in den Gleichungen steht.",
    concerns: ["value"],
    variations: (right) => {
      const families = allAndEach([...sequences(right.model)]);
      // In some equations; or for one function in all of them, such as tanh for every gate.
      const some = [...families.map((one) => [one, functions]), ...functions.map((one) => [families[0], [one]])];
      return some.flatMap(([family = [], names = []]) =>
        inEquations(
          right,
          (e) => isSequence(e) && family.includes(e.family),
          (formula) => withOtherActivations(formula, names),
        ),
      );
    },
  },
} as const satisfies Rows;

export const weights = {
  "mistake.recurrent-weight-missing": {
    en: "You used the previous state without its weight. Look at what stands in front of it in the equation.",
    de: "Du hast den vorigen Zustand ohne sein Gewicht eingesetzt. Sieh nach, was in der Gleichung davor steht.",
    concerns: ["value"],
    variations: (right) => dropped(right, "multiply", (product) => readsOtherTime(product, right)),
  },
  "mistake.weight-missing": {
    en: "A weight is missing: in the equations, one of the quantities has a parameter in front of it that you left out.",
    de: "Ein Gewicht fehlt: In den Gleichungen steht vor einer der Größen ein Parameter, den du weggelassen hast.",
    concerns: ["value"],
    variations: (right) => dropped(right, "multiply", (product) => !readsOtherTime(product, right)),
  },
  "mistake.bias-missing": {
    en: "You left out a parameter that the equations add on its own (a bias).",
    de: "Du hast einen Parameter weggelassen, der in den Gleichungen für sich addiert wird (einen Bias).",
    concerns: ["value"],
    variations: (right) => dropped(right, "add", () => true),
  },
} as const satisfies Rows;

const functions = operations.filter(({ takenFor }) => takenFor !== undefined).map(({ name }): string => name);

/** The row of the table of operations; sums and products over time have none. */
function traits({ operation }: Call) {
  return operationNamed(operation);
}

function isActivation(part: Syntax): part is Call {
  return part.kind === "call" && traits(part)?.takenFor !== undefined;
}

function withoutActivations(formula: Syntax): Syntax {
  return rewrite(formula, (part) => (isActivation(part) ? withoutActivations(part.args[0] as Syntax) : undefined));
}

/** With other functions in place of those named. */
function withOtherActivations(formula: Syntax, names: readonly string[]): Syntax {
  return rewrite(formula, (part) => {
    if (!isActivation(part) || !names.includes(part.operation)) return undefined;
    return call(traits(part)?.takenFor as string, ...part.args.map((arg) => withOtherActivations(arg, names)));
  });
}

function readsOtherTime(part: Syntax, { model }: Derivation): boolean {
  const families = sequences(model);
  return contains(part, (inner) => isOtherTime(inner, families));
}

/** For each parameter the model without it where it is an argument of `operation` in the equation of a sequence. */
function dropped(right: Derivation, operation: string, where: (part: Syntax) => boolean): readonly MistakeVariation[] {
  return right.model.parameters.flatMap((name) =>
    inEquations(right, isSequence, (formula) =>
      rewrite(formula, (part) =>
        isCall(part, operation) && where(part)
          ? without(part, (arg) => arg.kind === "name" && arg.name === name)
          : undefined,
      ),
    ),
  );
}
