/** How work is shared between machines that know nothing of each other. */

/** One of several parts of the work. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** The share (1 … `count`) of the work that a student belongs to: the same on every machine, for all of their files. */
export function shardOf(student: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < student.length; i++) hash = Math.imul(hash ^ student.charCodeAt(i), 0x01000193);
  // FNV-1a mixes its low bits poorly for similar texts; one round of a finalizer spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (((hash ^ (hash >>> 13)) >>> 0) % count) + 1;
}

/** Without a shard, all work is one's own. */
export function isInShard(student: string, shard: Shard | undefined): boolean {
  return shard === undefined || shardOf(student, shard.count) === shard.index;
}
