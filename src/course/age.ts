/** Which of two files is the newer one, by their names alone. */

import { canvas, moodle, stemOf, timestamp } from "./fileName.ts";

/**
 * How new a file is by its name: larger is newer, compared from the first to the last number. A date (and time) in the
 * name counts most, then the number of the attempt (`ex6 (2).json`, `v3`, `attempt_2`, `ex6_2.json`).
 */
export function ageByName(file: string, exercise: string): readonly [time: number, attempt: number] {
  const name = stemOf(file).replace(moodle, "$3").replace(canvas, "$4").toLowerCase().split(exercise).join(" ");
  const path = file.slice(0, file.length - stemOf(file).length);
  const time = timestamp.exec(name) ?? timestamp.exec(path);
  const digits = time === null ? "" : time[0].replace(/\D/g, "").slice(0, 14).padEnd(14, "0");
  const numbers = name.replace(timestamp, " ").match(/(?<![\p{L}\p{N}])v?\d{1,3}(?![\p{L}\p{N}])/gu) ?? [];
  const folder = /(?:attempt|versuch|version|v|rev)[-_. ]?(\d{1,3})(?=\/|$)/i.exec(path)?.[1];
  return [Number(digits), Number(numbers.at(-1)?.replace("v", "") ?? folder ?? 0)];
}
