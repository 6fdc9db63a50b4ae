/** Mistakes about the functions in a model's equations: left out, taken for another one, fed with degrees. */

import type { Model } from "../engine/model.ts";
import { indexedName, splitName } from "../engine/names.ts";
import { operationNamed } from "../engine/operations/table.ts";
import type { Syntax } from "../engine/syntax.ts";
import type { CaseValue } from "../exercises/exercise.ts";
import { type Call, call, changedModel, contains, isSequence, number, rewrite } from "./equations.ts";
import type { Misconception, Way } from "./misconception.ts";
import { modelOf, modelWays, withPreActivation } from "./modelWays.ts";

/** The row of the table of operations; sums and products over time have none. */
function traits({ operation }: Call) {
  return operationNamed(operation);
}

function isActivation(part: Syntax): part is Call {
  return part.kind === "call" && traits(part)?.takenFor !== undefined;
}

export const activation: readonly Misconception[] = [
  {
    code: "mistake.activation-missing",
    concerns: ["value"],
    ways: (right) => {
      const model = modelOf(right);
      const without = (families: ReadonlySet<string>) =>
        modelWays(model, (m) =>
          changedModel(
            m,
            ({ formula }) => withoutActivations(formula),
            (e) => isSequence(e) && families.has(e.family),
          ),
        );
      const having = model.equations.filter((e) => isSequence(e) && contains(e.formula, isActivation));
      const each = having.length > 1 ? having.map(({ family }) => new Set([family])) : [];
      return [
        ...[new Set(having.map(({ family }) => family)), ...each].flatMap(without),
        ...having.flatMap(({ family }) => outside(model, family)),
      ];
    },
  },
  {
    code: "mistake.other-activation",
    concerns: ["value"],
    ways: (right) => modelWays(modelOf(right), (m) => changedModel(m, ({ formula }) => replaced(formula), isSequence)),
  },
  {
    code: "mistake.degrees",
    concerns: ["value"],
    ways: (right) => {
      const model = changedModel(modelOf(right), ({ formula }) => inDegrees(formula));
      const values = (value: CaseValue): CaseValue =>
        typeof value === "object" && "syntax" in value ? { ...value, syntax: inDegrees(value.syntax) } : value;
      const variation = {
        ...(model && { model: () => model }),
        values: (given: Readonly<Record<string, CaseValue>>) =>
          Object.fromEntries(Object.entries(given).map(([key, value]) => [key, values(value)])),
      };
      return [{ variation }];
    },
  },
];

/** With the recurrence right, and the activation left out only where its result is asked for or used at once. */
function outside(model: Model, family: string): readonly Way[] {
  const split = withPreActivation(model, family);
  if (split === undefined) return [];
  const isResult = (part: Syntax) =>
    part.kind === "name" && part.name === family && (part.index === undefined || part.index.offset === 0);
  const changed = changedModel(
    split.model,
    ({ formula }) =>
      rewrite(formula, (part) => (isResult(part) ? ({ ...part, name: split.inside } as Syntax) : undefined)),
    (e) => e.family !== family,
  );
  const asked = (formula: Syntax) =>
    rewrite(formula, (part) => {
      const { base, index } = part.kind === "name" ? splitName(part.name) : {};
      return base === family && index !== undefined
        ? { kind: "name", name: indexedName(split.inside, index) }
        : undefined;
    });
  return [{ variation: { model: () => changed ?? split.model, asked } }];
}

function withoutActivations(formula: Syntax): Syntax {
  return rewrite(formula, (part) => (isActivation(part) ? withoutActivations(part.args[0] as Syntax) : undefined));
}

function replaced(formula: Syntax): Syntax {
  return rewrite(formula, (part) =>
    isActivation(part) ? call(traits(part)?.takenFor as string, ...part.args.map(replaced)) : undefined,
  );
}

/** sin(x) as a calculator set to degrees takes it. */
function inDegrees(formula: Syntax): Syntax {
  return rewrite(formula, (part) =>
    part.kind === "call" && traits(part)?.ofAngle
      ? call(part.operation, call("multiply", number(Math.PI / 180), inDegrees(part.args[0] as Syntax)))
      : undefined,
  );
}
