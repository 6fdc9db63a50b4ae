/** Reads an answer file or standard input, bounded, and says in plain words why it cannot. Knows no exercise. */

import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { basename, dirname } from "node:path";
import { nearest } from "../engine/names.ts";
import { decodeUtf8, type SubmissionError, submissionLimits } from "../grading/submission.ts";
import { say } from "./messages/cli.ts";

export type AnswerText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: SubmissionError };

/** The text of an answer; `-` is standard input. Never reads more than the limit, whatever the file says its size is. */
export async function readAnswerFile(file: string, around: { stdin: NodeJS.ReadableStream }): Promise<AnswerText> {
  // Opening standard input takes milliseconds, so it is not asked for without need.
  const bytes = file === "-" ? await streamBytes(around.stdin) : fileBytes(file);
  return bytes instanceof Uint8Array ? decodeUtf8(bytes) : { ok: false, error: bytes };
}

function fileBytes(file: string): Uint8Array | SubmissionError {
  let descriptor: number | undefined;
  try {
    // Opening a pipe that nobody writes to would wait for ever; other files don't mind the flag.
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const kind = fstatSync(descriptor);
    if (kind.isDirectory()) return say("file.is-folder", { file });
    const bytes = readBounded(descriptor, kind.isFIFO(), kind.size);
    return bytes ?? say("file.nothing-arrives", { file });
  } catch (error) {
    return fileError(file, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** How long a pipe is given to have a writer, and how often it is looked at, in milliseconds. */
const patience = 3000;
const pause = 20;

/**
 * One byte over the limit is enough to see that a file is too large, even where it never ends. The size that a file claims
 * to have only says how much room to make: a usual answer needs little.
 */
function readBounded(descriptor: number, isPipe: boolean, size: number): Uint8Array | undefined {
  const room = isPipe || size === 0 ? submissionLimits.bytes : Math.min(size, submissionLimits.bytes);
  const buffer = Buffer.allocUnsafe(room + 1);
  let length = 0;
  let waited = 0;
  while (length < buffer.length) {
    const read = readNow(descriptor, buffer, length);
    if (read === 0 && !(isPipe && length === 0)) break;
    if (read === 0 && waited >= patience) return undefined;
    if (read !== undefined && read > 0) length += read;
    else {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
      // A writer that is there but slow may take its time.
      if (read === 0) waited += pause;
    }
  }
  return buffer.subarray(0, length);
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

async function streamBytes(stream: NodeJS.ReadableStream): Promise<Uint8Array | SubmissionError> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      chunks.push(bytes);
      length += bytes.length;
      if (length > submissionLimits.bytes) break;
    }
  } catch (error) {
    return fileError("-", error);
  }
  return Buffer.concat(chunks);
}

function fileError(file: string, error: unknown): SubmissionError {
  const code = String((error as NodeJS.ErrnoException).code ?? error);
  if (code === "ENOENT" || code === "ENOTDIR") return missing(file);
  if (code === "EISDIR") return say("file.is-folder", { file });
  if (code === "EACCES" || code === "EPERM") return say("file.no-permission", { file });
  return say("file.unreadable", { file, reason: code });
}

function missing(file: string): SubmissionError {
  const folder = dirname(file);
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    // No such folder: nothing to suggest.
  }
  const close = nearest(basename(file), names);
  if (close !== undefined) return say("file.missing-nearest", { file, nearest: close });
  return say("file.missing", { file });
}
