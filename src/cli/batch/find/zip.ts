/** Lists the files of a zip archive from its central directory, within bounds; unpacks nothing. Loaded when one is met. */

import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { type Entry, fromFd, getFileNameLowLevel, validateFileName, type ZipFile } from "yauzl";
import type { Skipped } from "../../../course/skip.ts";
import { answerlike, isMetadata, skipReasonOf } from "../../../course/skip.ts";
import { submissionLimits } from "../../../grading/submission.ts";
import type { MessageCode } from "../../../messages/catalogue.ts";
import { type Candidate, encrypted } from "./candidate.ts";
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
  } catch (error) {
    const params = { reason: String((error as NodeJS.ErrnoException).code) };
    listing.candidates.push({ file: name, source: { problem: "batch.unreadable-file", params } });
    return listing;
  }
  /** Archives in the archive. */
  const inner: string[] = [];
  try {
    let budget = fstatSync(descriptor).size * maxInflation + freeInflation;
    let count = 0;
    for await (const entry of entriesOf(descriptor)) {
      if (++count > maxArchiveEntries) {
        listing.skipped.push({ file: name, reason: "archive-limit" });
        break;
      }
      budget -= enter(listing, inner, path, name, entry, budget);
    }
  } catch (error) {
    listing.candidates.push({ file: name, source: { problem: problemOf(error as Error, descriptor) } });
  } finally {
    closeSync(descriptor);
  }
  enterInner(listing, inner);
  return listing;
}

/** What is the matter with an archive that can't be listed. */
function problemOf(error: Error, descriptor: number): MessageCode {
  if (error.message.includes("encryption")) return "batch.encrypted";
  return fstatSync(descriptor).size === 0 ? "batch.archive-empty" : "batch.archive-broken";
}

/** A student whose only file is an archive has handed in something, which must not disappear. */
function enterInner(listing: ArchiveListing, inner: readonly string[]): void {
  if (inner.length === 0) return;
  const folders = new Set(listing.candidates.map(({ file }) => folderOf(file)));
  for (const file of inner) {
    if (folders.has(folderOf(file))) listing.skipped.push({ file, reason: "archive-in-archive" });
    else listing.candidates.push({ file, source: { problem: "batch.archive-in-archive" } });
  }
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

/** Puts one entry where it belongs; gives how much of the budget it takes. */
function enter(
  listing: ArchiveListing,
  archives: string[],
  archive: string,
  name: string,
  entry: Entry,
  budget: number,
): number {
  const { inner, leadsOut } = entryName(entry);
  const file = name === "" ? inner : `${name}/${inner}`;
  if (leadsOut) {
    listing.skipped.push({ file, reason: "archive-entry" });
    return 0;
  }
  if (inner === "" || inner.endsWith("/")) return 0;
  const metadata = isMetadata(file);
  const reason = metadata ? undefined : (skipReasonOf(inner) ?? (isLink(entry) ? "link" : answerlike(inner)));
  if (reason === "archive-in-archive") {
    archives.push(file);
    return 0;
  }
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
        method: entry.isEncrypted() ? encrypted : entry.compressionMethod,
        crc32: entry.crc32,
        modified: entry.lastModFileDate * 0x10000 + entry.lastModFileTime,
      },
    },
  });
  return size;
}

/** What says that a name is UTF-8. Many programs write UTF-8 without it; what is valid UTF-8 is hardly ever cp437. */
const utf8Flag = 0x800;

/** `leadsOut`: a name that would leave the archive (`../x`, `/x`, `C:x`); it is shown in a form that does not. */
function entryName(entry: Entry): { readonly inner: string; readonly leadsOut: boolean } {
  // With decodeStrings off, names stay bytes, so that one bad name does not end the listing.
  const raw = entry.fileName as unknown as Buffer;
  const flag = isUtf8(raw) ? utf8Flag : 0;
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag | flag, raw, entry.extraFields, false);
  const parts = name.split("/").filter((part) => part !== ".");
  if (validateFileName(name) === null && name !== "" && !name.includes("\0")) {
    return { inner: parts.join("/"), leadsOut: false };
  }
  const harmless = parts.filter((part) => part !== "").map((part) => (part === ".." ? "(..)" : part));
  return { inner: harmless.join("/") || "?", leadsOut: true };
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
