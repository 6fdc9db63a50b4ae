/** What may stand behind an option, as the value that a command works with; refuses everything else. */

import { InvalidArgumentError } from "commander";
import { clockTime, penaltyOf } from "../course/late.ts";

/** `50` or `50%`. */
export function percent(value: string): number {
  const number = Number(value.replace(/%$/, ""));
  if (value.trim() === "" || !(number >= 0 && number <= 100)) throw new InvalidArgumentError("0 … 100");
  return number;
}

/** A positive number of things. */
export function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("1, 2, …");
  return number;
}

/** Model steps. */
export function steps(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000) throw new InvalidArgumentError("1 … 1000000");
  return number;
}

export function seed(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("0 … 999999999");
  return Number(value);
}

export function shard(value: string): { readonly index: number; readonly count: number } {
  const found = /^(\d+)\/(\d+)$/.exec(value);
  const [index, count] = [Number(found?.[1]), Number(found?.[2])];
  if (found === null || index < 1 || index > count || count > 10_000) throw new InvalidArgumentError("i/n, 1 ≤ i ≤ n");
  return { index, count };
}

/** What `read` makes of a text; undefined is refused with examples. */
const readBy = <T>(read: (text: string) => T | undefined, examples: string) => {
  return (value: string): T => {
    const found = read(value);
    if (found === undefined) throw new InvalidArgumentError(examples);
    return found;
  };
};

export const deadline = readBy(clockTime, "2026-05-31T23:59, 2026-05-31T23:59+02:00, 31.05.2026 23:59");
export const penalty = readBy(penaltyOf, "10%/day, 1 point/hour, 5%, 10%/day max 50%, none");

/** For an option that may be given several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** `a,b`; an option that is given again adds to what was there. */
export function list(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...value.split(",").map((part) => part.trim())].filter((part) => part !== "");
}

/** `EXERCISE=TITLE`. */
export function assignment(value: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const at = value.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("EXERCISE=TITLE");
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
}
