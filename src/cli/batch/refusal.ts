/** How a command for whole courses ends if it can't use what it was given; knows no command. */

import { failureDocument } from "../failureDocument.ts";
import { isBatchError } from "./batchError.ts";
import type { BatchIo } from "./io.ts";
import type { BatchOptions } from "./options.ts";
import { Voice } from "./voice.ts";

/** Says why, for people and as a document where JSON is asked for; a defect goes on. @returns the exit status */
export function refused(
  error: unknown,
  { json, language }: Pick<BatchOptions, "json" | "language">,
  { stdout, stderr }: Pick<BatchIo, "stdout" | "stderr">,
): number {
  const voice = new Voice(stderr, language);
  const [code, message] = isBatchError(error) ? ["batch.refused", error.message] : fileProblem(error, voice);
  if (json) stdout.write(failureDocument({ code, message }));
  voice.line(message);
  return 2;
}

const reasons: Readonly<Record<string, "permission" | "disk-full" | "not-a-folder" | "missing">> = {
  EACCES: "permission",
  EPERM: "permission",
  EROFS: "permission",
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EEXIST: "not-a-folder",
  ENOTDIR: "not-a-folder",
  ENOENT: "missing",
};

/** What the file system refuses is for the user to mend; anything else is a defect. */
function fileProblem(error: unknown, voice: Voice): readonly [code: string, message: string] {
  const { code, syscall, path } = error as Partial<NodeJS.ErrnoException>;
  if (!(error instanceof Error) || typeof code !== "string" || syscall === undefined) throw error;
  const reason = reasons[code];
  const words = reason === undefined ? code : voice.text(`batch.file-${reason}`);
  return ["batch.file-problem", voice.text("batch.file-problem", { file: path ?? syscall, reason: words })];
}
