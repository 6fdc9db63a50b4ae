/** Finds the candidates below folders, patterns and archives, safely and in a fixed order; reads no answer. */

import { type Dirent, existsSync, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Skipped } from "../../../course/skip.ts";
import { answerlike, holdsResults, isArchive, isMetadata, isResult, skipReasonOfName } from "../../../course/skip.ts";
import { safeText } from "../../../messages/safeText.ts";
import { BatchError } from "../batchError.ts";
import type { Candidate } from "./candidate.ts";
import { longestName, maxArchives } from "./limits.ts";

export interface Discovery {
  /** Sorted by `file`, each file once. */
  readonly candidates: Candidate[];
  readonly skipped: Skipped[];
  /** Why the only input, an archive, holds nothing that could be listed. */
  readonly unusable: Candidate["source"] | undefined;
  /** Lists that say whose submissions are: outside of submissions, where students can't put their own. */
  readonly metadata: Candidate[];
  /** The folder that links to files start from. */
  readonly base: string;
  /** The name that files directly in the base (a folder or an archive) get their student from. */
  readonly baseName: string;
}

interface Walk {
  readonly base: string;
  /** Real path of the base folder: links may not lead out of it. */
  readonly realBase: string;
  /** A folder that is not entered, because results are no answers. */
  readonly exclude: string | undefined;
  readonly candidates: Candidate[];
  readonly skipped: Skipped[];
  readonly metadata: Candidate[];
  unusable: Candidate["source"] | undefined;
  readonly archives: { readonly path: string; readonly name: string }[];
}

interface Input {
  readonly path: string;
  readonly kind: "folder" | "file" | "archive";
  /** For patterns: which files below the folder are meant. */
  readonly matches?: (name: string) => boolean;
}

/** `inputs` as typed: folders, JSON files, zip archives, patterns. Throws a BatchError for what is not there. */
export async function discover(
  inputs: readonly string[],
  cwd: string,
  missing: (input: string) => string,
  exclude?: string,
): Promise<Discovery> {
  const found = await Promise.all(inputs.map((input) => inputOf(input, cwd, missing)));
  const base = commonFolder(found.map(({ path, kind }) => (kind === "file" ? dirname(path) : path)));
  const realBase = realpathSync(base);
  const walk: Walk = {
    base,
    realBase,
    // As the walk will meet it: links to folders are not followed, so paths below the base are real.
    exclude:
      exclude !== undefined && existsSync(exclude) ? join(base, relative(realBase, realpathSync(exclude))) : undefined,
    candidates: [],
    skipped: [],
    metadata: [],
    unusable: undefined,
    archives: [],
  };
  for (const input of found) {
    if (input.kind === "folder") walkFolder(walk, input.path, input.matches);
    else if (input.kind === "archive") walk.archives.push({ path: input.path, name: nameOf(walk, input.path) });
    else walk.candidates.push({ file: nameOf(walk, input.path), source: input.path });
  }
  await addArchives(walk);
  return {
    candidates: named(walk.candidates),
    unusable: walk.unusable,
    skipped: sortedOnce(walk.skipped),
    metadata: sortedOnce(walk.metadata),
    base: statSync(base).isDirectory() ? base : dirname(base),
    baseName: basename(base).replace(/\.zip$/i, ""),
  };
}

async function inputOf(typed: string, cwd: string, missing: (input: string) => string): Promise<Input> {
  const path = resolve(cwd, typed);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return { path, kind: "folder" };
  if (stats?.isFile()) return { path, kind: isArchive(path) ? "archive" : "file" };
  if (stats !== undefined || !/[*?[\]{}]/.test(typed)) throw new BatchError(missing(typed));
  const { patternInput } = await import("./pattern.ts");
  const { folder, matches } = patternInput(typed);
  const start = resolve(cwd, folder);
  if (!statSync(start, { throwIfNoEntry: false })?.isDirectory()) throw new BatchError(missing(typed));
  return { path: start, kind: "folder", matches };
}

