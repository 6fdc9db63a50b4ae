/** Finds exercises: built in (compiled beside the program), in folders of `--exercises`, or by path. Knows files. */

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { nearest } from "../engine/names.ts";
import type { Exercise } from "../exercises/exercise.ts";
import { ExerciseError } from "../exercises/problem.ts";

/** What a list shows of an exercise without opening it. */
export interface ExerciseSummary {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly questions: number;
  /** `built in`, or a path. */
  readonly source: string;
}

const endings = [".yaml", ".yml", ".json"];

/** dist/exercises, written by the build: one JSON file an exercise and index.json. This runs in dist or dist/modules. */
const here = dirname(fileURLToPath(import.meta.url));
const compiled = join(basename(here) === "modules" ? dirname(here) : here, "exercises");

/** No exercise of this name; `nearest` is what may have been meant. */
export class UnknownExercise extends Error {
  readonly wanted: string;
  readonly nearest: string | undefined;
  readonly known: readonly string[];

  constructor(wanted: string, known: readonly string[]) {
    super(`unknown exercise ${wanted}`);
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
    const all = new Set([...own, ...builtIn().map(({ id }) => id)]);
    return [...all].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
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

  /** @throws ExerciseError if a file of the folders is wrong */
  async summaries(): Promise<readonly ExerciseSummary[]> {
    const own = this.#inFolders();
    const result: ExerciseSummary[] = [];
    for (const id of this.ids()) {
      const file = own.get(id);
      const found = file === undefined ? builtIn().find((summary) => summary.id === id) : undefined;
      result.push(found ?? summaryOf(await this.load(id), file ?? id));
    }
    return result;
  }

  async #find(wanted: string): Promise<Exercise> {
    const id = wanted.toLowerCase();
    const own = [...this.#inFolders()].find(([name]) => name.toLowerCase() === id);
    if (own !== undefined) return fromFile(own[1]);
    const summary = builtIn().find((entry) => entry.id === id);
    if (summary !== undefined && !looksLikePath(wanted))
      return JSON.parse(readFileSync(join(compiled, `${summary.id}.json`), "utf8")) as Exercise;
    const file = exerciseFile(wanted);
    if (file === undefined) throw new UnknownExercise(wanted, this.ids());
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

let builtInIndex: readonly ExerciseSummary[] | undefined;

function builtIn(): readonly ExerciseSummary[] {
  const index = join(compiled, "index.json");
  builtInIndex ??= existsSync(index) ? (JSON.parse(readFileSync(index, "utf8")) as ExerciseSummary[]) : [];
  return builtInIndex;
}

function looksLikePath(text: string): boolean {
  return text.includes("/") || text.includes("\\") || endings.includes(extname(text).toLowerCase());
}

/** The file of a path: itself, or the exercise.yaml in a folder. */
function exerciseFile(path: string): string | undefined {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind === undefined) return undefined;
  if (!kind.isDirectory()) return path;
  return endings.map((ending) => join(path, `exercise${ending}`)).find((file) => existsSync(file));
}

async function fromFile(file: string): Promise<Exercise> {
  const { readExercise } = await import("../exercises/read.ts");
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new ExerciseError([{ path: [], message: error instanceof Error ? error.message : "cannot be read" }], file);
  }
  return readExercise(text, file);
}

/** Exercises in a folder by the name of their file or folder, which is their id. */
function filesIn(folder: string): readonly (readonly [string, string])[] {
  let entries: readonly string[];
  try {
    entries = readdirSync(folder);
  } catch (error) {
    throw new ExerciseError([{ path: [], message: error instanceof Error ? error.message : "cannot be read" }], folder);
  }
  const own = exerciseFile(folder);
  if (own !== undefined && own !== folder) return [[basename(resolve(folder)), own]];
  return entries.flatMap((entry) => {
    if (entry.startsWith(".")) return [];
    const path = join(folder, entry);
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    if (!isFolder && !endings.includes(extname(entry).toLowerCase())) return [];
    const file = exerciseFile(path);
    return file === undefined ? [] : [[isFolder ? entry : basename(entry, extname(entry)), file] as const];
  });
}

function summaryOf(exercise: Exercise, source: string): ExerciseSummary {
  const points = exercise.questions.reduce((sum, question) => sum + question.points, 0);
  return { id: exercise.id, title: exercise.title, points, questions: exercise.questions.length, source };
}
