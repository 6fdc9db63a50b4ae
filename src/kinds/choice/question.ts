/** A choice among options: what an author writes, and what it is once read. */

import type { DerivativeQuery, ParsedFormula, Question } from "../../exercises/exercise.ts";
import type { Shapes } from "../../exercises/shapes.ts";

export interface ChoiceOption {
  readonly value: string | number | boolean;
  /** Other words for it, in any language and case. */
  readonly synonyms?: readonly string[];
  readonly case?: string;
}

export type ChoiceReference =
  | { readonly choice: string | number | boolean }
  /** Whether a quantity stands in the formula of a derivative. */
  | { readonly appears: string; readonly in: DerivativeQuery }
  /** Whether a derivative depends on a quantity, explicitly or not. */
  | { readonly depends: string; readonly in: DerivativeQuery }
  /** Which pass reads a quantity: `forward`, `backward` or `both`. */
  | { readonly neededIn: string; readonly for: DerivativeQuery }
  /** Whether a sequence builds on its `previous` or its `next` value. */
  | { readonly neighbour: string }
  /** The case in which something is largest or smallest; an option names its case. */
  | { readonly best: { readonly largest: Measured } | { readonly smallest: Measured } };

/** The norm of a gradient, or a value. */
export type Measured =
  | { readonly gradientNorm: string; readonly wrt: readonly string[] }
  | { readonly value: ParsedFormula };

export interface ChoiceQuestion extends Question {
  readonly kind: "choice";
  readonly reference: ChoiceReference;
  readonly options: readonly ChoiceOption[];
}

export function choiceSchema({ z, base, quantity, derivative, formula, name, oneOrMore, problem }: Shapes) {
  const value = z.union([z.string().min(1), z.number(), z.boolean()]);
  const option = z.union([
    value.transform((one) => ({ value: one })),
    z.strictObject({ value, synonyms: z.array(z.string()).optional(), case: z.string().optional() }),
  ]);
  const measured = z.union([
    z.strictObject({ gradientNorm: quantity, wrt: oneOrMore(quantity) }),
    z.strictObject({ value: formula }),
  ]);
  const options = z
    .array(option)
    .min(2)
    .superRefine((all, context) => {
      const taken = new Set<string>();
      for (const [i, { value: own, synonyms = [] }] of (all as readonly ChoiceOption[]).entries())
        for (const word of new Set([own, ...synonyms].map((one) => String(one).trim()))) {
          if (taken.has(word)) problem(context, [i], `${word} is an option already`);
          taken.add(word);
        }
    });
  return z.strictObject({
    ...base,
    kind: z.literal("choice"),
    reference: z.union([
      z.strictObject({ choice: value }),
      z.strictObject({ appears: quantity, in: derivative }),
      z.strictObject({ depends: quantity, in: derivative }),
      z.strictObject({ neededIn: quantity, for: derivative }),
      z.strictObject({ neighbour: name }),
      z.strictObject({
        best: z.union([z.strictObject({ largest: measured }), z.strictObject({ smallest: measured })]),
      }),
    ]),
    options,
  });
}
