/** Files that go back to students, through the command line: archives, worksheets, provisional marks. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fromBuffer } from "yauzl";
import { resultsOf, sheet, temporaryFolder, textOf, writeFiles } from "../../course/support/course.ts";
import { run } from "../support/run.ts";

const worksheet = `Identifier,Full name,Email address,Grade,Maximum Grade,Last modified (grade),Feedback comments
Participant 41,Ann Berg,ann@x.org,,9.00,-,
Participant 42,Bo Ek,bo@x.org,,9.00,-,
`;

/** Ann's text is for a person to judge. */
function course(): string {
  const folder = temporaryFolder();
  const text = { reason: "blah the gradient saturates blah?" };
  writeFiles(folder, {
    "in/Ann Berg_41_assignsubmission_file_/ex6.json": sheet(undefined, "ex6", { ...text, better: 2 }),
    "in/Bo Ek_42_assignsubmission_file_/ex6.json": sheet(undefined, "ex6", { better: 1 }),
    "w.csv": worksheet,
  });
  return folder;
}

function entries(archive: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: false }, (error, zip) => {
      if (error) return reject(error);
      const names: string[] = [];
      zip.on("entry", ({ fileName }) => names.push(fileName)).on("end", () => resolve(names));
    });
  });
}

test("an archive of feedback is the same in every run, and its files are Moodle's", async () => {
  const folder = course();
  const write = (out: string) =>
    run(["batch", "in", "--out", out, "--worksheet", "w.csv", "-f", "feedback"], { folder });
  await write("a");
  await write("b");
  const [a, b] = ["a", "b"].map((out) => readFileSync(join(folder, out, "feedback.zip")));
  expect(a?.equals(b as Buffer)).toBe(true);
  const start = "_assignfeedback_file_feedback";
  const names = ["Ann Berg_41", "Bo Ek_42"].flatMap((name) => [`${name}${start}.html`, `${name}${start}.txt`]);
  expect(await entries(a as Buffer)).toEqual(names);
});

test("provisional marks are marked and told; --final refuses them", async () => {
  const folder = course();
  const all = ["batch", "in", "--out", "out", "--roster", "w.csv", "-f", "moodle-worksheet,moodle,csv"];
  const first = await run(all, { folder });
  expect([first.status, first.stderr]).toEqual([0, expect.stringMatching(/Provisional marks \(1\): .*ann/is)]);
  expect(textOf(join(folder, "out/moodle-worksheet.csv"))).toMatch(
    /^Participant 41,Ann Berg,ann@x.org,1,9.00,-,"Provisional/m,
  );
  const final = await run([...all, "--final"], { folder });
  expect([final.status, final.stderr]).toEqual([1, expect.stringContaining("Not final (1)")]);
  expect(textOf(join(folder, "out/moodle-worksheet.csv"))).toBe("");
  expect(resultsOf(join(folder, "out")).reports).toHaveLength(2);
});

test("merged shards give the same files back", async () => {
  const folder = course();
  const formats = ["--roster", "w.csv", "-f", "moodle-worksheet,feedback,canvas"];
  await run(["batch", "in", "--out", "whole", ...formats], { folder });
  for (const shard of ["1/2", "2/2"]) {
    await run(["batch", "in", "--out", `part${shard[0]}`, "--shard", shard, "--roster", "w.csv"], { folder });
  }
  await run(["merge", "part1", "part2", "--out", "merged", ...formats], { folder });
  for (const name of ["moodle-worksheet.csv", "feedback.zip", "canvas.csv"]) {
    const [whole, merged] = ["whole", "merged"].map((out) => readFileSync(join(folder, out, name)));
    expect(merged?.equals(whole as Buffer)).toBe(true);
  }
});

test.each([
  ["moodle-worksheet", "grading worksheet"],
  ["csv=loud", "verdict, hints, full"],
])("refuses %s", async (format, words) => {
  const folder = course();
  const { status, stderr } = await run(["batch", "in", "--out", "out", "-f", format], { folder });
  expect([status, stderr.replace(/\s+/g, " ")]).toEqual([2, expect.stringContaining(words)]);
});
