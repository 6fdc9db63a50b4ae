/** Several files of one student for one exercise: which counts, and which are different people's. */

import { ageByName } from "./age.ts";
import type { PathIdentity } from "./identity.ts";

export interface Claim {
  readonly student: string;
  readonly exercise: string;
}

/** What is known of the files that claims are made by, by index. */
export interface Files {
  readonly name: (index: number) => string;
  readonly identity: (index: number) => PathIdentity;
  /** False for what can't even be opened: it never replaces what can. */
  readonly readable: (index: number) => boolean;
  /** A time that grows; comparable between files on disk, or between files of archives. Asked for where names don't tell. */
  readonly modified: (index: number) => number;
}

export interface Outcome {
  /** By index: the newer file that counts instead. */
  readonly superseded: ReadonlyMap<number, number>;
  /** By index: the name that keeps this submission apart from another one that names the same student. */
  readonly renamed: ReadonlyMap<number, string>;
}

/**
 * Files from different submitters (folders, or people as a learning platform numbers them) never replace one another,
 * even if both name the same student: the one whose folder has that name keeps it. Among files of one submitter the
 * newest counts: by date, then attempt in its name, then by the time in the archive or on disk, then by name.
 */
export function settleDuplicates(claims: readonly (Claim | undefined)[], files: Files): Outcome {
  const superseded = new Map<number, number>();
  /** Student → submitters who handed in the same exercise under this name. */
  const conflicts = new Map<string, Set<string>>();
  for (const [{ student, exercise }, indexes] of repeated(claims)) {
    const submitters = new Map<string, number[]>();
    for (const index of indexes) {
      const { submitter } = files.identity(index);
      submitters.set(submitter, [...(submitters.get(submitter) ?? []), index]);
    }
    for (const versions of submitters.values()) {
      const readable = versions.filter(files.readable);
      const newest = newestOf(readable.length > 0 ? readable : versions, exercise, files);
      for (const index of versions) if (index !== newest) superseded.set(index, newest);
    }
    if (submitters.size > 1) {
      conflicts.set(student, new Set([...(conflicts.get(student) ?? []), ...submitters.keys()]));
    }
  }
  return { superseded, renamed: renamed(claims, files.identity, conflicts) };
}

/** Claims that are made more than once, with their indexes. */
function repeated(claims: readonly (Claim | undefined)[]): Map<Claim, number[]> {
  // By exercise, then student: the texts are there already, so that a large course needs no new ones.
  const first = new Map<string, Map<string, number>>();
  const groups = new Map<Claim, number[]>();
  for (const [index, claim] of claims.entries()) {
    if (claim === undefined) continue;
    let students = first.get(claim.exercise);
    if (students === undefined) {
      students = new Map();
      first.set(claim.exercise, students);
    }
    const before = students.get(claim.student);
    if (before === undefined) {
      students.set(claim.student, index);
      continue;
    }
    const original = claims[before] as Claim;
    const group = groups.get(original);
    if (group === undefined) groups.set(original, [before, index]);
    else group.push(index);
  }
  return groups;
}

function newestOf(versions: readonly number[], exercise: string, { name, modified }: Files): number {
  const ages = versions.map((index) => ({ index, byName: ageByName(name(index), exercise) }));
  const later = (a: readonly number[], b: readonly number[]) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
  ages.sort((a, b) => later(b.byName, a.byName));
  const best = ages.filter(({ byName }) => later(byName, ages[0]?.byName ?? []) === 0).map(({ index }) => index);
  // Times on disk differ from machine to machine (a checkout sets its own), so they decide only where names do not.
  const times = new Map(best.length > 1 ? best.map((index) => [index, modified(index)]) : []);
  // Of equal age: the later name, which is the larger index.
  best.sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0) || b - a);
  return best[0] as number;
}

function renamed(
  claims: readonly (Claim | undefined)[],
  identity: (index: number) => PathIdentity,
  conflicts: ReadonlyMap<string, ReadonlySet<string>>,
): Map<number, string> {
  const names = new Map<number, string>();
  if (conflicts.size === 0) return names;
  for (const [index, claim] of claims.entries()) {
    const submitters = claim === undefined ? undefined : conflicts.get(claim.student);
    if (claim === undefined || submitters === undefined) continue;
    const { submitter } = identity(index);
    const namesakes = [...submitters].filter((one) => isNamed(one, claim.student));
    if (submitters.has(submitter) && !(namesakes.length === 1 && namesakes[0] === submitter)) {
      names.set(index, `${claim.student} [${submitter === "" ? "/" : submitter}]`);
    }
  }
  return names;
}

/** Whether the submitter's own folder bears the student's name. */
function isNamed(submitter: string, student: string): boolean {
  return submitter.slice(submitter.lastIndexOf("/") + 1).toLowerCase() === student.toLowerCase();
}
