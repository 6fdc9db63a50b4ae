/** Reads an answer in words: taken apart into segments and tokens, its statements found with a rubric. */

import type { LabelledAnswer } from "../kind.ts";
import { featuresOf } from "./classifier.ts";
import { Finder } from "./concepts.ts";
import type { Rubric, TextTask } from "./rubric.ts";
import { Reader } from "./statements.ts";
import { type Segment, tokenRow } from "./tokens.ts";

/** The text of each field as handed in, by the field's name. */
export type TextFields = ReadonlyMap<string, string | readonly string[]>;

/** An answer as its judges see it. */
export function readAnswer(task: TextTask, rubric: Rubric, segments: readonly Segment[]) {
  const text = tokenRow(segments, task.criteria.length > 1 && task.list !== true);
  const reader = new Reader(text, new Finder(rubric, text.tokens));
  const features = () => featuresOf(segments.map((segment) => segment.text).join(" | "), reader.said());
  return { text, reader, features };
}

/** The pieces of an answer in which there are words. */
export function segmentsOf(fields: TextFields, list = false): Segment[] {
  return [...fields]
    .flatMap(([field, value]) => {
      const texts = typeof value !== "string" ? value : list ? splitList(value) : [value];
      return texts.map((text) => ({ field, text }));
    })
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** A list written as one text: an entry a line, between semicolons, after bullets or numbers. */
function splitList(text: string): string[] {
  return text.split(/[\n;•]|(?:^|\s)[-*–]\s|(?:^|\s)\d[.)]\s/u);
}

/** A labelled answer has one text a field, in their order, or what the only field holds. */
export function fieldsOfLabelled({ answer }: LabelledAnswer, fields: readonly string[]): TextFields {
  if (fields.length === 1) return new Map([[fields[0] as string, answer]]);
  return new Map(fields.map((field, i) => [field, answer[i] ?? ""]));
}
