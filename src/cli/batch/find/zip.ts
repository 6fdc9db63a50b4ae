/** Lists the files of a zip archive from its central directory, within bounds; unpacks nothing. Loaded when one is met. */

import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { type Entry, fromFd, getFileNameLowLevel, validateFileName, type ZipFile } from "yauzl";
import type { Skipped } from "../../../grading/batch/skip.ts";
import { answerlike, isMetadata, skipReasonOf } from "../../../grading/batch/skip.ts";
import { submissionLimits } from "../../../grading/submission.ts";
import type { Candidate } from "./candidate.ts";
import { freeInflation, maxArchiveEntries, maxInflation } from "./limits.ts";

export interface ArchiveListing {
  readonly candidates: Candidate[];
  readonly skipped: Skipped[];
  readonly metadata: Candidate[];
}

/** `name` is the archive's own name in the results; its files stand below it as if it were a folder. */
export async function listArchive(path: string, name: string): Promise<ArchiveListing> {
  const listing: ArchiveListing = { candidates: [], skipped: [], metadata: [] };
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY);
  } catch {
    listing.skipped.push({ file: name, reason: "unreadable" });
    return listing;
  }
  try {
    let budget = fstatSync(descriptor).size * maxInflation + freeInflation;
    let count = 0;
    for await (const entry of entriesOf(descriptor)) {
      if (++count > maxArchiveEntries) {
        listing.skipped.push({ file: name, reason: "archive-limit" });
        break;
      }
      budget -= enter(listing, path, name, entry, budget);
    }
  } catch {
    listing.skipped.push({ file: name, reason: "archive-broken" });
  } finally {
    closeSync(descriptor);
  }
  return listing;
}

/** Puts one entry where it belongs; gives how much of the budget it takes. */
function enter(listing: ArchiveListing, archive: string, name: string, entry: Entry, budget: number): number {
  const inner = entryName(entry);
  if (inner === undefined) {
    listing.skipped.push({ file: `${name}/${String(entry.relativeOffsetOfLocalHeader)}`, reason: "archive-entry" });
    return 0;
  }
  if (inner.endsWith("/")) return 0;
  const file = name === "" ? inner : `${name}/${inner}`;
  const metadata = isMetadata(file);
  const reason = metadata ? undefined : (skipReasonOf(inner) ?? (isLink(entry) ? "link" : answerlike(inner)));
  if (reason !== undefined) {
    listing.skipped.push({ file, reason });
    return 0;
  }
  const size = Math.min(entry.uncompressedSize, submissionLimits.bytes);
  if (size > budget) {
    listing.skipped.push({ file, reason: "archive-limit" });
    return 0;
  }
  (metadata ? listing.metadata : listing.candidates).push({
    file,
    source: {
      archive,
      entry: {
        offset: entry.relativeOffsetOfLocalHeader,
        compressedSize: entry.compressedSize,
        size: entry.uncompressedSize,
        method: entry.isEncrypted() ? -1 : entry.compressionMethod,
        crc32: entry.crc32,
        modified: entry.lastModFileDate * 0x10000 + entry.lastModFileTime,
      },
    },
  });
  return size;
}

/** Undefined for a name that would leave the archive (`../x`, `/x`, `C:x`) or that is no name. */
function entryName(entry: Entry): string | undefined {
  // With decodeStrings off, names stay bytes, so that one bad name does not end the listing.
  const raw = entry.fileName as unknown as Buffer;
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false);
  return validateFileName(name) === null && name !== "" && !name.includes("\0") ? name : undefined;
}

/** Archives from Unix keep the file type in the upper bits; 0xa000 is a symbolic link. */
function isLink(entry: Entry): boolean {
  return entry.versionMadeBy >>> 8 === 3 && ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

async function* entriesOf(descriptor: number): AsyncGenerator<Entry> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false } as const;
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromFd(descriptor, options, (error, file) => (error === null ? resolve(file) : reject(error)));
  });
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      zip
        .once("entry", resolve)
        .once("end", () => resolve(undefined))
        .once("error", reject);
      zip.readEntry();
    });
    zip.removeAllListeners();
    if (entry === undefined) return;
    yield entry;
  }
}
