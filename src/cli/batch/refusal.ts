/** How a command for whole courses ends if it can't use what it was given; knows no command. */

import { failureDocument } from "../failureDocument.ts";
import { BatchError, type BatchIo, type BatchOptions } from "./types.ts";
import { Voice } from "./voice.ts";

/** Says why, for people and as a document where JSON is asked for; any other error goes on. @returns the exit status */
export function refused(
  error: unknown,
  { json, language }: Pick<BatchOptions, "json" | "language">,
  { stdout, stderr }: Pick<BatchIo, "stdout" | "stderr">,
): number {
  if (!(error instanceof BatchError)) throw error;
  if (json) stdout.write(failureDocument({ code: "batch.refused", message: error.message }));
  new Voice(stderr, language).line(error.message);
  return 2;
}
