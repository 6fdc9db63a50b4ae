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
  groupName,
  moodle,
  nobodysName,
  stemOf,
  tellsNoName,
  timestamp,
  uploadedName,
  word,
} from "./names.ts";
import { isAnswer as isAnswerName } from "./skip.ts";

export interface PathIdentity {
  readonly student: string;
  /** All who handed it in together, by id, where the platform lists them; `student` is the first. */
  readonly members?: readonly string[];
  /**
   * The submitter as the learning platform or the folders keep them apart: files that differ here are never versions
   * of one another, whatever student they name. Empty where the path says nothing.
   */
  readonly submitter: string;
  /** Folders around the name that can be people's, too. */
  readonly around: number;
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
  readonly student?: string | undefined;
  /** Whether the roster, if there is one, knows somebody under this name. */
  readonly isStudent?: ((name: string) => boolean) | undefined;
  /** Whether it knows a GitHub account of this name. */
  readonly isAccount?: ((name: string) => boolean) | undefined;
  /** Gradescope exports: submission folder (`submission_123`) → its students. */
  readonly exported?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** Reads paths of one batch. Needs all of them, because what a name means depends on the others. */
export class PathReader {
  readonly #files: Iterable<{ readonly file: string }>;
  readonly #around: Surroundings;
  /** Matches any exercise id that stands as a word of its own. */
  readonly #exercise: RegExp;
  readonly #canonical: ReadonlyMap<string, string>;
  /** What stands in which folder. Made when first needed: most answers name their student. */
  #tree: Tree | undefined;

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

  /** @param isAnswer else its own name is a student's only if it says for which exercise */
  read(file: string, isAnswer = true): PathIdentity {
    const folders = file.split("/");
    folders.pop();
    const name = stemOf(file);
    const own = this.#exerciseIn(uploadedName(name));
    const exercise = own ?? this.#exerciseOfFolders(folders);
    const isMeant = isAnswer || own !== undefined;
    const { student } = this.#around;
    const identity =
      // Of all that lies about in a student's own project, only what names an exercise is meant.
      student !== undefined
        ? { student, submitter: "", isNamed: isMeant, around: 0 }
        : (this.#platform(folders, name) ?? this.#fromNames(folders, name, isMeant));
    return exercise === undefined ? identity : { ...identity, exercise };
  }

  /** Names that learning platforms make. The outermost counts: what is inside is up to the student. */
  #platform(folders: readonly string[], name: string): PathIdentity | undefined {
    for (const [depth, whole] of [...folders, name].entries()) {
      const part = depth === folders.length ? name : whole.replace(archiveEnding, "");
      const around = () => this.#chain(folders.slice(0, depth)).length;
      const found = moodle.exec(part);
      if (found !== null) return fromMoodle(found[1] as string, found[2] as string, around());
      if (gradescope.test(part)) {
        const list = this.#around.exported;
        const members = list?.get(part);
        if (members !== undefined) return { ...named(members[0] as string, part, around()), members };
        if (list !== undefined) return { student: part, submitter: part, isNamed: false, around: around() };
      }
      const upload = depth === folders.length || archiveEnding.test(whole) ? canvas.exec(part) : null;
      if (upload !== null) return named(upload[1] as string, `canvas ${upload[2]}`, around());
      const account = depth < folders.length ? this.#accountOf(part, folders[depth - 1] ?? this.#around.baseName) : "";
      if (account !== "") return named(account, account, around());
      // In a student's own folder nothing is the platform's.
      if (depth < folders.length && this.#around.isStudent?.(part)) return undefined;
    }
    return undefined;
  }

  /** Whose repository GitHub Classroom made: `sheet-6-ann` in `sheet-6-submissions`, or before an account of the roster. */
  #accountOf(folder: string, parent: string): string {
    const assignment = /^(.+-)submissions$/i.exec(parent)?.[1]?.toLowerCase();
    if (assignment !== undefined && folder.toLowerCase().startsWith(assignment)) return folder.slice(assignment.length);
    const { isAccount } = this.#around;
    const ends = [...folder.matchAll(/-/g)].map(({ index }) => folder.slice(index + 1));
    return (isAccount && ends.find(isAccount)) ?? "";
  }

