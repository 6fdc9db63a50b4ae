/** What an author writes about what an answer in words must say. */

import type { z } from "zod";
import type { Shapes } from "../../exercises/shapes.ts";
import type { Learnt } from "./classifier.ts";

/** One thing an answer in words must say. */
export type Criterion = z.infer<ReturnType<typeof criterionSchema>>;

/** A statement that costs the criterion, because it contradicts it or belongs elsewhere. */
export type WrongClaim = NonNullable<Criterion["wrong"]>[number];

/** Patterns are written in the notation of notation.ts. */
export function criterionSchema({ z, told: hint }: Pick<Shapes, "z" | "told">) {
  const patterns = z.array(z.string().min(1)).min(1);
  return z.strictObject({
    id: z.string().min(1),
    /** What students see it called, without the answer; default: its number. */
    label: hint.optional(),
    points: z.number().positive(),
    /** The fields it reads; default: all of the question's. */
    fields: z.array(z.string().min(1)).min(1).optional(),
    /** Words and phrases under a name; known to all criteria of the question. */
    concepts: z.record(z.string().regex(/^[a-z][\w-]*$/), patterns).optional(),
    /** Any of these: the criterion is met. */
    met: patterns,
    /** Right but vague: half of the points. */
    partly: patterns.optional(),
    wrong: z
      .array(
        z.strictObject({
          patterns,
          /** What is wrong with it, without the right answer. */
          hint,
          /**
           * `claim` (default): false, so beside a right statement a contradiction. `slot`: true, but no answer to this
           * question. `reversal`: the right statement turned round, so nothing else in its sentence is evidence.
           */
          kind: z.enum(["claim", "slot", "reversal"]).optional(),
        }),
      )
      .optional(),
    /** What to think about if the criterion is not met, without the answer. */
    hint,
  });
}

/** What judging needs of a question. */
export interface TextTask {
  readonly points: number;
  readonly criteria: readonly Criterion[];
  /** The most points the criteria may add up to; default: `points`. */
  readonly max?: number;
  /** The answer is a list of statements; a plain string is split at lines, semicolons and bullets. */
  readonly list?: boolean;
  /** How many entries are asked for; of more, a person chooses. */
  readonly entries?: number;
  /** The second judge's, by criterion; for those with enough labelled answers. */
  readonly learnt?: Readonly<Record<string, Learnt | undefined>>;
}
