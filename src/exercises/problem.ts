/** What can be wrong with an exercise file: an author's error, with its place. */

import { nearest } from "../engine/names.ts";

/** A place inside the exercise's data: `["questions", 2, "reference", "value"]`. */
export type DataPath = readonly (string | number)[];

/** One problem, before its place in the file is known. The message is for authors and always in English. */
export interface Problem {
  readonly path: DataPath;
  readonly message: string;
  /** The key itself is wrong, not what stands behind it. */
  readonly isKey?: boolean;
}

/** A problem with its place in the file, 1-based. */
export type PlacedProblem = Problem & { readonly line?: number | undefined; readonly column?: number | undefined };

/** What to add to a message about a word that is none of the known ones; nothing if none is close. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const close = nearest(word, known);
  return close === undefined || close === word ? "" : ` Did you mean ${close}?`;
}

/** An exercise that cannot be used; an author's error, never a student's. */
export class ExerciseError extends Error {
  readonly file: string | undefined;
  /** 1-based; of the first problem. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly problems: readonly PlacedProblem[];
  /** The line of the first problem, as it stands in the file. */
  readonly sourceLine: string | undefined;

  constructor(problems: readonly PlacedProblem[], file?: string | undefined, text?: string) {
    super(problems.map((problem) => placed(problem, file)).join("\n"));
    this.name = "ExerciseError";
    this.file = file;
    this.problems = problems;
    this.line = problems[0]?.line;
    this.column = problems[0]?.column;
    this.sourceLine = this.line === undefined ? undefined : text?.split(/\r\n|\r|\n/, this.line)[this.line - 1];
  }
}

function placed(problem: PlacedProblem, file?: string): string {
  const place = [file, problem.line, problem.column].filter((part) => part !== undefined).join(":");
  const key = problem.path.join(".");
  return [place, key, problem.message].filter((part) => part !== "").join(": ");
}
