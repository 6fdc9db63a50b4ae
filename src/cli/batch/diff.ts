/** Whose results differ between two runs, and in what. */

import { compareReports, type ResultChange, type Standing } from "../../course/difference.ts";
import type { Report } from "../../grading/report.ts";
import { append } from "../../kinds/multimap.ts";
import type { Session } from "../session.ts";
import { show, type TerminalStyle, say as told } from "../view/style.ts";
import { say } from "./messages.ts";
import { reportsIn } from "./results.ts";

/** Gives 0 whether or not something differs. */
export function runDiff(session: Session, before: string, after: string): number {
  const changes = compareRuns(before, after);
  session.write(
    () => ({ schema: "rnn-check/diff@1", changes }),
    (style) => describe(changes, style),
  );
  return 0;
}

/** Pairs the results of a student for an exercise (of several: by file, then in order). */
function compareRuns(before: string, after: string): ResultChange[] {
  const old = new Map<string, Report[]>();
  for (const report of reportsIn(before)) append(old, keyOf(report), report);
  const changes = Array.from(reportsIn(after), (report) => compareReports(old.get(keyOf(report))?.shift(), report));
  for (const report of [...old.values()].flat()) changes.push(compareReports(report, undefined));
  return changes.filter((change) => change !== undefined);
}

function keyOf({ student, file, exercise }: Report): string {
  return `${student ?? file}\n${exercise}`;
}

function describe(changes: readonly ResultChange[], style: TerminalStyle): string {
  if (changes.length === 0) return told(say("batch.diff-none"), style);
  const counts = { up: 0, down: 0, added: 0, removed: 0 };
  const lines = changes.flatMap(({ student, exercise, before, after, items }) => {
    if (before === null) counts.added++;
    else if (after === null) counts.removed++;
    else if (after.points > before.points) counts.up++;
    else if (after.points < before.points) counts.down++;
    const was = before?.points ?? told(say("batch.diff-added"), style);
    const is = after?.points ?? told(say("batch.diff-removed"), style);
    const first = `${show(student, style)}  ${show(exercise, style)}  ${was} → ${is}`;
    return [first, ...items.map((item) => `    ${show(describeItem(item, style), style)}`)];
  });
  return [...lines, told(say("batch.diff-total", { n: changes.length, ...counts }), style)].join("\n");
}

function describeItem(
  { item, before, after, answerChanged }: ResultChange["items"][number],
  style: TerminalStyle,
): string {
  const note = answerChanged ? ` (${told(say("batch.diff-answer"), style)})` : "";
  return `${item || "–"}: ${side(before)} → ${side(after)}${note}`;
}

function side(standing: Standing | null): string {
  if (standing === null) return "–";
  const { verdict, points, codes, overridden } = standing;
  return [verdict, points, ...codes, ...(overridden ? ["overridden"] : [])].join(" ");
}
