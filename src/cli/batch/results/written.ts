/** Which files of formats lie in a folder of results, so that those of an earlier run don't stay beside newer results. */

import { readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";

/** One path a line, below the folder. */
const writtenName = "results.written";

/** To be called when new results are in place: files that were made of earlier ones go, unless they were made anew. */
export function replaceWritten(folder: string, written: readonly string[]): void {
  const current = new Set(written);
  for (const path of earlierIn(folder)) if (!current.has(path)) remove(folder, path);
  const list = join(folder, writtenName);
  if (written.length === 0) rmSync(list, { force: true });
  else writeFileSync(list, written.map((path) => `${path}\n`).join(""));
}

function earlierIn(folder: string): string[] {
  try {
    return readFileSync(join(folder, writtenName), "utf8").split("\n").filter(Boolean);
  } catch {
    return [];
  }
}

/** With the folders that it leaves empty. Nothing outside of the results, whatever the list says. */
function remove(folder: string, path: string): void {
  const root = resolve(folder);
  const file = resolve(root, path);
  if (!file.startsWith(root + sep)) return;
  rmSync(file, { force: true });
  for (let at = dirname(file); at !== root; at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}
