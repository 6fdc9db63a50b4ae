/** Runs the program: arguments in, exit status out. Every error ends here, in words for the person it concerns. */

import type { Command } from "commander";
import { CommanderError } from "commander";
import { defect, explain, outputProblem } from "./problems.ts";
import { createProgram } from "./program.ts";
import { type GlobalOptions, Session, type Surroundings } from "./session.ts";

declare const RNN_CHECK_VERSION: string;

/** @param args without the program's own name @returns the exit status */
export async function main(args: readonly string[], given: Surroundings = process): Promise<number> {
  let status = 0;
  const around = watching(given);
  const early = earlyOptions(args);
  const finish = (ended: number) => {
    status = ended;
  };
  const program = createProgram({ version: RNN_CHECK_VERSION, args, around, early, finish });
  if (given === process) catchStrays(() => sessionAfter(program, early, around));
  try {
    if (args.length === 0) {
      around.stderr.write(program.helpInformation());
      return 2;
    }
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!ended(error)) status = explainSafely(sessionAfter(program, early, around), error, args, program);
  }
  const problem = await outputLost(around);
  return problem === undefined ? status : outputProblem(sessionAfter(program, early, around), problem);
}

function explainSafely(session: Session, error: unknown, args: readonly string[], program: Command): number {
  try {
    return explain(session, error, args, program);
  } catch (another) {
    return defect(session, another);
  }
}

let isGuarded = false;

/** An error outside everything that is awaited ends the program too, but not with a status that means a mark. */
function catchStrays(session: () => Session): void {
  if (isGuarded) return;
  isGuarded = true;
  process.on("uncaughtException", (error) => process.exit(defect(session(), error)));
}

/** Help and version end the parsing by an error of their own. */
function ended(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0;
}

/** What was read of the options, and what stands in arguments that were never reached because of an error. */
function sessionAfter(program: Command, early: GlobalOptions, around: Surroundings): Session {
  const read = Object.entries(program.opts<GlobalOptions>()).filter(([, value]) => value !== undefined);
  return new Session({ ...early, ...Object.fromEntries(read) }, around);
}

/** The options that say how even an error and the help look. */
function earlyOptions(args: readonly string[]): GlobalOptions {
  const end = args.indexOf("--");
  const words = end === -1 ? args : args.slice(0, end);
  const at = words.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const lang = words[at]?.includes("=") ? words[at]?.slice("--lang=".length) : words[at + 1];
  return {
    ...(at >= 0 && (lang === "de" || lang === "en") && { lang }),
    ...(words.includes("--json") && { json: true }),
    ...(words.includes("--color") && { color: true }),
    ...(words.includes("--no-color") && { color: false }),
  };
}

/** What went wrong with a stream that is watched already. */
const watched = new WeakMap<object, { problem?: Error }>();

/** Makes sure that a failing stream does not end the program: a reader that stops (`| head`) is no error, a full disk is. */
function watch<S extends NodeJS.WriteStream>(stream: S): S {
  if (watched.has(stream)) return stream;
  const state: { problem?: Error } = {};
  watched.set(stream, state);
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") state.problem ??= error;
  });
  return stream;
}

/** The same surroundings with their streams watched. Opening one takes milliseconds, so that waits until it is used. */
function watching(around: Surroundings): Surroundings {
  return {
    env: around.env,
    get stdin() {
      return around.stdin;
    },
    get stdout() {
      return watch(around.stdout);
    },
    get stderr() {
      return watch(around.stderr);
    },
  };
}

/** Waits until all is written. @returns what went wrong */
async function outputLost({ stdout }: Surroundings): Promise<Error | undefined> {
  await new Promise<void>((resolve) => {
    if (stdout.writableLength === 0 || stdout.destroyed) setImmediate(resolve);
    else stdout.write("", () => resolve());
  });
  return watched.get(stdout)?.problem;
}
