/** `rnn-check list`: the exercises there are; `rnn-check show`: the statement of one, and what an answer must hold. */

import { brokenExercise } from "../explain.ts";
import { say } from "../messages/cli.ts";
import { Session } from "../session.ts";
import { listView, statedExercise, statementView } from "../view/statementView.ts";

/** Exercises that are broken are named on stderr and make the status 2; the others are listed all the same. */
export async function list(session: Session): Promise<number> {
  const { exercises, broken } = await session.exercises.summaries();
  const listed = exercises.map((one) => ({ ...one, title: one.title[session.language] }));
  const builtIn = session.say(say("list.built-in"));
  const shown = listed.map((one) => (one.source === "built in" ? { ...one, source: builtIn } : one));
  session.write(listed, (style) => listView(shown, style, session.command));
  const forPeople = new Session({ ...session.options, json: false }, session.around);
  for (const error of broken) brokenExercise(forPeople, error);
  return broken.length === 0 ? 0 : 2;
}

export async function show(session: Session, wanted: string, seed?: string): Promise<number> {
  const { exercises, language } = session;
  const stated = statedExercise(await session.exercise(wanted, seed), language);
  const named = exercises.idOf(wanted) ?? wanted;
  session.write(stated, (style) => statementView(stated, style, named, session.command));
  return 0;
}
