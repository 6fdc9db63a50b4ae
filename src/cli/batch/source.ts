/** Where the bytes of a submitted file are, and how they are read: never more than the limit. */

import { closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { crc32, inflateRawSync } from "node:zlib";
import type { Entry } from "yauzl";
import { say } from "../../course/messages.ts";
import { isAnswer, isArchive, mayBeAnswer, type SkipReason } from "../../course/skip.ts";
import { say as refused } from "../../grading/messages.ts";
import { decodeUtf8, isYaml, submissionLimits, type TextReading } from "../../grading/submission.ts";
import { jsonOfYaml } from "../../grading/yaml.ts";
import type { Message } from "../../messages/message.ts";
import { patiently, throwIfMachine } from "../errors.ts";

/** A file that was found, and may be what somebody handed in. */
export interface Candidate {
  /** Its name in the results: below the folder given, with `/`. */
  readonly file: string;
  readonly source: Source;
  /** Set where its name or kind says that it is no answer: why it is passed over, unless it lies in a student's place. */
  readonly aside?: SkipReason;
}

/**
 * A file by its name. What can't be an answer carries what is said where it is all that somebody handed in.
 * @param aside why it is not even looked into, if so
 */
export function candidateOf(file: string, source: Source, aside?: "link" | "not-a-file"): Candidate {
  if (aside !== undefined) return { file, source: { problem: say("batch.not-json", { what: kinds[aside] }) }, aside };
  if (isAnswer(file)) return { file, source };
  if (isArchive(file))
    return { file, source: { problem: say("batch.archive-in-archive") }, aside: "archive-in-archive" };
  return { file, source: mayBeAnswer(file) ? source : { problem: notJson(file) }, aside: "not-json" };
}

/** What is said of a file that is none of JSON. */
export function notJson(file: string): Message {
  const name = basename(file).toLowerCase();
  const type = extname(name) || name;
  const what = name === "onlinetext.html" ? kinds.typed : { en: `a ${type} file`, de: `eine ${type}-Datei` };
  return say("batch.not-json", { what });
}

/** What is no file, or no file of its student's making. */
const kinds = {
  link: { en: "a link", de: "eine Verknüpfung" },
  "not-a-file": { en: "no file", de: "keine Datei" },
  typed: { en: "text typed into the platform", de: "Text, der in die Plattform getippt ist" },
};

/** The path of a file, a place in an archive, or why nobody can get at the bytes. */
export type Source = string | ZipEntry | { readonly problem: Message };

/** One file in a zip archive, as its central directory describes it: no more than is needed, as there may be many. */
export function zipEntry(archive: string, entry: Entry) {
  return {
    archive,
    /** Of the local header. */
    offset: entry.relativeOffsetOfLocalHeader,
    compressedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    method: entry.compressionMethod,
    encrypted: entry.isEncrypted(),
    crc32: entry.crc32,
    /** DOS date and time as one number that grows with time; has no time zone. */
    modified: entry.lastModFileDate * 0x10000 + entry.lastModFileTime,
    /** In milliseconds since 1970, where the archive says that as well. */
    instant: entry.extraFields.some(({ id }) => id === 0x5455) ? entry.getLastModDate().getTime() : undefined,
  };
}

type ZipEntry = ReturnType<typeof zipEntry>;

/** How much there is to unpack or read, in bytes. */
export function sizeOf(source: Source): number {
  if (typeof source === "string") return statSync(source, { throwIfNoEntry: false })?.size ?? 0;
  return "archive" in source ? source.size : 0;
}

/** A time that grows; comparable between files on disk, or between files of archives. Undefined: it can't be read. */
export function modifiedTime(source: Source): number | undefined {
  if (typeof source === "string") return patiently(() => statSync(source, { throwIfNoEntry: false }))?.mtimeMs ?? 0;
  return "archive" in source ? source.modified : undefined;
}

export function readSource(source: Source, limit: number = submissionLimits.bytes): TextReading {
  try {
    if (typeof source === "string")
      return decoded(
        patiently(() => bytesAt(source, 0, limit + 1)),
        limit,
      );
    return "archive" in source ? readEntry(source, limit) : { ok: false, error: source.problem };
  } catch (error) {
    const { code = "?" } = throwIfMachine(error as NodeJS.ErrnoException);
    return { ok: false, error: say("batch.unreadable-file", { reason: code }) };
  }
}

/** The text of an answer as JSON. YAML is one if it says so: projects are full of YAML that is none. */
export function readAnswer({ file, source }: Pick<Candidate, "file" | "source">): TextReading {
  const reading = readSource(source);
  const isYamlAnswer = reading.ok && isYaml(file) && /^(?:exercise|answers)[ \t]*:/m.test(reading.text);
  return isYamlAnswer ? jsonOfYaml(reading.text) : reading;
}

function readEntry(entry: ZipEntry, limit: number): TextReading {
  const { archive, offset, compressedSize, size, method, encrypted } = entry;
  if (size > limit || compressedSize > limit) return { ok: false, error: refused("submission.too-large", { limit }) };
  if (encrypted) return { ok: false, error: say("batch.encrypted") };
  const header = patiently(() => bytesAt(archive, offset, 30));
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return broken("local header");
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = patiently(() => bytesAt(archive, start, compressedSize));
  if (method !== 0 && method !== 8) return broken("compression method");
  const bytes = method === 0 ? packed : unpacked(packed, size);
  if (bytes?.length !== size || crc32(bytes) !== entry.crc32) return broken("checksum");
  return decoded(bytes, limit);
}

/** At most the size declared: a bomb ends there. */
function unpacked(packed: Buffer, size: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throwIfMachine(error);
    return undefined;
  }
}

function decoded(bytes: Buffer, limit: number): TextReading {
  return decodeUtf8(bytes, { ...submissionLimits, bytes: limit });
}

function broken(reason: string): TextReading {
  return { ok: false, error: say("batch.broken-archive-entry", { reason }) };
}

// A link that replaced the file since the folder was read is not followed; a FIFO does not block.
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** As many bytes as there are, and no more than `most`. */
function bytesAt(path: string, position: number, most: number): Buffer {
  const descriptor = openSync(path, openFlags);
  try {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(most, fstatSync(descriptor).size - position)));
    let length = 0;
    for (let count = -1; length < buffer.length && count !== 0; length += count) {
      count = readSync(descriptor, buffer, length, buffer.length - length, position + length);
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}
