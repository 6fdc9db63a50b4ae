/** What an answer to an exercise must hold: keys, what to write, examples, an empty sheet and its JSON schema. Judges nothing. */

import { type Exercise, fieldsOf, type Question } from "../exercises/exercise.ts";
import type { Json } from "../kinds/judgement.ts";
import type { Language } from "../messages/catalogue.ts";
import { formatMessage } from "../messages/format.ts";

/** What to write at a question's keys. */
export function describe(question: Question, language: Language): string {
  switch (question.kind) {
    case "choice": {
      const options = question.options.map(({ value }) => JSON.stringify(value));
      return formatMessage("ask.choice", language, { options });
    }
    case "text":
      return formatMessage(question.list === true ? "ask.list" : "ask.text", language);
    default:
      return formatMessage(`ask.${question.kind}`, language);
  }
}

/** A value of the right form that says nothing about the right answer. */
export function exampleOf(question: Question): Json {
  switch (question.kind) {
    case "number":
      return 0.25;
    case "expression":
      return "…";
    case "names":
      return ["…", "…"];
    case "graph":
      return [["…", "…"]];
    case "choice":
      return question.options[0]?.value ?? null;
    case "text":
      return question.list === true ? ["…", "…"] : "…";
  }
}

/** An empty answer sheet: all keys, nested where ids are dotted, nothing answered. */
export function emptySheet(exercise: Exercise, schema: string | undefined): { readonly [key: string]: Json } {
  const answers: Record<string, Json> = {};
  for (const question of exercise.questions)
    for (const field of fieldsOf(question)) put(answers, field.split("."), isMany(question) ? [] : null);
  return { ...(schema !== undefined && { $schema: schema }), exercise: exercise.id, student: "", answers };
}

function isMany(question: Question): boolean {
  return question.kind === "names" || question.kind === "graph" || (question.kind === "text" && question.list === true);
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
  const prompt = question.prompt === undefined ? "" : `${question.prompt}: `;
  // Editors show descriptions as they are, without Markdown.
  const description = `${prompt}${describe(question, language)}`.replaceAll("`", "");
  const strings = { type: "array", items: { type: "string" } };
  const forms: Record<Question["kind"], Json> = {
    number: { type: ["number", "string", "null"] },
    expression: { type: ["string", "number", "null"] },
    names: { anyOf: [strings, { type: ["string", "null"] }] },
    graph: {
      anyOf: [
        { type: "array", items: { anyOf: [{ ...strings, minItems: 2, maxItems: 2 }, { type: "string" }] } },
        { type: ["string", "null"] },
      ],
    },
    choice: question.kind === "choice" ? { enum: [...question.options.map(({ value }) => value), null] } : {},
    text: { anyOf: [strings, { type: ["string", "null"] }] },
  };
  return { description, ...(forms[question.kind] as { readonly [key: string]: Json }) };
}
