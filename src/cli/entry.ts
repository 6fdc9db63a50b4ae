/** Runs the program: arguments in, exit status out. Every error ends here, in words for the person it concerns. */

import { CommanderError } from "commander";
import { memo } from "../engine/memo.ts";
import { defect, explain } from "./explain.ts";
import { say } from "./messages/cli.ts";
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
  /** With what was read of the options, and what stands in arguments that were never reached because of an error. */
  const session = () => {
    const read = Object.entries(program.opts<GlobalOptions>()).filter(([, value]) => value !== undefined);
    return new Session({ ...early, ...Object.fromEntries(read) }, around);
  };
  // An error outside everything that is awaited ends the program too, but not with a status that means a mark.
  if (given === process) process.on("uncaughtException", (error) => process.exit(defect(session(), error)));
  try {
    if (args.length === 0) {
      around.stderr.write(program.helpInformation());
      return 2;
    }
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    try {
      if (!isRegularEnd(error)) status = explain(session(), error, args, program);
    } catch (another) {
      status = defect(session(), another);
    }
  }
  const problem = await outputProblem(around);
  if (problem === undefined) return status;
  around.stderr.write(`${session().say(say("output.not-written", { reason: problem.message }))}\n`);
  return 2;
}

/** Help and version end the parsing by an error of their own. */
function isRegularEnd(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0;
}

/** The options that say how even an error and the help look. */
function earlyOptions(args: readonly string[]): GlobalOptions {
  const end = args.indexOf("--");
  const words = end === -1 ? args : args.slice(0, end);
  const lang = [...words.join("\n").matchAll(/^--lang[=\n](en|de)$/gm)].at(-1)?.[1] as GlobalOptions["lang"];
  const color = words.includes("--no-color") ? false : words.includes("--color") || undefined;
  return { lang, color, json: words.includes("--json") || undefined };
}

/** What goes wrong with a stream, which does not end the program: a reader that stops (`| head`) is no error, a full disk is. */
const watched = memo((stream: NodeJS.WriteStream) => {
  const state: { problem?: Error } = {};
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") state.problem ??= error;
  });
  return state;
});

/** The same surroundings with their streams watched. Opening one takes milliseconds, so that waits until it is used. */
function watching(around: Surroundings): Surroundings {
  const watch = (stream: NodeJS.WriteStream) => {
    watched(stream);
    return stream as NodeJS.WriteStream & { fd: 1 & 2 };
  };
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
async function outputProblem({ stdout }: Surroundings): Promise<Error | undefined> {
  await new Promise<void>((resolve) => {
    if (stdout.writableLength === 0 || stdout.destroyed) setImmediate(resolve);
    else stdout.write("", () => resolve());
  });
  return watched(stdout).problem;
}
