/** Names of folders from names of students: safe on every file system, never the same twice; touches no files. */

const maxLength = 80;

/** What Windows takes for devices, whatever the extension. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name of one folder or file, of at most 90 characters. A name of plain letters, digits, `.`, `_` and `-` that
 * starts with a letter or digit stays; everything else is replaced and marked with a checksum of the original, so that
 * `a/b` and `a:b` stay apart.
 */
export function safeName(name: string): string {
  const plain = name.normalize("NFC").replace(/[^A-Za-z0-9._-]+/g, "_");
  const safe = plain.slice(0, maxLength).replace(/^[^A-Za-z0-9]+|[.]+$/g, "");
  if (safe === name && safe !== "" && !deviceName.test(safe)) return safe;
  // The checksum alone names what has no plain character; an underscore makes a device's name harmless.
  return [safe.replace(deviceName, "$1_$2"), checksum(name)].filter(Boolean).join("_");
}

/** Hands out names that differ even where case is ignored: the second `ann` becomes `ann-2`. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  take(name: string): string {
    for (let count = 1; ; count++) {
      const candidate = count === 1 ? name : `${name}-${count}`;
      const key = candidate.toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return candidate;
    }
  }
}

/** FNV-1a over code units, eight hexadecimal digits; keeps names apart, protects nothing. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
