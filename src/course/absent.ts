/** Results for those of a roster who handed in nothing; reads no file. */

import type { Report } from "../grading/report.ts";
import type { Grader } from "./grader.ts";
import { compareText } from "./order.ts";
import { lineTail, resultLine } from "./resultLine.ts";
import { isInShard, type Shard } from "./shard.ts";

export interface AbsentResult {
  readonly report: Report;
  readonly student: string;
  readonly line: string;
}

/** An answer sheet that holds nothing. */
const nothing = '{"answers":{}}';

/**
 * In the order of results: by exercise, then student. `handedIn` tells whether there is a file of a student for an
 * exercise.
 */
export function* absentResults(
  graders: readonly Grader[],
  students: readonly string[],
  handedIn: (student: string, exercise: string) => boolean,
  shard?: Shard,
): Generator<AbsentResult> {
  const sorted = students.filter((student) => isInShard(student, shard)).sort(compareText);
  for (const grader of [...graders].sort((a, b) => compareText(a.exercise, b.exercise))) {
    let graded: { readonly report: Report; readonly tail: string } | undefined;
    for (const student of sorted) {
      if (handedIn(student, grader.exercise)) continue;
      if (graded === undefined) {
        const report = grader.grade(nothing, {});
        graded = { report, tail: lineTail(report) };
      }
      yield { report: graded.report, student, line: resultLine(grader.exercise, { student }, graded.tail) };
    }
  }
}
