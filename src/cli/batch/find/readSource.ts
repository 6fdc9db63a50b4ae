/** Reads one candidate's bytes, from disk or out of a zip archive, never more than the limit; knows no JSON. */

import { isAscii, isUtf8 } from "node:buffer";
import { closeSync, constants, openSync, readSync, statSync } from "node:fs";
import type { inflateRawSync } from "node:zlib";
import type { ReadResult } from "../../../course/fileGrader.ts";
import { decodeUtf8, submissionLimits } from "../../../grading/submission.ts";
import { encrypted, isProblem, type Source, type ZipEntry } from "./candidate.ts";
import { crc32 } from "./crc32.ts";

// A link that replaced the file since the folder was read is not followed; a FIFO does not block.
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Reads synchronously into one buffer: for small files that is twice as fast as readFileSync, which asks the size. */
export class SourceReader {
  readonly #limit: number;
  readonly #buffer: Buffer;
  /** The archive that was read last stays open, as its entries come one after another. */
  #archive: { readonly path: string; readonly descriptor: number } | undefined;
  #inflate: typeof inflateRawSync | undefined;

  /** `inflateRawSync` of node:zlib if archives are among the sources; loading it costs start-up otherwise. */
  constructor(inflate?: typeof inflateRawSync, limit: number = submissionLimits.bytes) {
    this.#inflate = inflate;
    this.#limit = limit;
    this.#buffer = Buffer.allocUnsafeSlow(limit + 1);
  }

  read(source: Source): ReadResult {
    try {
      if (typeof source === "string") return this.#readFile(source);
      if (isProblem(source)) return unreadable(source);
      return this.#readEntry(source.archive, source.entry);
    } catch (error) {
      return { ok: false, error: { code: "batch.unreadable-file", params: { reason: systemCode(error) } } };
    }
  }

  close(): void {
    if (this.#archive !== undefined) closeSync(this.#archive.descriptor);
    this.#archive = undefined;
  }

  #readFile(path: string): ReadResult {
    const descriptor = openSync(path, openFlags);
    try {
      return this.#text(readFully(descriptor, this.#buffer, null));
    } finally {
      closeSync(descriptor);
    }
  }

  #text(length: number, buffer: Buffer = this.#buffer): ReadResult {
    return decode(buffer.subarray(0, length), this.#limit);
  }

  #readEntry(path: string, entry: ZipEntry): ReadResult {
    if (entry.size > this.#limit) return tooLarge(this.#limit);
    if (entry.method === encrypted) return { ok: false, error: { code: "batch.encrypted" } };
    if (entry.method !== 0 && entry.method !== 8) return broken("compression method");
    const descriptor = this.#open(path);
    const header = Buffer.allocUnsafe(30);
    if (readFully(descriptor, header, entry.offset) < 30 || header.readUInt32LE(0) !== 0x04034b50) {
      return broken("local header");
    }
    const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (entry.compressedSize > this.#buffer.length) return tooLarge(this.#limit);
    const packed = this.#buffer.subarray(0, entry.compressedSize);
    if (readFully(descriptor, packed, start) < packed.length) return broken("end of archive");
    const bytes = entry.method === 0 ? packed : this.#unpack(packed, entry.size);
    if (bytes === undefined || bytes.length !== entry.size || crc32(bytes) !== entry.crc32) return broken("checksum");
    return this.#text(bytes.length, bytes);
  }

  /** At most the size declared: a bomb ends there. */
  #unpack(packed: Buffer, size: number): Buffer | undefined {
    if (this.#inflate === undefined) throw new Error("archives need an inflater");
    try {
      return this.#inflate(packed, { maxOutputLength: Math.max(size, 1) });
    } catch {
      return undefined;
    }
  }

  #open(path: string): number {
    if (this.#archive?.path === path) return this.#archive.descriptor;
    this.close();
    this.#archive = { path, descriptor: openSync(path, constants.O_RDONLY) };
    return this.#archive.descriptor;
  }
}

/** A time that grows; comparable between files on disk, or between files of archives. */
export function modifiedTime(source: Source): number {
  if (typeof source !== "string") return "entry" in source ? source.entry.modified : 0;
  return statSync(source, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function unreadable({ problem, params }: Extract<Source, { problem: unknown }>): ReadResult {
  return { ok: false, error: { code: problem, ...(params !== undefined && { params }) } };
}

function tooLarge(limit: number): ReadResult {
  return { ok: false, error: { code: "submission.too-large", params: { limit } } };
}

function broken(reason: string): ReadResult {
  return { ok: false, error: { code: "batch.broken-archive-entry", params: { reason } } };
}

/** Bytes read until the buffer is full or the file ends. */
function readFully(descriptor: number, buffer: Buffer, position: number | null): number {
  let length = 0;
  while (length < buffer.length) {
    const at = position === null ? null : position + length;
    const count = readSync(descriptor, buffer, length, buffer.length - length, at);
    length += count;
    if (count === 0) break;
    // A read that did not fill the buffer has met the end of a small file; asking again would cost a system call each.
    if (position === null && length < 65_536) break;
  }
  return length;
}

/** Node's own checks are ten times as fast as a decoder that reports errors; that one is asked about the rest. */
function decode(bytes: Buffer, limit: number): ReadResult {
  const plain = bytes.length <= limit && bytes[0] !== 0 && bytes[1] !== 0;
  if (plain && isAscii(bytes)) return { ok: true, text: bytes.toString("latin1") };
  if (plain && isUtf8(bytes)) return { ok: true, text: bytes.toString("utf8") };
  return decodeUtf8(bytes, { ...submissionLimits, bytes: limit });
}

function systemCode(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : "error";
}
