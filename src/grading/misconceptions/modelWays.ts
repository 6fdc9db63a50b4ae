/** Mistakes in a model's equations as variations of the model. Knows no single mistake. */

import type { Model } from "../../engine/model.ts";
import type { Syntax } from "../../engine/syntax.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { alignedModel, formulaAtStep } from "./equations.ts";
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

/** The model of an exercise with its equations in one form. */
export function modelOf({ model }: Derivation): Model {
  return alignedModel(model);
}
