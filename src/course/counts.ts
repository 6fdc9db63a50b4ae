/** Of several files of one student for one exercise: which one counts. */

import { append, entryOf } from "../engine/maps.ts";
import { ageByName } from "./names.ts";
import type { HandIn } from "./whose.ts";

/** The time of a file, by its index; undefined for what can't even be opened. */
type TimeOf = (index: number) => number | undefined;

/**
 * Which files do not count: by index, the newer one that does, by date, then attempt in its name, then by the time in the
 * archive or on disk, then by name. `beside`: what counts of the files on time and of those that are late, by each other.
 * @param modified grows; what can't be opened never replaces what can
 */
export function supersededBy(
  handIns: readonly HandIn[],
  modified: TimeOf,
  isLate: (index: number) => boolean = () => false,
) {
  const superseded = new Map<number, number>();
  const beside = new Map<number, number>();
  for (const all of repeated(handIns)) {
    const [punctual, late] = [all.filter((one) => !isLate(one)), all.filter(isLate)].map((versions) => {
      const readable = versions.filter((index) => modified(index) !== undefined);
      const newest = newestOf(readable.length > 0 ? readable : versions, handIns, modified);
      for (const index of versions) if (newest !== undefined && index !== newest) superseded.set(index, newest);
      return newest;
    });
    if (punctual !== undefined && late !== undefined) beside.set(punctual, late).set(late, punctual);
  }
  return { superseded, beside };
}

/** What the course was asked: of many people, one who answers something else does not make everybody absent for it. */
export function commonExercises(handIns: readonly HandIn[]): string[] {
  const students = new Map<string, Set<string>>();
  for (const { exercise, student, isKnown } of handIns) {
    if (isKnown) entryOf(students, exercise, () => new Set()).add(student);
  }
  const all = new Set(handIns.map(({ student }) => student)).size;
  return [...students].filter(([, { size }]) => isCommon(size, all)).map(([exercise]) => exercise);
}

/** Whether so many of all students are enough for an exercise to be the course's, and to count in everybody's total. */
export function isCommon(students: number, all: number): boolean {
  return students * 33 >= all && (students > 1 || all <= 10);
}

/**
 * Whose files came to nothing: neither to a result nor to be replaced by one. There must be none.
 * @param reported the files of all results
 */
export function lostBy(
  handIns: readonly HandIn[],
  superseded: ReadonlyMap<number, number>,
  reported: ReadonlySet<string>,
): string[] {
  const isTold = (index: number) => reported.has(handIns[superseded.get(index) ?? index]?.file ?? "");
  return [...new Set(handIns.filter((_, index) => !isTold(index)).map(({ student }) => student))];
}

/** Files that answer the same exercise under the same name, unless there is only one. Unknown exercises have no versions. */
function repeated(handIns: readonly HandIn[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [index, { exercise, student, isKnown }] of handIns.entries()) {
    if (isKnown) append(groups, `${exercise}\n${student}`, index);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function newestOf(versions: readonly number[], handIns: readonly HandIn[], modified: TimeOf): number | undefined {
  const ages = new Map(
    versions.map((index) => {
      const { file, exercise } = handIns[index] as HandIn;
      return [index, ageByName(file, exercise)] as const;
    }),
  );
  const later = (place: 0 | 1, a: number, b: number) => (ages.get(a)?.[place] ?? 0) - (ages.get(b)?.[place] ?? 0);
  // Times on disk differ from machine to machine (a checkout sets its own), so they decide only where names do not. Of
  // equal times it is the later name, which comes last.
  return versions
    .toSorted((a, b) => later(0, a, b) || later(1, a, b) || (modified(a) ?? 0) - (modified(b) ?? 0))
    .at(-1);
}
