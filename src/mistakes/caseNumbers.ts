/** Mistakes about the numbers that a model is given: reversed, with a lost sign, swapped, from another case, a wrong start. */

import type { Equation, Model } from "../engine/model.ts";
import { splitName } from "../engine/names.ts";
import { call, namesIn, number, type Syntax } from "../engine/syntax.ts";
import type { Derivation } from "../exercises/derivation.ts";
import type { Case, CaseValue, NestedNumbers, ParsedFormula } from "../exercises/exercise.ts";
import { allAndEach, argsOf, contains, inAllParts, inModel, mirrored } from "./equations.ts";
import { singleSteps } from "./links.ts";
import type { MistakeVariation, Rows } from "./mistake.ts";

/** With more weights only those in one equation are swapped: of so many pairs one would always fit. */
const mostSwapped = 4;

export const caseNumbers = {
  "mistake.input-reversed": {
    en: "You took the inputs in reverse order. Check which input belongs to which time step.",
    de: "Du hast die Eingaben in umgekehrter Reihenfolge genommen. Prüfe, welche Eingabe zu welchem Zeitschritt gehört.",
    concerns: ["value"],
    variations: (right) =>
      allAndEach(right.model.inputs).flatMap((inputs) => inAllParts(right, (part) => mirrored(part, inputs))),
  },
  "mistake.input-shifted": {
    en: "You took an input from another time step. Check which input belongs to which time step.",
    de: "Du hast eine Eingabe aus einem anderen Zeitschritt genommen. Prüfe, welche Eingabe zu welchem Zeitschritt gehört.",
    concerns: ["value"],
    unless: ["mistake.input-reversed", "mistake.input-sign"],
    variations: ({ model }) =>
      model.inputs.flatMap((input) =>
        singleSteps(model.steps).flatMap((t) =>
          [-1, 1].map((by) =>
            changedCase(input, (value) => changedAt(value, t, (all) => all[t - 1 + by] ?? Number.NaN)),
          ),
        ),
      ),
  },
  "mistake.input-sign": {
    en: "The sign of an input is wrong. Compare with the given numbers.",
    de: "Das Vorzeichen einer Eingabe stimmt nicht. Vergleiche mit den gegebenen Zahlen.",
    concerns: ["value"],
    variations: ({ model }) => [
      ...model.inputs.map((input) => changedCase(input, absolute)),
      ...model.inputs.flatMap((input) =>
        singleSteps(model.steps).map((t) =>
          changedCase(input, (value) => changedAt(value, t, (all) => -(all[t - 1] as number))),
        ),
      ),
    ],
  },
  "mistake.parameter-sign": {
    en: "The sign of a parameter got lost. Compare with the given numbers.",
    de: "Das Vorzeichen eines Parameters ist verloren gegangen. Vergleiche mit den gegebenen Zahlen.",
    concerns: ["value"],
    variations: ({ model }) => model.parameters.map((name) => changedCase(name, absolute)),
  },
  "mistake.weights-swapped": {
    en: "Two weights are swapped. Check in the equations which of them goes where.",
    de: "Zwei Gewichte sind vertauscht. Prüfe in den Gleichungen, welches wohin gehört.",
    concerns: ["value"],
    variations: ({ model }) => {
      const weights = model.parameters.filter((name) => isWeight(model, name));
      const together = model.equations.map(({ formula }) => namesIn(formula).map(({ name }) => name));
      const isLikely = (...pair: readonly string[]) =>
        weights.length <= mostSwapped || together.some((names) => pair.every((name) => names.includes(name)));
      return weights.flatMap((a, i) => weights.slice(i + 1).flatMap((b) => (isLikely(a, b) ? swappedCase(a, b) : [])));
    },
  },
  "mistake.initial-state": {
    en: "You started the recurrence from a different value. Check which start value is given.",
    de: "Du hast die Rekurrenz mit einem anderen Wert begonnen. Prüfe, welcher Anfangswert gegeben ist.",
    concerns: ["value"],
    variations: (right) =>
      allAndEach(startNames(right)).flatMap((names) =>
        [0, 1].flatMap((start) => {
          const puts = Object.fromEntries(names.map((name) => [name, start]));
          return inModel(right, (model) => startingWith(names, model, start)).map((one) => ({ ...one, puts }));
        }),
      ),
  },
  "mistake.other-case": {
    en: "You used parameter values that belong to another question. Check which numbers this one is about.",
    de: "Du hast mit Parameterwerten gerechnet, die zu einer anderen Frage gehören. Prüfe, um welche Zahlen es hier geht.",
    concerns: ["value"],
    variations: ({ exercise, model }) =>
      Object.values(exercise.cases).map((other) => {
        const own = Object.entries(other).filter(([key]) => model.parameters.includes(key));
        return { values: (values) => ({ ...values, ...Object.fromEntries(own) }) };
      }),
  },
} as const satisfies Rows;

/** Whether a parameter is a factor somewhere. */
function isWeight({ equations }: Model, parameter: string): boolean {
  const isIt = (part: Syntax) => part.kind === "name" && part.name === parameter;
  return equations.some(({ formula }) => contains(formula, (part) => argsOf(part, "multiply").some(isIt)));
}

function startNames(right: Derivation): readonly string[] {
  const unrolled = right.unrolled();
  return [...unrolled.names()].filter((name) => unrolled.kindOfName(name) === "initial");
}

/** The model in which some start values are `value`. */
function startingWith(names: readonly string[], model: Model, value: number): Model {
  const equations = names.map((name): Equation => {
    const { base, index: offset = 0 } = splitName(name);
    return { family: base, index: { step: 0, last: 0, offset }, formula: number(value), target: "", text: "" };
  });
  return { ...model, equations: [...model.equations, ...equations] };
}

function changedCase(changed: string, change: (value: CaseValue) => CaseValue): MistakeVariation {
  return inCase((key, value) => (key === changed ? change(value) : value));
}

function swappedCase(a: string, b: string): MistakeVariation {
  return inCase((key, value, given) => given[key === a ? b : key === b ? a : key] ?? value);
}

function inCase(change: (key: string, value: CaseValue, given: Case) => CaseValue): MistakeVariation {
  const values = (given: Case) =>
    Object.fromEntries(Object.entries(given).map(([key, value]) => [key, change(key, value, given)]));
  return { values };
}

function absolute(value: CaseValue): CaseValue {
  if (typeof value === "number") return Math.abs(value);
  if (isFormula(value)) return { ...value, syntax: call("abs", value.syntax) };
  const inside = (list: NestedNumbers): NestedNumbers =>
    list.map((one) => (typeof one === "number" ? Math.abs(one) : inside(one)));
  return inside(value);
}

/** With another number at step t of a sequence of numbers. */
function changedAt(value: CaseValue, t: number, change: (all: readonly number[]) => number): CaseValue {
  if (typeof value === "number" || isFormula(value) || !value.every((x) => typeof x === "number")) return value;
  return value.map((x, i) => (i === t - 1 ? change(value as readonly number[]) : x));
}

function isFormula(value: CaseValue): value is ParsedFormula {
  return typeof value === "object" && "syntax" in value;
}
