/** The numbers of a case as bindings of a model's leaves: `x: "sin(t)"` gives x[1], x[2], … */

import { type Bindings, evaluate } from "../engine/evaluate.ts";
import { Graph } from "../engine/graph.ts";
import { bindFormula, ModelError } from "../engine/model.ts";
import { canonicalName, indexedName } from "../engine/names.ts";
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

/** Values of a case by canonical name; a formula of a sequence is evaluated at each t that is asked for. */
export function caseBindings(values: Case): Bindings {
  const scalars = new Map<string, number>();
  const sequences = new Map<string, (t: number) => number | undefined>();
  for (const [key, value] of Object.entries(values)) {
    const name = canonicalName(key) ?? key;
    if (typeof value === "number") scalars.set(name, value);
    else if ("syntax" in value) {
      const at = formulaOfTime(value.syntax);
      sequences.set(name, at);
      scalars.set(name, at(Number.NaN));
    } else sequences.set(name, (t) => value[t - 1]);
  }
  return (family, index) => {
    if (index === undefined) return scalars.get(family);
    return scalars.get(indexedName(family, index)) ?? (index >= 1 ? sequences.get(family)?.(index) : undefined);
  };
}

/** The value of a formula without names; NaN if it has some. */
export function constantValue(syntax: Syntax): number {
  return formulaOfTime(syntax)(Number.NaN);
}

/** A formula in t as a function of t; other names are unknown and make it NaN. */
function formulaOfTime(syntax: Syntax): (t: number) => number {
  const graph = new Graph();
  const root = bindFormula(graph, syntax, { name: (name) => () => graph.variable(name) })(Number.NaN);
  return (t) => evaluate(graph, (name) => (name === "t" ? t : undefined))[root] as number;
}
