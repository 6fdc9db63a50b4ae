/** Who handed in a file for which exercise, as far as its path tells. */

import {
  archiveEnding,
  attempt,
  canvas,
  certainTime,
  cleanStudent,
  genericEnds,
  genericWords,
  gradescope,
  moodle,
  stemOf,
  tellsNoName,
  timestamp,
  uploadedName,
  word,
} from "./names.ts";

export interface PathIdentity {
  readonly student: string;
  /**
   * The submitter as the learning platform or the folders keep them apart: files that differ here are never versions
   * of one another, whatever student they name. Empty where the path says nothing.
   */
  readonly submitter: string;
  /** The platform, a folder or the file's own name tells whose it is; else `student` is the best there is to go by. */
  readonly isNamed: boolean;
  readonly exercise?: string;
}

/** What is known beside the path. */
export interface Surroundings {
  /** Exercise ids. */
  readonly ids: readonly string[];
  /** Name of the folder that paths start from. */
  readonly baseName: string;
  /** Whose all files are, if they are one student's, wherever they lie. */
  readonly student?: string;
  /** Ids of the course's students, if there is a roster. */
  readonly isStudent?: (name: string) => boolean;
  /** Gradescope exports: submission folder (`submission_123`) → its students; the n-th one's file ends in `~n`. */
  readonly exported?: ReadonlyMap<string, readonly string[]>;
}

/** Reads paths of one batch. Needs all of them, because what a name means depends on the others. */
export class PathReader {
  readonly #files: Iterable<{ readonly file: string }>;
  readonly #around: Surroundings;
  /** Matches any exercise id that stands as a word of its own. */
  readonly #exercise: RegExp;
  readonly #canonical: ReadonlyMap<string, string>;
  /** Folder → the names that its files carry beside the exercise's. Made when first needed: most answers name their student. */
  #namesIn: Map<string, Set<string>> | undefined;
  /** Such a name → a folder it stands in; `null`: several, so it is no student's name. */
  readonly #foldersOf = new Map<string, string | null>();

  constructor(files: Iterable<{ readonly file: string }>, around: Surroundings) {
    this.#files = files;
    this.#around = around;
    this.#canonical = new Map(around.ids.map((id) => [id.toLowerCase(), id]));
    const ids = [...around.ids]
      .sort((a, b) => b.length - a.length)
      .map((id) => id.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
    this.#exercise =
      ids.length === 0 ? /(?!)/ : new RegExp(`(^|[^\\p{L}\\p{N}])(${ids.join("|")})(?![\\p{L}\\p{N}])`, "iu");
  }

  read(file: string): PathIdentity {
    const folders = file.split("/");
    const name = stemOf(folders.pop() as string);
    const exercise = this.#exerciseIn(uploadedName(name)) ?? this.#exerciseOfFolders(folders);
    const identity = this.#submitterOf(folders, name, file);
    return exercise === undefined ? identity : { ...identity, exercise };
  }

  #submitterOf(folders: readonly string[], name: string, file: string): PathIdentity {
    const { student } = this.#around;
    if (student !== undefined) return { student, submitter: "", isNamed: true };
    return this.#platform(folders, name, file) ?? this.#fromNames(folders, name);
  }

  #names(): Map<string, Set<string>> {
    if (this.#namesIn !== undefined) return this.#namesIn;
    const namesIn = new Map<string, Set<string>>();
    for (const { file } of this.#files) {
      const folder = file.slice(0, Math.max(file.lastIndexOf("/"), 0));
      const own = this.#ownName(stemOf(file));
      if (own === "") continue;
      const names = namesIn.get(folder) ?? new Set();
      namesIn.set(folder, names.add(own));
      const other = this.#foldersOf.get(own);
      if (other === undefined) this.#foldersOf.set(own, folder);
      else if (other !== folder) this.#foldersOf.set(own, null);
    }
    this.#namesIn = namesIn;
    return namesIn;
  }

