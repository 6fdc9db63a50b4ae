/** Finds exercises: built in (compiled beside the program), in folders of `--exercises`, or by path. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { byNaturalOrder } from "../course/order.ts";
import { entryOf } from "../engine/maps.ts";
import { once } from "../engine/memo.ts";
import { type Exercise, idAmong, pointsOf } from "../exercises/exercise.ts";
import { ExerciseError } from "../exercises/problem.ts";
import type { Text } from "../messages/message.ts";
import { isExerciseError } from "./errors.ts";
import { exerciseFile, exercisesIn, type OwnExercise, textOf } from "./exerciseFolders.ts";
import { endings, hasEnding, statsOf } from "./files.ts";

/** What a list shows of an exercise without opening it. */
export interface ExerciseSummary {
  readonly id: string;
  readonly title: Text;
  readonly points: number;
  readonly questions: number;
  /** `built in`, or a path; a list shows it if not all come from one place. */
  readonly source: string;
}

/**
 * Where the exercises lie that come with the program, compiled to JSON so that nothing is parsed or checked at start:
 * beside the built program, or in dist/ of the package when the sources run.
 */
const compiled = once(() => {
  const own = dirname(fileURLToPath(import.meta.url));
  const near = [".", "..", "../..", "../../.."].flatMap((up) => [join(own, up), join(own, up, "dist")]);
  return near.map((folder) => join(folder, "exercises")).find((folder) => existsSync(join(folder, "index.json"))) ?? "";
});

/** Where a JSON Schema lies that comes with the program, as editors are told it. */
export function schemaUrl(name: "exercise" | "answer"): string {
  return pathToFileURL(join(compiled(), "../schema", `${name}.json`)).href;
}

export const builtInSummaries = once((): readonly ExerciseSummary[] => {
  const file = join(compiled(), "index.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
});

function builtInSummary(id: string | undefined): ExerciseSummary | undefined {
  return builtInSummaries().find((summary) => summary.id === id);
}

/** @param id of one of the summaries */
export function builtInExercise(id: string): Exercise {
  return JSON.parse(readFileSync(join(compiled(), `${id}.json`), "utf8"));
}

/** No exercise of this name. */
export class UnknownExercise extends Error {
  readonly wanted: string;
  readonly known: readonly string[];

  constructor(wanted: string, known: readonly string[]) {
    super(`unknown exercise ${wanted}`);
    this.name = "UnknownExercise";
    this.wanted = wanted;
    this.known = known;
  }
}

/** The exercises that a run knows by id: those of `folders` first, then the built-in ones. */
export class ExerciseFiles {
  readonly #loaded = new Map<string, Promise<Exercise>>();
  readonly #inFolders: () => ReadonlyMap<string, OwnExercise>;

  /** @param folders each holds exercise files, or folders with an exercise.yaml */
  constructor(folders: readonly string[] = []) {
    this.#inFolders = once(() => exercisesIn(folders));
  }

  /** Ids, in natural order. */
  ids(): readonly string[] {
    const own = [...this.#inFolders().keys()];
    const builtIn = builtInSummaries().map(({ id }) => id);
    return own.length === 0 ? builtIn : [...new Set([...own, ...builtIn])].sort(byNaturalOrder);
  }

  /**
   * An exercise by id (upper and lower case alike) or by path of a file or folder.
   * @throws UnknownExercise, or ExerciseError if its file is wrong
   */
  load(wanted: string): Promise<Exercise> {
    return entryOf(this.#loaded, wanted, () => this.#find(wanted));
  }

  /** The exercise's id, if `wanted` is one (`ex6`, `EX6`, or `6` if no other ends in 6) or a file's name; a path is none. */
  idOf(wanted: string): string | undefined {
    const found = idAmong(this.ids(), wanted);
    if (found !== undefined) return found;
    const name = wanted.toLowerCase();
    return [...this.#inFolders().values()].find((one) => one.name.toLowerCase() === name)?.id;
  }

  /** What there is; files of the folders that are no exercises are told apart and hide nothing. */
  async summaries() {
    const own = this.#inFolders();
    const exercises: ExerciseSummary[] = [];
    const broken: ExerciseError[] = [];
    for (const id of this.ids()) {
      const file = own.get(id)?.file;
      try {
        const found = file === undefined ? builtInSummary(id) : undefined;
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
    const twin = own?.twin ?? builtInSummary(id)?.source;
    if (own !== undefined && twin !== undefined) {
      const message = `“${id}” is the id of two exercises; the other one is ${twin}. Give this one another id.`;
      const text = textOf(own.file);
      const line = text.split("\n").findIndex((row) => /^[\s{]*["']?id["']?\s*:/.test(row)) + 1;
      throw new ExerciseError([{ path: ["id"], message, line: Math.max(1, line) }], own.file, text);
    }
    if (own !== undefined) return fromFile(own.file);
    if (id !== undefined && !looksLikePath(wanted)) return builtInExercise(id);
    const file = exerciseFile(wanted);
    if (file === undefined) throw new UnknownExercise(wanted, this.ids());
    return fromFile(file);
  }
}

/**
 * Loads an exercise: a built-in one by id (`ex1`, `ex2`, …), a file or folder by path, or one that is given as data.
 * @throws UnknownExercise, or ExerciseError with file, line and column
 */
export async function loadExercise(source: string | object): Promise<Exercise> {
  if (typeof source === "string") return new ExerciseFiles().load(source);
  const { exerciseFromData } = await import("../kinds/read.ts");
  return exerciseFromData(source);
}

/** Whether an exercise is named by its path, not by its id. */
export function looksLikePath(text: string): boolean {
  return text.includes("/") || text.includes("\\") || hasEnding(text);
}

async function fromFile(file: string): Promise<Exercise> {
  const { AuthoredText, readExercise, readLabelled, withLabelled } = await import("../kinds/read.ts");
  const own = new AuthoredText(textOf(file), file);
  const { modelFile: named } = own;
  const shared = named === undefined || isAbsolute(named) ? named : join(dirname(file), named);
  // Reading a device or a pipe might never end, and errors quote what is read: of no other files.
  if (shared !== undefined && !(hasEnding(shared) && statsOf(shared)?.isFile()))
    throw own.error([{ path: ["model"], message: `there is no file ${shared} (${endings.join(", ")})` }]);
  const model = shared === undefined ? undefined : new AuthoredText(textOf(shared), shared);
  return withLabelled(readExercise(own, model), (question) => {
    const labelled = join(dirname(file), "labelled", `${question}.yaml`);
    return existsSync(labelled) ? Object.values(readLabelled(textOf(labelled), labelled)).flat() : [];
  });
}

function summaryOf(exercise: Exercise, source: string): ExerciseSummary {
  const { id, title, questions } = exercise;
  return { id, title, points: pointsOf(exercise), questions: questions.length, source };
}
