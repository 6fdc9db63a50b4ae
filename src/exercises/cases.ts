/** The numbers of a case as bindings of a model's leaves: `x: "sin(t)"` gives x[1], x[2], … */

import { emit, made } from "../engine/compile/emit.ts";
import type { Bindings, Fill } from "../engine/evaluate.ts";
import { Graph } from "../engine/graph.ts";
import { bindFormula, ModelError } from "../engine/model.ts";
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

interface GivenSequence {
  at(t: number): number | undefined;
  /** The values for t = `first` … `last`, written to places t - `from`. */
  fill(values: Float64Array, from: number, first: number, last: number): void;
}

/** Values of a case by canonical name; a formula of a sequence is evaluated at each t that is asked for. */
export function boundValues(values: Case): { readonly at: Bindings; readonly fill: Fill } {
  const scalars = new Map<string, number>();
  const sequences = new Map<string, GivenSequence>();
  for (const [key, value] of Object.entries(values)) {
    const name = canonicalName(key) ?? key;
    if (typeof value === "number") scalars.set(name, value);
    else if ("syntax" in value) {
      const sequence = overTime(value.syntax);
      sequences.set(name, sequence);
      scalars.set(name, sequence.at(Number.NaN));
    } else sequences.set(name, listed(value));
  }
  // Hardly any member has a number of its own, and long sequences are read to their end.
  const names = [...scalars.keys()].map(splitName);
  const withMembers = new Set(names.flatMap(({ base, index }) => (index === undefined ? [] : base)));
  const own = (family: string, t: number) =>
    withMembers.has(family) ? scalars.get(indexedName(family, t)) : undefined;
  return {
    at: (family, index) => {
      if (index === undefined) return scalars.get(family);
      return own(family, index) ?? (index >= 1 ? sequences.get(family)?.at(index) : undefined);
    },
    fill: (family, into, from, first, last) => {
      into.fill(Number.NaN, first - from, last - from + 1);
      sequences.get(family)?.fill(into, from, Math.max(1, first), last);
      if (withMembers.has(family))
        for (let t = first; t <= last; t++) into[t - from] = own(family, t) ?? (into[t - from] as number);
    },
  };
}

/** The values of a case as bindings of a graph's leaves. */
export function caseBindings(values: Case): Bindings {
  return boundValues(values).at;
}

function listed(list: readonly number[]): GivenSequence {
  return {
    at: (t) => list[t - 1],
    fill: (values, from, first, last) => {
      for (let t = first; t <= Math.min(last, list.length); t++) values[t - from] = list[t - 1] as number;
    },
  };
}

/** The value of a formula without names; NaN if it has some. */
export function constantValue(syntax: Syntax): number {
  return overTime(syntax).at(Number.NaN);
}

/** A formula in t; other names are unknown and make it NaN. */
function overTime(syntax: Syntax): { at(t: number): number; fill: GivenSequence["fill"] } {
  const graph = new Graph();
  const time = graph.variable("t");
  const name = (word: string) => () => (word === "t" ? time : graph.variable(word));
  const { text, roots } = emit(graph, [bindFormula(graph, syntax, { name })(Number.NaN)], new Map([[time, "t"]]));
  return {
    at: made(["t"], `${text}\nreturn ${roots[0]};`),
    fill: made(
      ["values", "from", "first", "last"],
      `for (let t = first; t <= last; t++) {\n${text}\nvalues[t - from] = ${roots[0]};\n}`,
    ),
  };
}
