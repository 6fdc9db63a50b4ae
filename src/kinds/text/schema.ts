/** The author's side: checks the criteria of a text question and says where a pattern is wrong. Loads zod. */

import { z } from "zod";
import type { Criterion } from "./criterion.ts";
import { compileRubric } from "./rubric.ts";

const hint = z.strictObject({ en: z.string().min(1), de: z.string().min(1) });
const patterns = z.array(z.string().min(1)).min(1);

const criterion = z.strictObject({
  id: z.string().min(1),
  points: z.number().positive(),
  fields: z.array(z.string().min(1)).min(1).optional(),
  concepts: z.record(z.string().regex(/^[a-z][\w-]*$/), patterns).optional(),
  opposites: z.array(z.tuple([z.string(), z.string()])).optional(),
  met: patterns,
  partly: patterns.optional(),
  wrong: z.array(z.strictObject({ patterns, hint, kind: z.enum(["claim", "slot", "reversal"]).optional() })).optional(),
  unsure: patterns.optional(),
  hint,
});

/** The `criteria` of a text question; every pattern is read, and every concept it names must exist. */
export const criteriaSchema = z
  .array(criterion)
  .min(1)
  .superRefine((criteria, context) => {
    // Any number will do to see whether the patterns around it can be read.
    const filled: readonly Criterion[] = JSON.parse(JSON.stringify(criteria).replace(/\{[^{}@]+@[^{}@]+\}/g, "1"));
    for (const { path, message } of compileRubric(filled).problems) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
  });
