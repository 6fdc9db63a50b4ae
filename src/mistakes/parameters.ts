/** Mistakes about parameters in a model's equations: a weight or a bias that is not used. */

import type { Equation, Model } from "../engine/model.ts";
import type { Syntax } from "../engine/syntax.ts";
import type { Derivation } from "../exercises/derivation.ts";
import { changedModel, contains, isCall, isOtherTime, isSequence, rewrite, sequences } from "./equations.ts";
import type { Misconception, Way } from "./misconception.ts";
import { modelOf, modelWays } from "./modelWays.ts";

export const parameters: readonly Misconception[] = [
  {
    code: "mistake.recurrent-weight-missing",
    concerns: ["value"],
    ways: (right) => dropped(right, "multiply", (product, model) => readsOtherTime(product, model)),
  },
  {
    code: "mistake.weight-missing",
    concerns: ["value"],
    ways: (right) => dropped(right, "multiply", (product, model) => !readsOtherTime(product, model)),
  },
  {
    code: "mistake.bias-missing",
    concerns: ["value"],
    ways: (right) => dropped(right, "add", () => true),
  },
];

function readsOtherTime(part: Syntax, model: Model): boolean {
  const families = sequences(model);
  return contains(part, (inner) => isOtherTime(inner, families));
}

/** For each parameter the model without it where it is an argument of `operation` in the equation of a sequence. */
function dropped(right: Derivation, operation: string, where: (part: Syntax, model: Model) => boolean): readonly Way[] {
  const model = modelOf(right);
  const change = (name: string) => (equation: Equation) => {
    const without = (part: Syntax): Syntax | undefined => {
      if (!isCall(part, operation)) return undefined;
      const rest = part.args.filter((arg) => !(arg.kind === "name" && arg.name === name));
      if (rest.length === part.args.length || rest.length === 0 || !where(part, model)) return undefined;
      return rest.length === 1 ? rest[0] : { ...part, args: rest };
    };
    return rewrite(equation.formula, without);
  };
  return model.parameters.flatMap((name) => modelWays(model, (m) => changedModel(m, change(name), isSequence)));
}
