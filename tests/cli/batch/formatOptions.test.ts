/** What the options of formats on the command line come to in the files. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { batch, sheet, temporaryFolder, textOf, writeFiles } from "../../course/support/course.ts";
import { run } from "../support/run.ts";

test("columns to import by, a title and a byte order mark", async () => {
  const folder = temporaryFolder();
  const roster = "SIS User ID,Username,Email address\nann,ann1,ann@x.org\n";
  writeFiles(folder, { "in/ex6.json": sheet("ann", "ex6"), "roster.csv": roster });
  const formats = ["--format", "moodle,canvas,markdown", "--title", "Week 6", "--bom", "--roster", "roster.csv"];
  const columns = ["--moodle-id", "useremail", "--canvas-id", "SIS User ID", "--canvas-column", "ex6=Sheet 6 (12)"];
  await run(["batch", "in", "--out", "out", ...formats, ...columns], { folder });
  const file = (name: string) => readFileSync(join(folder, "out", name), "utf8");
  expect(file("canvas.csv")).toMatch(/^\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Sheet 6 \(12\)\r?\n/);
  expect(file("canvas.csv")).toMatch(/^[^,]*,,ann,/m);
  expect(file("moodle.csv")).toMatch(/^\ufeffuseremail,/);
  expect(file("report.md")).toMatch(/^# Week 6\n/);
});

test("the page for assistants says what is right, unless it is asked to say less", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/ann/ex1.json": sheet("ann", "ex1", { n: 7 }) });
  const pageOf = async (format: string) =>
    textOf(join((await batch(folder, { out: "out", format: [format] })).out, "report.html"));
  expect(await pageOf("html")).toContain("It is 42.");
  expect(await pageOf("html=hints")).not.toContain("It is 42.");
});
