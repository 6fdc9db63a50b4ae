/** Reads an answer file or standard input, bounded, and says in plain words why it cannot. Knows no exercise. */

import { closeSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { basename, dirname } from "node:path";
import { nearest } from "../engine/names.ts";
import { decodeUtf8, type SubmissionError, submissionLimits } from "../grading/submission.ts";

export type AnswerText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: SubmissionError };

/** The text of an answer; `-` is standard input. Never reads more than the limit, whatever the file says its size is. */
export async function readAnswerFile(file: string): Promise<AnswerText> {
  const bytes = file === "-" ? await standardInput() : fileBytes(file);
  return bytes instanceof Uint8Array ? decodeUtf8(bytes) : { ok: false, error: bytes };
}

function fileBytes(file: string): Uint8Array | SubmissionError {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, "r");
    if (fstatSync(descriptor).isDirectory()) return { code: "file.is-folder", params: { file } };
    return readBounded(descriptor);
  } catch (error) {
    return fileError(file, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** One byte over the limit is enough to see that a file is too large, even where it never ends. */
function readBounded(descriptor: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(submissionLimits.bytes + 1);
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return buffer.subarray(0, length);
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    length += (chunk as Uint8Array).length;
    if (length > submissionLimits.bytes) break;
  }
  return Buffer.concat(chunks);
}

function fileError(file: string, error: unknown): SubmissionError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return missing(file);
  if (code === "EISDIR") return { code: "file.is-folder", params: { file } };
  if (code === "EACCES" || code === "EPERM") return { code: "file.no-permission", params: { file } };
  return { code: "file.unreadable", params: { file, reason: code } };
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
  if (close !== undefined) return { code: "file.missing-nearest", params: { file, nearest: close } };
  return { code: "file.missing", params: { file } };
}
