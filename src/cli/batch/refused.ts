/** How a command for whole courses ends if it can't use what it was given. */

import type { Message } from "../../messages/message.ts";
import { isA } from "../errorKind.ts";
import { failureDocument } from "../failureDocument.ts";
import type { BatchIo, Settings } from "./io.ts";
import { say } from "./messages.ts";
import { Voice } from "./voice.ts";

/** What a user did wrong on the command line or in a file they gave. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly told: Message;

  constructor(told: Message) {
    super(told.code);
    this.told = told;
  }
}

/** Runs a command; says for people, and as a document where JSON is asked for, why there is no result. A defect goes on. */
export async function orRefused(
  { json, language }: Pick<Settings, "json" | "language">,
  { stdout, stderr }: Pick<BatchIo, "stdout" | "stderr">,
  command: (voice: Voice) => number | Promise<number>,
): Promise<number> {
  const voice = new Voice(stderr, language);
  try {
    return await command(voice);
  } catch (error) {
    // By name: parts of the program that are loaded on demand have classes of their own.
    const told = isA<Refused>(error, "Refused") ? error.told : fileProblem(error, voice);
    const code = isA<Refused>(error, "Refused") ? "batch.refused" : told.code;
    if (json) stdout.write(failureDocument({ code, message: voice.text(told) }));
    voice.say(told);
    return 2;
  }
}

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

/** What the file system refuses is for the user to mend; anything else is a defect. */
function fileProblem(error: unknown, voice: Voice): Message {
  const { code, syscall, path } = error as Partial<NodeJS.ErrnoException>;
  if (!(error instanceof Error) || typeof code !== "string" || syscall === undefined) throw error;
  const reason = Object.hasOwn(reasons, code) ? voice.text(reasons[code as keyof typeof reasons]) : code;
  return say("batch.file-problem", { file: path ?? syscall, reason });
}
