/** A number question: what an author writes, and what it is once read. */

import type { Flow } from "../../engine/flow.ts";
import type { ParsedFormula, Question, StoredQuery } from "../../exercises/exercise.ts";
import type { Shapes } from "../../exercises/shapes.ts";
import { type NamedMistake, type Partial, partialShape } from "../../mistakes/possible.ts";
import { say } from "./messages.ts";
import type { Tolerance } from "./tolerance.ts";

export type NumberReference =
  | { readonly value: ParsedFormula; readonly case?: string | undefined }
  | (Flow & { readonly gradient: string; readonly wrt: string; readonly case?: string | undefined })
  | { readonly stored: StoredQuery }
  | { readonly number: ParsedFormula };

export interface NumberQuestion extends Question {
  readonly kind: "number";
  readonly reference: NumberReference;
  readonly tolerance?: Tolerance;
  /** Share of the points for a named mistake, by code. */
  readonly partial?: Partial;
  /** The count and what mistakes make of it: unrolling a hundred steps under every mistake takes long. */
  readonly counted?: {
    readonly exact: number;
    readonly mistakes: readonly (NamedMistake & { readonly value: number })[];
  };
}

export function numberSchema(shapes: Shapes) {
  const { z, base, formula, quantity, stored, flow } = shapes;
  const digits = z.number().int().min(1).max(15);
  const tolerance = z.union([
    z.strictObject({ decimals: z.number().int().min(0).max(15) }),
    z
      .strictObject({
        significantFigures: digits,
        accuracy: digits.optional(),
        digits: z.enum(["exactly", "atLeast"]).optional(),
      })
      .refine((t) => (t.accuracy ?? 0) <= t.significantFigures, "accuracy can't ask for more digits than are shown"),
    z.strictObject({ absolute: z.number().min(0) }),
    z.strictObject({ relative: z.number().min(0) }),
  ]);
  return z.strictObject({
    ...base,
    kind: z.literal("number"),
    reference: z.union([
      z.strictObject({ value: formula, case: z.string().optional() }),
      z.strictObject({ gradient: quantity, wrt: quantity, case: z.string().optional(), ...flow }),
      z.strictObject({ stored }),
      z.strictObject({ number: formula }),
    ]),
    tolerance: tolerance.optional(),
    partial: partialShape(shapes, Object.keys(say.words)),
  });
}
