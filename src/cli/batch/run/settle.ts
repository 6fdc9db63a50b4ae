/** From the last file graded to results in place: versions of one answer, who is absent, totals. */

import { relative, resolve, sep } from "node:path";
import { absentResults } from "../../../course/absent.ts";
import { settleDuplicates } from "../../../course/duplicates.ts";
import type { Gathered } from "../../../course/gathered.ts";
import type { Grader } from "../../../course/grader.ts";
import { withOtherStudent } from "../../../course/resultLine.ts";
import { type Summary, type SummaryLists, summaryOf } from "../../../course/summary.ts";
import type { ResultRow } from "../../../course/totals.ts";
import { loadExercise } from "../exercises.ts";
import { isProblem } from "../find/candidate.ts";
import { modifiedTime } from "../find/readSource.ts";
import type { BatchIo } from "../io.ts";
import type { BatchOptions } from "../options.ts";
import type { Journal } from "../results/journal.ts";
import { writeSummary } from "../results/summaryFile.ts";
import type { Voice } from "../voice.ts";
import type { Graded } from "./gradeAll.ts";
import type { Plan } from "./prepare.ts";

/** Everything between the last file graded and results in place. */
export async function settle(
  plan: Plan,
  { gathered, journal, stopped }: Graded,
  folder: string,
  options: BatchOptions,
  io: BatchIo,
  voice: Voice,
): Promise<Summary> {
  const { candidates, skipped } = plan.found;
  const known = (exercise: string) => exercise === plan.grader?.exercise || io.exercises.ids.includes(exercise);
  const fileOf = (index: number) => candidates[index]?.file ?? "";
  const { superseded, renamed } = settleDuplicates(gathered.claims(known), {
    name: fileOf,
    identity: (index) => plan.paths.read(fileOf(index)),
    readable: (index) => !isProblem(candidates[index]?.source),
    modified: (index) => modifiedTime(candidates[index]?.source ?? ""),
  });
  if (!stopped) await addAbsent(plan, gathered, known, journal, options, io);
  if (superseded.size + renamed.size > 0) {
    journal.rewrite((line, row) => {
      const index = gathered.candidateOf(row);
      if (index === undefined) return line;
      if (superseded.has(index)) return undefined;
      const name = renamed.get(index);
      if (name === undefined) return line;
      const message = voice.text("batch.same-student", { student: gathered.studentOf(index) });
      return withOtherStudent(line, name, { code: "batch.same-student", message });
    });
  }
  journal.finish(!stopped);
  const lists: SummaryLists = {
    superseded: [...superseded].map(([index, newer]) => ({ file: fileOf(index), by: fileOf(newer) })),
    keptApart: [...renamed]
      .filter(([index]) => !superseded.has(index))
      .map(([index, as]) => ({ file: fileOf(index), student: gathered.studentOf(index), as })),
    skipped,
    misnamed: gathered.misnamed.map(({ index, named, student }) => ({ file: fileOf(index), named, student })),
  };
  const rows = gathered.rows((index) => (superseded.has(index) ? null : renamed.get(index)));
  const summary = summaryOf(
    rows,
    { ...lists, notOnRoster: notOnRoster(rows, plan) },
    {
      complete: !stopped,
      shard: options.shard,
      ...(options.shard !== undefined && { run: await runOf(plan, options) }),
      ...wayTo(plan.found.base, io.cwd),
    },
  );
  writeSummary(folder, summary);
  return summary;
}

/** The same for all shards of one run, whatever machine they are on. */
async function runOf({ found, grader, decisions, roster }: Plan, options: BatchOptions): Promise<string> {
  const { createHash } = await import("node:crypto");
  const { language, feedback, minPercent } = options;
  const hash = createHash("sha1").update(
    JSON.stringify([language, feedback, minPercent, grader?.fingerprint, decisions, roster?.students]),
  );
  for (const { file } of found.candidates) hash.update(`${file}\n`);
  return hash.digest("base64url");
}

/** A folder outside has no way that links could go. */
function wayTo(base: string, cwd: string): { readonly folder?: string } {
  const way = relative(cwd, base).split(sep).join("/");
  return way === "" || way.startsWith("..") || resolve(way) === way ? {} : { folder: way };
}

function notOnRoster(rows: readonly ResultRow[], { roster }: Plan): string[] {
  if (roster === undefined) return [];
  const known = new Set(roster.students);
  return rows.map(({ student }) => student).filter((student) => !known.has(student));
}

/** Results for those of the roster without a file, for every exercise that anyone handed in. */
async function addAbsent(
  plan: Plan,
  gathered: Gathered,
  known: (exercise: string) => boolean,
  journal: Journal,
  options: BatchOptions,
  io: BatchIo,
): Promise<void> {
  if (plan.roster === undefined) return;
  const exercises = plan.grader === undefined ? [...gathered.exercises].filter(known) : [];
  const loaded = await Promise.all(exercises.map((exercise) => loadExercise(io.exercises, exercise)));
  const graders = loaded.filter((one): one is Grader => one !== undefined && !(one instanceof Error));
  const all = plan.grader === undefined ? graders : [plan.grader];
  const handedIn = (student: string, exercise: string) => gathered.has(student, exercise);
  for (const { report, student, line } of absentResults(all, plan.roster.students, handedIn, options.shard)) {
    journal.add("", "-", line);
    gathered.addAbsent(student, report);
  }
}
