import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runBatch } from "../../../src/cli/batch/run.ts";
import { batch, ended, fakeSession, sheet, temporaryFolder, textOf, writeFiles } from "../../course/support/course.ts";
import { zip } from "../../course/support/zip.ts";

test("no link is followed out of the folder, none in a circle", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "secret/ex1.json": sheet("secret", "ex1"), "in/ann/ex1.json": sheet("ann", "ex1") });
  symlinkSync(join(folder, "secret/ex1.json"), join(folder, "in/ann/ex2.json"));
  symlinkSync(join(folder, "secret"), join(folder, "in/ann/more"));
  symlinkSync(join(folder, "in"), join(folder, "in/ann/circle"));
  symlinkSync(join(folder, "secret/ex1.json"), join(folder, "in/top.json"));
  symlinkSync(join(folder, "nowhere"), join(folder, "in/ann/dangling.json"));
  const { reports, summary } = await batch(folder);
  expect(reports.map(({ file, student, error }) => [file, student, error?.code])).toEqual([
    ["ann/dangling.json", "ann", "batch.not-json"],
    ["ann/ex1.json", "ann", undefined],
    ["ann/ex2.json", "ann", "batch.not-json"],
  ]);
  expect(summary.superseded.map(({ file }) => file)).toEqual(["ann/circle", "ann/more"]);
  expect(summary.skipped).toEqual([{ file: "top.json", reason: "link" }]);
});

test("a folder whose name can't be read is an invalid line", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/ann/ex1.json": sheet("ann", "ex1") });
  mkdirSync(Buffer.concat([Buffer.from(join(folder, "in/J")), Buffer.from([0xfc]), Buffer.from("rgen")]));
  const { reports } = await batch(folder);
  expect(reports.map(({ student, error }) => [student, error?.code])).toEqual([
    ["J\ufffdrgen", "batch.name-not-utf8"],
    ["ann", undefined],
  ]);
});

test("a pipe is passed over, not waited for", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/ex1.json": sheet("ann", "ex1") });
  execFileSync("mkfifo", [join(folder, "in/ex2.json")]);
  const { summary } = await batch(folder);
  expect(summary.skipped).toEqual([{ file: "ex2.json", reason: "not-a-file" }]);
});

test("what projects and systems leave behind is listed, not graded", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/ann/ex1.json": sheet("ann", "ex1"),
    "in/ann/package.json": {},
    "in/ann/.vscode/settings.json": {},
    "in/ann/.hidden.json": {},
    "in/ann/node_modules/x/ex1.json": {},
    "in/__MACOSX/ex1.json": {},
    "in/ann/notes.txt": "",
  });
  const { summary } = await batch(folder);
  expect(summary.results).toBe(1);
  expect(summary.superseded).toEqual([{ file: "ann/notes.txt", by: "ann/ex1.json" }]);
  expect(summary.skipped).toEqual([
    { file: "__MACOSX", reason: "project-file" },
    { file: "ann/.hidden.json", reason: "hidden" },
    { file: "ann/.vscode", reason: "hidden" },
    { file: "ann/node_modules", reason: "project-file" },
    { file: "ann/package.json", reason: "project-file" },
  ]);
});

test("results below the folder that is graded are not graded again", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "ex1.json": sheet("ann", "ex1") });
  const first = await batch(folder, { inputs: ["."], format: ["gradescope"] });
  const second = await batch(folder, { inputs: ["."], format: ["gradescope"] });
  expect(second.summary).toEqual(first.summary);
  expect(second.summary.results).toBe(1);
});

test("results are no answers, also where they were copied", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/ann/ex1.json": sheet("ann", "ex1") });
  await batch(folder, { out: "in/old", format: ["json"] });
  writeFiles(folder, { "in/ben/reports.json": textOf(join(folder, "in/old/reports.json")) });
  const { reports, summary } = await batch(folder, { exercise: "ex1" });
  expect(reports.map(({ file, error }) => [file, error?.code])).toEqual([
    ["ann/ex1.json", undefined],
    ["ben/reports.json", "batch.own-result"],
  ]);
  expect(summary.skipped).toEqual([{ file: "old", reason: "results" }]);
});