/** Walks with a list instead of recursion, so that no depth of folders ends it. */
function walkFolder(walk: Walk, start: string, matches: Input["matches"]): void {
  const named = start === walk.base ? "" : nameOf(walk, start);
  // Names grow with the walk: working them out of paths again would take longer than reading the folders.
  const folders = [{ path: start, name: named === "" ? "" : `${named}/`, below: "" }];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder.path, { withFileTypes: true });
    } catch (error) {
      walk.candidates.push({ file: folder.name.slice(0, -1), source: unreadableFolder(folder.path, error as Error) });
      continue;
    }
    const withResults = holdsResults(entries.map(({ name }) => name));
    if (withResults && folder.below !== "") {
      walk.skipped.push({ file: folder.name.slice(0, -1), reason: "results" });
      continue;
    }
    const prefix = folder.path.endsWith(sep) ? folder.path : folder.path + sep;
    for (const entry of entries) {
      if (withResults && isResult(entry.name)) continue;
      const path = prefix + entry.name;
      const file = folder.name + entry.name;
      const reason = skipReasonOfName(entry.name);
      if (reason !== undefined) walk.skipped.push({ file, reason });
      else if (entry.isDirectory()) {
        const below = `${folder.below}${entry.name}/`;
        if (path !== walk.exclude) folders.push({ path, name: `${file}/`, below });
      } else if (matches === undefined || matches(folder.below + entry.name)) {
        enterFile(walk, entry, path, file);
      }
    }
  }
}

/** Whoever handed in what is in there must not disappear. A name that is no UTF-8 was read with marks in its place. */
function unreadableFolder(path: string, error: NodeJS.ErrnoException): Candidate["source"] {
  if (path.includes("\ufffd")) return { problem: "batch.name-not-utf8" };
  return { problem: "batch.unreadable-file", params: { reason: error.code ?? "error" } };
}

function enterFile(walk: Walk, entry: Dirent, path: string, file: string): void {
  const skip = (reason: Skipped["reason"]) => walk.skipped.push({ file, reason });
  let source = path;
  if (entry.isSymbolicLink()) {
    const target = linkedFile(walk, path);
    if (target === undefined) return void skip("link");
    source = target;
  } else if (!entry.isFile()) return void skip("not-a-file");
  if (isArchive(entry.name)) {
    if (walk.archives.length < maxArchives) walk.archives.push({ path: source, name: file });
    else skip("archive-limit");
    return;
  }
  if (isMetadata(file)) return void walk.metadata.push({ file, source });
  const reason = answerlike(entry.name);
  if (reason !== undefined) return void skip(reason);
  walk.candidates.push({ file, source });
}

/** The real path of a linked file inside the base folder. Links to folders are not followed: they can form circles. */
function linkedFile(walk: Walk, path: string): string | undefined {
  try {
    const target = realpathSync(path);
    return target.startsWith(walk.realBase + sep) && lstatSync(target).isFile() ? target : undefined;
  } catch {
    return undefined;
  }
}

async function addArchives(walk: Walk): Promise<void> {
  if (walk.archives.length === 0) return;
  const { listArchive } = await import("./zip.ts");
  for (const { path, name } of walk.archives) {
    const listing = await listArchive(path, name);
    // The archive is all there is: without it there is nothing to grade, which is said with the reason.
    const [only, ...others] = listing.candidates;
    if (name === "" && only?.file === "" && others.length === 0) {
      walk.unusable = only.source;
      continue;
    }
    for (const candidate of listing.candidates) {
      walk.candidates.push(candidate.file === "" ? { ...candidate, file: basename(path) } : candidate);
    }
    for (const skipped of listing.skipped) walk.skipped.push(skipped);
    walk.metadata.push(...listing.metadata);
  }
}

function nameOf(walk: Walk, path: string): string {
  return relative(walk.base, path).split(sep).join("/");
}

/** By code units, so that the order is the same in every locale. */
function sorted<T extends { readonly file: string }>(entries: T[]): T[] {
  return entries.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

function sortedOnce<T extends { readonly file: string }>(entries: T[]): T[] {
  return sorted(entries).filter((entry, index) => entry.file !== entries[index - 1]?.file);
}

/**
 * Sorted, each file once, under a name that is safe to show. Names that only differ in what is not safe (and entries of
 * an archive under one name) are told apart by a number.
 */
function named(candidates: readonly Candidate[]): Candidate[] {
  const taken = new Map<string, number>();
  const all: Candidate[] = [];
  let last: Candidate | undefined;
  // By their own names first, so that the numbers don't depend on the order of the file system.
  for (const candidate of sorted([...candidates])) {
    const sameFile = typeof candidate.source === "string" && candidate.source === last?.source;
    last = candidate;
    if (sameFile) continue;
    const name = safeText(candidate.file, longestName);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    all.push(count === 1 && name === candidate.file ? candidate : { ...candidate, file: numbered(name, count) });
  }
  return sorted(all);
}

function numbered(name: string, count: number): string {
  return count === 1 ? name : `${name}~${count}`;
}

/** The deepest folder above (or equal to) all paths; a single archive is its own base. */
function commonFolder(paths: readonly string[]): string {
  let common = paths[0] ?? ".";
  for (const path of paths) {
    while (path !== common && !path.startsWith(common.endsWith(sep) ? common : common + sep)) common = dirname(common);
  }
  return common;
}