  /** Names that learning platforms make. The outermost counts: what is inside is up to the student. */
  #platform(folders: readonly string[], name: string, file: string): PathIdentity | undefined {
    for (const [depth, whole] of [...folders, name].entries()) {
      const part = depth === folders.length ? name : whole.replace(archiveEnding, "");
      const found = moodle.exec(part);
      if (found !== null) return named(found[1] as string, `moodle ${found[2]}`);
      if (gradescope.test(part)) {
        const list = this.#around.exported;
        const member = Number(/~(\d+)$/.exec(file)?.[1] ?? 1) - 1;
        const listed = list?.get(part)?.[member] ?? list?.get(part)?.[0];
        if (listed !== undefined) return named(listed, part);
        if (list !== undefined) return { student: part, submitter: part, isNamed: false };
      }
      const upload = depth === folders.length || archiveEnding.test(whole) ? canvas.exec(part) : null;
      if (upload !== null) return named(upload[1] as string, `canvas ${upload[2]}`);
    }
    return undefined;
  }

  #fromNames(folders: readonly string[], name: string): PathIdentity {
    const own = this.#ownName(name);
    const personal = folders
      .slice(0, this.#personalDepth(folders))
      .filter((one) => this.#isPersonal(one))
      .map((one) => one.replace(archiveEnding, ""));
    const folder = personal.at(-1);
    if (own !== "" && (folder === undefined || this.#namesAPerson(folders, folder, own))) {
      return named(own, [...personal, own].join("/"));
    }
    if (folder !== undefined) return named(folder, personal.join("/"));
    // No folder bears a name, but numbered ones (`17`, `submission_3`) are still different people's.
    const numbered = folders.findLast((one) => /\p{N}/u.test(one) && this.#exerciseIn(one) === undefined);
    const { baseName } = this.#around;
    const student = cleanStudent(numbered ?? (this.#isPersonal(baseName) ? baseName : name));
    return { student, submitter: numbered ?? "", isNamed: false };
  }

  /**
   * How many folders deep the student's own is: the outermost on the roster, else the innermost that can be a person's.
   * An archive stands for its student only if no folder does. 0: none.
   */
  #personalDepth(folders: readonly string[]): number {
    const known = folders.findIndex((folder) => this.#around.isStudent?.(folder.replace(archiveEnding, "")));
    if (known >= 0) return known + 1;
    const personal = folders.map((folder) => this.#isPersonal(folder));
    const folder = personal.findLastIndex((is, depth) => is && !archiveEnding.test(folders[depth] as string));
    return (folder >= 0 ? folder : personal.lastIndexOf(true)) + 1;
  }

  /** Whether the file's own name is the student's, rather than the folder's. */
  #namesAPerson(folders: readonly string[], folder: string, own: string): boolean {
    const known = this.#around.isStudent;
    if (known?.(folder)) return false;
    if (known?.(own)) return true;
    // A folder of many names that stand nowhere else is a group; one name, or names that recur, are a student's files.
    return (this.#names().get(folders.join("/"))?.size ?? 0) > 1 && this.#foldersOf.get(own) !== null;
  }

  /**
   * What is left of a file's name without the exercise, the attempt, the time and words that are nobody's name. The
   * id of someone who takes the course is that, whatever it looks like.
   */
  #ownName(name: string): string {
    const uploaded = uploadedName(name);
    const { isStudent } = this.#around;
    const ids = uploaded.split(/[\s_.()-]+/).filter((part) => /\p{N}/u.test(part) && isStudent?.(part));
    if (ids.length === 1) return ids[0] as string;
    const rest = uploaded.replace(this.#exercise, "$1").replace(attempt, " ").replace(certainTime, " ");
    // A run of eight digits is a date only beside a name; alone it is the name.
    const undated = rest.replace(timestamp, " ");
    const named = undated !== rest && tellsNoName(undated) ? rest : undated;
    if (tellsNoName(named)) return "";
    return named.replace(/^[\s_.-]+|[\s_.-]+$/g, "").replace(genericEnds, "");
  }

  /** Whether a folder's name can be a person's. */
  #isPersonal(folder: string): boolean {
    const own = this.#ownName(folder.replace(archiveEnding, ""));
    return (
      own !== "" &&
      (own.match(word) ?? []).some((one) => !genericWords.has(one.toLowerCase()) && !/^\d{1,3}$/.test(one))
    );
  }

  #exerciseIn(name: string): string | undefined {
    return this.#canonical.get(this.#exercise.exec(name)?.[2]?.toLowerCase() ?? "");
  }

  #exerciseOfFolders(folders: readonly string[]): string | undefined {
    for (let depth = folders.length; depth >= 0; depth--) {
      const folder = depth === 0 ? this.#around.baseName : (folders[depth - 1] as string);
      const id = moodle.test(folder) ? undefined : this.#exerciseIn(folder);
      if (id !== undefined) return id;
    }
    return undefined;
  }
}

function named(student: string, submitter: string): PathIdentity {
  return { student: cleanStudent(student), submitter, isNamed: true };
}
