/** Mistakes of whoever typed a command or wrote a file for it, as opposed to defects of the program. */

/** What a user did wrong on the command line or in a file they gave; its message is shown as it is. */
export class BatchError extends Error {
  override readonly name = "BatchError";
}

/** By name: parts of the program that are loaded later have a class of their own. */
export function isBatchError(error: unknown): error is BatchError {
  return error instanceof Error && error.name === "BatchError";
}
