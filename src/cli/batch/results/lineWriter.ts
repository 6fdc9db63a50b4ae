/** Writes a text file line by line in big pieces; knows no format. */

import { closeSync, openSync, writeSync } from "node:fs";

/** Bytes gathered before they are written: bounds what a crash loses and makes a write worth its call. */
const bufferSize = 131_072;

/** A file that grows at its end. Lines are gathered as bytes, because joined strings would litter the heap. */
export class LineWriter {
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
