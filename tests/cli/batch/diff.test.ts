import { expect, test } from "vitest";
import { runDiff } from "../../../src/cli/batch/diff.ts";
import { batch, ended, fakeSession, sheet, temporaryFolder, writeFiles } from "../../course/support/course.ts";

test("tells whose points changed, in which item and why", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/ann.json": sheet("ann", "ex1"),
    "in/ben.json": sheet("ben", "ex1", { n: 1 }),
    "in/cid.json": sheet("cid", "ex1"),
    "in2/ann.json": sheet("ann", "ex1"),
    "in2/ben.json": sheet("ben", "ex1"),
    "in2/dan.json": "{",
  });
  await batch(folder, { out: "old" });
  await batch(folder, { out: "new", inputs: ["in2"] });
  const run = async (json: boolean) => {
    const { session, written } = fakeSession(folder, { json });
    expect(await ended(session, () => runDiff(session, "old", "new"))).toBe(0);
    return written.stdout;
  };
  expect(JSON.parse(await run(true))).toMatchObject({
    schema: "rnn-check/diff@1",
    changes: [
      {
        student: "ben",
        before: { points: 1 },
        after: { points: 3 },
        items: [{ item: "n", before: { verdict: "incorrect" }, after: { verdict: "correct" }, answerChanged: true }],
      },
      { student: "dan", before: null, after: { status: "invalid", points: 0 } },
      { student: "cid", before: { points: 3 }, after: null },
    ],
  });
  const text = await run(false);
  expect(text).toContain("ben  ex1  1 → 3\n    n: incorrect 0 → correct 2 (another answer)");
  expect(text).toContain("3 results differ: 1 up, 0 down, 1 new, 1 gone.");
  const { session } = fakeSession(folder);
  expect(await ended(session, () => runDiff(session, "old", "nowhere"))).toBe(2);
});
