/** Results for those of a roster who handed in nothing; reads no file. */

import { shardOf } from "../../grading/batch.ts";
import type { Report } from "../../grading/report.ts";
import { lineTail, resultLine } from "./resultLine.ts";
import type { Grader } from "./types.ts";

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
  shard?: { readonly index: number; readonly count: number },
): Generator<AbsentResult> {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = students
    .filter((student) => shard === undefined || shardOf(student, shard.count) === shard.index)
    .sort(order);
  for (const grader of [...graders].sort((a, b) => order(a.exercise, b.exercise))) {
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
