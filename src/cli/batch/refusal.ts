/** How a command for whole courses ends if it can't use what it was given; knows no command. */

import { failureDocument } from "../failureDocument.ts";
import { isBatchError } from "./batchError.ts";
import type { BatchIo } from "./io.ts";
import type { BatchOptions } from "./options.ts";
import { Voice } from "./voice.ts";

/** Says why, for people and as a document where JSON is asked for; any other error goes on. @returns the exit status */
export function refused(
  error: unknown,
  { json, language }: Pick<BatchOptions, "json" | "language">,
  { stdout, stderr }: Pick<BatchIo, "stdout" | "stderr">,
): number {
  if (!isBatchError(error)) throw error;
  if (json) stdout.write(failureDocument({ code: "batch.refused", message: error.message }));
  new Voice(stderr, language).line(error.message);
  return 2;
}
