/** Lists the files of a zip archive from its central directory, within bounds; unpacks nothing. */

import { isUtf8 } from "node:buffer";
import { statSync } from "node:fs";
import { basename } from "node:path";
import { type Entry, getFileNameLowLevel, openPromise, validateFileName } from "yauzl";
import { say } from "../../course/messages.ts";
import { isMetadata, type Skipped, skipReasonOf } from "../../course/skip.ts";
import { submissionLimits } from "../../grading/submission.ts";
import { throwIfMachine } from "../errors.ts";
import { type Candidate, candidateOf, zipEntry } from "./source.ts";

/** Entries of one archive that are looked at. */
const maxEntries = 200_000;

/** What was found below folders or in an archive. */
export interface Listing {
  readonly candidates: Candidate[];
  readonly skipped: Skipped[];
  /** Lists that say whose submissions are: outside of submissions, where students can't put their own. */
  readonly metadata: Candidate[];
}

/** `name` is the archive's own name in the results; its files stand below it as if it were a folder. */
export async function listArchive(listing: Listing, path: string, name: string): Promise<void> {
  try {
    // Names stay bytes, so that one bad name does not end the listing.
    const zip = await openPromise(path, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false });
    let [count, packed] = [0, 0];
    for await (const entry of zip.eachEntry()) {
      // Entries that share their bytes are a bomb: what is unpacked stays in proportion to the archive.
      if (entry.compressedSize <= submissionLimits.bytes) packed += entry.compressedSize;
      if (++count > maxEntries || packed > zip.fileSize) {
        const problem = say("batch.archive-limit");
        listing.candidates.push({ file: name || basename(path), source: { problem }, aside: "archive-limit" });
        break;
      }
      enter(listing, path, name, entry);
    }
  } catch (error) {
    listing.candidates.push({ file: name || basename(path), source: { problem: problemOf(error as Error, path) } });
  }
}

function problemOf(error: NodeJS.ErrnoException, path: string) {
  const { message, code } = throwIfMachine(error);
  if (code !== undefined) return say("batch.unreadable-file", { reason: code });
  if (message.includes("encryption")) return say("batch.encrypted");
  return statSync(path).size === 0 ? say("batch.archive-empty") : say("batch.archive-broken");
}

/** Puts one entry where it belongs. */
function enter(listing: Listing, archive: string, name: string, entry: Entry): void {
  const { path, leadsOut } = entryPath(entry);
  if (path === "" || path.endsWith("/")) return;
  const file = name === "" ? path : `${name}/${path}`;
  const source = zipEntry(archive, entry);
  // A name that leads out says nothing of whose it is.
  const reason = leadsOut ? "archive-entry" : isMetadata(file) ? undefined : skipReasonOf(path);
  if (reason !== undefined) listing.skipped.push({ file, reason });
  else if (isMetadata(file)) listing.metadata.push({ file, source });
  else listing.candidates.push(candidateOf(file, source, isLink(entry) ? "link" : undefined));
}

/** Archives from Unix keep the file type in the upper bits; 0xa000 is a symbolic link. */
function isLink(entry: Entry): boolean {
  return entry.versionMadeBy >>> 8 === 3 && ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

/** What says that a name is UTF-8. Many programs write UTF-8 without it; what is valid UTF-8 is hardly ever anything else. */
const utf8Flag = 0x800;

/** `leadsOut`: a name that would leave the archive (`../x`, `/x`, `C:x`); it is shown in a form that does not. */
function entryPath(entry: Entry): { readonly path: string; readonly leadsOut: boolean } {
  const raw = entry.fileName as unknown as Buffer;
  const flags = entry.generalPurposeBitFlag | (isUtf8(raw) ? utf8Flag : 0);
  const named = getFileNameLowLevel(flags, raw, entry.extraFields, false);
  const name = (flags & utf8Flag) === 0 ? likelier(named, new TextDecoder("windows-1252").decode(raw)) : named;
  const parts = name.split("/").filter((part) => part !== ".");
  if (validateFileName(name) === null && name !== "" && !name.includes("\0")) {
    return { path: parts.join("/"), leadsOut: false };
  }
  const harmless = parts.filter((part) => part !== "").map((part) => (part === ".." ? "(..)" : part));
  return { path: harmless.join("/") || "?", leadsOut: true };
}

/** Of a name read as cp437, which the format demands, and as Windows-1252, which some write: the one of more letters. */
function likelier(named: string, windows: string): string {
  const letters = (name: string) =>
    name.match(/[^\0-\x7f]/g)?.filter((one) => /\p{Script=Latin}/u.test(one)).length ?? 0;
  return letters(windows) > letters(named) ? windows : named;
}
