/** Grades all that was found, in this thread and further ones, into the journal; finds and settles nothing. */

import { availableParallelism } from "node:os";
import { FileGrader, type FileGraderSettings } from "../../../course/fileGrader.ts";
import { Gathered } from "../../../course/gathered.ts";
import type { PathIdentity } from "../../../course/identity.ts";
import { SourceReader } from "../find/readSource.ts";
import type { BatchIo } from "../io.ts";
import type { BatchOptions } from "../options.ts";
import { EarlierResults } from "../results/earlier.ts";
import { Journal } from "../results/journal.ts";
import { Threads, threadStarter } from "../threads/threads.ts";
import { Worklist } from "../threads/worklist.ts";
import type { Voice } from "../voice.ts";
import type { Plan } from "./prepare.ts";
import { Progress } from "./progress.ts";

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
  const settings = graderSettings(plan, options, io);
  const reader = new SourceReader(archives ? (await import("node:zlib")).inflateRawSync : undefined);
  const { hash } = await import("node:crypto");
  const grader = new FileGrader(settings, hash);
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
      done: (index, result) => {
        if (result.line !== undefined) journal.add(candidates[index]?.file ?? "", result.key, result.line);
        if (result.defect !== undefined) {
          progress.end();
          voice.say("batch.defect-detail", { file: candidates[index]?.file ?? "", detail: result.defect });
        }
        gathered.add(index, result);
      },
      tick: () => {
        journal.tick();
        progress.update(gathered.done, gathered.invalid);
      },
      stopped: () => stopped,
    },
    new Worklist(grader, reader, io.exercises, options.timeout),
  );
  try {
    const setup = { settings, timeout: options.timeout, archives };
    await threads.run(options.jobs, availableParallelism(), threadStarter(io, setup));
  } finally {
    await threads.close();
    progress.end();
    release?.();
    reader.close();
    earlier?.close();
  }
  return { gathered, journal, stopped: stopped && gathered.done < candidates.length };
}

function graderSettings(plan: Plan, options: BatchOptions, io: BatchIo): FileGraderSettings {
  const { exercise, student, shard, minPercent, language } = options;
  return {
    ...(exercise === undefined ? {} : { exercise }),
    ids: io.exercises.ids,
    ...(student === undefined ? {} : { student }),
    ...(shard === undefined ? {} : { shard }),
    minPercent,
    language,
    aliases: plan.roster?.aliases ?? new Map(),
    proof: plan.roster !== undefined || plan.listed,
    decisions: plan.decisions,
  };
}

/** Whose a candidate is by its path, read when asked for. */
function identities({ paths, found }: Plan): (index: number) => PathIdentity {
  return (index) => paths.read(found.candidates[index]?.file ?? "");
}
