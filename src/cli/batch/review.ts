/** Walks a person through what is under review, or through a sample of sure marks, and keeps what they decide. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Cluster, markOf, openClusters, sureClusters } from "../../course/clusters.ts";
import { ReviewSession } from "../../course/review.ts";
import { wholePercent } from "../../grading/report.ts";
import type { Message } from "../../messages/message.ts";
import type { Session } from "../session.ts";
import { heading, paragraph } from "../view/blocks.ts";
import { inline, markdownLines } from "../view/markdown.ts";
import { say as inStyle, points, show, showLines, textWidth } from "../view/style.ts";
import { indent, joinLines, wrap } from "../view/text.ts";
import { readDecisions, writeDecisions } from "./decisions.ts";
import { exportLabelled } from "./labelled.ts";
import { say } from "./messages.ts";
import { reportsIn } from "./results.ts";

export interface ReviewFlags {
  /** Default: `overrides.csv` in the folder. */
  readonly overrides?: string;
  /** Who decides; goes into the file. */
  readonly by?: string;
  /** Show who wrote an answer. */
  readonly names?: true;
  /** So many sure marks instead of what is open. */
  readonly spotCheck?: number;
  /** Write what people decided as labelled answers into this folder, instead of asking. */
  readonly exportLabelled?: string;
}

/** Gives 0 also if things stay open. */
export async function runReview(session: Session, folder: string, flags: ReviewFlags): Promise<number> {
  if (flags.exportLabelled !== undefined) return exportLabelled(session, folder, flags.exportLabelled);
  const { spotCheck } = flags;
  const questions =
    spotCheck === undefined ? openClusters(reportsIn(folder)) : sureClusters(reportsIn(folder), spotCheck);
  const path = flags.overrides ?? join(folder, "overrides.csv");
  const review = new ReviewSession(questions, existsSync(path) ? readDecisions(path) : [], flags.by);
  await walk(session, review, flags, () => writeDecisions(path, review.decisions));
  const { decisions, open: left } = review;
  const done = say("batch.review-done", { n: decisions.length, path, left });
  tell(session, questions.length === 0 ? say("batch.review-none") : done);
  if (spotCheck !== undefined) tellAgreement(session, review);
  return 0;
}

/** Saves after every line, so that the review may end at any time. */
async function walk(session: Session, review: ReviewSession, flags: ReviewFlags, save: () => void): Promise<void> {
  const { stdin, stdout } = session.around;
  const input = createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const lines = input[Symbol.asyncIterator]();
  try {
    for (let shown: Cluster | undefined; review.current !== undefined; ) {
      const asked = review.current;
      if (asked !== shown) await showQuestion(session, review, asked, flags);
      shown = asked;
      stdout.write(`${session.say(say("batch.review-prompt"))} > `);
      const { value, done } = await lines.next();
      if (done === true) break;
      if (!stdin.isTTY) stdout.write("\n");
      const step = review.enter(value);
      if (step === "quit") break;
      if (step === "again") shown = undefined;
      else if (step !== "next") tell(session, step);
      else if (flags.spotCheck !== undefined && review.decisionOn(asked) !== undefined) tellMark(session, asked);
      save();
    }
  } finally {
    input.close();
  }
}

/** Different ways to write an answer that are shown. */
const mostSpellings = 5;

/** All that is needed to decide: what was asked, what earns the points, what was answered. */
async function showQuestion(session: Session, review: ReviewSession, cluster: Cluster, flags: ReviewFlags) {
  const { exercise, item, criterion, maxPoints, members } = cluster;
  const style = session.style();
  const grader = await session.grader(exercise).catch(() => undefined);
  const asked = grader?.describe(item.id, criterion?.id);
  const block = (title: Message, lines: readonly string[]) => [
    ...heading(inStyle(title, style), style),
    ...indent(lines, 2),
  ];
  const wrapped = (text: string) => wrap(show(text, style), textWidth(style) - 2);
  const spellings = [...new Set(members.map(({ answer }) => answer))];
  const more = spellings.length - mostSpellings;
  const seen = (criterion?.evidence ?? []).map((words) => `“${words}”`);
  const saw = [...seen, ...new Set(((criterion ?? item).feedback ?? []).map(({ message }) => message))];
  const before = review.decisionOn(cluster);
  const parts = [
    "",
    ...heading(
      inStyle(say("batch.review-place", { ...review.place, exercise, item: item.id, n: members.length }), style),
      style,
    ),
    ...(flags.names ? wrapped(members.map(({ student }) => student).join(", ")) : []),
    ...indent(markdownLines(asked?.question ?? "", textWidth(style) - 2, style), 2),
    ...block(
      say("batch.review-earns", {
        criterion: criterion?.id ?? item.id,
        n: maxPoints,
        points: points(maxPoints, style),
      }),
      asked?.criterion === undefined ? [] : wrap(inline(asked.criterion, style), textWidth(style) - 2),
    ),
    ...block(say("batch.review-answer"), spellings.slice(0, mostSpellings).flatMap(wrapped)),
    ...(more > 0 ? [inStyle(say("batch.and-more", { n: more }), style)] : []),
    ...(saw.length > 0 && flags.spotCheck === undefined ? block(say("batch.review-saw"), saw.flatMap(wrapped)) : []),
    ...(before === undefined
      ? []
      : [inStyle(say("batch.review-before", { points: points(before.points, style) }), style)]),
  ];
  session.around.stdout.write(`${joinLines(parts)}\n`);
}

/** In a sample the tool's own mark is told only after the person's. */
function tellMark(session: Session, asked: Cluster): void {
  tell(session, say("batch.review-mark", { points: points(markOf(asked).points, session.style()) }));
}

function tellAgreement(session: Session, { agreement: { same, of } }: ReviewSession): void {
  if (of > 0) tell(session, say("batch.review-agreement", { same, of, percent: wholePercent(same / of) }));
}

/** A line of the conversation; what comes from a submission does the terminal no harm. */
function tell(session: Session, told: Message): void {
  const style = session.style();
  session.around.stdout.write(`${joinLines(paragraph(showLines(session.say(told), style), style, 0))}\n`);
}
