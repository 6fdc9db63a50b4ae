/** Mistakes about what is carried from one time step to the next. */

import type { Model } from "../engine/model.ts";
import type { Syntax } from "../engine/syntax.ts";
import type { Derivation } from "../exercises/derivation.ts";
import {
  afterStart,
  alignedModel,
  allAndEach,
  changedAfterStart,
  contains,
  inEquations,
  inModel,
  isOtherTime,
  isSequence,
  type Name,
  number,
  recurrentFamilies,
  rewrite,
  withPreActivation,
} from "./equations.ts";
import { network } from "./examples.ts";
import type { Rows } from "./mistake.ts";

export const recurrence = {
  "mistake.recurrence-missing": {
    en: "The recurrence is missing: you computed every step as if it were the first. Use the state from the step before.",
    de: "Die Rekurrenz fehlt: Du hast jeden Schritt so gerechnet, als wäre er der erste. Setze den Zustand aus dem vorigen Schritt ein.",
    concerns: ["value"],
    example: ["ex6", "set2.loss", 0.79],
    variations: (right) =>
      allAndEach(recurrentFamilies(right.model)).flatMap((families) =>
        [() => number(0), startValue].flatMap((instead) =>
          inEquations(right, isSequence, (formula) =>
            rewrite(formula, (part) => (isOtherTime(part, new Set(families)) ? instead(part) : undefined)),
          ),
        ),
      ),
  },
  "mistake.previous-state-one": {
    en: "You used 1 in place of the previous state. Use the state that you computed for the step before.",
    de: "Du hast 1 statt des vorigen Zustands eingesetzt. Nimm den Zustand, den du für den Schritt davor berechnet hast.",
    concerns: ["value"],
    example: ["ex6", "set2.h2", 0],
    variations: (right) => afterStart(right, () => number(1)),
  },
  "mistake.input-for-state": {
    en: "You used an input where the previous state belongs. Check in the equation which quantity goes there.",
    de: "Du hast eine Eingabe eingesetzt, wo der vorige Zustand hingehört. Sieh in der Gleichung nach, welche Größe dort steht.",
    concerns: ["value"],
    example: [network, "h3", "tanh(W*x2 + U*x3 + b)"],
    variations: (right) =>
      right.model.inputs.flatMap((input) => afterStart(right, (part) => ({ ...part, name: input }))),
  },
  "mistake.pre-activation-fed-back": {
    en: "You passed the value before the activation on to the next step. What is passed on is the state, after the activation.",
    de: "Du hast den Wert vor der Aktivierung an den nächsten Schritt weitergegeben. Weitergegeben wird der Zustand, also der Wert nach der Aktivierung.",
    concerns: ["value", "drawing"],
    example: [
      "ex1",
      "edges",
      "h0->tau1, x1->tau1, W->tau1, U->tau1, tau1->h1, h1->y1, V->y1, tau1->tau2, x2->tau2, W->tau2, U->tau2, tau2->h2, h2->y2, V->y2",
    ],
    variations: (right) =>
      recurrentFamilies(right.model).flatMap((family) =>
        inModel(right, (model) => {
          const split = withPreActivation(model, family);
          return split && fedBack(split.model, family, split.inside);
        }),
      ),
  },
  "mistake.output-fed-back": {
    en: "You passed an output on to the next step. Look at the equations: what does one step take over from another?",
    de: "Du hast eine Ausgabe an den nächsten Schritt weitergegeben. Sieh in die Gleichungen: Was übernimmt ein Schritt vom anderen?",
    concerns: ["value", "drawing"],
    example: [
      "ex1",
      "edges",
      "h0->h1, x1->h1, W->h1, U->h1, h1->y1, V->y1, y1->h2, x2->h2, W->h2, U->h2, h2->y2, V->y2",
    ],
    variations: (right) =>
      recurrentFamilies(right.model).flatMap((family) =>
        readersAtOnce(right, family).flatMap((reader) => inModel(right, (model) => fedBack(model, family, reader))),
      ),
  },
} as const satisfies Rows;

/** What the first step to be computed reads, for every step. */
function startValue(part: Name): Name {
  const offset = part.index?.offset ?? 0;
  return { ...part, index: { step: 0, last: offset < 0 ? 0 : 1, offset: offset < 0 ? offset + 1 : offset } };
}

function fedBack(model: Model, family: string, instead: string): Model | undefined {
  return changedAfterStart(model, (part) => (part.name === family ? { ...part, name: instead } : undefined));
}

/** Sequences that are computed from `family` at the same time step, such as outputs. */
function readersAtOnce({ model }: Derivation, family: string): readonly string[] {
  const isIt = (part: Syntax) => part.kind === "name" && part.name === family && part.index?.offset === 0;
  return alignedModel(model)
    .equations.filter((e) => isSequence(e) && e.family !== family && contains(e.formula, isIt))
    .map((e) => e.family);
}
