/**
 * The results of a run on disk: written line by line while it goes on, put in place at its end. A run that is killed at
 * any moment leaves what it has done, and the finished results of the run before, for the next one to use.
 *
 * `results.jsonl.part` and `results.keys.part` grow together: a line of the second says what the line of the first
 * depends on, how long it is and whose it is. At the end both are renamed to `results.jsonl` and `results.keys`;
 * interrupted ones are kept as `….old-N` until a run is complete.
 */

import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "./folder.ts";
import { keyLineText, longestKeyLine, parseKeyLine } from "./keyLine.ts";
import { LineReader } from "./lines.ts";
import { LineWriter } from "./lineWriter.ts";
import { keepFinished, keepInterrupted, keysName, part, removeUnfinished, resultsName } from "./resultFiles.ts";

const flushMilliseconds = 200;

export class Journal {
  readonly #folder: string;
  #results: LineWriter;
  #keys: LineWriter;
  #flushed = performance.now();
  #closed = false;

  /** Starts anew; what is there already is kept if `resume`, for `EarlierResults`. */
  constructor(folder: string, resume: boolean) {
    this.#folder = folder;
    makeFolder(folder);
    if (resume) keepInterrupted(folder);
    else removeUnfinished(folder);
    this.#results = new LineWriter(join(folder, resultsName + part));
    this.#keys = new LineWriter(join(folder, keysName + part));
  }

  add(file: string, key: string, line: string): void {
    if (!this.#results.fits(line.length) || !this.#keys.fits(longestKeyLine(key, file))) this.flush();
    const bytes = this.#results.add(line);
    this.#keys.add(keyLineText({ key, bytes, file }));
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
      const parsed = parseKeyLine(key);
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
