/** An empty answer sheet for an exercise, and its JSON schema. */

import { type Exercise, fieldsOf, type Question } from "../exercises/exercise.ts";
import { sheetOf } from "../kinds/index.ts";
import type { Json } from "../kinds/judgement.ts";
import type { Language } from "../messages/message.ts";

/** An empty answer sheet: all keys, nested where ids are dotted, nothing answered. */
export function emptySheet(exercise: Exercise, schema: string | undefined): { readonly [key: string]: Json } {
  const answers: Record<string, Json> = {};
  for (const question of exercise.questions)
    for (const field of fieldsOf(question)) put(answers, field.split("."), sheetOf(question).empty);
  return { ...(schema !== undefined && { $schema: schema }), exercise: exercise.id, student: "", answers };
}

function put(target: Record<string, Json>, [key = "", ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) target[key] = value;
  else {
    const inner = (target[key] ?? {}) as Record<string, Json>;
    target[key] = inner;
    put(inner, rest, value);
  }
}

/** JSON schema of an answer sheet, for editors: completion, descriptions, a warning at unknown keys. */
export function sheetSchema(exercise: Exercise, language: Language): { readonly [key: string]: Json } {
  const answers: { properties: Record<string, Json> } = { properties: {} };
  for (const question of exercise.questions)
    for (const field of fieldsOf(question)) putSchema(answers, field.split("."), valueSchema(question, language));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: `${exercise.id}: ${exercise.title}`,
    type: "object",
    required: ["answers"],
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      exercise: { const: exercise.id },
      student: { type: "string" },
      answers: { type: "object", additionalProperties: false, ...answers },
    },
  };
}

function putSchema(
  target: { properties: Record<string, Json> },
  [key = "", ...rest]: readonly string[],
  value: Json,
): void {
  if (rest.length === 0) target.properties[key] = value;
  else {
    const fresh = { type: "object", additionalProperties: false, properties: {} };
    const inner = (target.properties[key] ?? fresh) as { properties: Record<string, Json> };
    target.properties[key] = inner as Json;
    putSchema(inner, rest, value);
  }
}

function valueSchema(question: Question, language: Language): Json {
  const sheet = sheetOf(question);
  const prompt = question.prompt === undefined ? "" : `${question.prompt}: `;
  // Editors show descriptions as they are, without Markdown.
  const description = `${prompt}${sheet.ask.in(language)}`.replaceAll("`", "");
  return { description, ...sheet.schema };
}
