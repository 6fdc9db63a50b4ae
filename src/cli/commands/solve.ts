/** `rnn-check solve <exercise> [item]`: the way to the right answers. */

import { Derivation } from "../../exercises/derivation.ts";
import { type Exercise, fieldsOf, type Question } from "../../exercises/exercise.ts";
import type { Step } from "../../exercises/steps.ts";
import { kinds } from "../../kinds/index.ts";
import { UsageError } from "../errors.ts";
import { say } from "../messages/cli.ts";
import type { Session } from "../session.ts";
import { page } from "../view/blocks.ts";
import { markdownLines } from "../view/markdown.ts";
import { solutionText, type ToldStep } from "../view/solutionView.ts";
import { textWidth } from "../view/style.ts";

export async function solve(session: Session, wanted: string, item?: string, format?: string, seed?: string) {
  const { language } = session;
  const exercise = await session.exercise(wanted, seed);
  if (exercise.solution === "hidden") throw new UsageError(say("trace.hidden"));
  const derivation = new Derivation(exercise);
  const questions = questionsNamed(exercise, item).map((question) => {
    const { steps = [] } = kinds[question.kind]?.solution(question, derivation) ?? {};
    const { id, prompt } = question;
    return { id, ...(prompt && { prompt: prompt[language] }), steps: told(session, steps) };
  });
  const title = exercise.title[language];
  session.write({ exercise: exercise.id, title, questions }, (style) => {
    const sections = questions.map(({ id, prompt, steps }) => [prompt ? `${id}: ${prompt}` : id, steps] as const);
    const text = solutionText(`${exercise.id}  ${title}`, sections, language, format === "latex");
    return format === "text" ? page([markdownLines(text, textWidth(style), style)]) : text;
  });
  return 0;
}

/** The questions that a person means: one by its id or a field of its answer, all below `set1`, or all there are. */
export function questionsNamed({ questions }: Exercise, item = ""): readonly Question[] {
  const wanted = item === "" ? "" : `${item.toLowerCase()}.`;
  const names = (question: Question) => [question.id, ...fieldsOf(question)].map((name) => `${name.toLowerCase()}.`);
  const found = questions.filter((question) => names(question).some((name) => name.startsWith(wanted)));
  if (found.length > 0) return found;
  throw new UsageError(say("usage.unknown-item", { wanted: item, known: questions.map(({ id }) => id) }));
}

/** Steps in the user's language. */
export function told({ language }: Session, steps: readonly Step[]): readonly ToldStep[] {
  return steps.map(({ said, ...step }) => ({ ...(said && { text: said.in(language) }), ...step }));
}
