/** What names of files and folders tell by themselves: an exercise, a student, or nothing but a version. */

import {
  archiveEnding,
  attempt,
  certainTime,
  genericEnds,
  genericWords,
  tellsNoName,
  timestamp,
  uploadedName,
  word,
} from "./names.ts";

/** Reads single names, whatever stands around them. */
export class OwnNames {
  /** Matches any exercise id that stands as a word of its own. */
  readonly #exercise: RegExp;
  readonly #canonical: ReadonlyMap<string, string>;
  readonly #isStudent: ((name: string) => boolean) | undefined;

  /** @param all ids of exercises @param isStudent whether the roster, if there is one, knows somebody under this name */
  constructor(all: readonly string[], isStudent: ((name: string) => boolean) | undefined) {
    this.#isStudent = isStudent;
    this.#canonical = new Map(all.map((id) => [id.toLowerCase(), id]));
    const ids = [...all].sort((a, b) => b.length - a.length).map((id) => id.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
    this.#exercise =
      ids.length === 0 ? /(?!)/ : new RegExp(`(^|[^\\p{L}\\p{N}])(${ids.join("|")})(?![\\p{L}\\p{N}])`, "iu");
  }

  /**
   * What is left of a file's name without the exercise, the attempt, the time and words that are nobody's name. The
   * id of someone who takes the course is that, whatever it looks like.
   */
  ownName(name: string): string {
    const uploaded = uploadedName(name);
    const isStudent = this.#isStudent;
    const ids = uploaded.split(/[\s_.()-]+/).filter((part) => /\p{N}/u.test(part) && isStudent?.(part));
    if (ids.length === 1) return ids[0] as string;
    const bare = uploaded.replace(this.#exercise, "$1");
    const trimmed = bare.replace(/^[\s_.()-]+|[\s_.()-]+$/g, "");
    if (isStudent?.(trimmed)) return trimmed;
    const rest = bare.replace(certainTime, " ").replace(attempt, " ");
    // A run of eight digits is a date only beside a name; alone it is the name.
    const undated = rest.replace(timestamp, " ");
    const named = undated !== rest && tellsNoName(undated) ? rest : undated;
    if (tellsNoName(named)) return "";
    return named.replace(/^[\s_.()-]+|[\s_.()-]+$/g, "").replace(genericEnds, "");
  }

  /** Whether a folder's name can be a person's. */
  isPersonal(folder: string): boolean {
    const bare = folder.replace(archiveEnding, "");
    const own = this.ownName(bare);
    if (this.#isStudent?.(bare)) return true;
    return (
      own !== "" &&
      (own.match(word) ?? []).some((one) => !genericWords.has(one.toLowerCase()) && !/^\d{1,3}$/.test(one))
    );
  }

  exerciseIn(name: string): string | undefined {
    return this.#canonical.get(this.#exercise.exec(name)?.[2]?.toLowerCase() ?? "");
  }
}
