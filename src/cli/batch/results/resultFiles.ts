/** The files of a folder of results: their names, which belong together, how those of an interrupted run are put aside. */

import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

export const resultsName = "results.jsonl";
export const keysName = "results.keys";
export const part = ".part";

/** Result and key files that belong together, the newest first. */
export function pairsIn(folder: string): [string, string][] {
  const pairs = oldNumbers(folder)
    .sort((a, b) => b - a)
    .map((number) => [`${resultsName}.old-${number}`, `${keysName}.old-${number}`] as [string, string]);
  pairs.push([resultsName, keysName]);
  return pairs
    .map(([results, keys]) => [join(folder, results), join(folder, keys)] as [string, string])
    .filter(([results, keys]) => existsSync(results) && existsSync(keys));
}

function oldNumbers(folder: string): number[] {
  return readdirSync(folder)
    .map((name) => /^results\.jsonl\.old-(\d+)$/.exec(name)?.[1])
    .filter((number) => number !== undefined)
    .map(Number);
}

/** Puts the parts of a run that ended early aside. */
export function keepInterrupted(folder: string): void {
  const path = (name: string) => join(folder, name);
  // Killed between the two renames of `finish`: these keys belong to the results already in place.
  if (existsSync(path(keysName + part)) && !existsSync(path(resultsName + part)) && !existsSync(path(keysName))) {
    renameSync(path(keysName + part), path(keysName));
  }
  keep(folder, resultsName + part, keysName + part);
}

export function keepFinished(folder: string): void {
  keep(folder, resultsName, keysName);
}

function keep(folder: string, results: string, keys: string): void {
  const path = (name: string) => join(folder, name);
  if (!existsSync(path(results)) || !existsSync(path(keys))) return;
  const number = Math.max(0, ...oldNumbers(folder)) + 1;
  // Keys first: without them the results are only overwritten, never taken for others'.
  renameSync(path(keys), path(`${keysName}.old-${number}`));
  renameSync(path(results), path(`${resultsName}.old-${number}`));
}

export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^results\.(?:jsonl|keys)\.(?:part|part\.new|old-\d+)$/.test(name)) rmSync(join(folder, name), { force: true });
  }
}
