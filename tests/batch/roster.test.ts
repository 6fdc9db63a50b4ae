import { expect, test } from "vitest";
import { batch, sheet, temporaryFolder, writeFiles } from "./support/course.ts";

test("a roster adds those who handed in nothing, for every exercise that was handed in", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "roster.csv": "Name,Student ID,Email\nAnn,a1,ann@x.org\nBen,b2,ben@x.org\n",
    "in/a1/ex1.json": sheet("a1", "ex1"),
    "in/b2/ex2.json": sheet("b2", "ex2"),
    "in/guest/ex1.json": sheet("guest", "ex1"),
  });
  const { status, reports, summary } = await batch(folder, { roster: "roster.csv", failBelow: 1 });
  expect(reports.map(({ file, student, exercise, points }) => [file, student, exercise, points])).toEqual([
    ["a1/ex1.json", "a1", "ex1", 3],
    ["b2/ex2.json", "b2", "ex2", 3],
    ["guest/ex1.json", "guest", "ex1", 3],
    [undefined, "b2", "ex1", 0],
    [undefined, "a1", "ex2", 0],
  ]);
  expect(reports[3]?.items.map(({ verdict }) => verdict)).toEqual(["missing", "missing"]);
  expect(summary).toMatchObject({ results: 5, notHandedIn: 2, graded: 3 });
  expect(status).toBe(1);
});

test("names and addresses lead to the roster's ids, unless they are two people's", async () => {
  const folder = temporaryFolder();
  const rows = [
    "Vorname;Nachname;Matrikelnummer;E-Mail-Adresse",
    "Ann;Berg;11;ann@x.org",
    "Jo;Li;12;jo@x.org",
    "Jo;Li;13;j2@x.org",
  ];
  writeFiles(folder, {
    "roster.csv": `\ufeff${rows.join("\r\n")}`,
    "in/Ann Berg_77_assignsubmission_file_/ex1.json": sheet(undefined, undefined),
    "in/Jo Li_78_assignsubmission_file_/ex1.json": sheet(undefined, undefined),
    "in/x/ex1.json": sheet("J2@x.org", "ex1"),
  });
  const { reports } = await batch(folder, { roster: "roster.csv" });
  expect(reports.map(({ student }) => student)).toEqual(["11", "Jo Li", "13", "12"]);
});

test("a roster alone is enough where the exercise is known", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "roster.csv": "ab1\nab2\n", "in/x.txt": "" });
  expect((await batch(folder, { roster: "roster.csv" })).status).toBe(2);
  const { status, reports } = await batch(folder, { roster: "roster.csv", exercise: "ex1" });
  expect(status).toBe(0);
  expect(reports.map(({ student }) => student)).toEqual(["ab1", "ab2"]);
});

test.each(["Colour,Size\nred,1\n", "\u0000"])("a table without ids is refused", async (text) => {
  const folder = temporaryFolder();
  writeFiles(folder, { "roster.csv": text, "in/ex1.json": sheet("a", "ex1") });
  const { status, stderr } = await batch(folder, { roster: "roster.csv" });
  expect([status, stderr.includes("roster.csv")]).toEqual([2, true]);
});
