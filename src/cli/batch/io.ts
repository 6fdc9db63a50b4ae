/** The world outside as the commands for whole courses see it, and what the command line asks of them. */

import type { Readable } from "node:stream";
import { type Grader, type GraderOptions, graderOf } from "../../course/grader.ts";
import type { Shard } from "../../course/order.ts";
import type { Context } from "../../formats/format.ts";
import type { Language } from "../../messages/message.ts";
import { type ExerciseFiles, UnknownExercise } from "../exerciseFiles.ts";
import type { Session } from "../session.ts";

export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Of a stream: `drain` follows a `write` that gave false, unless the stream can't be written to any more. */
  readonly once?: (event: "drain" | "error" | "close", listener: () => void) => unknown;
  readonly destroyed?: boolean;
}

export interface BatchIo {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly exercises: Exercises;
}

export interface Exercises {
  /** The only exercises a submission may name. A path comes from the command line alone. */
  readonly ids: readonly string[];
  /** By id, or by path as given on the command line. Undefined: unknown. Throws if the exercise is broken. */
  readonly load: (exercise: string) => Promise<Grader | undefined>;
}

/** Options of the program. */
export interface Settings {
  readonly language: Language;
  readonly feedback: "verdict" | "hints" | "full";
  /** Share of the points, in percent, that counts as passed. */
  readonly minPercent: number;
  readonly json: boolean;
}

/** Which formats to write, and what single formats are told. */
export interface FormatOptions {
  readonly formats: readonly string[];
  readonly format: Omit<Context, "language" | "feedback">;
}

export interface BatchOptions extends Settings, FormatOptions {
  /** Folders, files, zip archives and patterns, as typed. */
  readonly inputs: readonly string[];
  readonly exercise?: string;
  /** Whose all files are: of those for one exercise, the newest counts. */
  readonly student?: string;
  readonly out?: string;
  readonly shard?: Shard;
  readonly roster?: string;
  readonly overrides?: string;
  /** Exit status 1 if someone reaches less than this share, in percent. */
  readonly failBelow?: number;
}

/** The process's streams and the exercises of a session. */
export function batchIo({ around, exercises, grading }: Session): BatchIo {
  return {
    cwd: process.cwd(),
    env: around.env,
    // Opening a stream takes milliseconds, so that waits until it is used.
    get stdin() {
      return around.stdin;
    },
    get stdout() {
      return around.stdout;
    },
    get stderr() {
      return around.stderr;
    },
    exercises: exercisesOf(exercises, grading),
  };
}

/** Each exercise is bound for grading once. */
function exercisesOf(files: ExerciseFiles, options: GraderOptions): Exercises {
  const graders = new Map<string, Grader>();
  return {
    ids: files.ids(),
    async load(wanted) {
      try {
        const grader = graders.get(wanted) ?? graderOf(await files.load(wanted), options);
        graders.set(wanted, grader);
        return grader;
      } catch (error) {
        if (error instanceof UnknownExercise) return undefined;
        throw error;
      }
    },
  };
}
