/**
 * The results of a run on disk: written line by line while it goes on, put in place at its end. A run that is killed at
 * any moment leaves what it has done, and the finished results of the run before, for the next one to use.
 *
 * `results.jsonl.part` and `results.keys.part` grow together: a line of the second says what the line of the first
 * depends on, how long it is and whose it is. At the end both are renamed to `results.jsonl` and `results.keys`;
 * interrupted ones are kept as `….old-N` until a run is complete.
 */

import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { EarlierResult } from "./judge.ts";
import { LineReader } from "./lines.ts";

/** A result of one file, with what is known about it without reading it. */
interface KeyLine {
  readonly key: string;
  readonly bytes: number;
  readonly file: string;
}

export const resultsName = "results.jsonl";
const keysName = "results.keys";
const part = ".part";

/** Bytes gathered before they are written: bounds what a crash loses and makes a write worth its call. */
const bufferSize = 131_072;
const flushMilliseconds = 200;

/** A file that grows at its end. Lines are gathered as bytes, because joined strings would litter the heap. */
class LineWriter {
  readonly #descriptor: number;
  readonly #buffer = Buffer.allocUnsafeSlow(bufferSize);
  #length = 0;

  constructor(path: string) {
    this.#descriptor = openSync(path, "w");
  }

  /** Whether a line of so many bytes is written without a flush first. */
  fits(bytes: number): boolean {
    return this.#length + bytes <= bufferSize;
  }

  add(line: string, bytes: number): void {
    if (bytes > bufferSize) writeSync(this.#descriptor, line);
    else this.#length += this.#buffer.write(line, this.#length);
  }

  flush(): void {
    for (let at = 0; at < this.#length; ) at += writeSync(this.#descriptor, this.#buffer, at, this.#length - at);
    this.#length = 0;
  }

  close(): void {
    this.flush();
    closeSync(this.#descriptor);
  }
}

export class Journal {
  readonly #folder: string;
  #results: LineWriter;
  #keys: LineWriter;
  #flushed = performance.now();
  #closed = false;

  /** Starts anew; what is there already is kept if `resume`, for `EarlierResults`. */
  constructor(folder: string, resume: boolean) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    if (resume) keepInterrupted(folder);
    else removeUnfinished(folder);
    this.#results = new LineWriter(join(folder, resultsName + part));
    this.#keys = new LineWriter(join(folder, keysName + part));
  }

  add(file: string, key: string, line: string): void {
    const bytes = Buffer.byteLength(line);
    const keyLine = `${key} ${bytes} ${JSON.stringify(file)}\n`;
    const keyBytes = Buffer.byteLength(keyLine);
    if (!this.#results.fits(bytes) || !this.#keys.fits(keyBytes)) this.flush();
    this.#results.add(line, bytes);
    this.#keys.add(keyLine, keyBytes);
  }

  /** To be called now and then: what was added reaches the disk within a moment. */
  tick(): void {
    if (performance.now() - this.#flushed > flushMilliseconds) this.flush();
  }

  flush(): void {
    // Results first: a key then always stands for a line that is there.
    this.#results.flush();
    this.#keys.flush();
    this.#flushed = performance.now();
  }

  /**
   * Passes all results through `change` (undefined drops one) before they are put in place. Only for runs that need
   * it: two files of one student, say.
   */
  rewrite(change: (line: string, index: number) => string | undefined): void {
    this.#close();
    const [from, keysFrom] = [resultsName, keysName].map((name) => join(this.#folder, name + part)) as [string, string];
    const [to, keysTo] = [`${from}.new`, `${keysFrom}.new`];
    const results = new LineReader(from);
    const keys = new LineReader(keysFrom);
    this.#results = new LineWriter(to);
    this.#keys = new LineWriter(keysTo);
    for (let index = 0; ; index++) {
      const line = results.next();
      const key = keys.next();
      if (line === undefined || key === undefined) break;
      const changed = change(line, index);
      const parsed = parseKey(key);
      if (changed !== undefined && parsed !== undefined) {
        // A changed line is not what its file alone leads to.
        this.add(parsed.file, changed === line ? parsed.key : "-", changed);
      }
    }
    results.close();
    keys.close();
    this.#close();
    renameSync(to, from);
    renameSync(keysTo, keysFrom);
    this.#closed = true;
  }

  /** Puts the results in place. `complete`: nothing of earlier runs is needed any more. */
  finish(complete: boolean): void {
    if (!this.#closed) this.#close();
    const path = (name: string) => join(this.#folder, name);
    if (!complete) keepFinished(this.#folder);
    rmSync(path(keysName), { force: true });
    renameSync(path(resultsName + part), path(resultsName));
    renameSync(path(keysName + part), path(keysName));
    if (complete) removeUnfinished(this.#folder);
  }

  #close(): void {
    this.#results.close();
    this.#keys.close();
  }
}

/** Finds results of earlier runs in a folder. All files are in the order of results, so asking in order reads each once. */
export class EarlierResults {
  readonly #sources: SortedResults[];

  constructor(folder: string) {
    this.#sources = pairsIn(folder).map(([results, keys]) => new SortedResults(results, keys));
  }

  /** Of the file with this name in the results; the newest run that has one wins. Files must be asked for in order. */
  of(file: string): EarlierResult | undefined {
    const found = this.#sources.map((source) => source.seek(file));
    return found.find((result) => result !== undefined);
  }

  close(): void {
    for (const source of this.#sources) source.close();
  }
}

class SortedResults {
  readonly #results: LineReader;
  readonly #keys: LineReader;
  #next: (KeyLine & { readonly line: string }) | undefined;

  constructor(results: string, keys: string) {
    this.#results = new LineReader(results);
    this.#keys = new LineReader(keys);
    this.#advance();
  }

  seek(file: string): EarlierResult | undefined {
    while (this.#next !== undefined && this.#next.file < file) this.#advance();
    return this.#next?.file === file && this.#next.key !== "-" ? this.#next : undefined;
  }

  #advance(): void {
    const keyText = this.#keys.next();
    const key = keyText === undefined ? undefined : parseKey(keyText);
    const line = this.#results.next();
    // A line that was cut off, or is not the one the key was written for, ends what can be used.
    const fits = key !== undefined && line !== undefined && Buffer.byteLength(line) === key.bytes;
    this.#next = fits && line.endsWith("\n") ? { ...key, line } : undefined;
  }

  close(): void {
    this.#results.close();
    this.#keys.close();
  }
}

function parseKey(text: string): KeyLine | undefined {
  const found = /^(\S+) (\d+) (".*")\n$/.exec(text);
  if (found === null) return undefined;
  try {
    return { key: found[1] as string, bytes: Number(found[2]), file: JSON.parse(found[3] as string) };
  } catch {
    return undefined;
  }
}

/** Result and key files that belong together, the newest first. */
function pairsIn(folder: string): [string, string][] {
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
function keepInterrupted(folder: string): void {
  const path = (name: string) => join(folder, name);
  // Killed between the two renames of `finish`: these keys belong to the results already in place.
  if (existsSync(path(keysName + part)) && !existsSync(path(resultsName + part)) && !existsSync(path(keysName))) {
    renameSync(path(keysName + part), path(keysName));
  }
  keep(folder, resultsName + part, keysName + part);
}

function keepFinished(folder: string): void {
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

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^results\.(?:jsonl|keys)\.(?:part|part\.new|old-\d+)$/.test(name)) rmSync(join(folder, name), { force: true });
  }
}
