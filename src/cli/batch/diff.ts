/** Whose results differ between two runs, and in what. */

import { resolve } from "node:path";
import { compareReports, type ItemChange, type ResultChange, type Standing } from "../../course/difference.ts";
import type { Report } from "../../grading/report.ts";
import { safeText } from "../../messages/safeText.ts";
import type { BatchIo, Settings } from "./io.ts";
import { say } from "./messages.ts";
import { Results, type Row, reportsIn } from "./results.ts";
import { Voice } from "./voice.ts";

export interface DiffOptions extends Pick<Settings, "json" | "language"> {
  readonly before: string;
  readonly after: string;
}

/** Gives 0 whether or not something differs. */
export function runDiff(options: DiffOptions, io: Pick<BatchIo, "cwd" | "stdout">): number {
  const voice = new Voice(io.stdout, options.language);
  const changes = compareRuns(resolve(io.cwd, options.before), resolve(io.cwd, options.after));
  const document = { schema: "rnn-check/diff@1", changes };
  io.stdout.write(options.json ? `${JSON.stringify(document, undefined, 2)}\n` : describe(changes, voice));
  return 0;
}

/**
 * Pairs the results of a student for an exercise (of several: by file, then in order). Of the first run only the places
 * of its lines are kept, of the second nothing.
 */
function compareRuns(before: string, after: string): ResultChange[] {
  const old = new Results(before);
  const places = new Map<string, Pick<Row, "start" | "length">[]>();
  for (const { report, start, length } of old.rows()) {
    const same = places.get(keyOf(report)) ?? [];
    places.set(keyOf(report), [...same, { start, length }]);
  }
  const changes: (ResultChange | undefined)[] = [];
  const reportAt = (place: Pick<Row, "start" | "length">): Report => JSON.parse(old.lineAt(place));
  for (const report of reportsIn(after)) {
    const place = places.get(keyOf(report))?.shift();
    changes.push(compareReports(place && reportAt(place), report));
  }
  for (const place of [...places.values()].flat()) changes.push(compareReports(reportAt(place), undefined));
  old.close();
  return changes.filter((change) => change !== undefined);
}

function keyOf({ student, file, exercise }: Report): string {
  return `${student ?? file}\n${exercise}`;
}

function describe(changes: readonly ResultChange[], voice: Voice): string {
  if (changes.length === 0) return `${voice.text(say("batch.diff-none"))}\n`;
  const counts = { up: 0, down: 0, added: 0, removed: 0 };
  const lines = changes.flatMap(({ student, exercise, before, after, items }) => {
    if (before === null) counts.added++;
    else if (after === null) counts.removed++;
    else if (after.points > before.points) counts.up++;
    else if (after.points < before.points) counts.down++;
    const was = before?.points ?? voice.text(say("batch.diff-added"));
    const is = after?.points ?? voice.text(say("batch.diff-removed"));
    return [`${student}  ${exercise}  ${was} → ${is}`, ...items.map((item) => `    ${describeItem(item, voice)}`)];
  });
  const total = voice.text(say("batch.diff-total", { n: changes.length, ...counts }));
  return `${lines.map((line) => /^ */.exec(line)?.[0] + safeText(line, 4000)).join("\n")}\n${total}\n`;
}

function describeItem({ item, before, after, answerChanged }: ItemChange, voice: Voice): string {
  const side = (standing: Standing | null) =>
    standing === null
      ? "–"
      : [standing.verdict, standing.points, ...standing.codes, ...(standing.overridden ? ["overridden"] : [])].join(
          " ",
        );
  const note = answerChanged ? ` (${voice.text(say("batch.diff-answer"))})` : "";
  return `${item === "" ? "–" : item}: ${side(before)} → ${side(after)}${note}`;
}
