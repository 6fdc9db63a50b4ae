/** Results of earlier runs, found again by their files' names; writes nothing. */

import type { EarlierResult } from "../../../course/fileGrader.ts";
import { type KeyLine, parseKeyLine } from "./keyLine.ts";
import { LineReader } from "./lines.ts";
import { pairsIn } from "./resultFiles.ts";

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
    const key = keyText === undefined ? undefined : parseKeyLine(keyText);
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
