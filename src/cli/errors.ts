/** Errors that a user can mend; faults of the machine (no file handles, no memory, a bad disk), which say nothing about an answer. */

import type { ExerciseError } from "../exercises/problem.ts";
import type { Message } from "../messages/message.ts";

/** An end with status 2, said in the user's language. */
export class UsageError extends Error {
  readonly told: Message;
  /** A command line that would do. */
  readonly example: string | undefined;

  constructor(told: Message, example?: string) {
    super(told.code);
    this.name = "UsageError";
    this.told = told;
    this.example = example;
  }
}

/**
 * Tells errors by their names, because `instanceof` would not do: the program and the parts that it loads on demand are
 * two bundles, each with its own copy of a class.
 */
export function isA<E extends Error>(error: unknown, name: string): error is E {
  return error instanceof Error && error.name === name;
}

/** The reader of exercises is always such a part. */
export function isExerciseError(error: unknown): error is ExerciseError {
  return isA<ExerciseError>(error, "ExerciseError");
}

/** What a single file may be to blame for. Every other error of the system is the machine's. */
const faultsOfFiles =
  /^E(?:ACCES|PERM|NOENT|NOTDIR|ISDIR|LOOP|NAMETOOLONG|NXIO|INVAL|ILSEQ|EXIST|ROFS|BUSY|NOTEMPTY|XDEV|PIPE)$/;
/** How long is waited before each further try, in milliseconds. */
const pauses = [20, 60, 180, 400];

export function isMachineFault(error: unknown): error is NodeJS.ErrnoException {
  const { code = "", message = "" } = error as Partial<NodeJS.ErrnoException>;
  if (/^E[A-Z0-9]+$/.test(code) || code === "Z_MEM_ERROR") return !faultsOfFiles.test(code);
  return code === "ERR_MEMORY_ALLOCATION_FAILED" || /allocation failed/i.test(message);
}

/** The error itself, unless it is the machine's. */
export function throwIfMachine<E>(error: E): E {
  if (isMachineFault(error)) throw error;
  return error;
}

/** Does it again where the machine failed, a few times: handles and memory come back. */
export function patiently<T>(work: () => T): T {
  for (const pause of pauses) {
    try {
      return work();
    } catch (error) {
      if (!isMachineFault(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  return work();
}
