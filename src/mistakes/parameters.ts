/** Mistakes about parameters in a model's equations: a weight or a bias that is not used. */

import type { Syntax } from "../engine/syntax.ts";
import type { Derivation } from "../exercises/derivation.ts";
import { contains, inEquations, isCall, isOtherTime, isSequence, rewrite, sequences } from "./equations.ts";
import { network } from "./examples.ts";
import { type MistakeVariation, rows } from "./mistake.ts";

export const parameters = rows({
  "mistake.recurrent-weight-missing": {
    en: "You used the previous state without its weight. Look at what stands in front of it in the equation.",
    de: "Du hast den vorigen Zustand ohne sein Gewicht eingesetzt. Sieh nach, was in der Gleichung davor steht.",
    concerns: ["value"],
    example: [network, "L", 1.989],
    variations: (right) => dropped(right, "multiply", (product) => readsOtherTime(product, right)),
  },
  "mistake.weight-missing": {
    en: "A weight is missing: in the equations, one of the quantities has a parameter in front of it that you left out.",
    de: "Ein Gewicht fehlt: In den Gleichungen steht vor einer der Größen ein Parameter, den du weggelassen hast.",
    concerns: ["value"],
    example: [network, "L", 1.8536],
    variations: (right) => dropped(right, "multiply", (product) => !readsOtherTime(product, right)),
  },
  "mistake.bias-missing": {
    en: "You left out a parameter that the equations add on its own (a bias).",
    de: "Du hast einen Parameter weggelassen, der in den Gleichungen für sich addiert wird (einen Bias).",
    concerns: ["value"],
    example: [network, "L", 1.6824],
    variations: (right) => dropped(right, "add", () => true),
  },
});

function readsOtherTime(part: Syntax, { model }: Derivation): boolean {
  const families = sequences(model);
  return contains(part, (inner) => isOtherTime(inner, families));
}

/** For each parameter the model without it where it is an argument of `operation` in the equation of a sequence. */
function dropped(right: Derivation, operation: string, where: (part: Syntax) => boolean): readonly MistakeVariation[] {
  return right.model.parameters.flatMap((name) =>
    inEquations(right, isSequence, (formula) =>
      rewrite(formula, (part) => {
        if (!isCall(part, operation) || !where(part)) return undefined;
        const rest = part.args.filter((arg) => !(arg.kind === "name" && arg.name === name));
        if (rest.length === part.args.length || rest.length === 0) return undefined;
        return rest.length === 1 ? rest[0] : { ...part, args: rest };
      }),
    ),
  );
}
