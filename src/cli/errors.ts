/** Errors that a user can mend, and how errors are told apart. */

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
