/** The numbers of a case as bindings of a model's leaves: `x: "sin(t)"` gives x[1], x[2], … */

import { type Bindings, formulaFunction } from "../engine/evaluate.ts";
import { ModelError } from "../engine/model.ts";
import { canonicalName, indexedName, splitName } from "../engine/names.ts";
import type { Syntax } from "../engine/syntax.ts";
import type { Case, Exercise } from "./exercise.ts";

/** The values of a case; without a name those of the first, or none. @throws ModelError */
export function caseNamed({ cases }: Pick<Exercise, "cases">, name: string | undefined): Case {
  const chosen = name ?? Object.keys(cases)[0];
  if (chosen === undefined) return {};
  const values = Object.hasOwn(cases, chosen) ? cases[chosen] : undefined;
  if (values === undefined) throw new ModelError("model.unknown-case", { name: chosen });
  return values;
}

/** The values of a case as bindings of leaves; a formula of a sequence is evaluated at each t that is asked for. */
export function caseBindings(values: Case): Bindings {
  const scalars = new Map<string, number>();
  const sequences = new Map<string, (t: number) => number | undefined>();
  for (const [key, value] of Object.entries(values)) {
    const name = canonicalName(key) ?? key;
    if (typeof value === "number") scalars.set(name, value);
    else if ("syntax" in value) {
      const formula = formulaFunction(value.syntax);
      const at = (t: number) => formula((name) => (name === "t" ? t : Number.NaN));
      sequences.set(name, at);
      scalars.set(name, at(Number.NaN));
    } else sequences.set(name, (t) => value[t - 1]);
  }
  // Hardly any member has a number of its own, and long sequences are read to their end.
  const names = [...scalars.keys()].map(splitName);
  const withMembers = new Set(names.flatMap(({ base, index }) => (index === undefined ? [] : base)));
  return (family, index) => {
    if (index === undefined) return scalars.get(family);
    const own = withMembers.has(family) ? scalars.get(indexedName(family, index)) : undefined;
    return own ?? (index >= 1 ? sequences.get(family)?.(index) : undefined);
  };
}

/** The value of a formula without names; NaN if it has some. */
export function constantValue(syntax: Syntax): number {
  return formulaFunction(syntax)(() => Number.NaN);
}
