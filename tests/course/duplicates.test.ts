import { utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { batch, sheet, studentsByFile, temporaryFolder, writeFiles } from "./support/course.ts";

test("of one student's files for an exercise the newest by name counts", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/ann/ex1_v2.json": sheet("ann", "ex1"),
    "in/ann/ex1_v1.json": sheet("ann", "ex1", { n: 1 }),
    "in/ann/ex2.json": sheet("ann", "ex2"),
    "in/ex1 (1).json": sheet("ben", "ex1", { n: 1 }),
    "in/ex1 (2).json": sheet("ben", "ex1"),
  });
  const { reports, summary, stderr } = await batch(folder);
  expect(reports.map(({ file }) => file)).toEqual(["ann/ex1_v2.json", "ann/ex2.json", "ex1 (2).json"]);
  expect(summary.superseded).toEqual([
    { file: "ann/ex1_v1.json", by: "ann/ex1_v2.json" },
    { file: "ex1 (1).json", by: "ex1 (2).json" },
  ]);
  expect(summary.results).toBe(3);
  expect(stderr).toMatch(/replaced by the same student +2 /);
});

test("where names say nothing, the time on disk decides", async () => {
  const folder = temporaryFolder();
  for (const [student, older] of [
    ["ann", "b"],
    ["ben", "a"],
  ] as const) {
    for (const name of ["a", "b"]) writeFiles(folder, { [`in/${student}/${name}.json`]: sheet(student, "ex1") });
    utimesSync(join(folder, `in/${student}/${older}.json`), 1000, 1000);
  }
  const { reports } = await batch(folder);
  expect(reports.map(({ file }) => file)).toEqual(["ann/a.json", "ben/b.json"]);
});

test("where a file was handed in tells whose it is; a student that it names is a claim, and that is told", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/ann/ex1.json": sheet("ann", "ex1"),
    "in/zoe/ex1 (9).json": sheet("ann", "ex1", { n: 1 }),
    "in/ex1_mallory_2099-01-01.json": sheet("ann", "ex1", { n: 2 }),
    "in/ex2.json": sheet("tim", undefined),
  });
  const { reports, summary, stderr } = await batch(folder);
  expect(studentsByFile(reports)).toEqual({
    "ann/ex1.json": "ann",
    "ex1_mallory_2099-01-01.json": "mallory",
    "ex2.json": "tim",
    "zoe/ex1 (9).json": "zoe",
  });
  expect(reports.map(({ warnings }) => warnings?.[0]?.code)).toEqual([
    undefined,
    "batch.other-student",
    undefined,
    "batch.other-student",
  ]);
  expect(summary.misnamed).toEqual([
    { file: "ex1_mallory_2099-01-01.json", claimed: "ann", student: "mallory" },
    { file: "zoe/ex1 (9).json", claimed: "ann", student: "zoe" },
  ]);
  expect(stderr).toMatch(/name another student +2 /);
});

test("neither a claim nor a folder of the victim's name takes the victim's place", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/ann/ex1.json": sheet("ann", "ex1"),
    "in/mal/ann/ex1 (9).json": sheet("ann", "ex1", { n: 1 }),
    "in/ex1 (10).json": sheet("ann", "ex1", { n: 2 }),
    "in/submission_7/ex1 (11).json": sheet("ann", "ex1", { n: 3 }),
  });
  const { reports, summary, stderr } = await batch(folder);
  expect(studentsByFile(reports)).toEqual({
    "ann/ex1.json": "ann",
    "ex1 (10).json": "ann [ex1 (10).json]",
    "mal/ann/ex1 (9).json": "mal",
    "submission_7/ex1 (11).json": "ann [submission_7]",
  });
  expect(reports.slice(1, 3).map(({ warnings }) => warnings?.[0]?.code)).toEqual([
    "batch.same-student",
    "batch.other-student",
  ]);
  expect(summary.superseded).toEqual([]);
  expect(stderr).toContain("ann [submission_7]");
});

