/** Mistakes about what is carried from one time step to the next. Knows equations, no quantity by name. */

import type { Model } from "../engine/model.ts";
import type { Syntax, TimeIndex } from "../engine/syntax.ts";
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
} from "./equations.ts";
import type { Misconception } from "./misconception.ts";
import { modelWays, withPreActivation } from "./modelWays.ts";

export const recurrence: readonly Misconception[] = [
  {
    code: "mistake.recurrence-missing",
    concerns: ["value"],
    ways: ({ model }) => {
      const families = recurrentFamilies(model);
      const each = families.length > 1 ? families.map((family) => [family]) : [];
      return [families, ...each].flatMap((dropped) =>
        [() => number(0), startValue].flatMap((instead) =>
          modelWays(alignedModel(model), (m) => {
            const known = new Set(dropped);
            return changedModel(
              m,
              ({ formula }) => rewrite(formula, (p) => (isOtherTime(p, known) ? instead(p) : undefined)),
              isSequence,
            );
          }),
        ),
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

/** What the first step to be computed reads, for every step. */
function startValue(part: Name): Name {
  const { offset } = part.index as TimeIndex;
  return { ...part, index: { step: 0, last: offset < 0 ? 0 : 1, offset: offset < 0 ? offset + 1 : offset } };
}

function fedBack(model: Model, family: string, instead: string): Model | undefined {
  return changedAfterStart(model, (part) => (part.name === family ? { ...part, name: instead } : undefined));
}

function preActivationFedBack(model: Model, family: string): Model | undefined {
  const split = withPreActivation(model, family);
  return split && fedBack(split.model, family, split.inside);
}

/** Sequences that are computed from `family` at the same time step, such as outputs. */
function readersAtOnce(model: Model, family: string): readonly string[] {
  const isIt = (part: Syntax) => part.kind === "name" && part.name === family && part.index?.offset === 0;
  return model.equations
    .filter((e) => isSequence(e) && e.family !== family && contains(e.formula, isIt))
    .map((e) => e.family);
}
