/** Grades all that was found, in this thread and further ones, into the journal; finds and settles nothing. */

import { availableParallelism } from "node:os";
import { Gathered } from "./gathered.ts";
import type { PathIdentity } from "./identity.ts";
import { EarlierResults, Journal } from "./journal.ts";
import { Judge, type JudgeSettings } from "./judge.ts";
import type { Plan } from "./prepare.ts";
import { Progress } from "./progress.ts";
import { SourceReader } from "./readSource.ts";
import { Threads, threadStarter } from "./threads.ts";
import type { BatchIo, BatchOptions } from "./types.ts";
import type { Voice } from "./voice.ts";
import { Worklist } from "./worklist.ts";

export interface Graded {
  readonly gathered: Gathered;
  readonly journal: Journal;
  /** The user ended it before all was graded. */
  readonly stopped: boolean;
}

const manyFiles = 20_000;

export async function gradeAll(
  plan: Plan,
  folder: string,
  options: BatchOptions,
  io: BatchIo,
  voice: Voice,
): Promise<Graded> {
  const { candidates } = plan.found;
  // V8 lets its heap grow to four times what lives in it; over many files that is most of the memory taken.
  if (candidates.length > manyFiles) (await import("node:v8")).setFlagsFromString("--heap-growing-percent=60");
  const archives = candidates.some(({ source }) => typeof source !== "string");
  const settings = judgeSettings(plan, options, io);
  const reader = new SourceReader(archives ? (await import("node:zlib")).inflateRawSync : undefined);
  const { hash } = await import("node:crypto");
  const judge = new Judge(settings, reader, hash);
  const journal = new Journal(folder, options.resume);
  const earlier = options.resume ? new EarlierResults(folder) : undefined;
  const gathered = new Gathered(candidates);
  const progress = new Progress(io, candidates.length, options.language);
  let stopped = false;
  const release = io.onInterrupt?.(() => {
    stopped = true;
  });
  const threads = new Threads(
    {
      candidates,
      identity: identities(plan),
      earlier: (index) => earlier?.of(candidates[index]?.file ?? ""),
      done: (index, judged) => {
        if (judged.line !== undefined) journal.add(candidates[index]?.file ?? "", judged.key, judged.line);
        if (judged.defect !== undefined) {
          progress.end();
          voice.say("batch.defect-detail", { file: candidates[index]?.file ?? "", detail: judged.defect });
        }
        gathered.add(index, judged);
      },
      tick: () => {
        journal.tick();
        progress.update(gathered.done, gathered.invalid);
      },
      stopped: () => stopped,
    },
    new Worklist(judge, io.exercises, options.timeout),
  );
  try {
    const setup = { settings, timeout: options.timeout, archives };
    await threads.run(options.jobs, availableParallelism(), threadStarter(io, setup));
  } finally {
    progress.end();
    release?.();
    reader.close();
    earlier?.close();
  }
  return { gathered, journal, stopped: stopped && gathered.done < candidates.length };
}

function judgeSettings(plan: Plan, options: BatchOptions, io: BatchIo): JudgeSettings {
  const { exercise, shard, minPercent, language } = options;
  return {
    ...(exercise === undefined ? {} : { exercise }),
    ids: io.exercises.ids,
    ...(shard === undefined ? {} : { shard }),
    minPercent,
    language,
    aliases: plan.roster?.aliases ?? new Map(),
    decisions: plan.decisions,
  };
}

/** Whose a candidate is by its path, read when asked for. */
function identities({ paths, found }: Plan): (index: number) => PathIdentity {
  return (index) => paths.read(found.candidates[index]?.file ?? "");
}
