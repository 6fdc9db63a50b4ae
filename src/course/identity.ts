/** Who handed in a file for which exercise, as far as its path tells. */

import { once } from "../engine/memo.ts";
import { FolderTree } from "./folderTree.ts";
import {
  archiveEnding,
  canvas,
  cleanStudent,
  gradescope,
  groupName,
  moodle,
  nobodysName,
  OwnNames,
  stemOf,
  tellsNoName,
  timestamp,
  uploadedName,
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
  readonly #names: OwnNames;
  /** What stands in which folder. Made when first needed: most answers name their student. */
  readonly #tree = once(() => {
    const tree = new FolderTree();
    for (const { file } of this.#files) {
      if (!isAnswerName(file)) continue;
      const folders = file.split("/").slice(0, -1);
      tree.add(folders, this.#chain(folders), this.#names.ownName(stemOf(file)));
    }
    return tree;
  });

  constructor(files: Iterable<{ readonly file: string }>, around: Surroundings) {
    this.#files = files;
    this.#around = around;
    this.#names = new OwnNames(around.ids, around.isStudent);
  }

  /** @param isAnswer else its own name is a student's only if it says for which exercise */
  read(file: string, isAnswer = true): PathIdentity {
    const folders = file.split("/");
    folders.pop();
    const name = stemOf(file);
    const own = this.#names.exerciseIn(uploadedName(name));
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
  #platform(folders: readonly string[], file: string): PathIdentity | undefined {
    for (const [depth, whole] of [...folders, file].entries()) {
      const part = depth === folders.length ? file : whole.replace(archiveEnding, "");
      const around = () => this.#chain(folders.slice(0, depth)).length;
      const [, name = "", number] = moodle.exec(part) ?? [];
      if (number !== undefined) {
        // Where names are hidden, all are called alike, and the number is what there is.
        const student = nobodysName.test(name) ? `${name} ${number}` : name;
        return { ...named(student, `moodle ${number}`, around()), isNamed: !groupName.test(name) };
      }
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
    const own = this.#names.ownName(name);
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
    const numbered = folders.findLast((one) => /\p{N}/u.test(one) && this.#names.exerciseIn(one) === undefined);
    const { baseName } = this.#around;
    const student = cleanStudent(numbered ?? (this.#names.isPersonal(baseName) ? baseName : name));
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
    while (depth < chain.length && this.#tree().holdsPeople(chain.slice(0, depth))) depth++;
    return chain.slice(0, depth);
  }

  /** The folders that can be people's. An archive can only as the first of them: in a folder it is that student's. */
  #chain(folders: readonly string[]): string[] {
    const personal = folders.filter((folder) => this.#names.isPersonal(folder));
    const chain = personal.filter((folder, depth) => depth === 0 || !archiveEnding.test(folder));
    return chain.map((folder) => folder.replace(archiveEnding, ""));
  }

  /** Whether the file's own name is the student's, rather than the folder's. */
  #namesAPerson(folders: readonly string[], folder: string, own: string): boolean {
    const known = this.#around.isStudent;
    if (known?.(folder)) return false;
    if (known?.(own)) return true;
    // A folder of many names that stand nowhere else is a group; one name, or names that recur, are a student's files.
    return this.#tree().isOneOfMany(folders, own);
  }

  #exerciseOfFolders(folders: readonly string[]): string | undefined {
    const named = [this.#around.baseName, ...folders].filter((folder) => !moodle.test(folder)).reverse();
    return named.map((folder) => this.#names.exerciseIn(folder)).find((id) => id !== undefined);
  }
}

function named(student: string, submitter: string, around: number): PathIdentity {
  return { student: cleanStudent(student), submitter, isNamed: true, around };
}
