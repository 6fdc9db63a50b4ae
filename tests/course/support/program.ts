/** The program in `entry.ts`, built once for a test file and started as a process. */

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import type { BatchOptions } from "../../../src/cli/batch/options.ts";
import { defaults } from "./course.ts";

const entry = fileURLToPath(new URL("entry.ts", import.meta.url));

/** `import text from "file?raw"`, as the tests' own bundler has it. */
const rawText: Plugin = {
  name: "raw",
  setup(builder) {
    builder.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.slice(0, -"?raw".length)),
      namespace: "raw",
    }));
    builder.onLoad({ filter: /./, namespace: "raw" }, ({ path }) => ({
      contents: readFileSync(path, "utf8"),
      loader: "text",
    }));
  },
};

/** The path of the built program, in a folder of its own. */
export async function buildProgram(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "batch-program-"));
  await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    logLevel: "error",
    plugins: [rawText],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  return join(folder, "entry.mjs");
}

export interface Ended {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a batch over `in` into `out`; `meanwhile` may look on and end it. */
export function startBatch(
  program: string,
  folder: string,
  options: Partial<BatchOptions>,
  meanwhile: (kill: (signal: NodeJS.Signals) => void) => void = () => {},
): Promise<Ended> {
  const all = { ...defaults, inputs: ["in"], out: "out", ...options };
  const child = spawn(process.execPath, [program, JSON.stringify(all)], { cwd: folder });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  meanwhile((signal) => child.kill(signal));
  return new Promise((resolve) => {
    child.on("close", (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
}
