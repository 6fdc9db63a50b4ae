/** Mistakes of whoever typed a command or wrote a file for it, as opposed to defects of the program. */

import { isA } from "../errorKind.ts";

/** What a user did wrong on the command line or in a file they gave; its message is shown as it is. */
export class BatchError extends Error {
  override readonly name = "BatchError";
}

export function isBatchError(error: unknown): error is BatchError {
  return isA<BatchError>(error, "BatchError");
}
