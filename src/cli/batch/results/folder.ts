/** Folders of results: made where they are missing, and held by one run at a time; knows no result. */

import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";

/** Like `mkdir -p`. Node's own never ends where a folder must not be made although the one above exists (`/proc/x`). */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let at = path; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse()) makeOne(folder);
  // What stands there may be a file.
  if (!statSync(path).isDirectory()) mkdirSync(path);
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run was quicker.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

const lockName = "results.lock";

/**
 * Keeps other runs out of the folder, as two that write the same files spoil both. Gives what ends that; `taken` words
 * the error. A run that was killed on this machine leaves nothing that is in the way.
 */
export function holdFolder(folder: string, taken: (path: string) => Error): () => void {
  makeFolder(folder);
  const path = join(folder, lockName);
  const owner = `${process.pid} ${hostname()}\n`;
  try {
    writeFileSync(path, owner, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (isHeld(readFileSync(path, "utf8"))) throw taken(path);
    writeFileSync(path, owner);
  }
  return () => rmSync(path, { force: true });
}

function isHeld(owner: string): boolean {
  const [pid, host] = owner.trim().split(" ");
  if (host !== hostname()) return host !== undefined;
  if (Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