test("people of one name are kept apart by the platform's number", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/Ann Berg_11_assignsubmission_file_/ex1.json": sheet(undefined, undefined),
    "in/Ann Berg_12_assignsubmission_file_/ex1.json": sheet(undefined, undefined, { n: 1 }),
  });
  const { reports } = await batch(folder);
  expect(reports.map(({ student, points }) => [student, points])).toEqual([
    ["Ann Berg [moodle 11]", 3],
    ["Ann Berg [moodle 12]", 1],
  ]);
});

test("files without a known exercise never replace each other", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/ann/a.json": sheet("ann", "nope"), "in/ann/b.json": sheet("ann", "nope") });
  expect((await batch(folder)).reports).toHaveLength(2);
});

test("numbers of students are no dates: no file replaces another student's", async () => {
  const folder = temporaryFolder();
  const ids = ["12345678", "12345679", "20210315", "20210316", "s20231234", "s20239999"];
  writeFiles(folder, Object.fromEntries(ids.map((id) => [`in/ex1_${id}.json`, sheet(undefined, undefined)])));
  writeFiles(folder, { "roster.csv": `id\n${ids.join("\n")}\n` });
  for (const roster of [undefined, "roster.csv"]) {
    const { reports, summary } = await batch(folder, roster === undefined ? {} : { roster });
    expect(reports.map(({ student }) => student)).toEqual(ids);
    expect(summary.superseded).toEqual([]);
  }
});

test("dates, drafts, parts and weekdays are versions of one student's file", async () => {
  const folder = temporaryFolder();
  const names = [
    "ex1_20240531",
    "ex1_31.05.2024",
    "ex1 draft1",
    "ex1_teil2",
    "ex1-monday",
    "ex1 (3)",
    "ex1_final",
    "v2",
  ];
  for (const student of ["ann", "ben"]) {
    for (const name of names) writeFiles(folder, { [`in/${student}/${name}.json`]: sheet(undefined, "ex1") });
  }
  writeFiles(folder, { "in/ann/my best solution/ex1.json": sheet(undefined, "ex1"), "in/ann/notes.docx": "" });
  const { reports, summary } = await batch(folder);
  expect(reports.map(({ student }) => student)).toEqual(["ann", "ben"]);
  expect(summary.superseded).toHaveLength(2 * names.length);
});

test.each(["txt", "json.txt", "JSON"])("an answer called ex1.%s is graded", async (ending) => {
  const folder = temporaryFolder();
  writeFiles(folder, { [`in/ann/ex1.${ending}`]: sheet(undefined, undefined) });
  expect((await batch(folder)).reports[0]).toMatchObject({ student: "ann", points: 3 });
});

test.each(["answers.docx", "ex1.pdf", "ex1.ipynb", "IMG_1.HEIC", "onlinetext.html", "ex1.txt"])(
  "%s in a student's place is their unreadable result",
  async (name) => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      "roster.csv": "id\nann\nben\n",
      [`in/ann/${name}`]: "none",
      "in/ben/ex1.json": sheet("", ""),
    });
    const { reports } = await batch(folder, { roster: "roster.csv" });
    expect(reports.map(({ student, exercise, error }) => [student, exercise, error?.code])).toEqual([
      ["ann", "ex1", "batch.not-json"],
      ["ben", "ex1", undefined],
    ]);
  },
);

test("a folder as platforms make it, in a student's own folder, takes no one's place", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "roster.csv": "id,name\nann,Ann Ott\nmal,Mal Low\n",
    "in/ann/ex1.json": sheet(undefined, undefined),
    "in/mal/Ann Ott_7_assignsubmission_file_/ex1.json": sheet(undefined, undefined, { n: 1 }),
    "in/mal/ann_7_assignsubmission_file_/ex1.json": sheet(undefined, undefined, { n: 1 }),
  });
  for (const roster of ["roster.csv", undefined]) {
    const { reports } = await batch(folder, roster === undefined ? {} : { roster });
    expect(reports.find(({ file }) => file === "ann/ex1.json")?.student).toBe("ann");
    expect(reports.filter(({ student }) => student === "ann")).toHaveLength(1);
  }
});
