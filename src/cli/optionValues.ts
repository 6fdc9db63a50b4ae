/** What may stand behind an option, as the value that a command works with; refuses everything else. */

import { InvalidArgumentError } from "commander";
import { clockTime, penaltyOf } from "../course/late.ts";
import type { Shard } from "../course/order.ts";

/** What `read` makes of a text; undefined is refused with examples. */
const readBy = <T>(read: (text: string) => T | undefined, examples: string) => {
  return (value: string): T => {
    const found = read(value);
    if (found === undefined) throw new InvalidArgumentError(examples);
    return found;
  };
};

/** `50` or `50%`. */
export const percent = readBy((text) => {
  const number = text.trim() === "" ? Number.NaN : Number(text.replace(/%$/, ""));
  return number >= 0 && number <= 100 ? number : undefined;
}, "0 … 100");

/** Model steps, in any way to write a whole number. */
export const steps = readBy((text) => {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= 1_000_000 ? number : undefined;
}, "1 … 1000000");
/** Of hints. */
export const level = readBy((text) => (/^[1-4]$/.test(text) ? Number(text) : undefined), "1 … 4");
export const seed = readBy((text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined), "0 … 999999999");
export const shard = readBy((text): Shard | undefined => {
  const [index = 0, count = 0] = /^\d+\/\d+$/.test(text) ? text.split("/").map(Number) : [];
  return index >= 1 && index <= count && count <= 10_000 ? { index, count } : undefined;
}, "i/n, 1 ≤ i ≤ n");
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
