/** Labelled answers to formulas and to derivatives of models: what becomes of them as a whole. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { differentiate } from "../../../src/engine/differentiate.ts";
import type { Node } from "../../../src/engine/graph.ts";
import { formulaAt, formulaOf } from "../../../src/formula/equal/formula.ts";
import type { Domain } from "../../../src/formula/equal/points.ts";
import { freeSpace, modelSpace } from "../../../src/formula/equal/spaces.ts";
import { bindExpression } from "../../../src/kinds/expression/kind.ts";
import { modelOf, syntax, unrolled } from "../../engine/models.ts";

interface Table {
  readonly formulas: Readonly<Record<string, readonly (readonly [string, string, Record<string, Domain>?])[]>>;
  readonly models: readonly ({
    readonly equations: Readonly<Record<string, string>>;
    readonly steps: number;
  } & Readonly<Partial<Record<"correct" | "incorrect" | "review", readonly string[]>>>)[];
}

const table = parse(readFileSync(new URL("answers.yaml", import.meta.url), "utf8")) as Table;

describe.each(Object.entries(table.formulas))("%s", (verdict, rows) => {
  it.each(rows.map(([right, answer, variables = {}]) => ({ right, answer, variables })))(
    "$answer for $right",
    ({ right, answer, variables }) => {
      const space = freeSpace(new Map(Object.entries(variables)));
      const reference = { space, formula: formulaOf(syntax(right)), solution: right, names: undefined };
      expect(bindExpression(reference, 2)({ value: answer })).toMatchObject({ verdict });
    },
  );
});

const verdicts = ["correct", "incorrect", "review"] as const;

describe.each(table.models)("of $steps steps with $equations", ({ equations, steps, ...rows }) => {
  const model = unrolled(modelOf(equations, { parameters: ["W", "U", "V"], inputs: ["x"], steps }));
  const [derivative] = differentiate(model.graph, model.node("z"), [model.node("W")]) as [Node];
  const formula = formulaAt(model.graph, derivative);
  const judge = bindExpression({ space: modelSpace(model), formula, solution: "", names: model.names() }, 6);
  const cases = verdicts.flatMap((verdict) => (rows[verdict] ?? []).map((answer) => ({ verdict, answer })));
  it.each(cases)("$verdict: $answer", ({ verdict, answer }) => {
    expect(judge({ value: answer })).toMatchObject({ verdict });
  });
});
