/** Finds exercises: built in (compiled beside the program), in folders of `--exercises`, or by path. Knows files. */

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { nearest } from "../engine/names.ts";
import { type Exercise, pointsOf } from "../exercises/exercise.ts";
import { ExerciseError } from "../exercises/problem.ts";
import { byNaturalOrder } from "../grading/naturalOrder.ts";
import { builtInExercise, builtInSummaries, type ExerciseSummary } from "./builtIn.ts";
import { isExerciseError } from "./errorKind.ts";
import { isFolder, statsOf } from "./fileKind.ts";
import { UsageError } from "./usageError.ts";

const endings = [".yaml", ".yml", ".json"];

/** No exercise of this name; `nearest` is what may have been meant. */
export class UnknownExercise extends Error {
  readonly wanted: string;
  readonly nearest: string | undefined;
  readonly known: readonly string[];
  /** What `wanted` looks like: an id, the path of a file that is not there, a folder without an exercise. */
  readonly kind: "id" | "file" | "folder";

  constructor(wanted: string, known: readonly string[], kind: "id" | "file" | "folder") {
    super(`unknown exercise ${wanted}`);
    this.kind = kind;
    this.name = "UnknownExercise";
    this.wanted = wanted;
    this.known = known;
    this.nearest = nearest(wanted.toLowerCase(), known);
  }
}

/** The exercises that a run knows by id: those of `folders` first, then the built-in ones. */
export class ExerciseFiles {
  readonly #folders: readonly string[];
  readonly #loaded = new Map<string, Exercise>();
  #files: ReadonlyMap<string, string> | undefined;

  /** @param folders each holds exercise files, or folders with an exercise.yaml */
  constructor(folders: readonly string[] = []) {
    this.#folders = folders;
  }

  /** Ids, in natural order. */
  ids(): readonly string[] {
    const own = [...this.#inFolders().keys()];
    const all = new Set([...own, ...builtInSummaries().map(({ id }) => id)]);
    return [...all].sort(byNaturalOrder);
  }

  /**
   * An exercise by id (upper and lower case alike) or by path of a file or folder.
   * @throws UnknownExercise, or ExerciseError if its file is wrong
   */
  async load(wanted: string): Promise<Exercise> {
    const known = this.#loaded.get(wanted);
    if (known !== undefined) return known;
    const exercise = await this.#find(wanted);
    this.#loaded.set(wanted, exercise);
    return exercise;
  }

  /** The exercise's id, if `wanted` is one (`ex6`, `EX6`, or `6` if no other ends in 6); a path is none. */
  idOf(wanted: string): string | undefined {
    const id = wanted.toLowerCase();
    const ids = this.ids();
    const found = ids.find((one) => one.toLowerCase() === id);
    if (found !== undefined || !/^\d+$/.test(id)) return found;
    const ending = ids.filter((one) => /\d+$/.exec(one)?.[0] === id);
    return ending.length === 1 ? ending[0] : undefined;
  }

  /** What there is; files of the folders that are no exercises are told apart and hide nothing. */
  async summaries(): Promise<{
    readonly exercises: readonly ExerciseSummary[];
    readonly broken: readonly ExerciseError[];
  }> {
    const own = this.#inFolders();
    const exercises: ExerciseSummary[] = [];
    const broken: ExerciseError[] = [];
    for (const id of this.ids()) {
      const file = own.get(id);
      const found = file === undefined ? builtInSummaries().find((summary) => summary.id === id) : undefined;
      try {
        exercises.push(found ?? summaryOf(await this.load(id), file ?? id));
      } catch (error) {
        if (!isExerciseError(error)) throw error;
        broken.push(error);
      }
    }
    return { exercises, broken };
  }

  async #find(wanted: string): Promise<Exercise> {
    const id = this.idOf(wanted);
    const own = id === undefined ? undefined : this.#inFolders().get(id);
    if (own !== undefined) return fromFile(own);
    if (id !== undefined && !looksLikePath(wanted)) return builtInExercise(id);
    const file = exerciseFile(wanted);
    if (file === undefined) throw new UnknownExercise(wanted, this.ids(), kindOf(wanted));
    return fromFile(file);
  }

  #inFolders(): ReadonlyMap<string, string> {
    this.#files ??= new Map(this.#folders.flatMap((folder) => filesIn(folder)));
    return this.#files;
  }
}

/**
 * Loads an exercise: a built-in one by id (`ex1` … `ex7`), a file or folder by path, or one that is given as data.
 * @throws UnknownExercise, or ExerciseError with file, line and column
 */
export async function loadExercise(source: string | object): Promise<Exercise> {
  if (typeof source === "string") return new ExerciseFiles().load(source);
  const { exerciseFromData } = await import("../exercises/read.ts");
  return exerciseFromData(source);
}

function kindOf(wanted: string): UnknownExercise["kind"] {
  if (isFolder(wanted)) return "folder";
  return looksLikePath(wanted) ? "file" : "id";
}

function looksLikePath(text: string): boolean {
  return text.includes("/") || text.includes("\\") || endings.includes(extname(text).toLowerCase());
}

/** The file of a path: itself, or the exercise.yaml in a folder. */
function exerciseFile(path: string): string | undefined {
  const kind = statsOf(path);
  if (kind === undefined) return undefined;
  if (!kind.isDirectory()) return path;
  return endings.map((ending) => join(path, `exercise${ending}`)).find((file) => existsSync(file));
}

async function fromFile(file: string): Promise<Exercise> {
  const { readExercise } = await import("../exercises/read.ts");
  return readExercise(textOf(file), file);
}

/** Larger files are no exercises; in bytes. */
const largest = 16_000_000;

function textOf(file: string): string {
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

/** Exercises in a folder by the name of their file or folder, which is their id. */
function filesIn(folder: string): readonly (readonly [string, string])[] {
  let entries: readonly string[];
  try {
    entries = readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new UsageError("exercises.no-folder", { folder });
    throw new UsageError(code === "ENOTDIR" ? "exercises.not-a-folder" : "exercises.unreadable", { folder });
  }
  const own = exerciseFile(folder);
  if (own !== undefined && own !== folder) return [[basename(resolve(folder)), own]];
  return entries.flatMap((entry) => {
    if (entry.startsWith(".")) return [];
    const path = join(folder, entry);
    const isOwnFolder = isFolder(path);
    if (!isOwnFolder && !endings.includes(extname(entry).toLowerCase())) return [];
    const file = exerciseFile(path);
    return file === undefined ? [] : [[isOwnFolder ? entry : basename(entry, extname(entry)), file] as const];
  });
}

function summaryOf(exercise: Exercise, source: string): ExerciseSummary {
  const { id, title, questions } = exercise;
  return { id, title, points: pointsOf(exercise), questions: questions.length, source };
}
