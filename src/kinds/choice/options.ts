/** The options of a question: what an author writes, what they are called, and how they are shown. */

import { nearest } from "../../engine/names.ts";
import type { Shapes } from "../../exercises/shapes.ts";
import type { Message, Text } from "../../messages/message.ts";
import { type Json, shownValue } from "../judgement.ts";
import { say } from "./messages.ts";

export interface ChoiceOption {
  readonly value: string | number | boolean;
  /** What it says, where its value is only a letter or a number. */
  readonly label?: Text;
  /** Other words for it, in any language and case. */
  readonly synonyms?: readonly string[];
  readonly case?: string;
  /** What to think about, for who takes it wrongly. */
  readonly hint?: Text;
}

export function optionShapes({ z, told, problem }: Shapes) {
  const value = z.union([z.string().min(1), z.number(), z.boolean()]);
  const option = z.union([
    value.transform((one) => ({ value: one })),
    z.strictObject({
      value,
      label: told.optional(),
      synonyms: z.array(z.string()).optional(),
      case: z.string().optional(),
      hint: told.optional(),
    }),
  ]);
  const options = z.array(option).superRefine((all, context) => {
    const taken = new Set<string>();
    for (const [i, one] of all.entries())
      for (const word of new Set(wordsFor(one as ChoiceOption))) {
        if (taken.has(word)) problem(context, [i], `${word} is an option already`);
        taken.add(word);
      }
  });
  return { value, options };
}

/** Its value first, as text. */
export function wordsFor({ value, label, synonyms = [] }: ChoiceOption): readonly string[] {
  return [String(value), ...synonyms, ...Object.values(label ?? {})].map((word) => word.trim());
}

export function valuesOf(options: readonly ChoiceOption[]): readonly string[] {
  return options.map(({ value }) => String(value));
}

/** Options for people, as Markdown; those that say something, a line each. */
export function shownOptions(options: readonly ChoiceOption[]): Text {
  const areLabelled = options.some(({ label }) => label !== undefined);
  const shown = (language: keyof Text) =>
    options
      .map(({ value, label }) => `\`${JSON.stringify(value)}\`${label === undefined ? "" : ` ${label[language]}`}`)
      .map((option) => (areLabelled ? `\n${option}` : option))
      .join(areLabelled ? "" : ", ");
  return { en: shown("en"), de: shown("de") };
}

/** What the author asks those to think about who take an option wrongly. */
export function hintsFor(options: readonly ChoiceOption[], isTaken: (value: string) => boolean): readonly Message[] {
  return options.flatMap(({ value, hint }) =>
    hint !== undefined && isTaken(String(value)) ? [say("choice.hint", { hint })] : [],
  );
}

/** Says that a value is none of the options, and what it may be a slip for. */
export function unknownOption(value: Json, all: readonly ChoiceOption[]): Message {
  const params = { options: valuesOf(all), found: shownValue(value) };
  // Only single words are slips; short ones (`h1` for `1`) are close to everything.
  const slip = typeof value === "string" && /^\p{L}{4,}$/u.test(value.trim()) ? value.trim().toLowerCase() : "";
  const close = slip && nearest(slip, params.options);
  return close ? say("choice.unknown-nearest", { ...params, nearest: close }) : say("choice.unknown", params);
}
