/** The process's streams and the exercises of a session, for the commands for whole courses. */

import { batchExercises } from "../batch/exercises.ts";
import type { BatchIo } from "../batch/io.ts";
import type { Session } from "../session.ts";

export function batchIo({ around, exercises, grading }: Session): BatchIo {
  return {
    cwd: process.cwd(),
    env: around.env,
    // Opening a stream takes milliseconds, so that waits until it is used.
    get stdin() {
      return around.stdin;
    },
    get stdout() {
      return around.stdout;
    },
    get stderr() {
      return around.stderr;
    },
    exercises: batchExercises(exercises, grading),
  };
}
