/** A course in a real process: what is loaded on demand holds together in the built program, and devices count. */

import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { sheet, temporaryFolder, textOf, writeFiles } from "../../course/support/course.ts";
import { inShell } from "../support/built.ts";

// In the built program these parts are modules of their own, whose errors are of classes of their own.
test.each([
  ["--format nope", "nope"],
  ["--roster nowhere.csv", "nowhere.csv"],
])("%s is the user's mistake, not a defect", async (options, named) => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/ex6.json": sheet("ann", "ex6") });
  const { status, stderr } = await inShell(`rnn-check batch in --out out ${options}`, folder);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(named) });
  expect(stderr).not.toMatch(/\bbug\b/);
});

test("Gradescope's list is read by the built program, too", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/submission_metadata.yml": "submission_1:\n  :submitters:\n  - :sid: '100200'\n",
    "in/submission_1/ex6.json": sheet(undefined, "ex6"),
  });
  const { stdout } = await inShell("rnn-check batch in", folder);
  expect(JSON.parse(stdout).student).toBe("100200");
});

test.runIf(existsSync("/dev/full")).each(["", "--json"])("a full disk is no success: %s", async (option) => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/ex6.json": sheet("ann", "ex6") });
  const { status, stderr } = await inShell(`rnn-check batch in ${option} > /dev/full`, folder);
  expect([status, stderr]).toEqual([4, expect.stringContaining("Writing the result failed")]);
});

test.runIf(process.platform === "linux")(
  "without file handles nobody gets a mark, and earlier results stay",
  async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      "in/ex6.json": sheet("ann", "ex6"),
      "out/results.jsonl": "earlier",
      "out/summary.json": "{}",
    });
    writeFiles(folder, { "out/summary.json": { schema: "rnn-check/summary@1" } });
    // With so many handles Node starts and the batch does not end; how many these are is Node's affair.
    const fewer = `for n in 22 21 20 19 18; do
        rm -rf now; cp -r out now; (ulimit -n $n; rnn-check batch in --out now) || exit $?
      done`;
    const { status, stderr } = await inShell(fewer, folder);
    expect([status, stderr]).toEqual([4, expect.stringContaining("too many open files")]);
    expect(textOf(`${folder}/now/results.jsonl`)).toBe("earlier");
  },
);
