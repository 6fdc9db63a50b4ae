/** Reads what a path leads to, bounded, and says in plain words why it cannot. */

import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, type Stats, statSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { nearest } from "../engine/names.ts";
import { decodeUtf8, type SubmissionError, submissionLimits } from "../grading/submission.ts";
import { patiently, throwIfMachine } from "./machine.ts";
import { say } from "./messages/cli.ts";

/** Undefined: nothing there, or nothing that may be looked at (opening it tells why). Never throws. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** What files of exercises end in. */
export const endings: readonly string[] = [".yaml", ".yml", ".json"];

/** Whether a file is called like one that holds an exercise. */
export function hasEnding(path: string): boolean {
  return endings.includes(extname(path).toLowerCase());
}

export function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() === true;
}

export type AnswerText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: SubmissionError };

/** The text of an answer; `-` is standard input. Never reads more than the limit, whatever the file says its size is. */
export async function readAnswerFile(file: string, around: { stdin: NodeJS.ReadableStream }): Promise<AnswerText> {
  try {
    // Opening standard input takes milliseconds, so it is not asked for without need.
    const bytes = file === "-" ? await streamBytes(around.stdin) : patiently(() => fileBytes(file));
    return bytes === undefined ? { ok: false, error: say("file.nothing-arrives", { file }) } : decodeUtf8(bytes);
  } catch (error) {
    return { ok: false, error: fileError(file, String(throwIfMachine(error as NodeJS.ErrnoException).code ?? error)) };
  }
}

/** One byte over the limit is enough to see that a file is too large, even where it never ends. */
const most = submissionLimits.bytes + 1;
/** How long a pipe is given to have a writer, and how often it is looked at, in milliseconds. */
const patience = 3000;
const pause = 20;

/** Undefined: a pipe that nobody writes to. */
function fileBytes(file: string): Uint8Array | undefined {
  // Opening a pipe that nobody writes to would wait for ever; other files don't mind the flag.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const buffer = Buffer.allocUnsafe(most);
    const isPipe = fstatSync(descriptor).isFIFO();
    let length = 0;
    for (let waited = 0; length < most && waited <= patience; ) {
      const read = readNow(descriptor, buffer, length);
      length += read ?? 0;
      if (read === 0 && (length > 0 || !isPipe)) return buffer.subarray(0, length);
      if (read !== undefined && read > 0) continue;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
      // A writer that is there but slow may take its time.
      if (read === 0) waited += pause;
    }
    return length === 0 ? undefined : buffer;
  } finally {
    closeSync(descriptor);
  }
}

/** The number of bytes read, 0 at the end; undefined: nothing is there yet. */
function readNow(descriptor: number, buffer: Buffer, offset: number): number | undefined {
  try {
    return readSync(descriptor, buffer, offset, buffer.length - offset, null);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return undefined;
    throw error;
  }
}

async function streamBytes(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length >= most) break;
  }
  return Buffer.concat(chunks);
}

function fileError(file: string, code: string): SubmissionError {
  if (code === "EISDIR") return say("file.is-folder", { file });
  if (code === "EACCES" || code === "EPERM") return say("file.no-permission", { file });
  if (code !== "ENOENT" && code !== "ENOTDIR") return say("file.unreadable", { file, reason: code });
  const folder = dirname(file);
  const names = isFolder(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  const close = nearest(basename(file), names);
  return close === undefined ? say("file.missing", { file }) : say("file.missing-nearest", { file, nearest: close });
}
