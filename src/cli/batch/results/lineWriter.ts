/** Writes a text file line by line in big pieces; knows no format. */

import { closeSync, openSync, writeSync } from "node:fs";

/** Bytes gathered before they are written: bounds what a crash loses and makes a write worth its call. */
const bufferSize = 131_072;

/** UTF-8 takes three bytes for a code unit at most (four for the two of a surrogate pair). */
const mostBytesPerUnit = 3;

/** A file that grows at its end. Lines are gathered as bytes, because joined strings would litter the heap. */
export class LineWriter {
  readonly #descriptor: number;
  readonly #buffer = Buffer.allocUnsafeSlow(bufferSize);
  #length = 0;

  constructor(path: string) {
    this.#descriptor = openSync(path, "w");
  }

  /** Whether a line of so many UTF-16 code units surely fits without a flush first. */
  fits(units: number): boolean {
    return this.#length + units * mostBytesPerUnit <= bufferSize;
  }

  /** @returns how many bytes the line takes */
  add(line: string): number {
    if (!this.fits(line.length)) {
      this.flush();
      if (!this.fits(line.length)) return writeSync(this.#descriptor, line);
    }
    const bytes = this.#buffer.write(line, this.#length);
    this.#length += bytes;
    return bytes;
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
