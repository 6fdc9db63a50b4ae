/** A program for tests that need a process or a thread of their own: batches with the stand-in exercises. */

import { isMainThread } from "node:worker_threads";
import { runBatch } from "../../../src/cli/batch/run/run.ts";
import { serveWorker } from "../../../src/cli/batch/threads/worker.ts";
import { fakeExercises } from "./grader.ts";

if (isMainThread) {
  const options = JSON.parse(process.argv[2] ?? "{}");
  process.exitCode = await runBatch(options, {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    exercises: fakeExercises(),
    worker: { url: new URL(import.meta.url), data: {} },
    onInterrupt: (stop) => {
      process.once("SIGINT", stop);
      return () => process.removeListener("SIGINT", stop);
    },
  });
} else {
  await serveWorker(() => fakeExercises());
}
