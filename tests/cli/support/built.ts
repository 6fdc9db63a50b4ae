/** The program as it is built before the tests (see tests/setup/build.ts), in processes of its own; and copies of it. */

import { spawn, spawnSync } from "node:child_process";
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { type Outcome, temporaryFolder } from "./run.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const programIn = (folder: string) => join(folder, "bin", "rnn-check.js");

/** A folder with some of the repository, and with its packages. */
export function copyOf(...names: readonly string[]): string {
  const copy = temporaryFolder();
  for (const name of names) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

/** A copy of what the build reads. @returns its folder */
export function copySources(): string {
  return copyOf("bin", "build.config.js", "exercises", "package.json", "src");
}

/** Builds a copy of the sources, without the types. */
export function build(copy: string): Outcome {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--random-seed=1", "build.config.js"], {
    cwd: copy,
    encoding: "utf8",
  });
  return { stdout, stderr, status: status ?? -1 };
}

/** Runs a shell script in which `rnn-check` is the program, or that of another folder. */
export async function inShell(script: string, folder: string, from = root): Promise<Outcome> {
  const quoted = `rnn-check() { "${process.execPath}" "${programIn(from)}" "$@"; }\n${script}`;
  const env = { ...process.env, LANG: "C.UTF-8", NO_COLOR: "1", FORCE_COLOR: undefined, COLUMNS: undefined };
  const child = spawn("bash", ["-c", quoted], { cwd: folder, timeout: 20_000, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number>((resolve) => child.on("close", (status) => resolve(status ?? -1)));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr, status: await ended };
}
