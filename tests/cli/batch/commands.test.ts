import { Command } from "commander";
import { expect, test } from "vitest";
import { registerBatch } from "../../../src/cli/batch/commands.ts";
import { fakeSession, resultsOf, sheet, temporaryFolder, textOf, writeFiles } from "../../course/support/course.ts";

/** The exit status and output of a command line. */
async function run(folder: string, ...args: string[]) {
  const { session, written } = fakeSession(folder);
  const program = new Command("rnn-check").exitOverride();
  program.configureOutput({ writeErr: () => undefined });
  let status: number | undefined;
  registerBatch(program, async (work) => {
    status = await work(session);
  });
  for (const command of program.commands) command.copyInheritedSettings(program).exitOverride();
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    return { status: `refused: ${(error as Error).message}`, ...written };
  }
  return { status, ...written };
}

test("the commands do what their options say", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/ann.json": sheet(undefined, undefined),
    "in/ben.json": sheet("ben", undefined, { why: "maybe" }),
    "roster.csv": "id\nann\ncid\n",
  });
  const options = ["--exercise", "ex1", "--out", "a", "-f", "csv,html", "--format", "canvas", "--roster", "roster.csv"];
  const canvas = ["--canvas-column", "ex1=Sheet 1 (99)", "--bom", "--title", "Sheets"];
  expect(await run(folder, "batch", "in", ...options, ...canvas)).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('"ben"'),
  });
  expect(resultsOf(`${folder}/a`).reports.map(({ student }) => student)).toEqual(["ann", "ben", "cid"]);
  expect(textOf(`${folder}/a/canvas.csv`)).toMatch(/^\ufeff.*Sheet 1 \(99\)/);
  expect(textOf(`${folder}/a/report.html`)).toContain("<title>Sheets");
  expect((await run(folder, "batch", "in", "-e", "ex1", "-o", "b", "--shard", "1/2")).status).toBe(0);
  expect((await run(folder, "merge", "b", "--out", "c", "--partial")).status).toBe(0);
  expect((await run(folder, "review", "a", "--by", "T")).stdout).toContain("maybe");
  expect((await run(folder, "batch", "in", "-e", "ex1", "--roster", "roster.csv", "--fail-below", "80%")).status).toBe(
    1,
  );
});

test.each([
  ["--shard", "0/2"],
  ["--shard", "3/2"],
  ["--shard", "1"],
  ["--fail-below", "101"],
  ["--moodle-id", "shoe size"],
  ["--nothing"],
])("refuses %s %s", async (...args) => {
  expect((await run(temporaryFolder(), "batch", "in", ...args)).status).toMatch(/^refused/);
});

test("patterns that the shell left alone", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/a/ex1.json": sheet("a", "ex1"), "in/b/ex1.json": sheet("b", "ex1"), "in/b/ex2.json": "{" });
  expect((await run(folder, "batch", "in/*/ex1.json", "--out", "o")).status).toBe(0);
  expect(resultsOf(`${folder}/o`).reports.map(({ file }) => file)).toEqual(["a/ex1.json", "b/ex1.json"]);
  expect((await run(folder, "batch", "in/a/ex1.json", "in/b/ex1.json", "--out", "p")).status).toBe(0);
  expect(textOf(`${folder}/p/results.jsonl`)).toBe(textOf(`${folder}/o/results.jsonl`));
  expect((await run(folder, "batch", "nowhere/*.json")).status).toBe("refused: batch.missing-input");
});
