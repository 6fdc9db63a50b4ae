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

/** A folder a student, apart from others' even where case is ignored: the later of two gets a checksum. */
export class StudentFolders {
  readonly #owners = new Map<string, string>();

  of(student: string): string {
    const name = safeName(student);
    if (this.#claim(name, student)) return name;
    const marked = `${name}_${checksum(student)}`;
    this.#claim(marked, student);
    return marked;
  }

  /** False if the name is another student's. */
  #claim(name: string, student: string): boolean {
    const key = name.toLowerCase();
    const owner = this.#owners.get(key);
    if (owner === undefined) this.#owners.set(key, student);
    return owner === undefined || owner === student;
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
