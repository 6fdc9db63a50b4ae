/**
 * The usual call, an exercise and an answer, in a program of its own: reading arguments and opening Node's streams would
 * take longer than grading. Everything else, every error too, is the whole program's (`entry.ts`).
 */

import { fstatSync, writeSync } from "node:fs";
import { check } from "./commands/check.ts";
import { commandNames, Session, type Surroundings } from "./session.ts";

/**
 * @param args without the program's own name
 * @returns the exit status; undefined where nothing has been done, as the call is for the whole program
 */
export async function main(args: readonly string[], around: Surroundings = process): Promise<number | undefined> {
  const [exercise = "", answer = ""] = args;
  const isUsual = args.length === 2 && !args.some((arg) => arg.startsWith("-")) && !commandNames.includes(exercise);
  if (!isUsual) return undefined;
  try {
    return await check(new Session({}, around === process ? withQuickOutput() : around), exercise, answer);
  } catch {
    // Nothing has been written yet: the whole program does it again and says what is wrong.
    return undefined;
  }
}

/** The process, with an output that a file or a pipe takes at once. */
function withQuickOutput(): Surroundings {
  if (fstatSync(1).isCharacterDevice()) return process;
  const stdout = { write: (text: string) => writeAll(Buffer.from(text)) };
  return Object.create(process, { stdout: { value: stdout } });
}

function writeAll(bytes: Buffer): boolean {
  for (let written = 0; written < bytes.length; )
    try {
      written += writeSync(1, bytes, written);
    } catch {
      // Nobody reads it now, or ever: streams know what to do.
      return process.stdout.write(bytes.subarray(written));
    }
  return true;
}
