/** Builds dist/ once before the tests, where it is older than what it is made of: the program is tested as it is shipped. */

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(...readdirSync(path).map((name) => newest(join(path, name))));
}

export default function build(): void {
  const built = join(root, "dist", "start.cjs");
  const sources = ["src", "exercises", "build.config.js", "package.json"].map((name) => join(root, name));
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map(newest))) return;
  const { status, stderr } = spawnSync(process.execPath, ["--random-seed=1", "build.config.js"], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}
