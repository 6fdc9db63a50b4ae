/** Several files of one student for one exercise: which counts, and which are different people's. */

import { ageByName } from "./age.ts";
import type { PathIdentity } from "./identity.ts";
import type { HandIn } from "./whose.ts";

/** What is known of the files, by index. */
export interface Files {
  readonly identity: (index: number) => PathIdentity;
  /** False for what can't even be opened: it never replaces what can. */
  readonly readable: (index: number) => boolean;
  /** A time that grows; comparable between files on disk, or between files of archives. Asked for where names don't tell. */
  readonly modified: (index: number) => number;
}

export interface Counted {
  /** By index: the newer file that counts instead. */
  readonly superseded: ReadonlyMap<number, number>;
  /** By index: the name that keeps this submission apart from another one that names the same student. */
  readonly renamed: ReadonlyMap<number, string>;
}

/**
 * Files from different submitters (folders, or people as a learning platform numbers them) never replace one another,
 * even if both name the same student: the one whose folder has that name keeps it. Among files of one submitter the
 * newest counts: by date, then attempt in its name, then by the time in the archive or on disk, then by name.
 * Undefined in `handIns`: not to be looked at.
 */
export function whichCount(handIns: readonly (HandIn | undefined)[], files: Files): Counted {
  const superseded = new Map<number, number>();
  /** Student → submitters who handed in the same exercise under this name. */
  const conflicts = new Map<string, Set<string>>();
  for (const indexes of repeated(handIns)) {
    const { student } = handIns[indexes[0] as number] as HandIn;
    const bySubmitter = grouped(indexes, (index) => files.identity(index).submitter);
    for (const versions of bySubmitter.values()) {
      const readable = versions.filter(files.readable);
      const newest = newestOf(readable.length > 0 ? readable : versions, handIns, files);
      for (const index of versions) if (index !== newest) superseded.set(index, newest);
    }
    if (bySubmitter.size > 1) {
      conflicts.set(student, new Set([...(conflicts.get(student) ?? []), ...bySubmitter.keys()]));
    }
  }
  return { superseded, renamed: renamed(handIns, files, conflicts) };
}

/** Files that answer the same exercise under the same name, unless there is only one. Unknown exercises have no versions. */
function repeated(handIns: readonly (HandIn | undefined)[]): number[][] {
  const first = new Map<string, number>();
  const groups = new Map<string, number[]>();
  for (const [index, handIn] of handIns.entries()) {
    if (handIn?.isKnown !== true) continue;
    const key = `${handIn.exercise}\n${handIn.student}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    else groups.set(key, [...(groups.get(key) ?? [before]), index]);
  }
  return [...groups.values()];
}

function grouped(indexes: readonly number[], keyOf: (index: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const index of indexes) groups.set(keyOf(index), [...(groups.get(keyOf(index)) ?? []), index]);
  return groups;
}

function newestOf(versions: readonly number[], handIns: readonly (HandIn | undefined)[], files: Files): number {
  const aged = versions.map((index) => {
    const { file, exercise } = handIns[index] as HandIn;
    return { index, age: ageByName(file, exercise) };
  });
  const later = (a: (typeof aged)[0], b: (typeof aged)[0]) => a.age[0] - b.age[0] || a.age[1] - b.age[1];
  const newest = aged.reduce((best, one) => (later(one, best) > 0 ? one : best));
  const equal = aged.filter((one) => later(one, newest) === 0).map(({ index }) => index);
  if (equal.length === 1) return newest.index;
  // Times on disk differ from machine to machine (a checkout sets its own), so they decide only where names do not. Of
  // equal times it is the later name, which comes last.
  const times = new Map(equal.map((index) => [index, files.modified(index)]));
  return equal.reduce((best, index) => ((times.get(index) ?? 0) >= (times.get(best) ?? 0) ? index : best));
}

function renamed(
  handIns: readonly (HandIn | undefined)[],
  { identity }: Files,
  conflicts: ReadonlyMap<string, ReadonlySet<string>>,
): Map<number, string> {
  const names = new Map<number, string>();
  if (conflicts.size === 0) return names;
  for (const [index, handIn] of handIns.entries()) {
    const submitters = conflicts.get(handIn?.student ?? "");
    if (handIn?.isKnown !== true || submitters === undefined) continue;
    const { submitter } = identity(index);
    const namesakes = [...submitters].filter((one) => isNamed(one, handIn.student));
    if (submitters.has(submitter) && !(namesakes.length === 1 && namesakes[0] === submitter)) {
      names.set(index, `${handIn.student} [${submitter === "" ? "/" : submitter}]`);
    }
  }
  return names;
}

/** Whether the submitter's own folder bears the student's name. */
function isNamed(submitter: string, student: string): boolean {
  return submitter.slice(submitter.lastIndexOf("/") + 1).toLowerCase() === student.toLowerCase();
}
