/** One batch from its options to the exit status: find, grade, settle, write; each of these has its own file. */

import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { type ResultRow, reaches, shardOf } from "../../grading/batch.ts";
import type { Decision } from "../../grading/decisions.ts";
import type { Format } from "../../reports/format.ts";
import { absentResults } from "./absent.ts";
import { type Discovery, discover } from "./discover.ts";
import { settleDuplicates } from "./duplicates.ts";
import { Gathered } from "./gathered.ts";
import { type PathIdentity, PathReader } from "./identity.ts";
import { EarlierResults, Journal } from "./journal.ts";
import { Judge, type JudgeSettings } from "./judge.ts";
import { Progress } from "./progress.ts";
import { SourceReader } from "./readSource.ts";
import { withOtherStudent } from "./resultLine.ts";
import type { Roster } from "./roster.ts";
import { type Summary, type SummaryLists, summaryOf, summaryText } from "./summary.ts";
import { Threads, threadStarter } from "./threads.ts";
import { BatchError, type BatchIo, type BatchOptions, type Grader } from "./types.ts";
import { Voice } from "./voice.ts";
import { loadExercise, Worklist } from "./worklist.ts";

/** What the options lead to before anything is graded. */
interface Plan {
  readonly formats: readonly Format[];
  readonly roster: Roster | undefined;
  readonly decisions: readonly Decision[];
  /** The exercise of all files, if given. */
  readonly grader: Grader | undefined;
  readonly found: Discovery;
  readonly paths: PathReader;
}

