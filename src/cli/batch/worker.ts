/** The far end of a further thread: grades the chunks that arrive and sends back results; writes no file. */

import { parentPort, workerData } from "node:worker_threads";
import type { PathIdentity } from "./identity.ts";
import { type EarlierResult, Judge, type Judged, type JudgeSettings } from "./judge.ts";
import { SourceReader } from "./readSource.ts";
import type { Candidate, Exercises } from "./types.ts";
import { Worklist } from "./worklist.ts";

export interface WorkerSetup {
  readonly settings: JudgeSettings;
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
  readonly results: readonly Judged[];
}

/** To be called by the module that a further thread starts with. */
export async function serveWorker(exercisesFor: (data: unknown) => Exercises): Promise<void> {
  const { settings, timeout, archives, data } = workerData as WorkerSetup;
  const inflate = archives ? (await import("node:zlib")).inflateRawSync : undefined;
  const { hash } = await import("node:crypto");
  const judge = new Judge(settings, new SourceReader(inflate), hash);
  const worklist = new Worklist(judge, exercisesFor(data), timeout);
  const proceed = async () => false;
  parentPort?.on("message", async ({ start, candidates, identities, earlier }: ChunkMessage) => {
    const identity = (index: number) => identities[index] as PathIdentity;
    const results = await worklist.grade({ start, candidates, identity, earlier }, proceed);
    const message: ResultMessage = { start, results };
    parentPort?.postMessage(message);
  });
}
