/** What a person should know of a run, on standard error; the summary holds it in full. */

import { isInShard, type Shard } from "../../course/order.ts";
import type { SkipReason } from "../../course/skip.ts";
import type { Summary } from "../../course/summary.ts";
import { few } from "../../formats/format.ts";
import type { Decision } from "../../grading/decisions.ts";
import type { Message } from "../../messages/message.ts";
import type { Session } from "../session.ts";
import { say } from "./messages.ts";
import type { Plan } from "./prepare.ts";

/** Why things are passed over that may have been meant as answers; of the others only the number is told. */
const remarkable: readonly SkipReason[] = [
  "link",
  "not-a-file",
  "archive-entry",
  "archive-in-archive",
  "archive-limit",
];

/** `used`: the decisions that were applied. */
export function tell(
  session: Session,
  { decisions, handIns }: Pick<Plan, "decisions" | "handIns">,
  { skipped, superseded, misnamed = [], notOnRoster = [] }: Summary,
  used: ReadonlySet<Decision>,
  shard: Shard | undefined,
): void {
  const told = skipped.filter(({ reason }) => remarkable.includes(reason));
  noteSome(
    session,
    told.map(({ file, reason }) => say("batch.skipped-file", { file, reason })),
  );
  if (skipped.length > told.length) session.note(say("batch.skipped", { n: skipped.length - told.length }));
  if (superseded.length > 0) session.note(say("batch.superseded", { n: superseded.length }));
  const namesakes = new Set(handIns.flatMap(({ student, namesake }) => (namesake === undefined ? [] : [student])));
  if (namesakes.size > 0) session.note(say("batch.namesakes", { students: few([...namesakes]) }));
  if (misnamed.length > 0) {
    session.note(say("batch.misnamed", { n: misnamed.length, files: few(misnamed.map(({ file }) => file)) }));
  }
  if (notOnRoster.length > 0) {
    session.note(say("batch.not-on-roster", { n: notOnRoster.length, students: few(notOnRoster) }));
  }
  const unused = decisions.filter((decision) => !used.has(decision) && isInShard(decision.student, shard));
  noteSome(
    session,
    unused.map(({ student, exercise, item }) => say("batch.unused-override", { student, exercise, item })),
  );
}

/** The first of many messages, then how many more there are. */
export function noteSome(session: Session, messages: readonly Message[], most = 20): void {
  for (const message of messages.slice(0, most)) session.note(message);
  if (messages.length > most) session.note(say("batch.and-more", { n: messages.length - most }));
}