/** Grades everything that the options name. Gives the exit status; what a user did wrong is said, not thrown. */
export async function runBatch(options: BatchOptions, io: BatchIo): Promise<number> {
  const voice = new Voice(io.stderr, options.language);
  let temporary: string | undefined;
  try {
    checkTogether(options, voice);
    const plan = await prepare(options, io, voice);
    if (plan === undefined) return 2;
    // Without a folder for results they are made in one that goes away; formats read them from there.
    if (options.out === undefined) temporary = mkdtempSync(join(tmpdir(), "rnn-check-"));
    const folder = temporary ?? resolve(io.cwd, options.out as string);
    const { gathered, journal, stopped } = await gradeAll(plan, folder, options, io, voice);
    const summary = await settle(plan, gathered, journal, stopped, folder, options, io, voice);
    await present(plan, folder, summary, stopped, options, io);
    return exitStatus(gathered, summary, stopped, options);
  } catch (error) {
    if (!(error instanceof BatchError)) throw error;
    voice.line(error.message);
    return 2;
  } finally {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}

function checkTogether({ out, formats, json, resume }: BatchOptions, voice: Voice): void {
  if (out !== undefined) return;
  if (resume) throw new BatchError(voice.text("batch.resume-needs-out"));
  if (formats.length > 1) throw new BatchError(voice.text("batch.one-format"));
  if (json && formats.length > 0) throw new BatchError(voice.text("batch.json-and-format"));
}

/** Undefined if there is nothing to grade. */
async function prepare(options: BatchOptions, io: BatchIo, voice: Voice): Promise<Plan | undefined> {
  const { inputs, exercise, roster: rosterFile, overrides } = options;
  const formats = options.formats.length === 0 ? [] : await namedFormats(options.formats, voice);
  const roster = rosterFile === undefined ? undefined : await rosterAt(rosterFile, io.cwd, voice);
  const decisions = overrides === undefined ? [] : await overridesAt(overrides, io.cwd, voice);
  const grader = exercise === undefined ? undefined : await exerciseGiven(exercise, io, voice);
  const missing = (input: string) => voice.text("batch.missing-input", { input });
  const out = options.out === undefined ? undefined : resolve(io.cwd, options.out);
  const found = await discover(inputs, io.cwd, missing, out);
  if (found.candidates.length === 0 && (roster === undefined || grader === undefined)) {
    voice.say("batch.nothing-to-grade", { inputs: inputs.join(", ") });
    return undefined;
  }
  const { exported, students } = await exportedStudents(found, roster);
  const paths = new PathReader(found.candidates, {
    ids: exercise === undefined ? io.exercises.ids : [...io.exercises.ids, grader?.exercise ?? exercise],
    baseName: found.baseName,
    ...(students === undefined ? {} : { isStudent: (name: string) => students.has(name.toLowerCase()) }),
    ...(exported === undefined ? {} : { exported }),
  });
  return { formats, roster, decisions, grader, found, paths };
}

async function namedFormats(ids: readonly string[], voice: Voice): Promise<Format[]> {
  const { formatsNamed } = await import("./formats.ts");
  return formatsNamed(ids, (format, known) => voice.text("batch.unknown-format", { format, known: known.join(", ") }));
}

async function rosterAt(file: string, cwd: string, voice: Voice): Promise<Roster> {
  const { readRoster } = await import("./roster.ts");
  return readRoster(resolve(cwd, file), (reason) => voice.text("batch.unusable-roster", { file, reason }));
}

async function overridesAt(file: string, cwd: string, voice: Voice): Promise<Decision[]> {
  const { readOverrides } = await import("./overridesFile.ts");
  return readOverrides(resolve(cwd, file), (reason) => voice.text("batch.unusable-overrides", { file, reason }));
}

async function exerciseGiven(exercise: string, io: BatchIo, voice: Voice): Promise<Grader> {
  const loaded = await loadExercise(io.exercises, exercise);
  if (loaded === undefined) throw new BatchError(voice.text("batch.unknown-exercise-option", { exercise }));
  if (loaded instanceof Error) {
    throw new BatchError(voice.text("batch.broken-exercise-detail", { exercise, reason: loaded.message }));
  }
  return loaded;
}

async function exportedStudents(found: Discovery, roster: Roster | undefined) {
  const students = roster && new Set([...roster.students.map((id) => id.toLowerCase()), ...roster.aliases.keys()]);
  if (found.metadata.length === 0) return { students, exported: undefined };
  const { readExports } = await import("./gradescopeExport.ts");
  return { students, exported: await readExports(found.metadata) };
}

interface Graded {
  readonly gathered: Gathered;
  readonly journal: Journal;
  readonly stopped: boolean;
}

async function gradeAll(plan: Plan, folder: string, options: BatchOptions, io: BatchIo, voice: Voice): Promise<Graded> {
  const { candidates } = plan.found;
  const archives = candidates.some(({ source }) => source.kind === "entry");
  const settings = judgeSettings(plan, options, io);
  const reader = new SourceReader(archives ? (await import("node:zlib")).inflateRawSync : undefined);
  const judge = new Judge(settings, reader);
  const journal = new Journal(folder, options.resume);
  const earlier = options.resume ? new EarlierResults(folder) : undefined;
  const gathered = new Gathered(candidates);
  const progress = new Progress(io, candidates.length, options.language);
  let stopped = false;
  const release = io.onInterrupt?.(() => {
    stopped = true;
  });
  const threads = new Threads(
    {
      candidates,
      identity: identities(plan),
      earlier: (index) => earlier?.of(candidates[index]?.file ?? ""),
      done: (index, judged) => {
        if (judged.line !== undefined) journal.add(candidates[index]?.file ?? "", judged.key, judged.line);
        if (judged.defect !== undefined) {
          progress.end();
          voice.say("batch.defect-detail", { file: candidates[index]?.file ?? "", detail: judged.defect });
        }
        gathered.add(index, judged);
      },
      tick: () => {
        journal.tick();
        progress.update(gathered.done, gathered.invalid);
      },
      stopped: () => stopped,
    },
    new Worklist(judge, io.exercises, options.timeout),
  );
  try {
    const setup = { settings, timeout: options.timeout, archives };
    await threads.run(options.jobs, availableParallelism(), threadStarter(io, setup));
  } finally {
    progress.end();
    release?.();
    reader.close();
    earlier?.close();
  }
  return { gathered, journal, stopped: stopped && gathered.done < candidates.length };
}

function judgeSettings(plan: Plan, options: BatchOptions, io: BatchIo): JudgeSettings {
  const { exercise, shard, minPercent, language } = options;
  return {
    ...(exercise === undefined ? {} : { exercise }),
    ids: io.exercises.ids,
    ...(shard === undefined ? {} : { shard }),
    minPercent,
    language,
    aliases: plan.roster?.aliases ?? new Map(),
    decisions: plan.decisions,
  };
}

/** Whose a candidate is by its path, read when asked for. */
function identities({ paths, found }: Plan): (index: number) => PathIdentity {
  return (index) => paths.read(found.candidates[index]?.file ?? "");
}

/** Everything between the last file graded and results in place. */
async function settle(
  plan: Plan,
  gathered: Gathered,
  journal: Journal,
  stopped: boolean,
  folder: string,
  options: BatchOptions,
  io: BatchIo,
  voice: Voice,
): Promise<Summary> {
  const { candidates, skipped } = plan.found;
  const known = (exercise: string) => exercise === plan.grader?.exercise || io.exercises.ids.includes(exercise);
  const { superseded, renamed } = settleDuplicates(gathered.claims(known), candidates, identities(plan));
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
  const fileOf = (index: number) => candidates[index]?.file ?? "";
  const lists: SummaryLists = {
    superseded: [...superseded].map(([index, newer]) => ({ file: fileOf(index), by: fileOf(newer) })),
    keptApart: [...renamed]
      .filter(([index]) => !superseded.has(index))
      .map(([index, as]) => ({ file: fileOf(index), student: gathered.studentOf(index), as })),
    skipped,
  };
  const rows = gathered.rows((index) => (superseded.has(index) ? null : renamed.get(index)));
  const summary = summaryOf(rows, lists, !stopped, options.shard);
  writeFileSync(join(folder, "summary.json.part"), summaryText(summary));
  renameSync(join(folder, "summary.json.part"), join(folder, "summary.json"));
  await report(plan, gathered, summary, stopped, options, io, voice);
  return summary;
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

/** Says on standard error what a person should know; the files hold the same in full. */
async function report(
  plan: Plan,
  gathered: Gathered,
  summary: Summary,
  stopped: boolean,
  options: BatchOptions,
  io: BatchIo,
  voice: Voice,
): Promise<void> {
  for (const exercise of gathered.brokenExercises) {
    const error = await loadExercise(io.exercises, exercise);
    const reason = error instanceof Error ? error.message : "?";
    voice.say("batch.broken-exercise-detail", { exercise, reason });
  }
  const { skipped, superseded, keptApart } = summary;
  const ordinary = new Set(["not-json", "hidden", "project-file"]);
  voice.some(
    skipped.filter(({ reason }) => !ordinary.has(reason)),
    ({ file, reason }) =>
      voice.say("batch.skipped-file", {
        file,
        reason: ordinary.has(reason) ? "" : voice.text(`batch.reason-${reason as "link"}`),
      }),
  );
  const others = skipped.filter(({ reason }) => ordinary.has(reason)).length;
  if (others > 0) voice.say("batch.skipped", { n: others });
  if (superseded.length > 0) voice.say("batch.superseded", { n: superseded.length });
  voice.some(keptApart, ({ file, student, as }) => voice.say("batch.kept-apart", { file, student, as }));
  if (stopped) {
    voice.say("batch.interrupted", { done: gathered.done, total: plan.found.candidates.length });
    return;
  }
  const { shard } = options;
  const unused = plan.decisions.filter(
    ({ student }, index) =>
      !gathered.usedDecisions.has(index) && (shard === undefined || shardOf(student, shard.count) === shard.index),
  );
  voice.some(unused, ({ student, exercise, item }) => voice.say("batch.unused-override", { student, exercise, item }));
}

/** What goes to standard output, and the formats. */
async function present(
  plan: Plan,
  folder: string,
  summary: Summary,
  stopped: boolean,
  options: BatchOptions,
  io: BatchIo,
): Promise<void> {
  const { out, formats: ids, language, feedback, json } = options;
  if (ids.length > 0 && !stopped) {
    const { printFormat, reportsIn, writeFormats } = await import("./formats.ts");
    const way = relative(io.cwd, plan.found.base).split(sep).join("/");
    const prefix = way.startsWith("..") || resolve(way) === way ? "" : way;
    const rendering = { reports: reportsIn(folder), context: { ...options.format, language, feedback }, prefix };
    if (out !== undefined) await writeFormats(plan.formats, folder, rendering);
    else {
      const [format] = plan.formats;
      const needsOut = () => formatNeedsOut(format?.id ?? "", io, options);
      if (format !== undefined) await printFormat(format, io.stdout, rendering, needsOut);
      return;
    }
  }
  if (json) io.stdout.write(summaryText(summary));
  else if (out === undefined && io.stdout.isTTY !== true) {
    const [{ print }, { linesOf }] = await Promise.all([import("./formats.ts"), import("./lines.ts")]);
    await print(linesOf(join(folder, "results.jsonl")), io.stdout);
  } else {
    const { showSummary } = await import("./summaryView.ts");
    io.stdout.write(showSummary(summary, out, io, language));
  }
}

function formatNeedsOut(format: string, io: BatchIo, { language }: BatchOptions): string {
  return new Voice(io.stderr, language).text("batch.format-needs-out", { format });
}

function exitStatus(gathered: Gathered, summary: Summary, stopped: boolean, { failBelow }: BatchOptions): number {
  if (stopped) return 130;
  if (gathered.brokenExercises.size > 0) return 2;
  if (summary.results === 0 && gathered.exercises.size === 0) return 2;
  const below = (row: ResultRow) => failBelow !== undefined && !reaches(row, failBelow);
  return gathered.lastRows.some(below) ? 1 : 0;
}
