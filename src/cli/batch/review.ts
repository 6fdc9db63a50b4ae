/** Walks a person through everything under review and keeps what they decide. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type OpenQuestion, openQuestions, ReviewSession } from "../../course/review.ts";
import type { Message } from "../../messages/message.ts";
import type { Session } from "../session.ts";
import { show, showLines } from "../view/style.ts";
import { readDecisions, writeDecisions } from "./decisions.ts";
import { say } from "./messages.ts";
import { reportsIn } from "./results.ts";

export interface ReviewFlags {
  /** Default: `overrides.csv` in the folder. */
  readonly overrides?: string;
  /** Who decides; goes into the file. */
  readonly by?: string;
}

/** Gives 0 also if things stay open. */
export async function runReview(session: Session, folder: string, flags: ReviewFlags): Promise<number> {
  const questions: OpenQuestion[] = [];
  for (const report of reportsIn(folder)) questions.push(...openQuestions(report));
  const path = flags.overrides ?? join(folder, "overrides.csv");
  const review = new ReviewSession(questions, existsSync(path) ? readDecisions(path) : [], flags.by);
  await walk(session, review, () => writeDecisions(path, review.decisions));
  const { decisions, open: left } = review;
  const done = say("batch.review-done", { n: decisions.length, path, left });
  tell(session, questions.length === 0 ? say("batch.review-none") : done);
  return 0;
}

/** Saves after every line, so that the review may end at any time. */
async function walk(session: Session, review: ReviewSession, save: () => void): Promise<void> {
  const { stdin, stdout } = session.around;
  const input = createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const lines = input[Symbol.asyncIterator]();
  try {
    for (let shown: OpenQuestion | undefined; review.current !== undefined; ) {
      if (review.current !== shown) await showQuestion(session, review, review.current);
      shown = review.current;
      stdout.write(`${session.say(say("batch.review-prompt"))} > `);
      const { value, done } = await lines.next();
      if (done === true) break;
      if (!stdin.isTTY) stdout.write("\n");
      const step = review.enter(value);
      if (step === "quit") break;
      if (step === "again") shown = undefined;
      else if (step !== "next") tell(session, step);
      save();
    }
  } finally {
    input.close();
  }
}

async function showQuestion(session: Session, review: ReviewSession, question: OpenQuestion): Promise<void> {
  const { student, exercise, item, criterion, maxPoints: points } = question;
  const grader = await session.grader(exercise).catch(() => undefined);
  const asked = grader?.describe(item.id, criterion?.id);
  const named = (heading: Message, text: string | undefined) =>
    tell(session, text === undefined ? heading : `${session.say(heading)}: ${text}`);
  tell(session, "");
  tell(session, say("batch.review-place", { ...review.place, student, exercise }));
  named(say("batch.review-question", { item: item.id }), asked?.question);
  if (criterion !== undefined) {
    const meaning = [criterion.id, ...(asked?.criterion === undefined ? [] : [asked.criterion])].join(": ");
    tell(session, say("batch.review-criterion", { criterion: meaning, points }));
  }
  named(say("batch.review-answer"), item.answer ?? "");
  const seen = (criterion?.evidence ?? []).map((words) => `“${words}”`);
  const messages = [...(criterion?.feedback ?? []), ...item.feedback].map(({ message }) => message);
  const saw = [...seen, ...new Set(messages)];
  if (saw.length > 0) named(say("batch.review-saw"), saw.join(" "));
}

/** A line of the conversation; what comes from a submission does the terminal no harm. */
function tell(session: Session, told: Message | string): void {
  const text = typeof told === "string" ? show(told, session.style()) : showLines(session.say(told), session.style());
  session.around.stdout.write(`${text}\n`);
}
