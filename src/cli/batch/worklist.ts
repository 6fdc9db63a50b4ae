/** Grades a run of candidates in short slices, each under a watchdog, so that the program stays responsive. */

import { Script } from "node:vm";
import type { PathIdentity } from "./identity.ts";
import type { EarlierResult, Judge, Judged, LoadedExercise } from "./judge.ts";
import type { Candidate, Exercises } from "./types.ts";

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
  readonly #judge: Judge;
  readonly #exercises: Exercises;
  readonly #timeout: number;

  /** `timeout`: seconds for one file. */
  constructor(judge: Judge, exercises: Exercises, timeout: number) {
    this.#judge = judge;
    this.#exercises = exercises;
    this.#timeout = timeout * 1000 + sliceMilliseconds;
  }

  /** `pause` is awaited between slices; it may end the work by giving true. */
  async grade(chunk: Chunk, pause: () => Promise<boolean>): Promise<Judged[]> {
    const results: Judged[] = [];
    while (results.length < chunk.candidates.length) {
      const needs = this.#slice(chunk, results);
      if (needs !== undefined) this.#judge.enter(needs, await loadExercise(this.#exercises, needs));
      if (await pause()) break;
    }
    return results;
  }

  /** Adds results until time is up, all is done or an exercise is missing, which it names. */
  #slice(chunk: Chunk, results: Judged[]): string | undefined {
    const end = performance.now() + sliceMilliseconds;
    const identity = () => chunk.identity(results.length);
    const candidate = () => chunk.candidates[results.length];
    let needs: string | undefined;
    const work = () => {
      for (let next = candidate(); next !== undefined && performance.now() < end; next = candidate()) {
        const judged = this.#judge.judge(next, identity, chunk.earlier[results.length]);
        if ("needs" in judged) {
          needs = judged.needs;
          return;
        }
        results.push(judged);
      }
    };
    const stopped = underWatchdog(work, this.#timeout);
    const next = candidate();
    if (stopped !== undefined && next !== undefined) {
      const slow = isTimeout(stopped);
      const judged = this.#judge.failed(next, identity, slow ? "batch.too-slow" : "batch.defect");
      results.push(slow ? judged : { ...judged, defect: describe(stopped) });
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

/** An exercise that cannot be loaded costs its own files, not the others. */
export async function loadExercise(exercises: Exercises, exercise: string): Promise<LoadedExercise> {
  try {
    return await exercises.load(exercise);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
