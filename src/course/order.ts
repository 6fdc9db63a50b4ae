/** The order of results and how they are shared out: the same on every machine. */

import { checksum } from "../grading/report.ts";

interface Place {
  readonly file?: string | undefined;
  readonly exercise: string;
  readonly student?: string;
}

/** Files first, by name; then who handed in nothing, by exercise and student. */
export function compareResults(a: Place, b: Place): number {
  if (a.file !== undefined && b.file !== undefined) return compareText(a.file, b.file);
  if (a.file !== undefined || b.file !== undefined) return a.file === undefined ? 1 : -1;
  return compareText(a.exercise, b.exercise) || compareText(a.student ?? "", b.student ?? "");
}

/** By code units, as locales differ between machines. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** As people expect names, `ex2` before `ex10`: compares numbers by value and everything else by code unit; 0 only for equal strings. */
export function byNaturalOrder(a: string, b: string): number {
  const [parts, others] = [partsOf(a), partsOf(b)];
  for (const [index, part] of parts.entries()) {
    const other = others[index] ?? "";
    // Every second part is a number; without leading zeros the longer one is greater.
    const order = (index % 2 === 1 && part.length - other.length) || compareText(part, other);
    if (order !== 0) return order;
  }
  return parts.length - others.length || compareText(a, b);
}

/** `a02b` → `a0`, `2`, `b`: texts that a number follows end in 0, so that they come where digits do. */
function partsOf(text: string): string[] {
  const parts = text.split(/0*(\d+)/);
  return parts.map((part, index) => (index % 2 === 0 && index < parts.length - 1 ? `${part}0` : part));
}

/** One of several parts of the work; `index` from 1 to `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The part that a student belongs to, with all of their files. */
export function shardOf(student: string, count: number): number {
  const sum = Number.parseInt(checksum(student), 16);
  // FNV-1a mixes its low bits poorly for similar texts; one round of a finalizer spreads them.
  const hash = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  return (((hash ^ (hash >>> 13)) >>> 0) % count) + 1;
}

export function isInShard(student: string, shard: Shard | undefined): boolean {
  return shard === undefined || shardOf(student, shard.count) === shard.index;
}
