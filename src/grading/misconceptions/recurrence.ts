/** Mistakes about what is carried from one time step to the next. Knows equations, no quantity by name. */

import type { Model } from "../../engine/model.ts";
import type { Syntax } from "../../engine/syntax.ts";
import {
  alignedModel,
  changedAfterStart,
  changedModel,
  contains,
  isOtherTime,
  isSequence,
  type Name,
  number,
  recurrentFamilies,
  rewrite,
  sequences,
} from "./equations.ts";
import type { Misconception } from "./misconception.ts";
import { modelWays } from "./modelWays.ts";

export const recurrence: readonly Misconception[] = [
  {
    code: "mistake.recurrence-missing",
    concerns: ["value"],
    ways: ({ model }) => {
      const families = recurrentFamilies(model);
      const each = families.length > 1 ? families.map((family) => [family]) : [];
      return [families, ...each].flatMap((dropped) =>
        modelWays(alignedModel(model), (m) => {
          const known = new Set(dropped);
          return changedModel(
            m,
            ({ formula }) => rewrite(formula, (p) => (isOtherTime(p, known) ? number(0) : undefined)),
            isSequence,
          );
        }),
      );
    },
  },
  {
    code: "mistake.previous-state-one",
    concerns: ["value"],
    ways: ({ model }) => modelWays(alignedModel(model), (m) => changedAfterStart(m, () => number(1))),
  },
  {
    code: "mistake.input-for-state",
    concerns: ["value"],
    ways: ({ model }) =>
      model.inputs.flatMap((input) =>
        modelWays(alignedModel(model), (m) => changedAfterStart(m, (part) => ({ ...part, name: input }))),
      ),
  },
  {
    code: "mistake.pre-activation-fed-back",
    concerns: ["value", "drawing"],
    ways: ({ model }) => {
      const m = alignedModel(model);
      return recurrentFamilies(m).flatMap((family) => modelWays(m, () => preActivationFedBack(m, family)));
    },
  },
  {
    code: "mistake.output-fed-back",
    concerns: ["value", "drawing"],
    ways: ({ model }) => {
      const m = alignedModel(model);
      return recurrentFamilies(m).flatMap((family) =>
        readersAtOnce(m, family).flatMap((reader) => modelWays(m, () => fedBack(m, family, reader))),
      );
    },
  },
];

function fedBack(model: Model, family: string, instead: string): Model | undefined {
  return changedAfterStart(model, (part) => (part.name === family ? { ...part, name: instead } : undefined));
}

/** With `h[t] = tanh(a)`: a[t-1] in place of h[t-1], where a may be a quantity of its own or stand inside the equation. */
function preActivationFedBack(model: Model, family: string): Model | undefined {
  const equation = model.equations.find((e) => e.family === family && isSequence(e));
  const { formula } = equation ?? {};
  if (equation === undefined || formula?.kind !== "call" || formula.args.length !== 1) return undefined;
  const argument = formula.args[0] as Syntax;
  const families = sequences(model);
  if (argument.kind === "name") {
    const isNamed = argument.index?.step === 1 && argument.index.offset === 0 && families.has(argument.name);
    return isNamed ? fedBack(model, family, argument.name) : undefined;
  }
  if (formula.operation === "negate") return undefined;
  const inside = `${family}~`;
  const named = { kind: "name", name: inside, index: { step: 1, last: 0, offset: 0 } } as const satisfies Name;
  const split: Model = {
    ...model,
    equations: [
      ...model.equations.filter((e) => e !== equation),
      { ...equation, family: inside, formula: argument },
      { ...equation, formula: { ...formula, args: [named] } },
    ],
  };
  return fedBack(split, family, inside);
}

/** Sequences that are computed from `family` at the same time step, such as outputs. */
function readersAtOnce(model: Model, family: string): readonly string[] {
  const isIt = (part: Syntax) => part.kind === "name" && part.name === family && part.index?.offset === 0;
  return model.equations
    .filter((e) => isSequence(e) && e.family !== family && contains(e.formula, isIt))
    .map((e) => e.family);
}
