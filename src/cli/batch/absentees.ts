/** Who handed in nothing, and what a person gave them points for all the same. */

import { gradeAbsent } from "../../course/grader.ts";
import { compareText, isInShard, type Shard } from "../../course/order.ts";
import { append } from "../../engine/maps.ts";
import { appliesTo, type Decision } from "../../grading/decisions.ts";
import type { Report } from "../../grading/report.ts";
import type { Session } from "../session.ts";
import type { Submitted } from "./handIns.ts";
import type { Plan } from "./prepare.ts";

/**
 * Those on the roster who handed in nothing, and whom a person gave points for what came on paper. Without a roster only
 * what is required can be absent, of those who handed in something else.
 */
export function* absentees(
  session: Session,
  plan: Plan,
  shard: Shard | undefined,
  used: Set<Decision>,
): Generator<Report> {
  const { handIns, roster, graders, asked, required, student } = plan;
  const handedIn = new Set(handIns.flatMap(keysOf));
  const found = [...(student === undefined ? [] : [student]), ...handIns.map((one) => one.student)];
  const everybody = roster?.students ?? found;
  const decisionsOf = groupedDecisions(plan.decisions);
  const { lang: language } = session.grading;
  for (const [exercise, grader] of [...graders].sort(([a], [b]) => compareText(a, b))) {
    const isExpected = roster === undefined ? required.has(exercise) : asked.has(exercise);
    const expected = new Set(isExpected ? everybody : []);
    const decided = plan.decisions.filter((one) => one.exercise === exercise && one.answer === "");
    for (const one of [...new Set([...expected, ...decided.map((each) => each.student)])].sort(compareText)) {
      const key = `${one}\n${exercise}`;
      if (handedIn.has(key) || !isInShard(one, shard)) continue;
      const decisions = decisionsOf.get(key) ?? [];
      const report = gradeAbsent(one, grader, { language, decisions });
      const applied = decisions.filter((decision) => appliesTo(decision, report));
      for (const decision of applied) used.add(decision);
      if (applied.length > 0 || (expected.has(one) && !handedIn.has(one))) yield report;
    }
  }
}

/** Which exercises of whom are not absent: all, where it can't be told which exercise or which of two people it is. */
function keysOf({ student, namesake, exercise, isKnown, ambiguous }: Submitted): string[] {
  const owners =
    ambiguous === undefined || ambiguous.students.includes(student) ? [namesake ?? student] : ambiguous.students;
  return owners.map((owner) => (isKnown ? `${owner}\n${exercise}` : owner));
}

/** By student and exercise. */
export function groupedDecisions(decisions: readonly Decision[]): Map<string, Decision[]> {
  const groups = new Map<string, Decision[]>();
  for (const decision of decisions) append(groups, `${decision.student}\n${decision.exercise}`, decision);
  return groups;
}
