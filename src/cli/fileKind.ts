/** What a path leads to, where it leads anywhere. */

import { type Stats, statSync } from "node:fs";

/** Undefined: nothing there, or nothing that may be looked at (opening it tells why). Never throws. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

export function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() === true;
}
