/** The built program in a folder of its own, so that nobody else's build is in the way; and processes of it. */

import { spawnSync } from "node:child_process";
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Outcome, temporaryFolder } from "./run.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A copy of what the build reads. @returns its folder */
export function copySources(): string {
  const copy = temporaryFolder();
  for (const name of ["bin", "build.config.js", "exercises", "package.json", "src", "templates"])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

/** Builds a copy of the sources, without the types. */
export function build(copy: string): Outcome {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--random-seed=1", "build.config.js"], {
    cwd: copy,
    encoding: "utf8",
  });
  return { stdout, stderr, status: status ?? -1 };
}

/** Builds a new copy of the sources. @returns the path of its bin/rnn-check.js */
export function buildCopy(): string {
  const copy = copySources();
  const { status, stderr } = build(copy);
  if (status !== 0) throw new Error(stderr);
  return join(copy, "bin", "rnn-check.js");
}

/** Runs a shell script in which `rnn-check` is the program. */
export function inShell(program: string, script: string, folder: string): Outcome {
  const quoted = `rnn-check() { "${process.execPath}" "${program}" "$@"; }\n${script}`;
  const env = { ...process.env, LANG: "C.UTF-8", NO_COLOR: "1", FORCE_COLOR: undefined, COLUMNS: undefined };
  const ended = spawnSync("bash", ["-c", quoted], { cwd: folder, encoding: "utf8", timeout: 20_000, env });
  return { stdout: ended.stdout, stderr: ended.stderr, status: ended.status ?? -1 };
}
