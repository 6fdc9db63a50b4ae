import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { batch, sheet, studentsByFile, temporaryFolder, writeFiles } from "../../course/support/course.ts";
import { zip } from "../../course/support/zip.ts";

const text = (...args: Parameters<typeof sheet>) => JSON.stringify(sheet(...args));

test("Moodle's download of all submissions", async () => {
  const folder = temporaryFolder();
  const archive = zip([
    { name: "Ann Berg_11_assignsubmission_file_/ex1.json", content: text(undefined, undefined) },
    { name: "Bo Çelik_12_assignsubmission_file_/ex1.json", content: text(undefined, undefined, { n: 1 }) },
    { name: "Bo Çelik_12_assignsubmission_file_/notes.pdf", content: "" },
    { name: "__MACOSX/._x", content: "" },
  ]);
  writeFiles(folder, { "in/moodle.zip": archive });
  const { reports, summary } = await batch(folder, { inputs: ["in/moodle.zip"] });
  expect(studentsByFile(reports)).toEqual({
    "Ann Berg_11_assignsubmission_file_/ex1.json": "Ann Berg",
    "Bo Çelik_12_assignsubmission_file_/ex1.json": "Bo Çelik",
  });
  expect(summary.superseded.map(({ file }) => file)).toEqual(["Bo Çelik_12_assignsubmission_file_/notes.pdf"]);
  expect(summary.skipped.map(({ reason }) => reason)).toEqual(["project-file"]);
});

test("Canvas's files and Gradescope's export", async () => {
  const folder = temporaryFolder();
  const metadata =
    'submission_1:\n  :submitters:\n  - :name: Ann\n    :sid: "00123"\nsubmission_2:\n  :submitters: x\n';
  writeFiles(folder, {
    "in/canvas.zip": zip([
      { name: "bergann_11_21_ex1.json", content: text(undefined, undefined) },
      { name: "bergann_LATE_11_22_ex1-1.json", content: text(undefined, undefined, { n: 1 }) },
    ]),
    "in/gradescope.zip": zip([
      { name: "assignment_9_export/submission_metadata.yml", content: metadata },
      { name: "assignment_9_export/submission_1/ex1.json", content: text(undefined, undefined) },
      { name: "assignment_9_export/submission_2/ex1.json", content: text(undefined, undefined) },
    ]),
  });
  const canvas = await batch(folder, { inputs: ["in/canvas.zip"] });
  expect(studentsByFile(canvas.reports)).toEqual({ "bergann_LATE_11_22_ex1-1.json": "bergann" });
  const gradescope = await batch(folder, { inputs: ["in/gradescope.zip"] });
  expect(gradescope.reports.map(({ student }) => student)).toEqual(["00123", "submission_2"]);
});

test("archives below a folder are opened, archives in archives are not", async () => {
  const folder = temporaryFolder();
  const inner = zip([{ name: "ex1.json", content: text(undefined, "ex1") }]);
  writeFiles(folder, {
    "in/ann.zip": zip([
      { name: "ex1.json", content: text(undefined, "ex1") },
      { name: "x.zip", content: inner },
    ]),
  });
  const { reports, summary } = await batch(folder);
  expect(studentsByFile(reports)).toEqual({ "ann.zip/ex1.json": "ann" });
  expect(summary.superseded).toEqual([{ file: "ann.zip/x.zip", by: "ann.zip/ex1.json" }]);
});

test("of two versions the one that the archive says is newer", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/c.zip": zip([
      { name: "ann/a.json", content: text("ann", "ex1"), modified: 0x5a22_0000 },
      { name: "ann/b.json", content: text("ann", "ex1"), modified: 0x5a21_0000 },
    ]),
  });
  expect((await batch(folder)).reports.map(({ file }) => file)).toEqual(["c.zip/ann/a.json"]);
});

