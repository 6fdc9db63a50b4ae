/** The world outside for the commands around a batch: streams, exercises, threads, Ctrl-C. Knows process. */

import { batchExercises, type ExerciseSource } from "../batch/exercises.ts";
import type { BatchIo } from "../batch/io.ts";
import type { Session } from "../session.ts";

export function batchIo({ language, options, around }: Session): BatchIo {
  const { feedback, min, exercises: folders = [] } = options;
  const data: ExerciseSource = {
    folders,
    options: { lang: language, ...(feedback !== undefined && { feedback }), ...(min !== undefined && { min }) },
  };
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
    exercises: batchExercises(data),
    worker: { url: new URL("../../bin/worker.js", import.meta.url), data },
    onInterrupt(stop) {
      process.on("SIGINT", stop);
      process.on("SIGTERM", stop);
      return () => {
        process.off("SIGINT", stop);
        process.off("SIGTERM", stop);
      };
    },
  };
}