test("no name of a student leads out of the folder of results or onto another's file", async () => {
  const folder = temporaryFolder();
  const names = ["../../x", "/etc/x", "con", "CON", "x".repeat(300), "😀", "a/b", "a:b", "Ann", "ann", ".", ".."];
  writeFiles(folder, Object.fromEntries(names.map((name, i) => [`in/${i + 10}/ex1.json`, sheet(name, "ex1")])));
  const { out, reports } = await batch(folder, { format: ["gradescope"] });
  expect(reports.map(({ student }) => student)).toEqual(names);
  const files = execFileSync("find", [folder, "-name", "results.json"], { encoding: "utf8" }).trim().split("\n");
  expect(files).toHaveLength(names.length);
  for (const file of files) expect(file.startsWith(`${out}/`)).toBe(true);
  const folders = files.map((file) => file.toLowerCase());
  expect(new Set(folders).size).toBe(names.length);
});

test("no control characters from names reach results or messages", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/7\u001b[31m\n/ex1.json": sheet("eve\u001b]0;x\u0007", "ex1\u001b[2J"),
    "in/\u009b31m.txt": "",
  });
  const { reports, stderr, stdout, out } = await batch(folder);
  expect(reports).toHaveLength(1);
  expect(reports[0]?.student).toBe("eve");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what must not be there.
  expect(stderr + stdout + textOf(`${out}/results.jsonl`)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test("names that differ only in what can't be shown stay apart", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/ex1\u0007.json": sheet("x", "ex1"),
    "in/ex1.json": sheet("y", "ex1"),
    "in/ex1\u202e.json": sheet("z", "ex1"),
    "in/answers.zip": zip([
      { name: "ex1.json", content: JSON.stringify(sheet("v", "ex1")) },
      { name: "ex1.json", content: JSON.stringify(sheet("w", "ex1")) },
    ]),
  });
  const { reports } = await batch(folder);
  expect(reports.map(({ file, student }) => [file, student])).toEqual([
    ["answers.zip/ex1.json", "v"],
    ["answers.zip/ex1.json~2", "w"],
    ["ex1.json", "x"],
    ["ex1.json~2", "y"],
    ["ex1.json~3", "z"],
  ]);
});

test.each([[], ["csv"], ["csv-items"], ["jsonl"], ["json"], ["junit"], ["markdown"]])(
  "no line of a log is a submission's command to the pipeline: %s",
  async (...format) => {
    const folder = temporaryFolder();
    const answers = { n: "::error::a", "::set-output name=x::y": 1, why: "::warning::because" };
    writeFiles(folder, {
      "in/::error::x/ex1.json": sheet("::notice::s", "ex1", answers),
      "in/ann/::stop-commands::t.json": sheet("::notice::s", "::stop-commands::x"),
      "in/ben/::debug::b.json": sheet("##[group]x", "##[error]y"),
      "in/::add-mask::m.pdf": "",
    });
    const { session, written } = fakeSession(folder);
    await ended(session, () => runBatch(session, ["in"], { format, ...(format.length === 0 && { out: "out" }) }));
    expect(written.stdout).not.toBe("");
    expect((written.stdout + written.stderr).split("\n").filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  },
);

test("whatever unknown exercises are called, they are one row and one column", async () => {
  const folder = temporaryFolder();
  for (let i = 0; i < 20; i++) writeFiles(folder, { [`in/s${i}/a.json`]: sheet(undefined, `=cmd|${i}`) });
  const { out, summary } = await batch(folder, { format: ["csv"] });
  expect(summary.exercises.map(({ exercise, invalid }) => [exercise, invalid])).toEqual([["?", 20]]);
  expect(textOf(`${out}/results.csv`)).not.toContain("cmd");
});

test("what one student hands in beside the course's exercises changes nobody's total", async () => {
  const folder = temporaryFolder();
  for (let i = 0; i < 12; i++) writeFiles(folder, { [`in/s${i}/ex1.json`]: sheet(undefined, "ex1") });
  writeFiles(folder, { "roster.csv": `id\n${Array.from({ length: 12 }, (_, i) => `s${i}\n`).join("")}` });
  const course = async () => {
    const { out } = await batch(folder, { roster: "roster.csv", format: ["csv"] });
    const [head = "", ...rows] = textOf(`${out}/results.csv`).split("\r\n");
    const at = head.split(",").indexOf("passed");
    return [rows.filter((row) => !row.startsWith("s11")).map((row) => row.split(",").at(at))];
  };
  const before = await course();
  writeFiles(folder, { "in/s11/ex2.json": sheet(undefined, "ex2"), "in/s11/x.json": sheet(undefined, "nothing") });
  expect(await course()).toEqual(before);
});
