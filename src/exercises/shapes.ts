/**
 * What the parts of an exercise file look like: names, ids, formulas, queries. The kinds of questions build their own
 * shapes of these. Made for one file, since its formulas are read with the names of its model. Loads zod.
 */

import { z } from "zod";
import { canonicalName, nearest, wholeName } from "../engine/names.ts";
import { type ParseOptions, parse } from "../formula/parse.ts";
import type { Derivation } from "./derivation.ts";
import type { ParsedFormula, Question } from "./exercise.ts";
import { didYouMean, type Problem } from "./problem.ts";

/** Where a shape says what is wrong. */
export type ShapeContext = z.RefinementCtx;

export function shapesFor(declared: ReadonlySet<string>, vectors = false) {
  const isKnown = (text: string) => declared.has(text) || declared.has(wholeName(text));

  const name = z
    .string()
    .regex(/^[\p{L}][\p{L}\p{N}_]*$/u, "must be a name such as h, tau or W_hh")
    .transform(canonical);
  /** A quantity of the model, one member of a sequence included: `h0`, `h_0`, `h[0]`. */
  const quantity = z
    .string()
    .refine((text) => canonicalName(text) !== undefined, "must be a name such as z, h or h[0]")
    .transform((text, context) => {
      if (declared.size > 0 && !isKnown(canonical(text)))
        problem(
          context,
          [],
          `the model has no quantity ${canonical(text)}, only ${[...declared].join(", ")}.${didYouMean(text, declared)}`,
        );
      return canonical(text);
    });
  /** What a list may hold; what is no name is refused nowhere. */
  const listed = z.string().transform(canonical);
  const id = z
    .string()
    .regex(/^[\p{L}\p{N}_][\p{L}\p{N}_-]*(\.[\p{L}\p{N}_-]+)*$/u, "must be an id such as loss or set1.loss");
  const count = z.number().int().min(1).max(1_000_000);
  /** A formula as written; numbers are formulas, too. */
  const written = z.union([z.string().min(1), z.number()]).transform(String);
  const formula = written.transform((text, context) => read(text, context));

  /** The formula of a text; what keeps it from being one is told at `path`. */
  function read(
    text: string,
    context: ShapeContext,
    path: (string | number)[] = [],
    known: Pick<ParseOptions, "names" | "declared"> = { declared },
  ): ParsedFormula {
    const parsed = parse(text, { sequences: true, vectors, ...known });
    if (parsed.ok) return { text, syntax: parsed.syntax };
    problem(context, path, parsed.error.in("en"));
    return { text, syntax: { kind: "constant", value: Number.NaN, text: "NaN" } };
  }

  /**
   * Complains of names in a list that are slips. It may name more than this model has, as it may serve more steps, but no
   * misspelt name beside the right one's absence.
   */
  function refuseSlips(names: readonly string[], context: ShapeContext, path: (string | number)[]): void {
    for (const [i, name] of names.entries()) {
      const meant = isKnown(name) ? undefined : nearest(name, declared);
      if (meant === undefined || names.includes(meant)) continue;
      // Short names are close to each other without being slips.
      if (name.length > 2 || name.toLowerCase() === meant.toLowerCase())
        problem(context, [...path, i], `the model has no quantity ${name}.${didYouMean(name, declared)}`);
    }
  }

  /** What people read: one text for all languages, or one for each. */
  const told = z.union([
    z
      .string()
      .min(1)
      .transform((text) => ({ en: text, de: text })),
    z
      .strictObject({ en: z.string().min(1).optional(), de: z.string().min(1).optional() })
      .transform(({ en, de }, context) => {
        if (en === undefined && de === undefined) problem(context, [], "needs a text: en, de or both");
        return { en: en ?? de ?? "", de: de ?? en ?? "" };
      }),
  ]);

  const oneOrMore = <T extends z.ZodType>(item: T) =>
    z
      .union([item, z.array(item).min(1)])
      .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]);

  const flow = { truncate: count.optional(), direct: z.boolean().optional() };
  const stored = z
    .strictObject({
      of: quantity,
      wrt: oneOrMore(quantity),
      steps: count.optional(),
      beyond: count.optional(),
      reuse: z.boolean().optional(),
      recompute: oneOrMore(quantity).optional(),
      list: z.boolean().optional(),
    })
    .refine(({ steps, beyond }) => steps === undefined || beyond === undefined || beyond < steps, {
      path: ["beyond"],
      message: "must be less than steps",
    });

  return {
    z,
    name,
    quantity,
    listed,
    id,
    count,
    written,
    told,
    formula,
    read,
    problem,
    refuseSlips,
    oneOrMore,
    stored,
    declared,
    vectors,
    derivative: z.strictObject({ derivative: quantity, wrt: quantity, ...flow }),
    flow,
    /** What questions of every kind have. */
    base: { id, points: z.number().positive().max(10_000), prompt: told.optional(), modelAnswer: told.optional() },
  };
}

export type Shapes = ReturnType<typeof shapesFor>;

/** What reading an exercise file must know of a kind of question. */
export interface QuestionKind<Q extends Question = Question> {
  /** As it stands in exercise files: `kind: number`. */
  readonly name: string;
  /** What an author writes, and the question that it becomes. The shapes bring zod with them: grading never loads it. */
  schema(shapes: Shapes): z.ZodType<Authored<Q>>;
  /**
   * What is wrong with a question that has the right shape, by place in the question. Asks for its reference once.
   * @throws ModelError
   */
  problems?(question: Q, derivation: Derivation): readonly Problem[];
}

/** zod's types allow `undefined` where a member may be absent; data from a file has none. */
type Authored<T> = T extends object ? { readonly [K in keyof T]: Authored<T[K]> | undefined } : T;

export function canonical(name: string): string {
  return canonicalName(name) ?? name;
}

function problem(context: ShapeContext, path: (string | number)[], message: string, isKey?: true): void {
  context.addIssue({ code: "custom", path, message, ...(isKey && { params: { isKey } }) });
}
