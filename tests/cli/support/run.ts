/** Runs a command line in this process with streams that remember, in a folder of its own. */

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { main } from "../../../src/cli/entry.ts";
import type { Surroundings } from "../../../src/cli/session.ts";
import { main as short } from "../../../src/cli/start.ts";

export interface Setting {
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Stdout and stderr are a terminal of this many columns. */
  readonly columns?: number;
}

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

class Remembering extends Writable {
  text = "";
  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export async function run(args: readonly string[], setting: Setting): Promise<Outcome> {
  const { folder, env = {}, stdin = "", columns } = setting;
  const screen = columns === undefined ? {} : { isTTY: true, columns, getColorDepth: () => 24 };
  const stdout = Object.assign(new Remembering(), screen);
  const stderr = Object.assign(new Remembering(), screen);
  const around = {
    stdin: Readable.from(stdin === "" ? [] : [Buffer.from(stdin)]),
    stdout,
    stderr,
    env: { LANG: "C.UTF-8", ...env },
  } as unknown as Surroundings;
  const before = process.cwd();
  process.chdir(folder);
  try {
    const status = (await short(args, around)) ?? (await main(args, around));
    return { stdout: stdout.text, stderr: stderr.text, status };
  } finally {
    process.chdir(before);
  }
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "rnn-check-cli-"));
}
