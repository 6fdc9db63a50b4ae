/** Writes reports in the formats asked for, into the folder of results or to standard output. */

import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Grader } from "../../course/grader.ts";
import type { Roster } from "../../course/roster.ts";
import type { Summary } from "../../course/summary.ts";
import { entryOf } from "../../engine/maps.ts";
import { type Chunks, type Context, type Format, type FormatChoices, few } from "../../formats/format.ts";
import { formatById, formatIds } from "../../formats/index.ts";
import { renderReports } from "../../formats/render.ts";
import type { FeedbackLevel } from "../../grading/grade.ts";
import { UsageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { say } from "./messages.ts";
import { reportsIn } from "./results.ts";
import { tableText } from "./table.ts";
import { zipped } from "./zip.ts";

/** Which formats to write, and what single formats are told. */
export interface FormatFlags extends FormatChoices {
  readonly format?: readonly string[];
  /** Write no format while marks are provisional. */
  readonly final?: true;
  readonly roster?: string;
  /** The grading worksheet to fill in, where it is not the roster. */
  readonly worksheet?: string;
  /** Which mark there is from which percentage on. */
}

/** A format to write, and how much it tells if that is not as much as all do. */
export interface Output {
  readonly format: Format;
  readonly feedback?: FeedbackLevel;
}

const levels: readonly FeedbackLevel[] = ["verdict", "hints", "full"];

/** The formats wanted, `id` or `id=level`. Without a folder to write into, only one that makes one file. */
export function outputsOf({ format = [], roster, worksheet = roster }: FormatFlags, hasFolder: boolean) {
  return Promise.all(
    format.map(async (wanted): Promise<Output> => {
      const [id = "", level] = wanted.split("=", 2);
      const found = await formatById(id);
      if (found === undefined) throw new UsageError(say("batch.unknown-format", { format: id, known: formatIds }));
      if (!hasFolder && found.files !== "one") throw new UsageError(say("batch.format-needs-out", { format: id }));
      if (found.fillsIn?.(worksheet === undefined ? "" : tableText(worksheet)) === false)
        throw new UsageError(say("batch.no-worksheet", { file: worksheet ?? "–" }));
      const feedback = levels.find((each) => each === level);
      if (level !== undefined && feedback === undefined)
        throw new UsageError(say("batch.unknown-level", { level, known: levels }));
      return { format: found, ...(feedback && { feedback }) };
    }),
  );
}

/** As much as any of the outputs tells: what reports have to hold. */
export function fullest(outputs: readonly Output[], level: FeedbackLevel): FeedbackLevel {
  const asked = [level, ...outputs.flatMap(({ feedback }) => feedback ?? [])].map((one) => levels.indexOf(one));
  return levels[Math.max(...asked)] ?? level;
}

/** Not every wrong answer can be read again, and not every item has a right one. */
const mostAsked = 5;

/** Right answers by item, each asked for until it is told. */
function solutions(graders: ReadonlyMap<string, Grader>): NonNullable<Context["solution"]> {
  const known = new Map<string, { asked: number; told: string | undefined }>();
  return (exercise, item, wrong) => {
    const one = entryOf(known, `${exercise}\n${item}`, () => ({ asked: 0, told: undefined }));
    if (one.told === undefined && one.asked++ < mostAsked) one.told = graders.get(exercise)?.solution(item, wrong);
    return one.told;
  };
}

/** What formats are told beside the reports. */
export function contextOf(
  session: Session,
  flags: FormatFlags,
  known: {
    readonly summary: Summary;
    readonly roster: Roster | undefined;
    readonly graders: ReadonlyMap<string, Grader>;
  },
): Context {
  const { summary, roster, graders } = known;
  const { lang: language, feedback } = session.grading;
  const { roster: file, worksheet = file } = flags;
  return {
    ...flags,
    ...roster,
    language,
    feedback,
    summary,
    solution: solutions(graders),
    linkPrefix: summary.folder,
    notOnRoster: new Set(summary.notOnRoster),
    roster: file && tableText(file),
    worksheet: worksheet && tableText(worksheet),
  };
}

/**
 * Writes the formats into the folder that holds the results, or prints one to `stdout`, and says what a person should know of them.
 * @returns whether it did: provisional marks are not `final`
 */
export async function writeFormats(
  session: Session,
  outputs: readonly Output[],
  task: { folder: string; context: Context; final?: boolean | undefined; stdout?: NodeJS.WriteStream | undefined },
): Promise<boolean> {
  const { folder, context, final = false, stdout } = task;
  const reports = () => reportsIn(folder);
  const open = new Set<string>();
  if (final || outputs.some(({ format }) => format.returned)) {
    for (const { needsReview, student = "" } of reports())
      if (needsReview && !context.notOnRoster?.has(student)) open.add(student);
  }
  const provisional = { n: open.size, students: few([...open]) };
  if (open.size > 0) session.note(final ? say("batch.not-final", provisional) : say("batch.provisional", provisional));
  if (final && open.size > 0) return false;
  for (const { format, feedback } of outputs) {
    // Whoever asks for less of a format wants no right answers in it, not even for assistants.
    const { solution, ...less } = context;
    const told = feedback === undefined || feedback === "full" ? context : less;
    const files = renderReports(format, reports, { ...told, ...(feedback && { feedback }) });
    if (format.archive !== undefined) await write(join(folder, format.archive), zipped(files));
    else
      for (const { path, chunks } of files) await (stdout ? print(chunks, stdout) : write(join(folder, path), chunks));
    for (const remark of format.remarks?.(reports, context) ?? []) session.note(remark);
  }
  return true;
}

async function write(path: string, chunks: AsyncIterable<string | Uint8Array> | Iterable<string>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await writeFile(path, chunks);
}

/** Waits for a slow reader rather than pile up what it has not read. Ends early where nothing can be written any more. */
export async function print(chunks: Chunks, stdout: NodeJS.WriteStream): Promise<void> {
  for await (const chunk of chunks) {
    if (stdout.destroyed) return;
    if (!stdout.write(chunk)) await once(stdout, "drain").catch(() => undefined);
  }
}