  #fromNames(folders: readonly string[], name: string, isMeant: boolean): PathIdentity {
    const own = this.#ownName(name);
    const isKnown = this.#around.isStudent?.(own) === true;
    const personal = this.#personalChain(folders);
    const folder = personal.at(-1);
    // Digits that may be a date as well as somebody's number are a name only if nothing speaks against it.
    const isDate = !isKnown && tellsNoName(own.replace(timestamp, " "));
    const isOwn = own !== "" && (isKnown || (isMeant && !(isDate && folder !== undefined)));
    if (isOwn && (folder === undefined || this.#namesAPerson(folders, folder, own))) {
      return {
        ...named(own, [...personal, own].join("/"), personal.length),
        ...(isDate && { isNamed: false, submitter: "" }),
      };
    }
    if (folder !== undefined)
      return { ...named(folder, personal.join("/"), personal.length - 1), isNamed: !groupName.test(folder) };
    // No folder bears a name, but numbered ones (`17`, `submission_3`) are still different people's.
    const numbered = folders.findLast((one) => /\p{N}/u.test(one) && this.#exerciseIn(one) === undefined);
    const { baseName } = this.#around;
    const student = cleanStudent(numbered ?? (this.#isPersonal(baseName) ? baseName : name));
    return { student, submitter: numbered ?? "", isNamed: false, around: 0 };
  }

  /** The folders that can be people's, down to the student's own. */
  #personalChain(folders: readonly string[]): string[] {
    const { isStudent } = this.#around;
    const known = folders.findIndex((folder) => isStudent?.(folder.replace(archiveEnding, "")));
    const chain = this.#chain(known < 0 ? folders : folders.slice(0, known + 1));
    if (known >= 0) return chain;
    // What a student packs into folders is theirs; only a folder of several people's leads further down.
    let depth = 1;
    while (depth < chain.length && this.#treeOfAll().holdsPeople(chain.slice(0, depth))) depth++;
    return chain.slice(0, depth);
  }

  /** The folders that can be people's. An archive can only as the first of them: in a folder it is that student's. */
  #chain(folders: readonly string[]): string[] {
    const personal = folders.filter((folder) => this.#isPersonal(folder));
    const chain = personal.filter((folder, depth) => depth === 0 || !archiveEnding.test(folder));
    return chain.map((folder) => folder.replace(archiveEnding, ""));
  }

  /** Whether the file's own name is the student's, rather than the folder's. */
  #namesAPerson(folders: readonly string[], folder: string, own: string): boolean {
    const known = this.#around.isStudent;
    if (known?.(folder)) return false;
    if (known?.(own)) return true;
    // A folder of many names that stand nowhere else is a group; one name, or names that recur, are a student's files.
    return this.#treeOfAll().isOneOfMany(folders, own);
  }

  #treeOfAll(): Tree {
    if (this.#tree !== undefined) return this.#tree;
    const tree = new Tree();
    this.#tree = tree;
    for (const { file } of this.#files) {
      if (!isAnswerName(file)) continue;
      const folders = file.split("/").slice(0, -1);
      tree.add(folders, this.#chain(folders), this.#ownName(stemOf(file)));
    }
    return tree;
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
  #isPersonal(folder: string): boolean {
    const bare = folder.replace(archiveEnding, "");
    const own = this.#ownName(bare);
    if (this.#around.isStudent?.(bare)) return true;
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

function named(student: string, submitter: string, around: number): PathIdentity {
  return { student: cleanStudent(student), submitter, isNamed: true, around };
}

/** Where names are hidden, all are called alike, and the number is what there is. */
function fromMoodle(name: string, number: string, around: number): PathIdentity {
  const isNobody = nobodysName.test(name);
  const identity = named(isNobody ? `${name} ${number}` : name, `moodle ${number}`, around);
  return groupName.test(name) ? { ...identity, isNamed: false } : identity;
}

/** What stands in which folder: tells students' own folders from those of groups, by what they hold. */
class Tree {
  /** Folder → the names in it. */
  readonly #names = new Map<string, Set<string>>();
  /** Name → the outermost folders below which it stands: nobody makes another's name a common one. */
  readonly #tops = new Map<string, Set<string>>();
  readonly #allTops = new Set<string>();

  /** @param chain the folders that can be people's @param own the name that the file bears itself, or empty */
  add(folders: readonly string[], chain: readonly string[], own: string): void {
    const top = chain[0] ?? folders[0] ?? "";
    this.#allTops.add(top);
    for (let depth = 1; depth < chain.length; depth++) {
      this.#enter(`>${chain.slice(0, depth).join("/")}`, chain[depth] as string, top);
    }
    if (own !== "") this.#enter(folders.join("/"), own, top);
  }

  #enter(folder: string, name: string, top: string): void {
    this.#names.set(folder, (this.#names.get(folder) ?? new Set()).add(name));
    this.#tops.set(name, (this.#tops.get(name) ?? new Set()).add(top));
  }

  /** Whether there are several people's folders in that one: names that don't recur, or it is around everything. */
  holdsPeople(chain: readonly string[]): boolean {
    const names = [...(this.#names.get(`>${chain.join("/")}`) ?? [])];
    return names.filter((name) => !this.#recurs(name)).length > 1 || (this.#allTops.size === 1 && names.length > 0);
  }

  /** Whether the name is one of several in its folder, and a common one nowhere. */
  isOneOfMany(folders: readonly string[], name: string): boolean {
    return (this.#names.get(folders.join("/"))?.size ?? 0) > 1 && !this.#recurs(name);
  }

  #recurs(name: string): boolean {
    const { size } = this.#tops.get(name) ?? { size: 0 };
    return size > 2 || (size > 1 && size === this.#allTops.size);
  }
}
