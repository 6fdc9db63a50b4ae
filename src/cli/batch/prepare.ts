/** From a batch's options to what is to be done: files found, whose they are, which count; grades nothing. */

import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { supersededBy } from "../../course/counts.ts";
import type { Grader } from "../../course/grader.ts";
import { PathReader } from "../../course/identity.ts";
import type { Roster } from "../../course/roster.ts";
import { isArchive } from "../../course/skip.ts";
import { type HandIn, handInOf, toldApart } from "../../course/whose.ts";
import type { Format } from "../../formats/format.ts";
import type { Decision } from "../../grading/decisions.ts";
import { UsageError } from "../errors.ts";
import { readDecisions, unusableDecisions } from "./decisions.ts";
import { checkPlace } from "./draft.ts";
import { type Found, find, realPathOf } from "./find.ts";
import { formatsNamed } from "./formats.ts";
import { forEachSubmitter, readSubmitters } from "./gradescopeList.ts";
import type { BatchIo, BatchOptions } from "./io.ts";
import { say } from "./messages.ts";
import { isReadable, modifiedTime, readSource } from "./source.ts";
import { readRoster } from "./table.ts";
import type { Voice } from "./voice.ts";

export interface Plan {
  readonly formats: readonly Format[];
  readonly roster: Roster | undefined;
  readonly decisions: readonly Decision[];
  readonly found: Found;
  /** By candidate. */
  readonly handIns: readonly HandIn[];
  /** By candidate that does not count: the newer one that does. */
  readonly superseded: ReadonlyMap<number, number>;
  /** By id: the exercises that answers were handed in for (in other shards, too), or the one that was given. */
  readonly graders: ReadonlyMap<string, Grader>;
}

export async function prepare(options: BatchOptions, io: BatchIo, voice: Voice): Promise<Plan> {
  const { inputs, exercise, out } = options;
  const path = (file: string) => resolve(io.cwd, file);
  const formats = await formatsNamed(options.formats, out !== undefined);
  const roster = options.roster === undefined ? undefined : readRoster(path(options.roster), options.roster, voice);
  const decisions = options.overrides === undefined ? [] : await decisionsIn(options.overrides, io);
  const given = exercise === undefined ? undefined : await graderNamed(exercise, io);
  const listed = await find(inputs, io.cwd, out === undefined ? undefined : path(out));
  if (out !== undefined) checkPlace(out, path(out), [...inputs.map((input) => realPathOf(path(input))), listed.base]);
  const submitters = listed.metadata.length > 0 ? readSubmitters(listed.metadata) : undefined;
  const found = { ...listed, candidates: forEachSubmitter(listed.candidates, submitters ?? new Map()) };
  // V8 lets its heap grow to four times what lives in it; over many files that is most of the memory taken.
  if (found.candidates.length > 20_000) setFlagsFromString("--heap-growing-percent=60");
  checkFound(found, inputs, roster !== undefined && given !== undefined, voice);
  const paths = pathReader(found, options, io, given, roster, submitters);
  const course = {
    ids: io.exercises.ids,
    ...(given !== undefined && { exercise: given.exercise }),
    ...(options.student !== undefined && { student: options.student }),
    aliases: roster?.aliases ?? new Map(),
  };
  const handIns = toldApart(
    found.candidates.map(({ file, source }) => {
      const reading = readSource(source);
      return handInOf(file, reading.ok ? reading.text : undefined, paths.read(file), course);
    }),
  );
  const superseded = supersededBy(handIns, {
    readable: (index) => isReadable(found.candidates[index]?.source),
    modified: (index) => modifiedTime(found.candidates[index]?.source),
  });
  const graders = given === undefined ? await gradersOf(handIns, io) : new Map([[given.exercise, given]]);
  return { formats, roster, decisions, found, handIns, superseded, graders };
}

function checkFound(
  { candidates }: Found,
  inputs: readonly string[],
  isRosterEnough: boolean,
  { language }: Voice,
): void {
  const [{ source } = {}] = candidates;
  const all = inputs.join(", ");
  // An archive that can't be opened, and nothing beside it.
  if (inputs.length === 1 && isArchive(all) && candidates.length === 1 && typeof source === "object") {
    if ("problem" in source)
      throw new UsageError(say("batch.unusable-input", { input: all, reason: source.problem.in(language) }));
  }
  if (candidates.length === 0 && !isRosterEnough) throw new UsageError(say("batch.nothing-to-grade", { inputs: all }));
}

function pathReader(
  found: Found,
  { student }: BatchOptions,
  { exercises }: BatchIo,
  given: Grader | undefined,
  roster: Roster | undefined,
  exported: ReadonlyMap<string, readonly string[]> | undefined,
): PathReader {
  const students = roster && new Set([...roster.students.map((id) => id.toLowerCase()), ...roster.aliases.keys()]);
  return new PathReader(found.candidates, {
    ids: given === undefined ? exercises.ids : [...exercises.ids, given.exercise],
    baseName: found.baseName,
    ...(student !== undefined && { student }),
    ...(students !== undefined && { isStudent: (name: string) => students.has(name.toLowerCase()) }),
    ...(exported !== undefined && { exported }),
  });
}

async function gradersOf(handIns: readonly HandIn[], io: BatchIo): Promise<Map<string, Grader>> {
  const graders = new Map<string, Grader>();
  for (const { exercise, isKnown } of handIns) {
    if (isKnown && !graders.has(exercise)) graders.set(exercise, await graderNamed(exercise, io));
  }
  return graders;
}

/** Refuses an exercise that there is not, or that is broken: nothing can be said about answers to it. */
async function graderNamed(exercise: string, { exercises }: Pick<BatchIo, "exercises">): Promise<Grader> {
  const grader = await exercises.load(exercise).catch((error: Error) => {
    throw new UsageError(say("batch.broken-exercise", { exercise, reason: error.message }));
  });
  if (grader === undefined) throw new UsageError(say("batch.unknown-exercise-option", { exercise }));
  return grader;
}

async function decisionsIn(file: string, io: BatchIo): Promise<Decision[]> {
  const unusable = unusableDecisions(file);
  const decisions = readDecisions(resolve(io.cwd, file), unusable);
  for (const [index, { exercise, item, criterion, points }] of decisions.entries()) {
    const grader = await io.exercises.load(exercise).catch(() => undefined);
    const worth = grader?.worth(item, criterion) ?? Number.POSITIVE_INFINITY;
    if (points > worth) throw unusable(`${index + 2}: points "${points}" > ${worth}`);
  }
  return decisions;
}
