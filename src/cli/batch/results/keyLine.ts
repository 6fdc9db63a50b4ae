/** A line of results.keys: what is known about a result without reading it. */

export interface KeyLine {
  /** Stands for all that the result depends on; `-` if it has to be made again in any case. */
  readonly key: string;
  /** Length of the line of results, with its end. */
  readonly bytes: number;
  readonly file: string;
}

export function keyLineText({ key, bytes, file }: KeyLine): string {
  return `${key} ${bytes} ${JSON.stringify(file)}\n`;
}

/** No key line is longer, in UTF-16 code units, however the file's name has to be escaped. */
export function longestKeyLine(key: string, file: string): number {
  return key.length + 6 * file.length + 32;
}

/** Undefined for a line that was cut off. */
export function parseKeyLine(text: string): KeyLine | undefined {
  const found = /^(\S+) (\d+) (".*")\n$/.exec(text);
  if (found === null) return undefined;
  try {
    return { key: found[1] as string, bytes: Number(found[2]), file: JSON.parse(found[3] as string) };
  } catch {
    return undefined;
  }
}
