/** What lies in folders of exercises, and the ids of it; whether it is an exercise at all is seen when it is read. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { ExerciseError } from "../exercises/problem.ts";
import { throwIfMachine, UsageError } from "./errors.ts";
import { endings, hasEnding, isFolder, statsOf } from "./files.ts";
import { say } from "./messages/cli.ts";

/** An exercise of a folder. */
export interface OwnExercise {
  readonly id: string;
  /** That of its file or folder. */
  readonly name: string;
  readonly file: string;
  /** Another file with the same id. */
  readonly twin?: string;
}

/** By id. @param folders each holds exercise files, or folders with an exercise.yaml */
export function exercisesIn(folders: readonly string[]): ReadonlyMap<string, OwnExercise> {
  const found = new Map<string, OwnExercise>();
  for (const path of folders.flatMap(pathsIn)) {
    const file = exerciseFile(path);
    if (file === undefined) continue;
    const name = basename(resolve(path), file === path ? extname(path) : "");
    const { id = name, isModel } = lookAt(file);
    if (isModel) continue;
    const earlier = found.get(id);
    if (earlier === undefined) found.set(id, { id, name, file });
    else if (resolve(earlier.file) !== resolve(file)) found.set(id, { ...earlier, twin: file });
  }
  return found;
}

/** What may be an exercise in a folder: the folder itself, or files and folders in it. */
function pathsIn(folder: string): readonly string[] {
  let entries: readonly string[];
  try {
    entries = readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new UsageError(say("exercises.no-folder", { folder }));
    if (code === "ENOTDIR") throw new UsageError(say("exercises.not-a-folder", { folder }));
    throw error;
  }
  if (exerciseFile(folder) !== undefined) return [folder];
  const paths = entries.filter((entry) => !entry.startsWith(".")).map((entry) => join(folder, entry));
  return paths.filter((path) => isFolder(path) || hasEnding(path));
}

const idLine = /^[ \t]*["']?id["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#,}"'][^#,}\r\n]*))/m;

/** The id that stands in a file, and whether it is a model for exercises to share, as far as a look at it tells. */
function lookAt(file: string): { readonly id?: string; readonly isModel?: boolean } {
  // Of a pipe there is only one look.
  if (statsOf(file)?.isFile() !== true) return {};
  try {
    const text = textOf(file);
    const json = text.trimStart().startsWith("{") ? JSON.parse(text) : undefined;
    const found = json === undefined ? (idLine.exec(text) ?? []).slice(1) : [json.id];
    const id = found.find((one) => typeof one === "string")?.trim();
    const isModel = json === undefined ? /^equations[ \t]*:/m.test(text) : "equations" in json;
    return { ...(id && { id }), isModel };
  } catch (error) {
    throwIfMachine(error);
    return {};
  }
}

/** The file of a path: itself, or the exercise.yaml in a folder. */
export function exerciseFile(path: string): string | undefined {
  if (!isFolder(path)) return existsSync(path) ? path : undefined;
  return endings.map((ending) => join(path, `exercise${ending}`)).find((file) => existsSync(file));
}

/** @throws ExerciseError if there is none to be had */
export function textOf(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const code = String(throwIfMachine(error as NodeJS.ErrnoException).code);
    const isText = code !== "ERR_ENCODING_INVALID_ENCODED_DATA";
    const message = isText ? `the file can't be read (${code})` : "the file is not UTF-8 text";
    throw new ExerciseError([{ path: [], message }], file);
  }
}
