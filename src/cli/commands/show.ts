/** `rnn-check show <exercise>`: the statement, and what an answer must hold. */

import { type Exercise, fieldsOf, pointsOf } from "../../exercises/exercise.ts";
import { sheetOf } from "../../kinds/index.ts";
import type { Session } from "../session.ts";
import { type StatedExercise, statementView } from "../view/statementView.ts";

export async function show(session: Session, wanted: string): Promise<number> {
  const { exercises } = session;
  const stated = statedExercise(await exercises.load(wanted), session);
  const named = exercises.idOf(wanted) ?? wanted;
  session.write(
    () => stated,
    (style) => statementView(stated, style, named, (...words) => session.command(...words)),
  );
  return 0;
}

export function statedExercise(exercise: Exercise, { language }: Pick<Session, "language">): StatedExercise {
  const { id, title, statement } = exercise;
  return {
    id,
    title,
    statement,
    points: pointsOf(exercise),
    questions: exercise.questions.map((question) => {
      const keys = fieldsOf(question);
      const { ask, example } = sheetOf(question);
      return {
        id: question.id,
        kind: question.kind,
        points: question.points,
        ...(question.prompt !== undefined && { prompt: question.prompt }),
        keys,
        example: keys.length === 1 ? example : Object.fromEntries(keys.map((key) => [key, example])),
        describe: ask.in(language),
      };
    }),
  };
}