test("hostile entries cost their own result only", async () => {
  const folder = temporaryFolder();
  const bomb = Buffer.alloc(5_000_000, " ");
  writeFiles(folder, {
    "in/c.zip": zip([
      { name: "../../out.json", content: text("slip", "ex1") },
      { name: "/etc/out.json", content: text("slip", "ex1") },
      { name: "a/ex1.json", content: bomb },
      { name: "b/ex1.json", content: bomb, claimedSize: 100 },
      { name: "c/ex1.json", content: text("c", "ex1"), wrongChecksum: true },
      { name: "d/ex1.json", content: "/etc/passwd", mode: 0o120777 },
      { name: "e/ex1.json", content: text("e", "ex1") },
      { name: "f/ex1.json", content: text("f", "ex1"), claimedSize: 3 },
    ]),
  });
  const { status, reports, summary } = await batch(folder);
  expect(status).toBe(0);
  expect(reports.map(({ file, error }) => [file, error?.code])).toEqual([
    ["c.zip/a/ex1.json", "submission.too-large"],
    ["c.zip/b/ex1.json", "batch.broken-archive-entry"],
    ["c.zip/c/ex1.json", "batch.broken-archive-entry"],
    ["c.zip/d/ex1.json", "batch.not-json"],
    ["c.zip/e/ex1.json", undefined],
    ["c.zip/f/ex1.json", "batch.broken-archive-entry"],
  ]);
  const reasons = summary.skipped.map(({ reason }) => reason);
  expect(reasons).toEqual(["archive-entry", "archive-entry"]);
});

test("what one student packs costs nobody else's result, however far it unpacks", async () => {
  const folder = temporaryFolder();
  const blank = Buffer.alloc(1_000_000, " ");
  const files = Array.from({ length: 60 }, (_, i) => ({ name: `mal/${i}/ex1.json`, content: blank }));
  const honest = Array.from({ length: 60 }, (_, i) => ({ name: `s${i}/ex1.json`, content: text(undefined, "ex1") }));
  writeFiles(folder, { "in/c.zip": zip([...files, ...honest]) });
  const { reports, summary } = await batch(folder);
  expect(reports.filter(({ points }) => points === 3)).toHaveLength(60);
  expect(reports.length + summary.superseded.length).toBe(120);
  expect(reports.filter(({ student }) => student === "mal")).toHaveLength(1);
});

test("an archive whose files share their bytes is opened no further than it is long", async () => {
  const folder = temporaryFolder();
  const archive = zip(Array.from({ length: 50 }, (_, i) => ({ name: `s${i}/ex1.json`, content: text("x", "ex1") })));
  const mark = "PK\u0001\u0002";
  // Each entry says that nearly all of the archive is its own.
  for (let at = archive.indexOf(mark); at >= 0; at = archive.indexOf(mark, at + 1)) {
    archive.writeUInt32LE(archive.length - 100, at + 20);
  }
  writeFiles(folder, { "in/c.zip": archive });
  const { reports, summary } = await batch(folder);
  expect(summary.skipped).toEqual([{ file: "c.zip", reason: "archive-limit" }]);
  expect(reports.length).toBeLessThan(5);
});

test("a broken archive is one invalid line, and the rest graded", async () => {
  const folder = temporaryFolder();
  const archive = zip([{ name: "a/ex1.json", content: text("a", "ex1") }]);
  writeFiles(folder, { "in/b/ex1.json": sheet("b", "ex1"), "in/no.zip": "PK no", "in/nil.zip": "" });
  writeFileSync(`${folder}/in/cut.zip`, archive.subarray(0, archive.length - 30));
  const { status, reports, summary } = await batch(folder);
  expect(reports.map(({ file, student, error }) => [file, student, error?.code])).toEqual([
    ["b/ex1.json", "b", undefined],
    ["cut.zip", "cut", "batch.archive-broken"],
    ["nil.zip", "nil", "batch.archive-empty"],
    ["no.zip", "no", "batch.archive-broken"],
  ]);
  expect([status, summary.invalid]).toEqual([0, 3]);
});

