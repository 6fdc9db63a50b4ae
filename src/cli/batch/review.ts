/** Walks a person through what is under review, and keeps what they decide. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { type Cluster, labelledAnswers, openClusters, withLabelled } from "../../course/clusters.ts";
import { ReviewSession } from "../../course/review.ts";
import { safeName } from "../../formats/format.ts";
import type { Message } from "../../messages/message.ts";
import { UsageError } from "../errors.ts";
import { say as inGeneral } from "../messages/cli.ts";
import type { Session } from "../session.ts";
import { heading, paragraph } from "../view/blocks.ts";
import { inline, markdownLines } from "../view/markdown.ts";
import { tell as inStyle, points, show, showLines, textWidth } from "../view/style.ts";
import { indent, joinLines, wrap } from "../view/text.ts";
import { say } from "./messages.ts";
import { reportsIn } from "./results.ts";
import { overridesName, readDecisions, writeDecisions } from "./table.ts";

export interface ReviewFlags {
  /** Default: `overrides.csv` in the folder. */
  readonly overrides?: string;
  /** Who decides; goes into the file. */
  readonly by?: string;
  /** Show who wrote an answer. */
  readonly names?: true;
  /** Write what people decided as labelled answers into this folder, instead of asking. */
  readonly exportLabelled?: string;
}

/** Gives 0 also if things stay open. */
export async function runReview(session: Session, folder: string, flags: ReviewFlags): Promise<number> {
  if (session.json) throw new UsageError(inGeneral("usage.no-json", { command: "review" }));
  if (flags.exportLabelled !== undefined) return exportLabelled(session, folder, flags.exportLabelled);
  const questions = openClusters(reportsIn(folder));
  const path = flags.overrides ?? join(folder, overridesName);
  const review = new ReviewSession(questions, existsSync(path) ? readDecisions(path) : [], flags.by);
  await walk(session, review, flags, () => writeDecisions(path, review.decisions));
  const { decisions, open: left } = review;
  const done = say("batch.review-done", { n: decisions.length, path, left });
  tell(session, questions.length === 0 ? say("batch.review-none") : done);
  return 0;
}

/**
 * Puts decided answers into files beside exercises, `<folder>/<exercise>/labelled/<question>.yaml`, behind what is there.
 * Gives 0 also if there is nothing to write.
 */
function exportLabelled(session: Session, results: string, folder: string): number {
  const labelled = labelledAnswers(reportsIn(results));
  for (const answers of labelled) {
    const path = join(folder, safeName(answers.exercise), "labelled", `${safeName(answers.question)}.yaml`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, withLabelled(existsSync(path) ? readFileSync(path, "utf8") : "", answers));
    session.around.stdout.write(`${session.say(say("batch.labelled", { path, n: answers.lines.length }))}\n`);
  }
  if (labelled.length === 0) session.note(say("batch.labelled-none"));
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
  const width = textWidth(style) - 2;
  const asked = (await session.grader(exercise).catch(() => undefined))?.describe(item.id, criterion?.id);
  const title = (message: Message) => heading(inStyle(message, style), style);
  const wrapped = (text: string) => indent(wrap(show(text, style), width), 2);
  const spellings = [...new Set(members.map(({ answer }) => answer))];
  const more = spellings.length - mostSpellings;
  const seen = (criterion?.evidence ?? []).map((words) => `“${words}”`);
  const told = new Set(((criterion ?? item).feedback ?? []).map(({ message }) => message));
  const saw = [...seen, ...told];
  const before = review.decisionOn(cluster);
  const earned = { criterion: criterion?.id ?? item.id, n: maxPoints, points: points(maxPoints, style) };
  const lines = [
    "",
    ...title(say("batch.review-place", { ...review.place, exercise, item: item.id, n: members.length })),
    ...(flags.names ? wrapped(members.map(({ student }) => student).join(", ")) : []),
    ...indent(markdownLines(asked?.question ?? "", width, style), 2),
    ...title(say("batch.review-earns", earned)),
    ...indent(wrap(inline(asked?.criterion ?? "", style), width), 2),
    ...title(say("batch.review-answer")),
    ...spellings.slice(0, mostSpellings).flatMap(wrapped),
    ...(more > 0 ? [inStyle(say("batch.and-more", { n: more }), style)] : []),
    ...(saw.length > 0 ? [...title(say("batch.review-saw")), ...saw.flatMap(wrapped)] : []),
    ...(before ? [inStyle(say("batch.review-before", { points: points(before.points, style) }), style)] : []),
  ];
  session.around.stdout.write(`${joinLines(lines)}\n`);
}

/** A line of the conversation; what comes from a submission does the terminal no harm. */
function tell(session: Session, told: Message): void {
  const style = session.style();
  session.around.stdout.write(`${joinLines(paragraph(showLines(session.say(told), style), style, 0))}\n`);
}
