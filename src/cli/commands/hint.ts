/** `rnn-check hint <exercise> <item> [file]`: one hint, and how to get the next. */

import { grade } from "../../grading/grade.ts";
import { hintAt, hintLevels } from "../../grading/hints.ts";
import { UsageError } from "../errors.ts";
import { readAnswerFile } from "../files.ts";
import { say } from "../messages/cli.ts";
import type { Session } from "../session.ts";
import { nextStep, page, paragraph } from "../view/blocks.ts";
import { markdownLines } from "../view/markdown.ts";
import { solutionText } from "../view/solutionView.ts";
import { textWidth } from "../view/style.ts";
import { check, exerciseFor } from "./check.ts";
import { questionsNamed, told } from "./solve.ts";

/** @param file an answer: the first hint is what is certain about it */
export async function hint(session: Session, wanted: string, item: string, file?: string, level = 1): Promise<number> {
  const { language } = session;
  const answer = file === undefined ? undefined : await readAnswerFile(file, session.around);
  const exercise = await exerciseFor(session, wanted, answer);
  const questions = questionsNamed(exercise, item);
  const [question] = questions;
  if (question === undefined || questions.length > 1)
    throw new UsageError(say("usage.unknown-item", { wanted: item, known: questions.map(({ id }) => id) }));
  const isHidden = exercise.solution === "hidden";
  const levels = isHidden ? 2 : hintLevels;
  if (level > levels) throw new UsageError(say("trace.hidden"));
  const report = level === 1 && answer?.ok ? grade(exercise, answer.text, { lang: language }) : undefined;
  // Why an answer can't be graded is told as ever.
  if (level === 1 && answer !== undefined && report?.status !== "graded") return check(session, wanted, file);
  const { verdict, feedback = [] } = report?.items.find(({ id }) => id === question.id) ?? {};
  const certain = verdict === "correct" ? [session.say(say("hint.right"))] : feedback.map(({ message }) => message);
  const hints =
    certain.length > 0 ? certain.map((text) => ({ text })) : told(session, hintAt(exercise, question, level));
  const isOver = verdict === "correct" || (isHidden && level === levels);
  session.write({ exercise: exercise.id, item: question.id, level, levels, hints }, (style) => {
    const solveOptions = exercise.seed === undefined ? [] : ["--seed", exercise.seed];
    const further = [...(file === undefined ? [] : [file]), "--level", String(level + 1)];
    const [next, options] = level < levels ? (["hint", further] as const) : (["solve", solveOptions] as const);
    const command = session.command(next, wanted, item, ...options);
    const heading = session.say(say("hint.level", { item: question.id, level, levels }));
    const text = solutionText(`${exercise.id}  ${exercise.title[language]}`, [[heading, hints]], language);
    const nothing = hints.length > 0 ? [] : paragraph(session.say(say("hint.nothing")), style);
    const more = isOver ? [] : nextStep(session.say(say(`next.${next}`)), [command], style);
    return page([markdownLines(text, textWidth(style), style), nothing, more]);
  });
  return 0;
}
