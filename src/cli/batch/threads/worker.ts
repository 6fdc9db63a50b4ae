/** The far end of a further thread: grades the chunks that arrive and sends back results; writes no file. */

import { parentPort, workerData } from "node:worker_threads";
import {
  type EarlierResult,
  FileGrader,
  type FileGraderSettings,
  type FileResult,
} from "../../../course/fileGrader.ts";
import type { PathIdentity } from "../../../course/identity.ts";
import type { Exercises } from "../exercises.ts";
import type { Candidate } from "../find/candidate.ts";
import { SourceReader } from "../find/readSource.ts";
import { Worklist } from "./worklist.ts";

export interface WorkerSetup {
  readonly settings: FileGraderSettings;
  readonly timeout: number;
  readonly archives: boolean;
  /** What the thread's entry needs to find its exercises. */
  readonly data: unknown;
}

export interface ChunkMessage {
  readonly start: number;
  readonly candidates: readonly Candidate[];
  readonly identities: readonly PathIdentity[];
  readonly earlier: readonly (EarlierResult | undefined)[];
}

export interface ResultMessage {
  readonly start: number;
  readonly results: readonly FileResult[];
}

/** To be called by the module that a further thread starts with. */
export async function serveWorker(exercisesFor: (data: unknown) => Exercises): Promise<void> {
  const { settings, timeout, archives, data } = workerData as WorkerSetup;
  const inflate = archives ? (await import("node:zlib")).inflateRawSync : undefined;
  const { hash } = await import("node:crypto");
  const grader = new FileGrader(settings, hash);
  const worklist = new Worklist(grader, new SourceReader(inflate), exercisesFor(data), timeout);
  const proceed = async () => false;
  parentPort?.on("message", async ({ start, candidates, identities, earlier }: ChunkMessage) => {
    const identity = (index: number) => identities[index] as PathIdentity;
    const results = await worklist.grade({ start, candidates, identity, earlier }, proceed);
    const message: ResultMessage = { start, results };
    parentPort?.postMessage(message);
  });
}
