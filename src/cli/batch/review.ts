/** Walks a person through everything under review and keeps what they decide. */

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { type OpenQuestion, openQuestions, ReviewSession } from "../../course/review.ts";
import { readDecisions, unusableDecisions, writeDecisions } from "./decisions.ts";
import type { BatchIo, Settings } from "./io.ts";
import { say } from "./messages.ts";
import { reportsIn } from "./results.ts";
import { Voice } from "./voice.ts";

export interface ReviewOptions extends Pick<Settings, "language"> {
  readonly folder: string;
  /** Default: `overrides.csv` in the folder. */
  readonly overrides?: string;
  /** Who decides; goes into the file. */
  readonly by?: string;
}

/** Gives 0 also if things stay open. */
export async function runReview(options: ReviewOptions, io: BatchIo): Promise<number> {
  const { language, by } = options;
  const folder = resolve(io.cwd, options.folder);
  const questions: OpenQuestion[] = [];
  for (const report of reportsIn(folder, options.folder)) questions.push(...openQuestions(report));
  const path = options.overrides ?? join(options.folder, "overrides.csv");
  const file = resolve(io.cwd, path);
  const decided = existsSync(file) ? readDecisions(file, unusableDecisions(path)) : [];
  const session = new ReviewSession(questions, decided, by);
  const out = new Voice(io.stdout, language);
  await walk(session, io, out, () => writeDecisions(file, session.decisions));
  if (questions.length === 0) out.say(say("batch.review-none"));
  else out.say(say("batch.review-done", { n: session.decisions.length, path, left: session.open }));
  return 0;
}

/** Saves after every line, so that the review may end at any time. */
async function walk(session: ReviewSession, io: BatchIo, out: Voice, save: () => void): Promise<void> {
  const input = createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const lines = input[Symbol.asyncIterator]();
  try {
    for (let shown: unknown; session.current !== undefined; ) {
      if (session.current !== shown) await show(session, out, io);
      shown = session.current;
      io.stdout.write(`${out.text(say("batch.review-prompt"))} > `);
      const { value, done } = await lines.next();
      if (done === true) break;
      if (io.stdin.isTTY !== true) io.stdout.write("\n");
      const step = session.enter(value);
      if (step === "quit") break;
      if (step === "again") shown = undefined;
      else if (step !== "next") out.say(step);
      save();
    }
  } finally {
    input.close();
  }
}

async function show(session: ReviewSession, out: Voice, io: BatchIo): Promise<void> {
  if (session.current === undefined) return;
  const { student, exercise, item, criterion, maxPoints } = session.current;
  const grader = await io.exercises.load(exercise).catch(() => undefined);
  const asked = grader?.describe(item.id, criterion?.id);
  out.line("");
  out.say(say("batch.review-place", { ...session.place, student, exercise }));
  const heading = out.text(say("batch.review-question", { item: item.id }));
  out.line(asked === undefined ? heading : `${heading}: ${asked.question}`);
  if (criterion !== undefined) {
    const meaning = asked?.criterion === undefined ? criterion.id : `${criterion.id}: ${asked.criterion}`;
    out.say(say("batch.review-criterion", { criterion: meaning, points: maxPoints }));
  }
  out.line(`${out.text(say("batch.review-answer"))}: ${item.answer ?? ""}`);
  const seen = (criterion?.evidence ?? []).map((words) => `“${words}”`);
  const messages = [...(criterion?.feedback ?? []), ...item.feedback].map(({ message }) => message);
  const saw = [...seen, ...new Set(messages)];
  if (saw.length > 0) out.line(`${out.text(say("batch.review-saw"))}: ${saw.join(" ")}`);
}
