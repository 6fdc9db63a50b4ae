/** Mistakes about the numbers of a case: reversed, with a lost sign, from another case, a wrong start. Knows no equations. */

import { canonicalName, splitName } from "../../engine/names.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { Case, CaseValue, ParsedFormula } from "../../exercises/exercise.ts";
import { call, number, rewrite, stepCount } from "./equations.ts";
import type { Misconception, Way } from "./misconception.ts";
import { singleSteps } from "./misconception.ts";

export const caseNumbers: readonly Misconception[] = [
  {
    code: "mistake.input-reversed",
    concerns: ["value"],
    ways: ({ model }) => {
      const each = model.inputs.length > 1 ? model.inputs.map((input) => [input]) : [];
      return [model.inputs, ...each].map((inputs) => changed(inputs, (value) => reversed(value, model.steps)));
    },
  },
  {
    code: "mistake.input-sign",
    concerns: ["value"],
    ways: ({ model }) => [
      ...model.inputs.map((input) => changed([input], absolute)),
      ...model.inputs.flatMap((input) =>
        singleSteps(model.steps).map((t) => changed([input], (value) => negatedAt(value, t))),
      ),
    ],
  },
  {
    code: "mistake.initial-state",
    concerns: ["value"],
    ways: (right) =>
      [0, 1].map((start) => ({
        variation: {
          values: (values: Case) =>
            Object.fromEntries(
              Object.entries(values).map(([key, value]) => [key, isStart(right, key) ? start : value] as const),
            ),
        },
      })),
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

/** A case with the sequences of `inputs` changed. */
function changed(inputs: readonly string[], change: (value: CaseValue) => CaseValue): Way {
  const values = (given: Case) =>
    Object.fromEntries(
      Object.entries(given).map(([key, value]) => [key, inputs.includes(key) ? change(value) : value]),
    );
  return { variation: { values } };
}

function reversed(value: CaseValue, steps: number): CaseValue {
  if (typeof value === "number") return value;
  if (!isFormula(value)) return value.slice(0, steps).reverse();
  const mirrored = call("subtract", call("add", stepCount, number(1)), { kind: "name", name: "t" });
  return inTime(value, steps, (part) => (part.kind === "name" && part.name === "t" ? mirrored : undefined));
}

function absolute(value: CaseValue): CaseValue {
  if (typeof value === "number") return Math.abs(value);
  return isFormula(value) ? { ...value, syntax: call("abs", value.syntax) } : value.map(Math.abs);
}

function negatedAt(value: CaseValue, t: number): CaseValue {
  return typeof value === "number" || isFormula(value) ? value : value.map((x, i) => (i === t - 1 ? -x : x));
}

/** A formula in t with parts replaced; T is written as the number that it is, as a case knows no T. */
function inTime(value: ParsedFormula, steps: number, change: Parameters<typeof rewrite>[1]): ParsedFormula {
  const replaced = rewrite(value.syntax, change);
  const syntax = rewrite(replaced, (part) => (part === stepCount ? number(steps) : undefined));
  return { ...value, syntax };
}

function isFormula(value: CaseValue): value is ParsedFormula {
  return typeof value === "object" && "syntax" in value;
}

/** Whether a key of a case is the start value of a computed sequence: `h0`. */
function isStart({ model }: Derivation, key: string): boolean {
  const { base, index } = splitName(canonicalName(key) ?? key);
  return index !== undefined && model.equations.some((e) => e.family === base && e.index !== undefined);
}
