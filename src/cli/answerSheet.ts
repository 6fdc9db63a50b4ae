/** An empty answer sheet for an exercise, and its JSON schema. */

import { type Exercise, fieldsOf, type Question } from "../exercises/exercise.ts";
import { kinds } from "../kinds/index.ts";
import type { Json } from "../kinds/judgement.ts";
import type { Kind } from "../kinds/kind.ts";
import type { Language } from "../messages/message.ts";

const draft = "http://json-schema.org/draft-07/schema#";

type Nested<T> = { [key: string]: T | Nested<T> };

/** Values by dotted keys as objects in objects, without a prototype, so that any key is only a key. */
export function nested<T>(
  values: readonly (readonly [key: string, value: T])[],
  wrapped = (inner: Nested<T>): T | Nested<T> => inner,
): Nested<T> {
  const groups = new Map<string, (readonly [string, T])[]>();
  const object: Nested<T> = Object.create(null);
  for (const [key, value] of values) {
    const [first = "", ...rest] = key.split(".");
    if (rest.length === 0) object[first] = value;
    else {
      groups.set(first, [...(groups.get(first) ?? []), [rest.join("."), value]]);
      object[first] ??= {}; // keeps its place in the order
    }
  }
  for (const [key, inner] of groups) object[key] = wrapped(nested(inner, wrapped));
  return object;
}

function perField<T>({ questions }: Exercise, value: (question: Question) => T): [string, T][] {
  return questions.flatMap((question) => fieldsOf(question).map((field): [string, T] => [field, value(question)]));
}

/** An empty answer sheet: all keys, nested where ids are dotted, nothing answered. What is undefined is not written. */
export function emptySheet(exercise: Exercise, schema: string | undefined) {
  const answers = nested(perField(exercise, (question) => (kinds[question.kind] as Kind).sheet(question).empty));
  return { $schema: schema, exercise: exercise.id, seed: exercise.seed, student: "", answers };
}

/** JSON schema of an answer sheet, for editors: completion, descriptions, a warning at unknown keys. */
export function sheetSchema(exercise: Exercise, language: Language): { readonly [key: string]: Json } {
  const fields = perField(exercise, (question) => valueSchema(question, language));
  const object = (properties: Nested<Json>): Json => ({ type: "object", additionalProperties: false, properties });
  const { id, title } = exercise;
  return {
    $schema: draft,
    title: `${id}: ${title[language]}`,
    type: "object",
    required: ["answers"],
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      exercise: { const: id },
      ...(exercise.variants && { seed: { type: ["string", "integer"] } }),
      student: { type: "string" },
      answers: object(nested(fields, object)),
    },
  };
}

/** JSON schema of answer sheets whatever they answer; those that say which of `exercises` are held to its keys. */
export function answerSchema(exercises: readonly Exercise[]): { readonly [key: string]: Json } {
  const sheets = exercises.map((exercise): Json => {
    const { $schema: _, properties, ...sheet } = sheetSchema(exercise, "en");
    const isMeant = { required: ["exercise"], properties: { exercise: { const: exercise.id } } };
    return { if: { not: isMeant }, else: { ...sheet, properties: properties as Json } };
  });
  const properties = { exercise: { type: "string" }, student: { type: "string" }, answers: { type: "object" } };
  return { $schema: draft, title: "An answer sheet for rnn-check", type: "object", properties, allOf: sheets };
}

function valueSchema(question: Question, language: Language): Json {
  const sheet = (kinds[question.kind] as Kind).sheet(question);
  const prompt = question.prompt === undefined ? "" : `${question.prompt[language]}: `;
  // Editors show descriptions as they are, without Markdown.
  const description = `${prompt}${sheet.ask.in(language)}`.replaceAll("`", "");
  return { description, ...sheet.schema };
}
