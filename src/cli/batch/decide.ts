/** Writes one decision of a person: a regrade, an unreadable file, a submission on paper. */

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { appliesTo, type Decision } from "../../grading/decisions.ts";
import type { Report } from "../../grading/report.ts";
import { safeText } from "../../messages/safeText.ts";
import { UsageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { say } from "./messages.ts";
import { readSummary, reportsIn } from "./results.ts";
import { overridesName, readDecisions, writeDecisions } from "./table.ts";

export interface DecideFlags {
  /** The folder of results that the decision is about. Default: that of the decisions, else `results`. */
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
  const { comment, by, overrides } = flags;
  const results = flags.results ?? (overrides ? dirname(overrides) : "results");
  const path = overrides ?? join(results, overridesName);
  const hasResults = readSummary(results) !== undefined;
  if (!hasResults && overrides === undefined) throw new UsageError(say("batch.which-results"));
  const exercise = session.exercises.idOf(wanted) ?? wanted;
  const { worth, items } = await session.grader(exercise);
  const [item = part, criterion] = items.includes(part) ? [part] : part.split("/", 2);
  const most = worth(item, criterion);
  if (most === undefined) throw new UsageError(say("batch.no-such-item", { item: part, exercise, items }));
  const points = Number(given.replace(",", "."));
  if (!(points >= 0 && points <= most))
    throw new UsageError(say("batch.points-bounds", { given, item: part, max: most }));
  const reports = hasResults ? [...reportsIn(results)] : [];
  const isMeant = (one: Report) => one.student?.toLowerCase() === student.toLowerCase();
  const owner = (reports.find((one) => one.student === student) ?? reports.find(isMeant))?.student;
  const report = reports.find((one) => one.student === owner && one.exercise === exercise);
  const answer = report?.items.find(({ id }) => id === item)?.answerHash ?? "";
  const subject = { student: owner ?? safeText(student), exercise, item, ...(criterion && { criterion }), answer };
  const told = { ...(comment && { comment: safeText(comment) }), ...(by && { by: safeText(by) }) };
  const decision: Decision = { ...subject, points, ...told };
  if (criterion !== undefined && (report === undefined || !appliesTo(decision, report)))
    throw new UsageError(say("batch.no-criteria", { item, student }));
  if (owner === undefined) session.note(say("batch.new-result", { student }));
  const placeOf = (one: Decision) => JSON.stringify([one.student, one.exercise, one.item]);
  const isReplaced = (one: Decision) =>
    placeOf(one) === placeOf(decision) && (criterion ?? one.criterion) === one.criterion;
  const others = existsSync(path) ? readDecisions(path).filter((one) => !isReplaced(one)) : [];
  writeDecisions(path, [...others, decision]);
  const place = { student: decision.student, item: `${exercise} ${part}`, path };
  const done = say("batch.decided", { ...place, points, max: most });
  session.write(decision, () => session.say(done));
  return 0;
}
