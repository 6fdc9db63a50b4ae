/** Lists the files of a zip archive from its central directory, within bounds; unpacks nothing. */

import { isUtf8 } from "node:buffer";
import { statSync } from "node:fs";
import { basename } from "node:path";
import { type Entry, getFileNameLowLevel, openPromise, validateFileName } from "yauzl";
import { say } from "../../course/messages.ts";
import { isAnswer, isArchive, isMetadata, type Skipped, type SkipReason, skipReasonOf } from "../../course/skip.ts";
import { submissionLimits } from "../../grading/submission.ts";
import { type Candidate, zipEntry } from "./source.ts";

/** Entries of one archive that are looked at. */
const maxEntries = 200_000;
/** All entries together may be this much larger than the archive; text compresses 20-fold, a bomb 1000-fold. */
const maxInflation = 200;
/** Bytes that an archive may unpack to in any case. */
const freeInflation = 10_000_000;

/** What was found below folders or in an archive. */
export interface Listing {
  readonly candidates: Candidate[];
  readonly skipped: Skipped[];
  /** Lists that say whose submissions are: outside of submissions, where students can't put their own. */
  readonly metadata: Candidate[];
}

/** `name` is the archive's own name in the results; its files stand below it as if it were a folder. */
export async function listArchive(listing: Listing, path: string, name: string): Promise<void> {
  const before = listing.candidates.length;
  /** Archives in the archive. */
  const inner: string[] = [];
  try {
    // Names stay bytes, so that one bad name does not end the listing.
    const zip = await openPromise(path, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false });
    let [count, budget] = [0, zip.fileSize * maxInflation + freeInflation];
    for await (const entry of zip.eachEntry()) {
      if (++count > maxEntries) {
        listing.skipped.push({ file: name, reason: "archive-limit" });
        break;
      }
      budget -= enter(listing, inner, path, name, entry, budget);
    }
  } catch (error) {
    listing.candidates.push({ file: name || basename(path), source: { problem: problemOf(error as Error, path) } });
  }
  enterInner(listing, inner, before);
}

function problemOf({ message, code }: NodeJS.ErrnoException, path: string) {
  if (code !== undefined) return say("batch.unreadable-file", { reason: code });
  if (message.includes("encryption")) return say("batch.encrypted");
  return statSync(path).size === 0 ? say("batch.archive-empty") : say("batch.archive-broken");
}

/** A student whose only file is an archive has handed in something, which must not disappear. */
function enterInner(listing: Listing, inner: readonly string[], before: number): void {
  const folderOf = (file: string) => file.slice(0, file.lastIndexOf("/") + 1);
  const folders = new Set(listing.candidates.slice(before).map(({ file }) => folderOf(file)));
  for (const file of inner) {
    if (folders.has(folderOf(file))) listing.skipped.push({ file, reason: "archive-in-archive" });
    else listing.candidates.push({ file, source: { problem: say("batch.archive-in-archive") } });
  }
}

/** Puts one entry where it belongs; gives how many bytes of the budget it takes. */
function enter(listing: Listing, inner: string[], archive: string, name: string, entry: Entry, budget: number): number {
  const { path, leadsOut } = entryPath(entry);
  if (path === "" || path.endsWith("/")) return 0;
  const file = name === "" ? path : `${name}/${path}`;
  const size = Math.min(entry.uncompressedSize, submissionLimits.bytes);
  const reason = leadsOut ? "archive-entry" : reasonToSkip(path, file, entry);
  if (reason === undefined && isArchive(path)) inner.push(file);
  else if (reason !== undefined || size > budget) listing.skipped.push({ file, reason: reason ?? "archive-limit" });
  else {
    (isMetadata(file) ? listing.metadata : listing.candidates).push({ file, source: zipEntry(archive, entry) });
    return size;
  }
  return 0;
}

function reasonToSkip(path: string, file: string, entry: Entry): SkipReason | undefined {
  if (isMetadata(file)) return undefined;
  // Archives from Unix keep the file type in the upper bits; 0xa000 is a symbolic link.
  const isLink = entry.versionMadeBy >>> 8 === 3 && ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
  return skipReasonOf(path) ?? (isLink ? "link" : isAnswer(path) || isArchive(path) ? undefined : "not-json");
}

/** What says that a name is UTF-8. Many programs write UTF-8 without it; what is valid UTF-8 is hardly ever cp437. */
const utf8Flag = 0x800;

/** `leadsOut`: a name that would leave the archive (`../x`, `/x`, `C:x`); it is shown in a form that does not. */
function entryPath(entry: Entry): { readonly path: string; readonly leadsOut: boolean } {
  const raw = entry.fileName as unknown as Buffer;
  const flags = entry.generalPurposeBitFlag | (isUtf8(raw) ? utf8Flag : 0);
  const name = getFileNameLowLevel(flags, raw, entry.extraFields, false);
  const parts = name.split("/").filter((part) => part !== ".");
  if (validateFileName(name) === null && name !== "" && !name.includes("\0")) {
    return { path: parts.join("/"), leadsOut: false };
  }
  const harmless = parts.filter((part) => part !== "").map((part) => (part === ".." ? "(..)" : part));
  return { path: harmless.join("/") || "?", leadsOut: true };
}
