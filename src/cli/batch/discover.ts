/** Finds the candidates below folders, patterns and archives, safely and in a fixed order; reads no answer. */

import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { maxArchives } from "./limits.ts";
import { answerlike, isArchive, isMetadata, skipReasonOfName } from "./skip.ts";
import { BatchError, type Candidate, type Skipped } from "./types.ts";

export interface Discovery {
  /** Sorted by `file`, each file once. */
  readonly candidates: Candidate[];
  readonly skipped: Skipped[];
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
    archives: [],
  };
  for (const input of found) {
    if (input.kind === "folder") walkFolder(walk, input.path, input.matches);
    else if (input.kind === "archive") walk.archives.push({ path: input.path, name: nameOf(walk, input.path) });
    else walk.candidates.push({ file: nameOf(walk, input.path), source: { kind: "file", path: input.path } });
  }
  await addArchives(walk);
  return {
    candidates: sortedOnce(walk.candidates),
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
  const folders = [start];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: import("node:fs").Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch {
      walk.skipped.push({ file: nameOf(walk, folder), reason: "unreadable" });
      continue;
    }
    const prefix = folder === walk.base ? "" : `${nameOf(walk, folder)}/`;
    for (const entry of entries) {
      const path = folder.endsWith(sep) ? folder + entry.name : folder + sep + entry.name;
      const file = prefix + entry.name;
      const reason = skipReasonOfName(entry.name);
      if (reason !== undefined) walk.skipped.push({ file, reason });
      else if (entry.isDirectory()) {
        if (path !== walk.exclude) folders.push(path);
      } else if (matches === undefined || matches(relative(start, path).split(sep).join("/"))) {
        enterFile(walk, entry, path, file);
      }
    }
  }
}

function enterFile(walk: Walk, entry: import("node:fs").Dirent, path: string, file: string): void {
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
  if (isMetadata(file)) return void walk.metadata.push({ file, source: { kind: "file", path: source } });
  const reason = answerlike(entry.name);
  if (reason !== undefined) return void skip(reason);
  walk.candidates.push({ file, source: { kind: "file", path: source } });
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
    for (const candidate of listing.candidates) walk.candidates.push(candidate);
    for (const skipped of listing.skipped) walk.skipped.push(skipped);
    walk.metadata.push(...listing.metadata);
  }
}

function nameOf(walk: Walk, path: string): string {
  return relative(walk.base, path).split(sep).join("/");
}

/** By code units, so that the order is the same in every locale. */
function sortedOnce<T extends { readonly file: string }>(entries: T[]): T[] {
  entries.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return entries.filter((entry, index) => entry.file !== entries[index - 1]?.file);
}

/** The deepest folder above (or equal to) all paths; a single archive is its own base. */
function commonFolder(paths: readonly string[]): string {
  let common = paths[0] ?? ".";
  for (const path of paths) {
    while (path !== common && !path.startsWith(common.endsWith(sep) ? common : common + sep)) common = dirname(common);
  }
  return common;
}
