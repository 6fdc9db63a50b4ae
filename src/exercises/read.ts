/** Reads an exercise file's text (YAML, so JSON too) and says where it is wrong. Knows no file system. Loads zod, yaml. */

import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { compileExercise } from "./compile.ts";
import type { Exercise } from "./exercise.ts";
import { type DataPath, ExerciseError, type Problem } from "./problem.ts";
import { checkReferences } from "./reference.ts";
import { exerciseSchema } from "./schema.ts";

/** Longer exercise files are refused, in UTF-16 code units. */
export const longestExercise = 4_000_000;

/** @throws ExerciseError with file, line and column of everything that is wrong. */
export function readExercise(text: string, file?: string): Exercise {
  if (text.length > longestExercise)
    throw new ExerciseError([{ path: [], message: `is longer than ${longestExercise} characters` }], file);
  // JSON.parse is many times faster on long sequences; anything it refuses is YAML or wrong.
  const plain = text.trimStart().startsWith("{") ? parsedJson(text) : undefined;
  const lines = new LineCounter();
  let yaml: Document | undefined;
  const document = () => (yaml ??= parseDocument(text, { lineCounter: lines, uniqueKeys: true }));
  const fail = (problems: readonly Problem[]) =>
    new ExerciseError(
      problems.map((problem) => ({ ...problem, ...placeOf(document(), lines, problem.path) })),
      file,
    );
  return exerciseFrom(plain ?? yamlData(document(), file), fail);
}

/** An exercise from data, e.g. of a program. @throws ExerciseError */
export function exerciseFromData(data: unknown): Exercise {
  return exerciseFrom(data, (problems) => new ExerciseError(problems));
}

function exerciseFrom(data: unknown, fail: (problems: readonly Problem[]) => ExerciseError): Exercise {
  const checked = exerciseSchema.safeParse(data);
  if (!checked.success) throw fail(checked.error.issues.map(problemOf));
  const { exercise, problems } = compileExercise(checked.data);
  if (problems.length > 0) throw fail(problems);
  const wrong = checkReferences(exercise);
  if (wrong.length > 0) throw fail(wrong);
  return exercise;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function yamlData(document: Document, file: string | undefined): unknown {
  const [error] = document.errors;
  if (error !== undefined) {
    const place = error.linePos?.[0];
    const problem = { path: [], message: error.message.split("\n")[0] ?? "not YAML" };
    throw new ExerciseError(
      [place === undefined ? problem : { ...problem, line: place.line, column: place.col }],
      file,
    );
  }
  return document.toJS({ maxAliasCount: 100 });
}

/** Unions report each branch; the branch that got furthest says what the author most likely meant. */
function problemOf(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  if (issue.code === "invalid_union") {
    const branches = issue.errors.filter((branch) => branch.length > 0).map((branch) => branch.map(problemOf));
    const deepest = branches.sort((a, b) => reach(b) - reach(a) || a.length - b.length)[0]?.[0];
    if (deepest !== undefined) return { path: [...path, ...deepest.path], message: deepest.message };
  }
  return { path, message: issue.message };
}

function reach(problems: readonly Problem[]): number {
  return Math.max(...problems.map((problem) => problem.path.length));
}

function placeOf(document: Document, lines: LineCounter, path: DataPath): { line?: number; column?: number } {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return { line, column: col };
    }
  }
  return {};
}
