/** Mistakes about what is carried from one time step to the next. */

import type { Equation, Model } from "../engine/model.ts";
import { type Name, namesIn, number, rewrite, type Syntax, type TimeIndex } from "../engine/syntax.ts";
import type { Derivation } from "../exercises/derivation.ts";
import {
  afterStart,
  alignedModel,
  allAndEach,
  changedAfterStart,
  inEquations,
  inModel,
  isOtherTime,
  isSequence,
  mirrored,
  recurrentFamilies,
  sequences,
  withPreActivation,
} from "./equations.ts";
import type { Rows } from "./mistake.ts";

export const recurrence = {
  "mistake.recurrence-missing": {
    en: "The recurrence is missing: you computed every step as if it were the first. Use the state from the step before.",
    de: "Die Rekurrenz fehlt: Du hast jeden Schritt so gerechnet, als wäre er der erste. Setze den Zustand aus dem vorigen Schritt ein.",
    concerns: ["value"],
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
    variations: (right) => afterStart(right, () => number(1)),
  },
  "mistake.input-for-state": {
    en: "You used an input where the previous state belongs. Check in the equation which quantity goes there.",
    de: "Du hast eine Eingabe eingesetzt, wo der vorige Zustand hingehört. Sieh in der Gleichung nach, welche Größe dort steht.",
    concerns: ["value"],
    variations: (right) =>
      right.model.inputs.flatMap((input) => afterStart(right, (part) => ({ ...part, name: input }))),
  },
  "mistake.pre-activation-fed-back": {
    en: "You passed the value before the activation on to the next step. What is passed on is the state, after the activation.",
    de: "Du hast den Wert vor der Aktivierung an den nächsten Schritt weitergegeben. Weitergegeben wird der Zustand, also der Wert nach der Aktivierung.",
    concerns: ["value", "drawing"],
    variations: (right) =>
      recurrentFamilies(right.model).flatMap((family) =>
        inModel(right, (model) => {
          const split = withPreActivation(model, family);
          return split && fedBack(split.model, family, split.inside);
        }),
      ),
  },
  "mistake.output-fed-back": {
    en: "You passed another quantity on to the next step, such as an output. Look at the equations: what does one step take over from another?",
    de: "Du hast eine andere Größe an den nächsten Schritt weitergegeben, etwa eine Ausgabe. Sieh in die Gleichungen: Was übernimmt ein Schritt vom anderen?",
    concerns: ["value", "drawing"],
    variations: (right) =>
      recurrentFamilies(right.model).flatMap((family) =>
        besides(right, family).flatMap((other) => inModel(right, (model) => fedBack(model, family, other))),
      ),
  },
  "mistake.direction-reversed": {
    en: "One recurrence runs in the wrong direction, or its states are used in the wrong order: look in the equations which step builds on which.",
    de: "Eine Rekurrenz läuft in die falsche Richtung, oder ihre Zustände stehen in der falschen Reihenfolge: Sieh in den Gleichungen nach, welcher Schritt auf welchem aufbaut.",
    concerns: ["value", "derivative"],
    variations: (right) =>
      oneDirection(right).flatMap((family) => [
        ...inModel(right, (model) => turned(model, family)),
        ...inEquations(
          right,
          (equation) => equation.family !== family,
          (formula) => rewrite(formula, (part) => mirrored(part, [family])),
        ),
      ]),
  },
} as const satisfies Rows;

/** What the equations of a model read from other time steps. */
function otherTimes(model: Model) {
  const names = alignedModel(model).equations.flatMap(({ formula }) => namesIn(formula));
  return names.filter((name) => isOtherTime(name, sequences(model)));
}

/** The recurrent sequences of a model that runs in both directions. */
function oneDirection({ model }: Derivation): readonly string[] {
  const signs = new Set(otherTimes(model).map(({ index }) => Math.sign(index.offset)));
  return signs.size > 1 ? recurrentFamilies(model) : [];
}

/** The model with one recurrence turned round: it starts from the same value at the other end. */
function turned(model: Model, family: string): Model {
  const own = otherTimes(model).filter(({ name }) => name === family);
  const [first, last] = [0, 1].map((end) => ({ step: 0, last: end, offset: end })) as [TimeIndex, TimeIndex];
  const [index, from] = own.some(({ index: { offset } }) => offset < 0) ? [last, first] : [first, last];
  const start = { family, index, formula: { kind: "name", name: family, index: from } as const, target: "", text: "" };
  const turnedPart = (part: Syntax) =>
    isOtherTime(part, new Set([family]))
      ? { ...part, index: { ...part.index, offset: -part.index.offset } }
      : undefined;
  const equations = model.equations.map((one) => ({ ...one, formula: rewrite(one.formula, turnedPart) }));
  return { ...model, equations: [...equations, start] };
}

/** What the first step to be computed reads, for every step. */
function startValue(part: Name): Name {
  const offset = part.index?.offset ?? 0;
  return { ...part, index: { step: 0, last: offset < 0 ? 0 : 1, offset: offset < 0 ? offset + 1 : offset } };
}

function fedBack(model: Model, family: string, instead: string): Model | undefined {
  return changedAfterStart(model, (part) => (part.name === family ? { ...part, name: instead } : undefined));
}

/** Sequences that are computed from `family` at the same time step, such as outputs, or that it is computed from. */
function besides({ model }: Derivation, family: string): readonly string[] {
  const all = alignedModel(model).equations.filter(isSequence);
  const readAtOnce = (equation: Equation) =>
    namesIn(equation.formula).flatMap(({ name, index }) => (index?.offset === 0 ? [name] : []));
  const isPassedOn = (equation: Equation) =>
    equation.family === family ? withPreActivation(model, family) === undefined : readAtOnce(equation).includes(family);
  const found = all.filter(isPassedOn).flatMap((one) => (one.family === family ? readAtOnce(one) : [one.family]));
  return all.map((one) => one.family).filter((name) => name !== family && found.includes(name));
}
