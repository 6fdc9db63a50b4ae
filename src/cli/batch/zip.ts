/** Writes zip archives: the same bytes for the same files, on any machine and at any time. */

import { strToU8, Zip, ZipDeflate } from "fflate";
import type { OutputFile } from "../../formats/format.ts";

/** Zip has local times, and none before this. */
const mtime = new Date(1980, 0, 1);

/** The archive, a file at a time. */
export async function* zipped(files: Iterable<OutputFile>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  for (const { path, chunks } of files) {
    const entry = Object.assign(new ZipDeflate(path), { mtime });
    zip.add(entry);
    for await (const chunk of chunks) entry.push(strToU8(chunk));
    entry.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready;
}
