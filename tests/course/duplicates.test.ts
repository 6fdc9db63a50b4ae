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
    "in/flat_1.json": sheet("ben", "ex1", { n: 1 }),
    "in/flat_2.json": sheet("ben", "ex1"),
  });
  const { reports, summary, stderr } = await batch(folder);
  expect(reports.map(({ file }) => file)).toEqual(["ann/ex1_v2.json", "ann/ex2.json", "flat_2.json"]);
  expect(summary.superseded).toEqual([
    { file: "ann/ex1_v1.json", by: "ann/ex1_v2.json" },
    { file: "flat_1.json", by: "flat_2.json" },
  ]);
  expect(summary.results).toBe(3);
  expect(stderr).toContain("2 files replaced");
});

test("where names say nothing, the time on disk decides", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/ann/a.json": sheet("ann", "ex1"), "in/ann/b.json": sheet("ann", "ex1") });
  utimesSync(join(folder, "in/ann/b.json"), 1000, 1000);
  const { reports } = await batch(folder);
  expect(reports.map(({ file }) => file)).toEqual(["ann/a.json"]);
});

test("a file that names someone else does not replace theirs", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/ann/ex1.json": sheet("ann", "ex1"),
    "in/zoe/ex1 (9).json": sheet("ann", "ex1", { n: 1 }),
    "in/zoe/ex2.json": sheet("ann", "ex2"),
    "in/tim/ex2.json": sheet("tim", "ex2"),
  });
  const { reports, summary, stderr } = await batch(folder);
  expect(studentsByFile(reports)).toEqual({
    "ann/ex1.json": "ann",
    "tim/ex2.json": "tim",
    "zoe/ex1 (9).json": "ann [zoe]",
    "zoe/ex2.json": "ann [zoe]",
  });
  expect(reports.find(({ student }) => student === "ann [zoe]")?.warnings?.[0]?.code).toBe("batch.same-student");
  expect(summary.keptApart).toHaveLength(2);
  expect(stderr).toContain("zoe/ex1 (9).json");
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
