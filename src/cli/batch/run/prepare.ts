/** From a batch's options to what is to be done: checks, files found, roster, decisions; grades nothing. */

import { resolve } from "node:path";
import type { Grader } from "../../../course/grader.ts";
import { PathReader } from "../../../course/identity.ts";
import type { Roster } from "../../../course/roster.ts";
import type { Format } from "../../../formats/format.ts";
import type { Decision } from "../../../grading/decisions.ts";
import { BatchError } from "../batchError.ts";
import { loadExercise } from "../exercises.ts";
import { isProblem } from "../find/candidate.ts";
import { type Discovery, discover } from "../find/discover.ts";
import type { BatchIo } from "../io.ts";
import type { BatchOptions } from "../options.ts";
import type { Voice } from "../voice.ts";

/** What the options lead to before anything is graded. */
export interface Plan {
  readonly formats: readonly Format[];
  readonly roster: Roster | undefined;
  readonly decisions: readonly Decision[];
  /** The exercise of all files, if given. */
  readonly grader: Grader | undefined;
  readonly found: Discovery;
  readonly paths: PathReader;
  /** A platform's list says whose files are. */
  readonly listed: boolean;
}

/** Options that make no sense together. */
export function checkTogether({ out, formats, json, resume }: BatchOptions, voice: Voice): void {
  if (out !== undefined) return;
  if (resume) throw new BatchError(voice.text("batch.resume-needs-out"));
  if (formats.length > 1) throw new BatchError(voice.text("batch.one-format"));
  if (json && formats.length > 0) throw new BatchError(voice.text("batch.json-and-format"));
}

export async function prepare(options: BatchOptions, io: BatchIo, voice: Voice): Promise<Plan> {
  const { inputs, exercise, roster: rosterFile, overrides } = options;
  const formats = options.formats.length === 0 ? [] : await namedFormats(options.formats, voice);
  const several = options.out === undefined ? formats.find(({ files }) => files !== "one") : undefined;
  if (several !== undefined) throw new BatchError(voice.text("batch.format-needs-out", { format: several.id }));
  const roster = rosterFile === undefined ? undefined : await rosterAt(rosterFile, io.cwd, voice);
  const decisions = overrides === undefined ? [] : await overridesAt(overrides, io, voice);
  const grader = exercise === undefined ? undefined : await exerciseGiven(exercise, io, voice);
  const missing = (input: string) => voice.text("batch.missing-input", { input });
  const out = options.out === undefined ? undefined : resolve(io.cwd, options.out);
  const discovered = await discover(inputs, io.cwd, missing, out);
  const { exported, found } = await withSubmitters(discovered);
  if (isProblem(found.unusable)) {
    const { problem, params } = found.unusable;
    throw new BatchError(`${inputs.join(", ")}: ${voice.text(problem, params)}`);
  }
  if (found.candidates.length === 0 && (roster === undefined || grader === undefined)) {
    throw new BatchError(voice.text("batch.nothing-to-grade", { inputs: inputs.join(", ") }));
  }
  const students = roster && new Set([...roster.students.map((id) => id.toLowerCase()), ...roster.aliases.keys()]);
  const paths = new PathReader(found.candidates, {
    ids: exercise === undefined ? io.exercises.ids : [...io.exercises.ids, grader?.exercise ?? exercise],
    baseName: found.baseName,
    ...(options.student === undefined ? {} : { student: options.student }),
    ...(students === undefined ? {} : { isStudent: (name: string) => students.has(name.toLowerCase()) }),
    ...(exported === undefined ? {} : { exported }),
  });
  return { formats, roster, decisions, grader, found, paths, listed: exported !== undefined };
}

async function namedFormats(ids: readonly string[], voice: Voice): Promise<Format[]> {
  const { formatsNamed } = await import("../results/formats.ts");
  return formatsNamed(ids, (format, known) => voice.text("batch.unknown-format", { format, known: known.join(", ") }));
}

async function rosterAt(file: string, cwd: string, voice: Voice): Promise<Roster> {
  const { readRoster } = await import("../tables/rosterFile.ts");
  const unusable = (reason: string) => voice.text("batch.unusable-roster", { file, reason });
  return readRoster(resolve(cwd, file), unusable, () => voice.say("batch.roster-encoding", { file }));
}

async function overridesAt(file: string, io: BatchIo, voice: Voice): Promise<Decision[]> {
  const { readOverrides } = await import("../tables/overridesFile.ts");
  const unusable = (reason: string) => voice.text("batch.unusable-overrides", { file, reason });
  const decisions = readOverrides(resolve(io.cwd, file), unusable);
  for (const [index, { exercise, item, criterion, points }] of decisions.entries()) {
    const grader = await loadExercise(io.exercises, exercise);
    const worth = grader instanceof Error ? undefined : grader?.worth?.(item, criterion);
    if (worth === undefined || points <= worth) continue;
    throw new BatchError(unusable(`${index + 2}: points "${points}" > ${worth}`));
  }
  return decisions;
}

async function exerciseGiven(exercise: string, io: BatchIo, voice: Voice): Promise<Grader> {
  const loaded = await loadExercise(io.exercises, exercise);
  if (loaded === undefined) throw new BatchError(voice.text("batch.unknown-exercise-option", { exercise }));
  if (loaded instanceof Error) {
    throw new BatchError(voice.text("batch.broken-exercise-detail", { exercise, reason: loaded.message }));
  }
  return loaded;
}

/** Reads the lists of Gradescope exports; what several people handed in together counts for each of them. */
async function withSubmitters(found: Discovery) {
  if (found.metadata.length === 0) return { found, exported: undefined };
  const { forEachSubmitter, readExports } = await import("../find/gradescopeExport.ts");
  const exported = readExports(found.metadata);
  return { exported, found: { ...found, candidates: forEachSubmitter(found.candidates, exported) } };
}
