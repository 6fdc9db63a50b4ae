/** Grades a run of candidates in short slices, each under a watchdog, so that the program stays responsive. */

import { Script } from "node:vm";
import type { EarlierResult, FileGrader, FileResult } from "../../../course/fileGrader.ts";
import type { PathIdentity } from "../../../course/identity.ts";
import { type Exercises, loadExercise } from "../exercises.ts";
import type { Candidate } from "../find/candidate.ts";
import type { SourceReader } from "../find/readSource.ts";

/** Candidates that follow one another, to be graded by one thread. */
export interface Chunk {
  /** Index of the first candidate. */
  readonly start: number;
  readonly candidates: readonly Candidate[];
  /** By candidate; needed where a file does not say whose it is. */
  readonly identity: (index: number) => PathIdentity;
  readonly earlier: readonly (EarlierResult | undefined)[];
}

/** Milliseconds that grading may hold the thread before messages, signals and the progress display get their turn. */
const sliceMilliseconds = 50;

// A time limit on synchronous code needs a script to run; the script only calls back.
const hook = Symbol.for("rnn-check.slice");
const caller = new Script(`globalThis[Symbol.for("rnn-check.slice")]()`);

export class Worklist {
  readonly #grader: FileGrader;
  readonly #reader: SourceReader;
  readonly #exercises: Exercises;
  readonly #timeout: number;

  /** `timeout`: seconds for one file. */
  constructor(grader: FileGrader, reader: SourceReader, exercises: Exercises, timeout: number) {
    this.#grader = grader;
    this.#reader = reader;
    this.#exercises = exercises;
    this.#timeout = timeout * 1000 + sliceMilliseconds;
  }

  /** `pause` is awaited between slices; it may end the work by giving true. */
  async grade(chunk: Chunk, pause: () => Promise<boolean>): Promise<FileResult[]> {
    const results: FileResult[] = [];
    while (results.length < chunk.candidates.length) {
      const needs = this.#slice(chunk, results);
      if (needs !== undefined) this.#grader.enter(needs, await loadExercise(this.#exercises, needs));
      if (await pause()) break;
    }
    return results;
  }

  /** Adds results until time is up, all is done or an exercise is missing, which it names. */
  #slice(chunk: Chunk, results: FileResult[]): string | undefined {
    const end = performance.now() + sliceMilliseconds;
    const identity = () => chunk.identity(results.length);
    const candidate = () => chunk.candidates[results.length];
    let needs: string | undefined;
    const work = () => {
      for (let next = candidate(); next !== undefined && performance.now() < end; next = candidate()) {
        const read = this.#reader.read(next.source);
        const result = this.#grader.grade(next.file, read, identity, chunk.earlier[results.length]);
        if ("needs" in result) {
          needs = result.needs;
          return;
        }
        results.push(result);
      }
    };
    const stopped = underWatchdog(work, this.#timeout);
    const next = candidate();
    if (stopped !== undefined && next !== undefined) {
      const slow = isTimeout(stopped);
      const failed = this.#grader.failed(next.file, identity, slow ? "batch.too-slow" : "batch.defect");
      results.push(slow ? failed : { ...failed, defect: describe(stopped) });
    }
    return needs;
  }
}

/** What the work threw, a timeout included; undefined if it ended by itself. */
function underWatchdog(work: () => void, timeout: number): unknown {
  const globals = globalThis as { [hook]?: () => void };
  globals[hook] = work;
  try {
    caller.runInThisContext({ timeout });
    return undefined;
  } catch (error) {
    return error ?? new Error("unknown");
  } finally {
    delete globals[hook];
  }
}

function isTimeout(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
