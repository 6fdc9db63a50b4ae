/** Reads what a path leads to, bounded, and says in plain words why it cannot. */

import { closeSync, createReadStream, openSync, readdirSync, readSync, type Stats, statSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { nearest } from "../engine/names.ts";

import { decodeUtf8, isYaml, type SubmissionError, submissionLimits, type TextReading } from "../grading/submission.ts";
import { patiently, throwIfMachine } from "./errors.ts";

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

/** The text of an answer as JSON. */
export async function readAnswerFile(file: string, around: { stdin: NodeJS.ReadableStream }): Promise<TextReading> {
  const reading = await readText(file, around);
  return reading.ok && isYaml(file) ? (await import("../grading/yaml.ts")).jsonOfYaml(reading.text) : reading;
}

/** The text of a file; `-` is standard input. Never reads more than the limit, whatever the file says its size is. */
async function readText(file: string, around: { stdin: NodeJS.ReadableStream }): Promise<TextReading> {
  try {
    // Opening a stream takes milliseconds, so none is asked for without need.
    if (file === "-") return decodeUtf8(await streamBytes(around.stdin));
    if (statsOf(file)?.isFIFO()) return decodeUtf8(await streamBytes(createReadStream(file)));
    return decodeUtf8(patiently(() => fileBytes(file)));
  } catch (error) {
    return { ok: false, error: fileError(file, String(throwIfMachine(error as NodeJS.ErrnoException).code ?? error)) };
  }
}

/** One byte over the limit is enough to see that a file is too large, even where it never ends. */
const most = submissionLimits.bytes + 1;

function fileBytes(file: string): Uint8Array {
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.allocUnsafe(most);
    let length = 0;
    for (let read = -1; read !== 0 && length < most; length += read)
      read = readSync(descriptor, buffer, length, most - length, null);
    return buffer.subarray(0, length);
  } finally {
    closeSync(descriptor);
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
  const names = isFolder(folder) ? readdirSync(folder).filter(hasEnding) : [];
  const close = nearest(basename(file), names);
  return close === undefined ? say("file.missing", { file }) : say("file.missing-nearest", { file, nearest: close });
}
