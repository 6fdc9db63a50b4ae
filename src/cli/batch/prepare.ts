/** From a batch's options to what is to be done: files found, whose they are, which count; grades nothing. */

import { setFlagsFromString } from "node:v8";
import { supersededBy } from "../../course/counts.ts";
import type { Grader } from "../../course/grader.ts";
import { PathReader } from "../../course/identity.ts";
import type { Shard } from "../../course/order.ts";
import type { Roster } from "../../course/roster.ts";
import { isArchive } from "../../course/skip.ts";
import { type HandIn, handInOf, toldApart } from "../../course/whose.ts";
import type { Decision } from "../../grading/decisions.ts";
import { UsageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { readDecisions, unusableDecisions } from "./decisions.ts";
import { checkPlace } from "./draft.ts";
import { type Found, find } from "./find.ts";
import { type FormatFlags, fullest, type Output, outputsOf } from "./formats.ts";
import { forEachSubmitter, readSubmitters, type Submitters } from "./gradescopeList.ts";
import { say } from "./messages.ts";
import { modifiedTime, readSource } from "./source.ts";
import { readRoster } from "./table.ts";

export interface BatchFlags extends FormatFlags {
  readonly exercise?: string;
  /** Whose all files are: of those for one exercise, the newest counts. */
  readonly student?: string;
  readonly out?: string;
  readonly shard?: Shard;
  readonly overrides?: string;
  /** Exit status 1 if someone reaches less than this share, in percent. */
  readonly failBelow?: number;
}

export interface Plan {
  readonly outputs: readonly Output[];
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

export async function prepare(session: Session, inputs: readonly string[], flags: BatchFlags): Promise<Plan> {
  const { exercise, student, out, worksheet, roster: list = worksheet } = flags;
  const outputs = await outputsOf(flags, out !== undefined);
  const feedback = fullest(outputs, session.grading.feedback);
  const roster = list === undefined ? undefined : readRoster(session, list);
  const decisions = flags.overrides === undefined ? [] : await decisionsIn(session, flags.overrides);
  const given = exercise === undefined ? undefined : await session.grader(exercise, feedback);
  const listed = await find(inputs, out);
  if (out !== undefined) checkPlace(out, [...inputs, listed.base]);
  const exported = listed.metadata.length > 0 ? readSubmitters(listed.metadata) : undefined;
  const found = { ...listed, candidates: forEachSubmitter(listed.candidates, exported ?? new Map()) };
  // V8 lets its heap grow to four times what lives in it; over many files that is most of the memory taken.
  if (found.candidates.length > 20_000) setFlagsFromString("--heap-growing-percent=60");
  checkFound(session, found, inputs, roster !== undefined && given !== undefined);
  const handIns = handInsOf(session, found, student, given?.exercise, roster, exported);
  const superseded = supersededBy(handIns, (index) => modifiedTime(found.candidates[index]?.source ?? ""));
  const graders = new Map(given && [[given.exercise, given]]);
  for (const { exercise, isKnown } of handIns) {
    if (isKnown && !graders.has(exercise)) graders.set(exercise, await session.grader(exercise, feedback));
  }
  return { outputs, roster, decisions, found, handIns, superseded, graders };
}

/** @param exercise of all files, if it was given @param student whose all files are, likewise */
function handInsOf(
  session: Session,
  found: Found,
  student: string | undefined,
  exercise: string | undefined,
  roster: Roster | undefined,
  exported: Submitters | undefined,
): readonly HandIn[] {
  const ids = session.exercises.ids();
  const students = roster && new Set([...roster.students.map((id) => id.toLowerCase()), ...roster.aliases.keys()]);
  const paths = new PathReader(found.candidates, {
    ids: exercise === undefined ? ids : [...ids, exercise],
    baseName: found.baseName,
    ...(student !== undefined && { student }),
    ...(students !== undefined && { isStudent: (name: string) => students.has(name.toLowerCase()) }),
    ...(exported !== undefined && { exported }),
  });
  const course = {
    ids,
    ...(exercise !== undefined && { exercise }),
    ...(student !== undefined && { student }),
    aliases: roster?.aliases ?? new Map(),
  };
  return toldApart(
    found.candidates.map(({ file, source }) => {
      const reading = readSource(source);
      return handInOf(file, reading.ok ? reading.text : undefined, paths.read(file), course);
    }),
  );
}

function checkFound(session: Session, { candidates }: Found, inputs: readonly string[], isRosterEnough: boolean): void {
  const [{ source } = {}] = candidates;
  const all = inputs.join(", ");
  // An archive that can't be opened, and nothing beside it.
  if (inputs.length === 1 && isArchive(all) && candidates.length === 1 && typeof source === "object") {
    if ("problem" in source)
      throw new UsageError(say("batch.unusable-input", { input: all, reason: session.say(source.problem) }));
  }
  if (candidates.length === 0 && !isRosterEnough) throw new UsageError(say("batch.nothing-to-grade", { inputs: all }));
}

async function decisionsIn(session: Session, file: string): Promise<Decision[]> {
  const decisions = readDecisions(file);
  for (const [index, { exercise, item, criterion, points }] of decisions.entries()) {
    const grader = await session.grader(exercise).catch(() => undefined);
    const worth = grader?.worth(item, criterion) ?? Number.POSITIVE_INFINITY;
    if (points > worth) throw unusableDecisions(file)(`${index + 2}: points "${points}" > ${worth}`);
  }
  return decisions;
}
