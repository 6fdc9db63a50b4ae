/** What the bundled program offers to bin/: the command line, and the far end of a batch's further threads. */

export { main } from "./main.ts";

/** Grades in a further thread; loaded there only. */
export async function work(): Promise<void> {
  const { startWorker } = await import("./batch/threads/workerEntry.ts");
  await startWorker();
}
