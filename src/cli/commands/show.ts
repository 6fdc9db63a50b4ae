/** `rnn-check show <exercise>`: the statement, and what an answer must hold. */

import type { Session } from "../session.ts";
import { statedExercise, statementView } from "../view/statementView.ts";

export async function show(session: Session, wanted: string): Promise<number> {
  const { exercises, language } = session;
  const stated = statedExercise(await exercises.load(wanted), language);
  const named = exercises.idOf(wanted) ?? wanted;
  session.write(stated, (style) => statementView(stated, style, named, session.command));
  return 0;
}
