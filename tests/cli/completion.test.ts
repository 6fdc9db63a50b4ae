/** The completion scripts, and that bash takes them. */

import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "./support/run.ts";

const folder = temporaryFolder();

test.each(["bash", "zsh", "fish", "BASH"])("%s gets exercises, commands and options", async (shell) => {
  const { stdout, status } = await run(["completion", shell], { folder });
  expect(status).toBe(0);
  const words = /"(.*)"/.exec(stdout)?.[1]?.split(" ") ?? [];
  expect(words).toEqual(
    expect.arrayContaining(["ex1", "ex7", "list", "batch", "--json", "--lang", "--steps", "--help"]),
  );
  expect(words).not.toContain("check");
  expect(new Set(words).size).toBe(words.length);
});

test("bash offers what begins like the word typed", async () => {
  const { stdout } = await run(["completion", "bash"], { folder });
  const words = /-W "(.*)" /.exec(stdout)?.[1] ?? "";
  const offered = execFileSync("bash", [
    "-c",
    `${stdout}complete -p rnn-check >/dev/null; compgen -W "${words}" -- li`,
  ]);
  expect(String(offered)).toBe("list\n");
});

test("another shell is told which there are", async () => {
  const { stderr, status } = await run(["completion", "cmd"], { folder });
  expect(status).toBe(2);
  expect(stderr).toContain("bash, zsh, fish");
});
