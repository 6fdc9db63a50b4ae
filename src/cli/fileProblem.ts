/** What the file system refuses, as a message: it is for the user to mend. */

import type { Language, Message } from "../messages/message.ts";
import { say } from "./batch/messages.ts";

const reasons = {
  EACCES: say("batch.file-permission"),
  EPERM: say("batch.file-permission"),
  EROFS: say("batch.file-permission"),
  ENOSPC: say("batch.file-disk-full"),
  EDQUOT: say("batch.file-disk-full"),
  EEXIST: say("batch.file-not-a-folder"),
  ENOTDIR: say("batch.file-not-a-folder"),
  ENOENT: say("batch.file-missing"),
  EBUSY: say("batch.file-busy"),
};

/** Undefined for an error that is none of the file system's. */
export function fileProblem(error: unknown, language: Language): Message | undefined {
  const { code, syscall, path } = error as Partial<NodeJS.ErrnoException>;
  if (!(error instanceof Error) || typeof code !== "string" || syscall === undefined) return undefined;
  const reason = Object.hasOwn(reasons, code) ? reasons[code as keyof typeof reasons].in(language) : code;
  return say("batch.file-problem", { file: path ?? syscall, reason });
}
