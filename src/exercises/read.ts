/** Reads an exercise file's text (YAML, so JSON too) and says where it is wrong. Loads zod and yaml. */

import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLParseError } from "yaml";
import { once } from "../engine/memo.ts";
import { problemsOf } from "./check.ts";
import { Derivation } from "./derivation.ts";
import type { Exercise } from "./exercise.ts";
import { ExerciseError, type PlacedProblem, type Problem } from "./problem.ts";
import { exerciseJsonSchema, exerciseSchema } from "./schema.ts";
import { schemaProblems } from "./schemaProblems.ts";
import type { QuestionKind } from "./shapes.ts";

/** Longer exercise files are refused, in UTF-16 code units. */
const longestExercise = 4_000_000;

/** A text that an author writes, in YAML (so in JSON, too), and the places of what stands in it. */
export class AuthoredText {
  readonly text: string;
  readonly file: string | undefined;
  readonly #lines = new LineCounter();
  readonly #document = once(() => parseDocument(this.text, { lineCounter: this.#lines, uniqueKeys: true }));

  constructor(text: string, file?: string) {
    this.text = text;
    this.file = file;
  }

  /** What it says. @throws ExerciseError */
  readonly data = once((): unknown => {
    if (this.text.length > longestExercise)
      throw new ExerciseError([{ path: [], message: `is longer than ${longestExercise} characters` }], this.file);
    // JSON.parse is many times faster on long sequences; anything it refuses is YAML or wrong.
    return (this.text.trimStart().startsWith("{") && parsedJson(this.text)) || this.#yamlData();
  });

  /** The file that the exercise's model stands in, as written; undefined if it stands here. @throws ExerciseError */
  get modelFile(): string | undefined {
    const { model } = Object(this.data()) as { readonly model?: unknown };
    return typeof model === "string" ? model : undefined;
  }

  /** With line and column of each problem. */
  error(problems: readonly PlacedProblem[]): ExerciseError {
    const placed = problems.map((one) => ({ ...placeOf(this.#document(), this.#lines, one), ...one }));
    return new ExerciseError(placed, this.file, this.text);
  }

  #yamlData(): unknown {
    try {
      const [error] = this.#document().errors;
      if (error !== undefined) throw error;
      return this.#document().toJS({ maxAliasCount: 100 });
    } catch (thrown) {
      // Aliases to nothing, or far too many of them, have no place.
      const { message, linePos: [{ line, col: column }] = [{}] } = thrown as Partial<YAMLParseError> & Error;
      const told = message.replace(/ at line \d+, column \d+:?(?=\n|$)/, "").split("\n")[0];
      throw this.error([{ path: [], message: `this is not YAML: ${told}`, line, column }]);
    }
  }
}

/**
 * @param shared what stands in the file that its model is in
 * @throws ExerciseError with file, line and column of everything that is wrong
 */
export function readExercise(own: AuthoredText, kinds: readonly QuestionKind[], shared?: AuthoredText): Exercise {
  const data = shared === undefined ? own.data() : { ...Object(own.data()), model: shared.data() };
  return exerciseFrom(data, kinds, (problems) => {
    // What else is wrong may follow from a wrong model.
    const inModel = problems.filter(({ path: [first] }) => first === "model");
    if (shared === undefined || inModel.length === 0) return own.error(problems);
    return shared.error(inModel.map((problem) => ({ ...problem, path: problem.path.slice(1) })));
  });
}

/** An exercise from data, e.g. of a program. @throws ExerciseError */
export function exerciseFromData(data: unknown, kinds: readonly QuestionKind[]): Exercise {
  return exerciseFrom(data, kinds, (problems) => new ExerciseError(problems));
}

function exerciseFrom(
  data: unknown,
  kinds: readonly QuestionKind[],
  error: (problems: readonly Problem[]) => ExerciseError,
): Exercise {
  const shaped = exerciseSchema(data, kinds).safeParse(data, { reportInput: true });
  if (!shaped.success) throw error(schemaProblems(shaped.error.issues, keysOf(kinds)));
  const problems = problemsOf(new Derivation(shaped.data), kinds);
  if (problems.length > 0) throw error(problems);
  return shaped.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
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
function keysOf(kinds: readonly QuestionKind[]): readonly string[] {
  const found: string[] = [];
  JSON.stringify(exerciseJsonSchema(kinds), (key, value) => {
    if (key === "properties") found.push(...Object.keys(value));
    return value;
  });
  return found;
}
