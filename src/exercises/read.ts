/** Reads an exercise file's text (YAML, so JSON too) and says where it is wrong. Loads zod and yaml. */

import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { checked } from "./check.ts";
import { Derivation } from "./derivation.ts";
import type { Exercise } from "./exercise.ts";
import { ExerciseError, type Problem } from "./problem.ts";
import type { QuestionKind } from "./questionKind.ts";
import { exerciseSchema } from "./schema.ts";
import { schemaProblems } from "./schemaProblems.ts";

/** Longer exercise files are refused, in UTF-16 code units. */
const longestExercise = 4_000_000;

/** @throws ExerciseError with file, line and column of everything that is wrong. */
export function readExercise(text: string, kinds: readonly QuestionKind[], file?: string): Exercise {
  if (text.length > longestExercise)
    throw new ExerciseError([{ path: [], message: `is longer than ${longestExercise} characters` }], file);
  // JSON.parse is many times faster on long sequences; anything it refuses is YAML or wrong.
  const plain = text.trimStart().startsWith("{") ? parsedJson(text) : undefined;
  const lines = new LineCounter();
  let yaml: Document | undefined;
  const document = () => (yaml ??= parseDocument(text, { lineCounter: lines, uniqueKeys: true }));
  const fail = (problems: readonly Problem[]) =>
    new ExerciseError(
      problems.map((problem) => ({ ...problem, ...placeOf(document(), lines, problem) })),
      file,
      text,
    );
  return exerciseFrom(plain ?? yamlData(document(), file, text), kinds, fail);
}

/** An exercise from data, e.g. of a program. @throws ExerciseError */
export function exerciseFromData(data: unknown, kinds: readonly QuestionKind[]): Exercise {
  return exerciseFrom(data, kinds, (problems) => new ExerciseError(problems));
}

function exerciseFrom(
  data: unknown,
  kinds: readonly QuestionKind[],
  fail: (problems: readonly Problem[]) => ExerciseError,
): Exercise {
  const schema = exerciseSchema(data, kinds);
  const shaped = schema.safeParse(data);
  if (!shaped.success) throw fail(schemaProblems(shaped.error.issues, data, keysOf(schema)));
  const { questions, problems } = checked(new Derivation(shaped.data), kinds);
  if (problems.length > 0) throw fail(problems);
  return { ...shaped.data, questions };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function yamlData(document: Document, file: string | undefined, text: string): unknown {
  const [error] = document.errors;
  if (error !== undefined) {
    const place = error.linePos?.[0];
    const problem = { path: [], message: yamlMessage(error.message) };
    throw new ExerciseError(
      [place === undefined ? problem : { ...problem, line: place.line, column: place.col }],
      file,
      text,
    );
  }
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (thrown) {
    // Aliases to nothing, or far too many of them.
    throw new ExerciseError([{ path: [], message: yamlMessage((thrown as Error).message) }], file, text);
  }
}

/** The place is told separately. */
function yamlMessage(message: string): string {
  const [first = ""] = message.split("\n");
  return `this is not YAML: ${first.replace(/ at line \d+, column \d+:?$/, "")}`;
}

/** Where the value at a path stands (or its key); of what is missing, where the thing stands that it is missing from. */
function placeOf(document: Document, lines: LineCounter, { path, isKey }: Problem): { line?: number; column?: number } {
  for (let length = path.length; length >= 0; length--) {
    const above = length === 0 ? undefined : document.getIn(path.slice(0, length - 1), true);
    const pair = isMap(above)
      ? above.items.find(({ key }) => isScalar(key) && key.value === path[length - 1])
      : undefined;
    const value = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const node = isKey && length === path.length ? pair?.key : (value ?? pair?.key);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return { line, column: col };
    }
  }
  return {};
}

/** All keys that an exercise can have anywhere, for "did you mean". */
function keysOf(schema: z.ZodType): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      if (key === "properties") for (const name of Object.keys(value as object)) found.add(name);
      collect(value);
    }
  };
  collect(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
  return found;
}
