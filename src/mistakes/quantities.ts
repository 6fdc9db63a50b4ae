/** Mistakes about what is asked: another quantity, another time step, something else differentiated, nothing at all. */

import { indexedName, splitName } from "../engine/names.ts";
import type { Syntax } from "../engine/syntax.ts";
import { rewrite, sequences } from "./equations.ts";
import type { Misconception, Way } from "./misconception.ts";

export const quantities: readonly Misconception[] = [
  {
    code: "mistake.other-quantity",
    concerns: ["derivative", "stored", "count"],
    // What is read for the one asked for explains a list or a count more simply.
    unless: ["mistake.reuse-swapped", "mistake.stored-kind-missing", "mistake.stored-start-missing"],
    ways: (right) => {
      const unrolled = right.unrolled();
      const starts = [...sequences(right.model)].map((family) => indexedName(family, 0));
      const names = [...right.model.parameters, ...starts.filter((name) => unrolled.kindOfName(name) === "initial")];
      return names.map((name) => ({ variation: { wrt: () => name }, params: { name } }));
    },
  },
  {
    code: "mistake.other-output",
    concerns: ["derivative"],
    unless: ["mistake.square-missing"],
    ways: (right) =>
      right.model.equations
        .flatMap(({ family, index }) =>
          index === undefined ? [family] : [right.model.steps, 1].map((t) => indexedName(family, t)),
        )
        .map((name): Way => ({ variation: { of: () => name }, params: { name } })),
  },
  {
    code: "mistake.not-differentiated",
    concerns: ["derivative"],
    ways: () => [{ variation: { gradient: (_, output, wrt) => wrt.map(() => output) } }],
  },
  {
    code: "mistake.other-value",
    concerns: ["value"],
    unless: ["mistake.activation-missing"],
    ways: (right) => {
      const families = [...sequences(right.model)];
      return families.flatMap((family) =>
        [0, -1, 1].map((by): Way => ({ variation: { asked: (formula) => renamed(formula, family, by) } })),
      );
    },
  },
];

/** A question for a member of a sequence as one for `family`, or for the same sequence at another time. */
function renamed(formula: Syntax, family: string, by: number): Syntax {
  if (formula.kind !== "name") return formula;
  const { base, index } = splitName(formula.name);
  if (index === undefined || (by !== 0 && base !== family)) return formula;
  return rewrite(formula, () => ({ kind: "name", name: indexedName(family, index + by) }));
}
