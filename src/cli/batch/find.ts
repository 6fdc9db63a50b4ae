/** Finds what may be answers below folders, patterns and archives, safely and in a fixed order; reads none. */

import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { say } from "../../course/messages.ts";
import { compareText } from "../../course/order.ts";
import { holdsResults, isArchive, isMetadata, skipReasonOf } from "../../course/skip.ts";
import { safeText } from "../../messages/safeText.ts";
import { patiently, throwIfMachine, UsageError } from "../errors.ts";
import { type Listing, listArchive } from "./archive.ts";
import { say as sayHere } from "./messages.ts";
import { type Candidate, candidateOf } from "./source.ts";

/** Archives found below folders that are opened; further ones are listed. */
const maxArchives = 10_000;
/** UTF-16 code units of a file's name in results, its folders included. */
const longestName = 4000;

/** `candidates` are sorted by `file`, each once. */
export interface Found extends Listing {
  /** The folder that names of files start from. */
  readonly base: string;
  /** The name that files directly in the base (a folder or an archive) get their student from. */
  readonly baseName: string;
}

interface Input {
  readonly path: string;
  readonly kind: "folder" | "file" | "archive";
  /** For patterns: which files below the folder are meant. */
  readonly matches?: (name: string) => boolean;
}

interface Walk extends Listing {
  readonly base: string;
  /** A folder that is not entered, because results are no answers. */
  readonly exclude: string | undefined;
  readonly archives: { readonly path: string; readonly name: string }[];
}

/** `inputs` as typed: folders, JSON files, zip archives, patterns. */
export async function find(inputs: readonly string[], exclude?: string): Promise<Found> {
  const found = inputs.map(inputOf);
  const base = commonFolder(found.map(({ path, kind }) => (kind === "file" ? dirname(path) : path)));
  // As the walk will meet it: no link is followed, so paths below the base are real.
  const excluded = exclude === undefined ? undefined : join(base, relative(realpathSync(base), realPathOf(exclude)));
  const walk: Walk = { base, exclude: excluded, candidates: [], skipped: [], metadata: [], archives: [] };
  for (const { path, kind, matches } of found) {
    if (kind === "folder") walkFolder(walk, path, matches);
    else if (kind === "archive") walk.archives.push({ path, name: nameOf(walk, path) });
    else walk.candidates.push({ file: nameOf(walk, path), source: path });
  }
  for (const { path, name } of walk.archives) await listArchive(walk, path, name);
  return {
    candidates: named(walk.candidates),
    skipped: walk.skipped,
    metadata: walk.metadata,
    base: statSync(base).isDirectory() ? base : dirname(base),
    baseName: basename(base).replace(/\.zip$/i, ""),
  };
}

/** The real path of what is there, else the absolute one. */
export function realPathOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}

function inputOf(typed: string): Input {
  const path = resolve(typed);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return { path, kind: "folder" };
  if (stats?.isFile()) return { path, kind: isArchive(path) ? "archive" : "file" };
  // A pattern that the shell did not expand.
  const { base, glob, isGlob } = picomatch.scan(typed.replaceAll("\\", "/"));
  const folder = resolve(base || (typed.startsWith("/") ? "/" : "."));
  const isPattern =
    stats === undefined && isGlob && statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isPattern) throw new UsageError(sayHere("batch.missing-input", { input: typed }));
  return { path: folder, kind: "folder", matches: picomatch(glob) };
}

/** Walks with a list instead of recursion, so that no depth of folders ends it. */
function walkFolder(walk: Walk, start: string, matches: Input["matches"]): void {
  const named = start === walk.base ? "" : `${nameOf(walk, start)}/`;
  const folders = [{ path: start, name: named, below: "" }];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: Dirent[];
    try {
      entries = patiently(() => readdirSync(folder.path, { withFileTypes: true }));
    } catch (error) {
      const source = unreadableFolder(folder.path, throwIfMachine(error as Error));
      walk.candidates.push({ file: folder.name.slice(0, -1), source });
      continue;
    }
    if (folder.below !== "" && holdsResults(entries.map(({ name }) => name))) {
      walk.skipped.push({ file: folder.name.slice(0, -1), reason: "results" });
      continue;
    }
    for (const entry of entries) {
      const [path, file, below] = [join(folder.path, entry.name), folder.name + entry.name, folder.below + entry.name];
      const reason = skipReasonOf(entry.name);
      if (reason !== undefined) walk.skipped.push({ file, reason });
      else if (entry.isDirectory()) {
        if (path !== walk.exclude) folders.push({ path, name: `${file}/`, below: `${below}/` });
      } else if (matches?.(below) ?? true) enterFile(walk, entry, path, file);
    }
  }
}

/** Whoever handed in what is in there must not disappear. A name that is no UTF-8 was read with marks in its place. */
function unreadableFolder(path: string, { code = "?" }: NodeJS.ErrnoException): Candidate["source"] {
  const isNamed = !path.includes("\ufffd");
  return { problem: isNamed ? say("batch.unreadable-file", { reason: code }) : say("batch.name-not-utf8") };
}

function enterFile(walk: Walk, entry: Dirent, path: string, file: string): void {
  const isPlain = entry.isFile();
  if (isPlain && isMetadata(file)) walk.metadata.push({ file, source: path });
  else if (isPlain && isArchive(file) && walk.archives.length < maxArchives) walk.archives.push({ path, name: file });
  // Links may lead anywhere, and in circles.
  else
    walk.candidates.push(candidateOf(file, path, entry.isSymbolicLink() ? "link" : isPlain ? undefined : "not-a-file"));
}

function nameOf(walk: Walk, path: string): string {
  return relative(walk.base, path).split(sep).join("/");
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
  for (const candidate of candidates.toSorted((a, b) => compareText(a.file, b.file))) {
    const isSame = typeof candidate.source === "string" && candidate.source === last?.source;
    last = candidate;
    if (isSame) continue;
    const name = safeText(candidate.file, longestName);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    all.push({ ...candidate, file: count === 1 ? name : `${name}~${count}` });
  }
  return all.sort((a, b) => compareText(a.file, b.file));
}

/** The deepest folder above (or equal to) all paths; a single archive is its own base. */
function commonFolder(paths: readonly string[]): string {
  let common = paths[0] ?? ".";
  for (const path of paths) {
    while (path !== common && !path.startsWith(common.endsWith(sep) ? common : common + sep)) common = dirname(common);
  }
  return common;
}
