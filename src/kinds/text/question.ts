/** A question that is answered in words: what an author writes, and what it is once read. */

import type { Question } from "../../exercises/exercise.ts";
import type { Shapes } from "../../exercises/shapes.ts";
import type { Criterion } from "./criterion.ts";
import { modelNumber } from "./modelNumbers.ts";
import { compileRubric, type Rubric } from "./rubric.ts";

/** What judging needs of a question. */
export interface TextTask {
  readonly points: number;
  readonly criteria: readonly Criterion[];
  /** The most points the criteria may add up to; default: `points`. */
  readonly max?: number;
  /** The answer is a list of statements; a plain string is split at lines, semicolons and bullets. */
  readonly list?: boolean;
  /** The criteria made ready for judging: plain data, so that built-in exercises carry it along. */
  readonly rubric?: Rubric;
}

export interface TextQuestion extends Question, TextTask {
  readonly kind: "text";
}

export function textSchema({ z, base, id, problem }: Shapes) {
  const hint = z.strictObject({ en: z.string().min(1), de: z.string().min(1) });
  const patterns = z.array(z.string().min(1)).min(1);
  const wrong = z.strictObject({ patterns, hint, kind: z.enum(["claim", "slot", "reversal"]).optional() });
  const criterion = z.strictObject({
    id: z.string().min(1),
    points: z.number().positive(),
    fields: z.array(z.string().min(1)).min(1).optional(),
    concepts: z.record(z.string().regex(/^[a-z][\w-]*$/), patterns).optional(),
    opposites: z.array(z.tuple([z.string(), z.string()])).optional(),
    met: patterns,
    partly: patterns.optional(),
    wrong: z.array(wrong).optional(),
    unsure: patterns.optional(),
    hint,
  });
  /** Every pattern is read, and every concept it names must exist. */
  const criteria = z
    .array(criterion)
    .min(1)
    .superRefine((all, context) => {
      // Any number will do to see whether the patterns around it can be read.
      const filled: readonly Criterion[] = JSON.parse(JSON.stringify(all).replace(modelNumber, "1"));
      for (const { path, message } of compileRubric(filled).problems) problem(context, [...path], message);
    });
  return z
    .strictObject({
      ...base,
      kind: z.literal("text"),
      criteria,
      fields: z.array(id).min(1).optional(),
      max: z.number().positive().optional(),
      list: z.boolean().optional(),
    })
    .superRefine(({ criteria: all, max, points }, context) => {
      const most = Math.min(
        max ?? points,
        all.reduce((sum, one) => sum + one.points, 0),
      );
      if (most >= points - 1e-9) return;
      const message = `the best answer makes ${most} of ${points} points: raise the points of the criteria, or max`;
      problem(context, [max === undefined || max >= points ? "criteria" : "max"], message);
    });
}
