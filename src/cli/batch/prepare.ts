/** From a batch's options to what is to be done: files found, whose they are, which count; grades nothing. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { commonExercises, supersededBy } from "../../course/counts.ts";
import type { ClockTime, Penalty } from "../../course/late.ts";
import type { Shard } from "../../course/order.ts";
import { meantBy } from "../../course/roster.ts";
import { isArchive } from "../../course/skip.ts";
import type { Course } from "../../course/whose.ts";
import type { Decision } from "../../grading/decisions.ts";
import { UsageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { checkPlace } from "./draft.ts";
import { type Found, find } from "./find.ts";
import { type FormatFlags, fullest, outputsOf } from "./formats.ts";
import { readSubmissions, type Submitters } from "./gradescopeList.ts";
import { gather, type Submitted } from "./handIns.ts";
import { lateness } from "./lateness.ts";
import { say } from "./messages.ts";
import { modifiedTime } from "./source.ts";
import { overridesName, readDecisions, readRoster, unusableDecisions } from "./table.ts";

export interface BatchFlags extends FormatFlags {
  readonly exercise?: string;
  /** Whose all files are: of those for one exercise, the newest counts. */
  readonly student?: string;
  readonly out?: string;
  readonly shard?: Shard;
  readonly overrides?: string;
  /** Exercises that everybody must have handed in; the others of one student's are not asked for. */
  readonly require?: readonly string[];
  readonly deadline?: ClockTime;
  readonly late?: Penalty;
  /** Exit status 1 if someone reaches less than this share, in percent. */
  readonly failBelow?: number;
}

/** What is to be done. */
export type Plan = Awaited<ReturnType<typeof prepare>>;

export async function prepare(session: Session, inputs: readonly string[], flags: BatchFlags) {
  const { exercise, student, out, worksheet, roster: list = worksheet } = flags;
  const outputs = await outputsOf(flags, out !== undefined);
  const feedback = fullest(outputs, session.grading.feedback);
  const roster = list === undefined ? undefined : readRoster(session, list);
  const decisions = flags.overrides === undefined ? [] : await decisionsIn(session, flags.overrides);
  const own = join(out ?? "", overridesName);
  if (flags.overrides === undefined && out !== undefined && existsSync(own))
    session.note(say("batch.not-applied", { file: own }));
  const given = exercise === undefined ? undefined : await session.grader(exercise, feedback);
  const found = await find(inputs, out);
  if (out !== undefined) checkPlace(out, [...inputs, found.base]);
  const { submitters, times } = readSubmissions(found.metadata);
  const exported = found.metadata.length > 0 ? submitters : undefined;
  // V8 lets its heap grow to four times what lives in it; over many files that is most of the memory taken.
  if (found.candidates.length > 20_000) setFlagsFromString("--heap-growing-percent=60");
  const required = await Promise.all((flags.require ?? []).map((id) => session.grader(id, feedback)));
  const ids = new Set(required.map((grader) => grader.exercise));
  const course = { student, exercise: given?.exercise, roster, required: ids };
  const { handIns, skipped } = gathered(session, found, course, exported);
  const isAskedOfSomebody = roster === undefined ? student !== undefined && required.length > 0 : given !== undefined;
  checkFound(session, handIns, inputs, isAskedOfSomebody);
  const late = lateness(handIns, flags, roster, times);
  const modified = (index: number) => modifiedTime(handIns[index]?.source ?? "");
  const counted = supersededBy(handIns, modified, (index) => late.has(index));
  const graders = new Map([...(given ? [given] : []), ...required].map((grader) => [grader.exercise, grader]));
  const asked = new Set([...graders.keys(), ...commonExercises(handIns)]);
  for (const { exercise, answer } of decisions) {
    const grader = answer === "" ? await session.grader(exercise, feedback).catch(() => undefined) : undefined;
    if (grader !== undefined) graders.set(exercise, grader);
  }
  for (const { exercise, isKnown } of handIns) {
    if (isKnown && !graders.has(exercise)) graders.set(exercise, await session.grader(exercise, feedback));
  }
  return {
    outputs,
    roster,
    decisions,
    found,
    handIns,
    /** What is nobody's, or was never looked into. */
    skipped: [...found.skipped, ...skipped],
    ...counted,
    /** By index of a hand-in that is late: by how many milliseconds. */
    late,
    penalty: flags.late,
    /** By id: the exercises that answers were handed in for (in other shards, too), or the one that was given. */
    graders,
    /** Whose all files are, if that was said. */
    student,
    /** Ids of the exercises that whoever is on the roster and did not hand them in is absent for. */
    asked,
    /** Ids of those that everybody must have handed in. */
    required: ids,
  };
}

function gathered(
  session: Session,
  { candidates, baseName }: Found,
  given: Omit<Course, "ids">,
  exported: Submitters | undefined,
) {
  const ids = session.exercises.ids();
  const { student, exercise, roster } = given;
  const isStudent = roster && ((name: string) => meantBy(roster.aliases, [name]).length > 0);
  const isAccount = roster && ((name: string) => roster.accounts.has(name.toLowerCase()));
  const all = exercise === undefined ? ids : [...ids, exercise];
  const around = { ids: all, baseName, student, isStudent, isAccount, exported };
  return gather(candidates, around, { ids, ...given });
}

function checkFound(
  session: Session,
  handIns: readonly Submitted[],
  inputs: readonly string[],
  isRosterEnough: boolean,
): void {
  const [{ source } = {}] = handIns;
  const all = inputs.join(", ");
  // An archive that can't be opened, and nothing beside it.
  if (inputs.length === 1 && isArchive(all) && handIns.length === 1 && typeof source === "object") {
    if ("problem" in source)
      throw new UsageError(say("batch.unusable-input", { input: all, reason: session.say(source.problem) }));
  }
  if (handIns.length === 0 && !isRosterEnough) throw new UsageError(say("batch.nothing-to-grade", { inputs: all }));
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
