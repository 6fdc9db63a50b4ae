/** Walks a person through everything under review and keeps what they decide; knows nothing of how answers are judged. */

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { type OpenQuestion, ReviewSession } from "../../course/reviewSession.ts";
import type { Report } from "../../grading/report.ts";
import type { Language } from "../../messages/catalogue.ts";
import { BatchError } from "./batchError.ts";
import { loadExercise } from "./exercises.ts";
import type { BatchIo } from "./io.ts";
import { refused } from "./refusal.ts";
import { linesOf } from "./results/lines.ts";
import { resultsName } from "./results/resultFiles.ts";
import { readOverrides, writeOverrides } from "./tables/overridesFile.ts";
import { Voice } from "./voice.ts";

export interface ReviewOptions {
  readonly folder: string;
  /** Default: `overrides.csv` in the folder. */
  readonly overrides?: string;
  /** Who decides; goes into the file. */
  readonly by?: string;
  readonly language: Language;
}

/** Gives the exit status: 0 also if things stay open. */
export async function runReview(options: ReviewOptions, io: BatchIo): Promise<number> {
  const voice = new Voice(io.stderr, options.language);
  try {
    const folder = resolve(io.cwd, options.folder);
    if (!existsSync(join(folder, resultsName))) {
      const params = { folder: options.folder, reason: resultsName };
      throw new BatchError(voice.text("batch.unusable-results", params));
    }
    const path = options.overrides ?? join(options.folder, "overrides.csv");
    const file = resolve(io.cwd, path);
    const unusable = (reason: string) => voice.text("batch.unusable-overrides", { file: path, reason });
    const decided = existsSync(file) ? readOverrides(file, unusable) : [];
    const questions = [...openQuestions(folder)];
    const session = new ReviewSession(questions, decided, options.by, (decisions) => writeOverrides(file, decisions));
    await walk(session, options, io);
    const summary = { n: session.decisions.length, path, left: session.open };
    const out = new Voice(io.stdout, options.language);
    if (questions.length === 0) out.say("batch.review-none");
    else out.say("batch.review-done", summary);
    return 0;
  } catch (error) {
    return refused(error, { json: false, language: options.language }, io);
  }
}

/** Everything under review, in the order of results; criteria one by one where an item has them. */
function* openQuestions(folder: string): Generator<OpenQuestion> {
  for (const line of linesOf(join(folder, resultsName))) {
    // Most lines have nothing under review, and looking is quicker than reading.
    if (!line.includes('"review"')) continue;
    const report: Report = JSON.parse(line);
    const place = { student: report.student ?? report.file ?? "", exercise: report.exercise };
    for (const item of report.items) {
      const criteria = (item.criteria ?? []).filter(({ verdict }) => verdict === "review");
      for (const criterion of criteria) yield { ...place, item, criterion, maxPoints: criterion.maxPoints };
      if (criteria.length === 0 && item.verdict === "review") yield { ...place, item, maxPoints: item.maxPoints };
    }
  }
}

async function walk(session: ReviewSession, options: ReviewOptions, io: BatchIo): Promise<void> {
  const out = new Voice(io.stdout, options.language);
  const input = createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const lines = input[Symbol.asyncIterator]();
  try {
    for (let shown: OpenQuestion | undefined; session.current !== undefined; ) {
      if (session.current !== shown) {
        shown = session.current;
        await show(session, out, io);
      }
      io.stdout.write(`${out.text("batch.review-prompt")} > `);
      const { value, done } = await lines.next();
      if (done === true || value === undefined) break;
      if (io.stdin.isTTY !== true) io.stdout.write("\n");
      const answer = session.enter(value);
      if (answer.kind === "quit") break;
      if (answer.kind === "say") out.say(answer.code, answer.params);
      if (answer.kind === "again") shown = undefined;
    }
  } finally {
    input.close();
  }
}

async function show(session: ReviewSession, out: Voice, io: BatchIo): Promise<void> {
  const question = session.current as OpenQuestion;
  const { student, exercise, item, criterion, maxPoints } = question;
  const grader = await loadExercise(io.exercises, exercise);
  const described = grader instanceof Error ? undefined : grader?.describe?.(item.id, criterion?.id);
  const { index, total } = session.place;
  out.line("");
  out.say("batch.review-place", { index, total, student, exercise });
  const heading = out.text("batch.review-question", { item: item.id });
  out.line(described?.question === undefined ? heading : `${heading}: ${out.safe(described.question)}`);
  if (criterion !== undefined) {
    const meaning = described?.criterion === undefined ? criterion.id : `${criterion.id}: ${described.criterion}`;
    out.say("batch.review-criterion", { criterion: meaning, points: maxPoints });
  }
  out.line(`${out.text("batch.review-answer")}: ${out.safe(item.answer ?? "")}`);
  const seen = [...(criterion?.evidence ?? []).map((words) => `“${out.safe(words)}”`)];
  const messages = [...(criterion?.feedback ?? []), ...item.feedback].map(({ message }) => out.safe(message));
  const saw = [...seen, ...new Set(messages)];
  if (saw.length > 0) out.line(`${out.text("batch.review-saw")}: ${saw.join(" ")}`);
}
