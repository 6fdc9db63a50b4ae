/** The order of results and how they are shared out: the same on every machine. */

import type { Report } from "../grading/report.ts";

/** Files first, by name; then who handed in nothing, by exercise and student. */
export function compareResults(
  a: Pick<Report, "file" | "exercise" | "student">,
  b: Pick<Report, "file" | "exercise" | "student">,
): number {
  if (a.file !== undefined && b.file !== undefined) return compareText(a.file, b.file);
  if (a.file !== undefined || b.file !== undefined) return a.file === undefined ? 1 : -1;
  return compareText(a.exercise, b.exercise) || compareText(a.student ?? "", b.student ?? "");
}

/** By code units, as locales differ between machines. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One of several parts of the work; `index` from 1 to `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The part that a student belongs to, with all of their files. */
export function shardOf(student: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < student.length; i++) hash = Math.imul(hash ^ student.charCodeAt(i), 0x01000193);
  // FNV-1a mixes its low bits poorly for similar texts; one round of a finalizer spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (((hash ^ (hash >>> 13)) >>> 0) % count) + 1;
}

export function isInShard(student: string, shard: Shard | undefined): boolean {
  return shard === undefined || shardOf(student, shard.count) === shard.index;
}
