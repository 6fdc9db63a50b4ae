/** Reads a text file line by line in big pieces, holding one line at a time; knows no format. */

import { closeSync, openSync, readSync } from "node:fs";

const newline = 10;

export class LineReader {
  readonly #descriptor: number;
  #buffer = Buffer.allocUnsafeSlow(262_144);
  #start = 0;
  #end = 0;

  constructor(path: string) {
    this.#descriptor = openSync(path, "r");
  }

  /** The next line with its end (the last one may lack it); undefined at the end of the file. */
  next(): string | undefined {
    for (let searched = this.#start; ; ) {
      const at = this.#buffer.subarray(0, this.#end).indexOf(newline, searched);
      if (at >= 0) return this.#cut(at + 1);
      searched = this.#end - this.#start;
      if (!this.#fill()) return this.#start < this.#end ? this.#cut(this.#end) : undefined;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #cut(end: number): string {
    const line = this.#buffer.toString("utf8", this.#start, end);
    this.#start = end;
    return line;
  }

  /** Moves what is left to the front and reads on; false at the end of the file. */
  #fill(): boolean {
    this.#buffer.copyWithin(0, this.#start, this.#end);
    this.#end -= this.#start;
    this.#start = 0;
    if (this.#end === this.#buffer.length) {
      const larger = Buffer.allocUnsafeSlow(this.#buffer.length * 2);
      this.#buffer.copy(larger, 0, 0, this.#end);
      this.#buffer = larger;
    }
    const count = readSync(this.#descriptor, this.#buffer, this.#end, this.#buffer.length - this.#end, null);
    this.#end += count;
    return count > 0;
  }
}

/** All lines of a file, one at a time. */
export function* linesOf(path: string): Generator<string> {
  const reader = new LineReader(path);
  try {
    for (let line = reader.next(); line !== undefined; line = reader.next()) yield line;
  } finally {
    reader.close();
  }
}