test.each([
  ["cut off", (whole: Buffer) => whole.subarray(0, whole.length - 30), "cut off or broken"],
  ["empty", () => "", "empty"],
  ["no archive", () => "hello", "no zip archive"],
])("an archive alone that is %s is said to be", async (_, change, words) => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/x.zip": change(zip([{ name: "a/ex1.json", content: text("a", "ex1") }])) });
  const { status, stderr } = await batch(folder, { inputs: ["in/x.zip"] });
  expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
});

test("a student's own archive inside the platform's is an invalid line of theirs, unless they have a file as well", async () => {
  const folder = temporaryFolder();
  const inner = zip([{ name: "ex1.json", content: text(undefined, "ex1") }]);
  writeFiles(folder, {
    "in/m.zip": zip([
      { name: "Ann Berg_11_assignsubmission_file_/work.zip", content: inner },
      { name: "Bo Li_12_assignsubmission_file_/ex1.json", content: text(undefined, "ex1") },
      { name: "Bo Li_12_assignsubmission_file_/work.zip", content: inner },
    ]),
  });
  const { reports, summary } = await batch(folder, { inputs: ["in/m.zip"], exercise: "ex1" });
  expect(reports.map(({ student, points, error }) => [student, points, error?.code])).toEqual([
    ["Ann Berg", 0, "batch.archive-in-archive"],
    ["Bo Li", 3, undefined],
  ]);
  expect(summary.superseded.map(({ file }) => file)).toEqual(["Bo Li_12_assignsubmission_file_/work.zip"]);
});

test("names: UTF-8 without its flag, cp437, `./`, and those that lead out are shown in a harmless form", async () => {
  const folder = temporaryFolder();
  const content = text(undefined, "ex1");
  writeFiles(folder, {
    "in/m.zip": zip([
      { name: "Jürgen/ex1.json", content, flags: 0 },
      { name: Buffer.from("J\u0081rg/ex1.json", "latin1"), content, flags: 0 },
      { name: "./Ann/./ex1.json", content },
      { name: "../../eve/ex1.json", content },
      { name: "/abs/ex1.json", content },
      { name: "Key/ex1.json", content, flags: 0x801 },
    ]),
  });
  const { reports, summary } = await batch(folder, { inputs: ["in/m.zip"] });
  expect(reports.map(({ file, student, error }) => [file, student, error?.code])).toEqual([
    ["Ann/ex1.json", "Ann", undefined],
    ["Jürg/ex1.json", "Jürg", undefined],
    ["Jürgen/ex1.json", "Jürgen", undefined],
    ["Key/ex1.json", "Key", "batch.encrypted"],
  ]);
  expect(summary.skipped.map(({ file }) => file)).toEqual(["(..)/(..)/eve/ex1.json", "abs/ex1.json"]);
});

test.each([
  ["Ruby's symbols", (key: string) => `:${key}`],
  ["plain keys", (key: string) => key],
])("Gradescope's list with %s says whose each folder is, for every member of a group", async (_, key) => {
  const folder = temporaryFolder();
  const member = (name: string, sid: string) =>
    `  - ${key("name")}: ${name}\n    ${key("sid")}: '${sid}'\n    ${key("email")}: ${name.toLowerCase()}@x.org\n`;
  const list = `---\nsubmission_1:\n  ${key("submitters")}:\n${member("Ann", "100200")}submission_2:\n  ${key("submitters")}:\n${member("Eve", "")}${member("Bob", "100201")}  ${key("created_at")}: 2024-05-02 10:00:00 Z\n`;
  writeFiles(folder, {
    "in/submission_metadata.yml": list,
    "in/submission_1/ex1.json": sheet(undefined, undefined),
    "in/submission_2/ex1.json": sheet("100200", undefined, { n: 1 }),
  });
  const { reports } = await batch(folder);
  expect(reports.map(({ file, student, points }) => [file, student, points])).toEqual([
    ["submission_1/ex1.json", "100200", 3],
    ["submission_2/ex1.json", "eve@x.org", 1],
    ["submission_2/ex1.json~2", "100201", 1],
  ]);
  expect(reports.map(({ warnings }) => warnings?.length ?? 0)).toEqual([0, 1, 1]);
});
