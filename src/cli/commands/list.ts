/** `rnn-check list`: the exercises there are. */

import { brokenExercise } from "../explain.ts";
import { say } from "../messages/cli.ts";
import { Session } from "../session.ts";
import { listView } from "../view/listView.ts";

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
