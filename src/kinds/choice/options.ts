/** The options of a question: what an author writes, what they are called, and how they are shown. */

import type { Shapes } from "../../exercises/shapes.ts";
import type { Message, Text } from "../../messages/message.ts";
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
  const [text, texts, shown] = [z.string().optional(), z.array(z.string()).optional(), told.optional()];
  const option = z.union([
    value.transform((one) => ({ value: one })),
    z.strictObject({ value, label: shown, synonyms: texts, case: text, hint: shown }),
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
  const [start, gap] = options.some(({ label }) => label) ? ["\n", "\n"] : ["", ", "];
  const listed = (language: keyof Text) =>
    options.map((one) => `\`${JSON.stringify(one.value)}\` ${one.label?.[language] ?? ""}`.trim()).join(gap);
  return { en: start + listed("en"), de: start + listed("de") };
}

/** What the author asks those to think about who take this option wrongly. */
export function hintFor(options: readonly ChoiceOption[], wrong: string | undefined): readonly Message[] {
  const hint = options.find(({ value }) => String(value) === wrong)?.hint;
  return hint === undefined ? [] : [say("choice.hint", { hint })];
}
