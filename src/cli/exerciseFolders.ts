/** What lies in folders of exercises, and the ids of it. Knows files, not what makes an exercise. */

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { ExerciseError } from "../exercises/problem.ts";
import { UsageError } from "./errors.ts";
import { isFolder, statsOf } from "./fileKind.ts";
import { say } from "./messages/cli.ts";

export const endings: readonly string[] = [".yaml", ".yml", ".json"];

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
  for (const { name, file } of folders.flatMap(filesIn)) {
    const id = idIn(file) ?? name;
    const earlier = found.get(id);
    if (earlier === undefined) found.set(id, { id, name, file });
    else if (resolve(earlier.file) !== resolve(file)) found.set(id, { ...earlier, twin: file });
  }
  return found;
}

/** Exercises in a folder with the name of their file or folder. */
function filesIn(folder: string): readonly Pick<OwnExercise, "name" | "file">[] {
  let entries: readonly string[];
  try {
    entries = readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new UsageError(say("exercises.no-folder", { folder }));
    throw new UsageError(say(code === "ENOTDIR" ? "exercises.not-a-folder" : "exercises.unreadable", { folder }));
  }
  const own = exerciseFile(folder);
  if (own !== undefined && own !== folder) return [{ name: basename(resolve(folder)), file: own }];
  return entries.flatMap((entry) => {
    if (entry.startsWith(".")) return [];
    const path = join(folder, entry);
    const isOwnFolder = isFolder(path);
    if (!isOwnFolder && !endings.includes(extname(entry).toLowerCase())) return [];
    const file = exerciseFile(path);
    return file === undefined ? [] : [{ name: isOwnFolder ? entry : basename(entry, extname(entry)), file }];
  });
}

const idLine = /^\{?[ \t]*["']?id["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#,}"'][^#,}\r\n]*))/m;

/** The id that stands in a file, as far as a look at it tells; whether it is an exercise at all is seen when it is read. */
function idIn(file: string): string | undefined {
  // Of a pipe there is only one look.
  if (statsOf(file)?.isFile() !== true) return undefined;
  try {
    const text = textOf(file);
    const found = text.trimStart().startsWith("{") ? parsedId(text) : undefined;
    const [, quoted, single, bare] = found === undefined ? (idLine.exec(text) ?? []) : [];
    return (found ?? quoted ?? single ?? bare)?.trim() || undefined;
  } catch {
    return undefined;
  }
}

function parsedId(text: string): string | undefined {
  try {
    const { id } = JSON.parse(text);
    return typeof id === "string" ? id : undefined;
  } catch {
    return undefined;
  }
}

/** The file of a path: itself, or the exercise.yaml in a folder. */
export function exerciseFile(path: string): string | undefined {
  const kind = statsOf(path);
  if (kind === undefined) return undefined;
  if (!kind.isDirectory()) return path;
  return endings.map((ending) => join(path, `exercise${ending}`)).find((file) => existsSync(file));
}

/** Larger files are no exercises; in bytes. */
const largest = 16_000_000;

/** @throws ExerciseError if there is none to be had */
export function textOf(file: string): string {
  const problem = (message: string) => new ExerciseError([{ path: [], message }], file);
  try {
    const kind = statSync(file);
    if (!kind.isFile() && !kind.isFIFO()) throw problem("this is neither a file nor a folder with an exercise.yaml");
    if (kind.size > largest) throw problem(`the file is larger than ${largest} bytes`);
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof ExerciseError) throw error;
    const code = String((error as NodeJS.ErrnoException).code);
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") throw problem("the file is not UTF-8 text");
    throw problem(code === "EACCES" ? "the file must not be read: permission denied" : `can't be read (${code})`);
  }
}
