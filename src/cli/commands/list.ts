/** `rnn-check list`: the exercises there are. */

import type { Session } from "../session.ts";
import { listView } from "../terminal/listView.ts";

export async function list(session: Session): Promise<number> {
  const exercises = await session.exercises.summaries();
  session.write(
    () => exercises,
    (style) => listView(exercises, style),
  );
  return 0;
}
