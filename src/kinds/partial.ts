/** Shares of the points that an author gives for answers with a known mistake. */

import type { Derivation } from "../exercises/derivation.ts";
import { didYouMean } from "../exercises/problem.ts";
import type { Shapes } from "../exercises/shapes.ts";
import { mistakes } from "../mistakes/index.ts";
import { ownCode } from "../mistakes/possible.ts";

/** By the code of the feedback that an answer gets. */
export type Partial = Readonly<Record<string, number>>;

/** What an author gives in a question, and with the exercise's own mistakes. */
export function sharesOf(partial: Partial | undefined, { exercise: { mistakes = [] } }: Derivation): Partial {
  const own = mistakes.flatMap(({ id, share }) => (share === undefined ? [] : [[ownCode(id), share] as const]));
  return { ...Object.fromEntries(own), ...partial };
}

/** `others` are codes of feedback beside those of mistakes. */
export function partialShape({ z, problem }: Shapes, others: readonly string[] = []) {
  const codes = [...mistakes.map(({ code }) => code), ...others];
  return z
    .record(z.string(), z.number().min(0).max(1))
    .superRefine((shares, context) => {
      for (const code of Object.keys(shares)) {
        const message = `no answer gets the feedback ${code}.${didYouMean(code, codes)}`;
        if (!codes.includes(code)) problem(context, [code], message);
      }
    })
    .optional();
}
