/** Spreads the candidates over this thread and further ones and hands results on in order; knows no file of results. */

import type { Worker } from "node:worker_threads";
import type { EarlierResult, FileResult } from "../../../course/fileGrader.ts";
import type { PathIdentity } from "../../../course/identity.ts";
import type { Candidate } from "../find/candidate.ts";
import type { BatchIo } from "../io.ts";
import type { ChunkMessage, ResultMessage, WorkerSetup } from "./worker.ts";
import type { Worklist } from "./worklist.ts";

export interface Work {
  readonly candidates: readonly Candidate[];
  readonly identity: (index: number) => PathIdentity;
  /** Asked for rising indexes only. */
  readonly earlier: (index: number) => EarlierResult | undefined;
  /** Called once per candidate, in order. */
  readonly done: (index: number, result: FileResult) => void;
  /** Called between slices of work. */
  readonly tick: () => void;
  readonly stopped: () => boolean;
}

/** Files of one chunk: few enough to spread evenly, enough to make a message (or a slice under a watchdog) worth it. */
const chunkSize = { alone: 256, shared: 128 };
/** Chunks that may be ahead of the first unfinished one, by thread: bounds what waits in memory. */
const chunksAhead = 4;
/**
 * With `--jobs auto`: work that takes less (milliseconds, estimated) is done before further threads have warmed up. The
 * estimate is too high early on, as code is cold and no answer has been seen before.
 */
const worthThreads = 15_000;
const sampleMilliseconds = 500;

export class Threads {
  readonly #work: Work;
  readonly #worklist: Worklist;
  readonly #workers = new Set<Worker>();
  readonly #waiting = new Map<number, readonly FileResult[]>();
  /** First candidates of the chunks that a worker was given up on, to be done here. */
  readonly #returned: ChunkMessage[] = [];
  readonly #given = new Map<Worker, ChunkMessage>();
  #nextChunk = 0;
  #nextDone = 0;
  #wake: (() => void) | undefined;
  /** What went wrong with a result that arrived, as on a full disk. */
  #failure: { readonly error: unknown } | undefined;

  constructor(work: Work, worklist: Worklist) {
    this.#work = work;
    this.#worklist = worklist;
  }

  /** `start` makes a further thread; `jobs` counts all threads, this one included. To be closed afterwards. */
  async run(jobs: number | "auto", cores: number, start: (() => Promise<Worker>) | undefined): Promise<void> {
    const { candidates } = this.#work;
    const most = Math.ceil(candidates.length / chunkSize.shared);
    let wanted = start === undefined ? 0 : Math.min(jobs === "auto" ? 0 : jobs, most) - 1;
    const began = performance.now();
    let sampling = jobs === "auto" && start !== undefined && cores > 1;
    while (this.#nextDone < candidates.length && !this.#work.stopped()) {
      for (; wanted > this.#workers.size && start !== undefined; ) this.#employ(await start());
      const chunk = this.#returned.shift() ?? this.#take();
      if (chunk === undefined) await this.#message();
      else await this.#gradeHere(chunk);
      if (sampling && performance.now() - began > sampleMilliseconds) {
        sampling = false;
        const left = ((performance.now() - began) / this.#nextDone) * (candidates.length - this.#nextDone);
        if (left > worthThreads) wanted = Math.min(cores, most) - 1;
      }
      if (this.#failure !== undefined) throw this.#failure.error;
    }
  }

  async close(): Promise<void> {
    const workers = [...this.#workers];
    this.#workers.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  async #gradeHere(chunk: ChunkMessage): Promise<void> {
    const { start, candidates, earlier } = chunk;
    const identity = (index: number) => this.#work.identity(start + index);
    const results = await this.#worklist.grade({ start, candidates, identity, earlier }, async () => {
      this.#work.tick();
      await turn();
      return this.#work.stopped();
    });
    this.#accept(start, results);
  }

  /** The next chunk, unless that would run too far ahead. */
  #take(): ChunkMessage | undefined {
    const start = this.#nextChunk;
    const { candidates, earlier, identity } = this.#work;
    const size = this.#workers.size > 0 ? chunkSize.shared : chunkSize.alone;
    const ahead = chunksAhead * (this.#workers.size + 1) * size;
    if (start >= candidates.length || start >= this.#nextDone + ahead) return undefined;
    this.#nextChunk = Math.min(start + size, candidates.length);
    const part = candidates.slice(start, this.#nextChunk);
    const identities = this.#workers.size > 0 ? part.map((_, index) => identity(start + index)) : [];
    return { start, candidates: part, identities, earlier: part.map((_, index) => earlier(start + index)) };
  }

  #accept(start: number, results: readonly FileResult[]): void {
    this.#waiting.set(start, results);
    for (let next = this.#waiting.get(this.#nextDone); next !== undefined; next = this.#waiting.get(this.#nextDone)) {
      this.#waiting.delete(this.#nextDone);
      for (const result of next) this.#work.done(this.#nextDone++, result);
    }
    this.#work.tick();
  }

  #employ(worker: Worker): void {
    this.#workers.add(worker);
    worker.on("message", ({ start, results }: ResultMessage) => {
      this.#given.delete(worker);
      try {
        this.#accept(start, results);
      } catch (error) {
        this.#failure ??= { error };
      }
      this.#give(worker);
      this.#wake?.();
    });
    worker.on("error", () => this.#dismiss(worker));
    worker.on("exit", () => this.#dismiss(worker));
    this.#give(worker);
  }

  #give(worker: Worker): void {
    const chunk = this.#work.stopped() ? undefined : this.#take();
    if (chunk === undefined) return;
    this.#given.set(worker, chunk);
    worker.postMessage(chunk);
  }

  /** A thread that died leaves its chunk to this one. */
  #dismiss(worker: Worker): void {
    const chunk = this.#given.get(worker);
    if (this.#workers.delete(worker) && chunk !== undefined) this.#returned.push(chunk);
    this.#given.delete(worker);
    this.#wake?.();
  }

  async #message(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#wake = undefined;
    this.#idle();
  }

  /** Threads that found nothing to take while others were behind. */
  #idle(): void {
    for (const worker of this.#workers) if (!this.#given.has(worker)) this.#give(worker);
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Further threads, if the program was told which module they start with. */
export function threadStarter(io: BatchIo, setup: Omit<WorkerSetup, "data">): (() => Promise<Worker>) | undefined {
  const { worker } = io;
  if (worker === undefined) return undefined;
  return async () => {
    const { Worker } = await import("node:worker_threads");
    const workerData: WorkerSetup = { ...setup, data: worker.data };
    return new Worker(worker.url, { workerData });
  };
}
