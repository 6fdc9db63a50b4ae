/** Points given by hand, and what becomes of decisions: marked results, labelled answers. */

import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDecisions } from "../../../src/cli/batch/table.ts";
import { readLabelled } from "../../../src/kinds/read.ts";
import { resultsOf, sheet, temporaryFolder, textOf, writeFiles } from "../../course/support/course.ts";
import { run } from "../support/run.ts";

const unsure = "the tanh is somehow special in set 1, hence blah blah";

/** What a person writes by hand. */
const headings = "student,exercise,item,points,comment,by";

/** Ann and Bo wrote the same, Cid's file can't be read. */
async function course() {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/ann/ex6.json": sheet(undefined, "ex6", { reason: "the gradient saturates blah?" }),
    "in/bo/ex6.json": sheet(undefined, "ex6", { reason: "The gradient saturates  blah?" }),
    "in/dee/ex6.json": sheet(undefined, "ex6", { reason: unsure, better: 1 }),
    "in/cid/ex6.json": "{",
  });
  const grade = async (...more: string[]) => {
    const outcome = await run(["batch", "in", "--out", "results", ...more], { folder });
    const { reports, summary } = resultsOf(join(folder, "results"));
    return { ...outcome, summary, of: (student: string) => reports.find((one) => one.student === student) };
  };
  await grade();
  const path = join(folder, "results/overrides.csv");
  const decide = (student: string, item: string, points: string, comment = "", by = "") =>
    appendFileSync(
      path,
      `${existsSync(path) ? "" : `${headings}\r\n`}${student},ex6,${item},${points},${comment},${by}\r\n`,
    );
  return { folder, grade, decide, decisions: () => readDecisions(join(folder, "results/overrides.csv")) };
}

test("a regrade, an unreadable file and a submission on paper get points, marked wherever they count", async () => {
  const { folder, grade, decide } = await course();
  decide("dee", "better", "1", "both count", "Tess");
  decide("cid", "set1.h1", "0.5");
  decide("eve", "reason", "2", "on paper");
  const { of, stderr, summary } = await grade(
    "--overrides",
    "results/overrides.csv",
    "--format",
    "csv,csv-items,moodle",
  );
  expect(stderr).not.toContain("Decision not used");
  expect(of("dee")?.items.find(({ id }) => id === "better")).toMatchObject({
    verdict: "correct",
    overridden: { by: "Tess", comment: "both count", was: { verdict: "incorrect", points: 0 } },
  });
  expect(of("cid")).toMatchObject({ status: "graded", points: 0.5, file: "cid/ex6.json" });
  expect(of("cid")?.warnings).toHaveLength(1);
  expect(of("eve")).toMatchObject({ status: "graded", points: 2 });
  expect(of("eve")).not.toHaveProperty("file");
  expect([summary.graded, summary.invalid, summary.notHandedIn]).toEqual([5, 0, 0]);
  expect(textOf(join(folder, "results/items.csv"))).toMatch(/^dee,ex6,better,.*Decided by Tess. both count.*,Tess,/m);
  expect(textOf(join(folder, "results/results.csv"))).toMatch(/^dee,.*Tess/m);
  expect(textOf(join(folder, "results/moodle.csv"))).toContain("Decided by a person. on paper");
});

test("of two decisions the later one counts; one about something else is told", async () => {
  const { grade, decide } = await course();
  decide("dee", "reason", "1");
  decide("dee", "reason", "2");
  decide("dee", "nothing", "1");
  const { of, stderr } = await grade("--overrides", "results/overrides.csv");
  expect(of("dee")?.items.find(({ id }) => id === "reason")).toMatchObject({ points: 2 });
  expect(stderr.replace(/\s+/g, " ")).toContain("dee, ex6, nothing");
});

test("equal answers are decided once and anonymously, and become labelled answers for the next term", async () => {
  const { folder, grade, decisions } = await course();
  const review = (stdin: string, ...more: string[]) => run(["review", "results", ...more], { folder, stdin });
  const first = await review("a\nq\n", "--by", "Tess");
  expect(first.stdout).toContain("2 answers");
  expect(first.stdout).toContain("Why?");
  expect(first.stdout).not.toMatch(/\bann\b|\bbo\b/);
  expect((await review("", "--names")).stdout).not.toContain("ann, bo");
  expect(decisions().map(({ student, points }) => [student, points])).toEqual([
    ["ann", 1],
    ["bo", 1],
  ]);
  await grade("--overrides", "results/overrides.csv");
  writeFiles(folder, { "next/ex6/labelled/reason.yaml": '# mine\ntrain:\n  - mm: "old"\nheld:\n  - uu: "kept"\n' });
  for (const _ of [1, 2]) expect((await review("", "--export-labelled", "next")).status).toBe(0);
  const path = join(folder, "next/ex6/labelled/reason.yaml");
  const { train, held } = readLabelled(readFileSync(path, "utf8"), path);
  expect(train.map(({ answer }) => answer)).toEqual([
    "old",
    "The gradient saturates  blah?",
    "the gradient saturates blah?",
  ]);
  expect(train[1]?.marks).toMatch(/^(m-|-m)$/);
  expect(held).toHaveLength(1);
  expect(textOf(path)).toMatch(/^# mine\n/);
});

test("decisions survive a spreadsheet", async () => {
  const { folder, decide, decisions } = await course();
  decide("dee", "reason", "1.5", '"a; ""b"""');
  decide("cid", "reason", "1");
  const before = decisions();
  const path = join(folder, "results/overrides.csv");
  const cells = textOf(path).trim().split("\r\n");
  const excel = cells.map((line) =>
    line.replace(/"a; ""b"""|[^,]+/g, (cell) => cell.replace("1.5", "1,5")).replace(/,(?!5)/g, ";"),
  );
  writeFileSync(path, `\ufeffsep=;\r\n${excel.slice(0, 2).join("\n")}\r\n${excel.slice(2).join("\r\n")}\r\n\n`);
  expect(decisions()).toEqual(before);
});
