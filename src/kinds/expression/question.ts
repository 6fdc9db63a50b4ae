/** A question for a formula: what an author writes, and what it is once read. */

import { namesIn } from "../../engine/syntax.ts";
import type { DerivativeQuery, ParsedFormula, Question } from "../../exercises/exercise.ts";
import { canonical, type ShapeContext, type Shapes } from "../../exercises/shapes.ts";
import type { Domain } from "../../formula/equal/points.ts";
import { type Partial, partialShape } from "../../mistakes/possible.ts";

export type ExpressionQuery =
  | DerivativeQuery
  | { readonly value: ParsedFormula }
  | { readonly expression: ParsedFormula };

export interface ExpressionQuestion extends Question {
  readonly kind: "expression";
  readonly reference: ExpressionQuery;
  /** Names or families the answer may use; absent: all. */
  readonly allow?: readonly string[];
  readonly variables?: Readonly<Record<string, Domain>>;
  readonly partial?: Partial;
}

export function expressionSchema(shapes: Shapes) {
  const { z, base, derivative, formula, written, listed, refuseSlips } = shapes;
  const domain = z.union([
    z.enum(["real", "positive", "negative", "nonnegative", "integer", "unit"]),
    z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high, "must be [low, high] with low < high"),
  ]);
  return z
    .strictObject({
      ...base,
      kind: z.literal("expression"),
      reference: z.union([derivative, z.strictObject({ value: formula }), z.strictObject({ expression: written })]),
      allow: z
        .array(listed)
        .min(1)
        .superRefine((names, context) => refuseSlips(names, context, []))
        .optional(),
      variables: z
        .record(z.string(), domain)
        .transform((all) => Object.fromEntries(Object.entries(all).map(([name, one]) => [canonical(name), one])))
        .optional(),
      partial: partialShape(shapes),
    })
    .transform(({ reference, ...question }, context) => {
      if (!("expression" in reference)) return { ...question, reference };
      const own = [...(question.allow ?? []), ...Object.keys(question.variables ?? {})];
      return { ...question, reference: { expression: literal(reference.expression, own, shapes, context) } };
    });
}

/** A formula without a model. Where x and y occur, `xy` is their product: nobody can answer a quantity called xy. */
function literal(text: string, own: readonly string[], shapes: Shapes, context: ShapeContext): ParsedFormula {
  const path = ["reference", "expression"];
  const declared = new Set([...shapes.declared, ...own]);
  const formula = shapes.read(text, context, path, { declared });
  const names = [...new Set([...namesIn(formula.syntax).map(({ name }) => name), ...declared])].filter((name) =>
    /^[\p{L}\d_]+$/u.test(name),
  );
  const isRun = (name: string) =>
    !declared.has(name) && new RegExp(`^(?:${names.filter((other) => other !== name).join("|")})+$`).test(name);
  const single = names.filter((name) => !isRun(name));
  return single.length === names.length ? formula : shapes.read(text, context, path, { names: new Set(single) });
}
