/** The shape of an exercise file as authors write it. Knows no computation; formulas are still text here. Loads zod. */

import { z } from "zod";
import { canonicalName, nearest } from "../engine/names.ts";
import { criteriaSchema } from "../kinds/text/schema.ts";
import { catalogue } from "../messages/catalogue.ts";

const name = z
  .string()
  .regex(/^[\p{L}][\p{L}\p{N}_]*$/u, "must be a name such as h, tau or W_hh")
  .transform((text) => canonicalName(text) ?? text);
/** A quantity of the model, one member of a sequence included: `h0`, `h_0`, `h[0]`. */
const quantity = z
  .string()
  .refine((text) => canonicalName(text) !== undefined, "must be a name such as z, h or h[0]")
  .transform((text) => canonicalName(text) ?? text);
/** What a list may hold; what is no name is refused nowhere. */
const listed = z.string().transform((text) => canonicalName(text) ?? text);
const id = z
  .string()
  .regex(/^[\p{L}\p{N}_][\p{L}\p{N}_-]*(\.[\p{L}\p{N}_-]+)*$/u, "must be an id such as loss or set1.loss");
const formula = z.union([z.string().min(1), z.number()]).transform(String);
const count = z.number().int().min(1).max(1_000_000);
const share = z.number().min(0).max(1);
const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item, z.array(item).min(1)]).transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]);

const derivative = z.strictObject({ derivative: quantity, wrt: quantity });

const stored = z
  .strictObject({
    of: quantity,
    wrt: oneOrMore(quantity),
    steps: count.optional(),
    beyond: count.optional(),
    reuse: z.boolean().optional(),
    recompute: oneOrMore(name).optional(),
    list: z.boolean().optional(),
  })
  .refine(({ steps, beyond }) => steps === undefined || beyond === undefined || beyond < steps, {
    path: ["beyond"],
    message: "must be less than steps",
  });

const tolerance = z.union([
  z.strictObject({ decimals: z.number().int().min(0).max(15) }),
  z
    .strictObject({
      significantFigures: z.number().int().min(1).max(15),
      accuracy: z.number().int().min(1).max(15).optional(),
      digits: z.enum(["exactly", "atLeast"]).optional(),
    })
    .refine((t) => (t.accuracy ?? 0) <= t.significantFigures, "accuracy can't ask for more digits than are shown"),
  z.strictObject({ absolute: z.number().min(0) }),
  z.strictObject({ relative: z.number().min(0) }),
]);

const domain = z.union([
  z.enum(["real", "positive", "negative", "nonnegative", "integer", "unit"]),
  z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high, "must be [low, high] with low < high"),
]);

const base = { id, points: z.number().positive().max(10_000), prompt: z.string().min(1).optional() };

/** Shares of the points by the code of the feedback that an answer gets. */
const partial = z
  .record(z.string(), share)
  .superRefine((shares, context) => {
    for (const code of Object.keys(shares)) {
      if (Object.hasOwn(catalogue, code)) continue;
      const meant = nearest(code, Object.keys(catalogue));
      const message = `no answer gets the feedback ${code}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`;
      context.addIssue({ code: "custom", path: [code], message });
    }
  })
  .optional();

const number = z.strictObject({
  ...base,
  kind: z.literal("number"),
  reference: z.union([
    z.strictObject({ value: formula, case: z.string().optional() }),
    z.strictObject({ gradient: quantity, wrt: quantity, case: z.string().optional() }),
    z.strictObject({ stored }),
    z.strictObject({ number: formula }),
  ]),
  tolerance: tolerance.optional(),
  partial,
});

const expression = z.strictObject({
  ...base,
  kind: z.literal("expression"),
  reference: z.union([derivative, z.strictObject({ value: formula }), z.strictObject({ expression: formula })]),
  allow: z.array(quantity).min(1).optional(),
  variables: z.record(z.string(), domain).optional(),
  partial,
});

const names = z.strictObject({
  ...base,
  kind: z.literal("names"),
  reference: z.union([
    z.strictObject({ stored }),
    z.strictObject({ names: z.array(listed) }),
    z.strictObject({ through: quantity, in: derivative }),
  ]),
  optional: z.array(listed).optional(),
});

const graph = z.strictObject({
  ...base,
  kind: z.literal("graph"),
  reference: z.strictObject({ unrolled: oneOrMore(quantity), steps: count.optional() }),
  optional: z.array(quantity).optional(),
});

const optionValue = z.union([z.string().min(1), z.number(), z.boolean()]);
const option = z.union([
  optionValue,
  z.strictObject({ value: optionValue, synonyms: z.array(z.string()).optional(), case: z.string().optional() }),
]);

const measured = z.union([
  z.strictObject({ gradientNorm: quantity, wrt: oneOrMore(quantity) }),
  z.strictObject({ value: formula }),
]);

const choice = z.strictObject({
  ...base,
  kind: z.literal("choice"),
  reference: z.union([
    z.strictObject({ choice: optionValue }),
    z.strictObject({ appears: quantity, in: derivative }),
    z.strictObject({ depends: quantity, in: derivative }),
    z.strictObject({ neededIn: quantity, for: derivative }),
    z.strictObject({ neighbour: name }),
    z.strictObject({ best: z.union([z.strictObject({ largest: measured }), z.strictObject({ smallest: measured })]) }),
  ]),
  options: z
    .array(option)
    .min(2)
    .superRefine((options, context) => {
      const taken = new Set<string>();
      for (const [i, option] of options.entries()) {
        const own = typeof option === "object" ? [option.value, ...(option.synonyms ?? [])] : [option];
        for (const word of new Set(own.map((one) => String(one).trim()))) {
          if (taken.has(word)) context.addIssue({ code: "custom", path: [i], message: `${word} is an option already` });
          taken.add(word);
        }
      }
    }),
});

const text = z
  .strictObject({
    ...base,
    kind: z.literal("text"),
    criteria: criteriaSchema,
    fields: z.array(id).min(1).optional(),
    max: z.number().positive().optional(),
    list: z.boolean().optional(),
  })
  .superRefine(({ criteria, max, points }, context) => {
    const most = Math.min(
      max ?? points,
      criteria.reduce((sum, criterion) => sum + criterion.points, 0),
    );
    if (most >= points - 1e-9) return;
    const message = `the best answer makes ${most} of ${points} points: raise the points of the criteria, or max`;
    context.addIssue({ code: "custom", path: [max === undefined || max >= points ? "criteria" : "max"], message });
  });

const caseValue = z.union([z.number(), z.array(z.union([z.number(), z.string().min(1)])).min(1), z.string().min(1)]);

export const exerciseSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,79}$/u, "must be a short id such as ex6"),
  title: z.string().min(1),
  statement: z.string().min(1),
  model: z
    .strictObject({
      parameters: z.array(name).default([]),
      inputs: z.array(name).default([]),
      /** Absent: as many as the inputs of the first case have values, or one. */
      steps: count.optional(),
      equations: z.record(z.string(), formula),
    })
    .optional(),
  cases: z.record(z.string(), z.record(z.string(), caseValue)).default({}),
  carry: z.boolean().default(true),
  questions: z.array(z.discriminatedUnion("kind", [number, expression, names, graph, choice, text])).min(1),
});

export type AuthoredExercise = z.output<typeof exerciseSchema>;
export type AuthoredQuestion = AuthoredExercise["questions"][number];
