/** Mistakes about the numbers that a model is given: reversed, with a lost sign, swapped, from another case, a wrong start. */

import type { Equation, Model } from "../engine/model.ts";
import type { Syntax } from "../engine/syntax.ts";
import type { Derivation } from "../exercises/derivation.ts";
import type { Case, CaseValue, ParsedFormula } from "../exercises/exercise.ts";
import { call, changedModel, contains, isCall, number, rewrite } from "./equations.ts";
import type { Misconception, Way } from "./misconception.ts";
import { singleSteps } from "./misconception.ts";
import { modelOf, modelWays } from "./modelWays.ts";

/** With more weights, so many pairs can be swapped that one of them always fits. */
const mostSwapped = 4;

export const caseNumbers: readonly Misconception[] = [
  {
    code: "mistake.input-reversed",
    concerns: ["value"],
    ways: (right) => {
      const { inputs } = right.model;
      const each = inputs.length > 1 ? inputs.map((input) => [input]) : [];
      return [inputs, ...each].flatMap((some) => modelWays(modelOf(right), (m) => reversed(m, some)));
    },
  },
  {
    code: "mistake.input-sign",
    concerns: ["value"],
    ways: ({ model }) => [
      ...model.inputs.map((input) => changedCase([input], absolute)),
      ...model.inputs.flatMap((input) =>
        singleSteps(model.steps).map((t) => changedCase([input], (value) => negatedAt(value, t))),
      ),
    ],
  },
  {
    code: "mistake.parameter-sign",
    concerns: ["value"],
    ways: ({ model }) => model.parameters.map((name) => changedCase([name], absolute)),
  },
  {
    code: "mistake.weights-swapped",
    concerns: ["value"],
    ways: ({ model }) => {
      const weights = model.parameters.filter((name) => isWeight(model, name));
      if (weights.length > mostSwapped) return [];
      return weights.flatMap((a, i) => weights.slice(i + 1).map((b) => swappedCase(a, b)));
    },
  },
  {
    code: "mistake.initial-state",
    concerns: ["value"],
    ways: (right) => [0, 1].flatMap((start) => modelWays(modelOf(right), (m) => startingWith(right, m, start))),
  },
  {
    code: "mistake.other-case",
    concerns: ["value"],
    ways: ({ exercise, model }) =>
      Object.values(exercise.cases).map((other) => ({
        variation: {
          values: (values: Case) => ({
            ...values,
            ...Object.fromEntries(Object.entries(other).filter(([key]) => model.parameters.includes(key))),
          }),
        },
      })),
  },
];

/** Whether a parameter is a factor somewhere. */
function isWeight({ equations }: Model, parameter: string): boolean {
  const isIt = (part: Syntax) => part.kind === "name" && part.name === parameter;
  return equations.some(({ formula }) => contains(formula, (part) => isCall(part, "multiply") && part.args.some(isIt)));
}

/** The model that reads x[T + 1 - t] in place of x[t]. */
function reversed(model: Model, inputs: readonly string[]): Model | undefined {
  const mirrored = (part: Syntax): Syntax | undefined => {
    if (part.kind !== "name" || !inputs.includes(part.name)) return undefined;
    const { step, last, offset } = part.index ?? { step: 1, last: 0, offset: 0 };
    return { ...part, index: { step: -step, last: 1 - last, offset: 1 - offset } };
  };
  return changedModel(model, ({ formula }) => rewrite(formula, mirrored));
}

/** The model in which all start values are `value`. */
function startingWith(right: Derivation, model: Model, value: number): Model | undefined {
  const { graph } = right.unrolled();
  const found = new Map<string, Equation>();
  for (let node = 0; node < graph.size; node++) {
    const { family, index } = graph.symbol(node) ?? {};
    if (family === undefined || index === undefined || right.unrolled().kind(node) !== "initial") continue;
    const at = { step: 0, last: 0, offset: index };
    found.set(`${family} ${index}`, { family, index: at, formula: number(value), target: "", text: "" });
  }
  return found.size === 0 ? undefined : { ...model, equations: [...model.equations, ...found.values()] };
}

/** A case with some of its values changed. */
function changedCase(keys: readonly string[], change: (value: CaseValue) => CaseValue): Way {
  const values = (given: Case) =>
    Object.fromEntries(Object.entries(given).map(([key, value]) => [key, keys.includes(key) ? change(value) : value]));
  return { variation: { values } };
}

function swappedCase(a: string, b: string): Way {
  const partner = new Map([
    [a, b],
    [b, a],
  ]);
  const values = (given: Case) =>
    Object.fromEntries(Object.entries(given).map(([key, value]) => [key, given[partner.get(key) ?? key] ?? value]));
  return { variation: { values } };
}

function absolute(value: CaseValue): CaseValue {
  if (typeof value === "number") return Math.abs(value);
  return isFormula(value) ? { ...value, syntax: call("abs", value.syntax) } : value.map(Math.abs);
}

function negatedAt(value: CaseValue, t: number): CaseValue {
  return typeof value === "number" || isFormula(value) ? value : value.map((x, i) => (i === t - 1 ? -x : x));
}

function isFormula(value: CaseValue): value is ParsedFormula {
  return typeof value === "object" && "syntax" in value;
}
