/** Writes one decision of a person: a regrade, an unreadable file, a submission on paper. */

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { byNaturalOrder } from "../../course/order.ts";
import { nearest } from "../../engine/names.ts";
import { appliesTo, type Decision } from "../../grading/decisions.ts";
import type { Report } from "../../grading/report.ts";
import { safeText } from "../../messages/safeText.ts";
import { UsageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { readDecisions, writeDecisions } from "./decisions.ts";
import { say } from "./messages.ts";
import { readSummary, reportsIn } from "./results.ts";

export interface DecideFlags {
  /** The folder of results that the decision is about. Default: that of the decisions, `results`, or this one. */
  readonly results?: string;
  /** Default: `overrides.csv` in the folder of results. */
  readonly overrides?: string;
  readonly comment?: string;
  readonly by?: string;
}

/** `item`: one of the exercise, or a criterion of it (`reason/saturation`). */
export async function runDecide(
  session: Session,
  [student, wanted, part, given]: readonly [student: string, exercise: string, item: string, points: string],
  flags: DecideFlags,
): Promise<number> {
  const results = resultsFor(flags);
  const path = flags.overrides ?? join(results, "overrides.csv");
  const exercise = session.exercises.idOf(wanted) ?? wanted;
  const { worth, items } = await session.grader(exercise);
  const [item = part, criterion] = items.includes(part) ? [part] : part.split("/", 2);
  const most = worth(item, criterion);
  if (most === undefined) throw new UsageError(say("batch.no-such-item", { item: part, exercise, items }));
  const points = Number(given.replace(",", "."));
  if (!(points >= 0 && points <= most))
    throw new UsageError(say("batch.points-bounds", { given, item: part, max: most }));
  const { report, owner } = reportOf(session, results, student, exercise);
  const answer = report?.items.find(({ id }) => id === item)?.answerHash ?? "";
  const { comment, by } = flags;
  const decision: Decision = {
    ...{ student: owner, exercise, item, ...(criterion !== undefined && { criterion }), answer, points },
    ...(comment !== undefined && { comment: safeText(comment) }),
    ...(by !== undefined && { by: safeText(by) }),
  };
  if (criterion !== undefined && (report === undefined || !appliesTo(decision, report)))
    throw new UsageError(say("batch.no-criteria", { item, student: owner }));
  const decided = existsSync(path) ? readDecisions(path) : [];
  const isReplaced = (one: Decision) =>
    one.student === owner &&
    one.exercise === exercise &&
    one.item === item &&
    (!criterion || (one.criterion ?? criterion) === criterion);
  writeDecisions(path, [...decided.filter((one) => !isReplaced(one)), decision]);
  const done = say("batch.decided", { student: owner, item: `${exercise} ${part}`, points, max: most, path });
  session.write(
    () => decision,
    () => session.say(done),
  );
  return 0;
}

function resultsFor({ results, overrides }: DecideFlags): string {
  if (results !== undefined && readSummary(results) === undefined)
    throw new UsageError(say("batch.unusable-results", { folder: results, reason: "summary.json" }));
  const places = [results, overrides && dirname(overrides), "results", "."].filter((place) => place !== undefined);
  const found = places.find((place) => readSummary(place) !== undefined) ?? overrides;
  if (found === undefined) throw new UsageError(say("batch.which-results"));
  return found;
}

/** The report that counts, and its student as results write the name; whoever has none is told, as it may be a slip. */
function reportOf(session: Session, folder: string, student: string, exercise: string) {
  const reports = readSummary(folder) === undefined ? [] : [...reportsIn(folder)];
  const students = [...new Set(reports.flatMap((one: Report) => one.student ?? []))].sort(byNaturalOrder);
  const exact = students.includes(student) ? student : undefined;
  const owner = exact ?? students.find((one) => one.toLowerCase() === student.toLowerCase()) ?? safeText(student);
  const report = reports.find((one) => one.student === owner && one.exercise === exercise);
  if (!students.includes(owner)) {
    const close = nearest(owner, students);
    session.note(
      close === undefined
        ? say("batch.new-result", { student: owner })
        : say("batch.new-result-nearest", { student: owner, close }),
    );
  }
  return { report, owner };
}
