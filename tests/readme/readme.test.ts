/**
 * Runs what the pages for students, assistants and authors show. In a `console` block, a line after `$ ` is typed and what follows must be its output;
 * `cat FILE` shows a file that the block brings along, `…` alone on a line leaves lines out.
 */

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = ["README.md", "exercises/README.md"];
const folder = mkdtempSync(join(tmpdir(), "rnn-check-readme-"));

interface Step {
  readonly command: string;
  readonly shown: string;
}

function blocks(page: string, language: string): readonly string[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map((match) => match[1] ?? "");
}

function stepsOf(block: string): readonly Step[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = "", ...lines] = part.split("\n");
      return { command: command.trim(), shown: lines.join("\n").trimEnd() };
    });
}

function typed(command: string): string {
  const env = { ...process.env, NO_COLOR: "1", COLUMNS: "80", LANG: "C.UTF-8", LC_ALL: "", CI: "" };
  const script = `exec 2>&1; rnn-check() { "${process.execPath}" "${join(root, "bin/rnn-check.js")}" "$@"; }\n${command}`;
  const run = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8", env, input: "" });
  // CSV files end their lines with CR LF.
  return run.stdout.replaceAll("\r\n", "\n").trimEnd();
}

/** The shown output as a pattern: a line with only … stands for any lines. */
function pattern(shown: string): RegExp {
  const parts = shown.split(/^…$/m).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*?")}$`, "s");
}

beforeAll(() => {
  cpSync(join(root, "exercises"), join(folder, "exercises"), { recursive: true });
  mkdirSync(join(folder, "submissions"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(pages)("what %s shows is what happens", (page) => {
  for (const block of blocks(page, "console"))
    for (const { command, shown } of stepsOf(block)) {
      const file = /^cat (\S+)$/.exec(command)?.[1];
      if (file === undefined) test(command, () => expect(typed(command)).toMatch(pattern(shown)));
      else
        test(`${file} is given`, () => {
          mkdirSync(join(folder, dirname(file)), { recursive: true });
          writeFileSync(join(folder, file), `${shown}\n`);
        });
    }
});
