/** Reads an exercise file's text (YAML, so JSON too) and says where it is wrong. Loads zod and yaml. */

import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLParseError } from "yaml";
import { z } from "zod";
import { once } from "../engine/memo.ts";
import { checked } from "./check.ts";
import { Derivation } from "./derivation.ts";
import type { Exercise } from "./exercise.ts";
import { ExerciseError, type PlacedProblem, type Problem } from "./problem.ts";
import { exerciseSchema } from "./schema.ts";
import { schemaProblems } from "./schemaProblems.ts";
import type { QuestionKind } from "./shapes.ts";

/** Longer exercise files are refused, in UTF-16 code units. */
const longestExercise = 4_000_000;

/** @throws ExerciseError with file, line and column of everything that is wrong. */
export function readExercise(text: string, kinds: readonly QuestionKind[], file?: string): Exercise {
  const lines = new LineCounter();
  const document = once(() => parseDocument(text, { lineCounter: lines, uniqueKeys: true }));
  const fail = (problems: readonly PlacedProblem[]) => new ExerciseError(problems, file, text);
  if (text.length > longestExercise)
    throw fail([{ path: [], message: `is longer than ${longestExercise} characters` }]);
  // JSON.parse is many times faster on long sequences; anything it refuses is YAML or wrong.
  const data = (text.trimStart().startsWith("{") && parsedJson(text)) || yamlData(document(), fail);
  return exerciseFrom(data, kinds, (problems) =>
    fail(problems.map((problem) => ({ ...problem, ...placeOf(document(), lines, problem) }))),
  );
}

/** An exercise from data, e.g. of a program. @throws ExerciseError */
export function exerciseFromData(data: unknown, kinds: readonly QuestionKind[]): Exercise {
  return exerciseFrom(data, kinds, (problems) => new ExerciseError(problems));
}

type Fail = (problems: readonly PlacedProblem[]) => ExerciseError;

function exerciseFrom(data: unknown, kinds: readonly QuestionKind[], fail: Fail): Exercise {
  const schema = exerciseSchema(data, kinds);
  const shaped = schema.safeParse(data, { reportInput: true });
  if (!shaped.success) throw fail(schemaProblems(shaped.error.issues, keysOf(schema)));
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

function yamlData(document: Document, fail: Fail): unknown {
  try {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    return document.toJS({ maxAliasCount: 100 });
  } catch (thrown) {
    // Aliases to nothing, or far too many of them, have no place.
    const { message, linePos: [{ line, col: column }] = [{}] } = thrown as Partial<YAMLParseError> & Error;
    const told = message.replace(/ at line \d+, column \d+:?(?=\n|$)/, "").split("\n")[0];
    throw fail([{ path: [], message: `this is not YAML: ${told}`, line, column }]);
  }
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
function keysOf(schema: z.ZodType): readonly string[] {
  const found: string[] = [];
  JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), (key, value) => {
    if (key === "properties") found.push(...Object.keys(value));
    return value;
  });
  return found;
}
