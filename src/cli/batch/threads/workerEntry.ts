/** Where a further thread of a batch starts: finds its exercises as the main thread does. */

import { batchExercises, type ExerciseSource } from "../exercises.ts";
import { serveWorker } from "./worker.ts";

export async function startWorker(): Promise<void> {
  await serveWorker((data) => batchExercises(data as ExerciseSource));
}
