/**
 * Golden files: what is typed, which files are there, and what comes of it, as text that reads like a terminal.
 *
 *     === A title
 *     $ COLUMNS=40 rnn-check ex6 answer.json
 *     <<< answer.json          a file that is there, up to the next mark; `<<< -` is standard input
 *     >>> stdout
 *     >>> stderr
 *     >>> file answer.json     a file as it is afterwards
 *     >>> status 0
 *
 * Everything from the first `>>>` of a case on is written by the tests when UPDATE_GOLDEN is set. `␛` is the escape
 * character, `TMP` the folder.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Outcome, run, temporaryFolder } from "./run.ts";

export interface GoldenCase {
  readonly title: string;
  /** Everything before the first `>>>`. */
  readonly head: string;
  readonly commands: readonly string[];
  readonly files: ReadonlyMap<string, string>;
  readonly shown: readonly string[];
  /** The case with what is expected of it. */
  readonly whole: string;
}

export function readGolden(text: string): readonly GoldenCase[] {
  return text
    .split(/^(?==== )/m)
    .filter((part) => part.startsWith("=== "))
    .map(readCase);
}

function readCase(part: string): GoldenCase {
  const [head = ""] = part.split(/^(?=>>> )/m);
  const [start = "", ...blocks] = head.split(/^<<< /m);
  const files = new Map(
    blocks.map((block) => {
      const end = block.indexOf("\n");
      return [block.slice(0, end), block.slice(end + 1).replace(/\n+$/, "\n")] as const;
    }),
  );
  const commands = [...start.matchAll(/^\$ (.*)$/gm)].map((match) => match[1] ?? "");
  const shown = [...part.matchAll(/^>>> file (.*)$/gm)].map((match) => match[1] ?? "");
  return {
    title: (start.split("\n")[0] ?? "").slice(4),
    head: `${head.trimEnd()}\n`,
    commands,
    files,
    shown,
    whole: part,
  };
}

/** Runs the case's commands one after the other. @returns the case with what came of it */
export async function replay(one: GoldenCase): Promise<string> {
  const folder = temporaryFolder();
  for (const [name, text] of one.files) if (name !== "-") write(join(folder, name), text);
  let text = one.head;
  for (const [i, command] of one.commands.entries()) {
    const outcome = await runLine(command, folder, one.files.get("-") ?? "");
    text += written(outcome, i === 0 && one.commands.length === 1 ? "" : ` of ${i + 1}`, folder);
  }
  for (const name of one.shown) {
    const path = join(folder, name);
    text += `>>> file ${name}\n${existsSync(path) ? readFileSync(path, "utf8") : "(not there)\n"}`;
  }
  return text;
}

function written({ stdout, stderr, status }: Outcome, which: string, folder: string): string {
  const part = (name: string, text: string) => (text === "" ? "" : `>>> ${name}${which}\n${visible(text, folder)}`);
  return `${part("stdout", stdout)}${part("stderr", stderr)}>>> status${which} ${status}\n`;
}

function visible(text: string, folder: string): string {
  const ended = text.endsWith("\n") ? text : `${text}(no line break)\n`;
  return ended
    .replaceAll(folder, "TMP")
    .replaceAll(String.fromCharCode(27), "␛")
    .replace(/[ \t]+$/gm, (spaces) => "·".repeat(spaces.length));
}

function runLine(line: string, folder: string, stdin: string): Promise<Outcome> {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  const start = words.indexOf("rnn-check");
  const env = Object.fromEntries(words.slice(0, start).map((word) => word.split("=") as [string, string]));
  const { TTY, ...rest } = env;
  return run(words.slice(start + 1), { folder, env: rest, stdin, ...(TTY !== undefined && { columns: Number(TTY) }) });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
