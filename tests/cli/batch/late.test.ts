/** Late work through the command line: clocks of archives, platforms and disks, extensions, both results side by side. */

import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { resultsOf, sheet, temporaryFolder, textOf, writeFiles } from "../../course/support/course.ts";
import { zip } from "../../course/support/zip.ts";
import { run } from "../support/run.ts";

/** DOS date and time. */
function dos(day: number, hour: number): number {
  return (((2026 - 1980) << 9) | (5 << 5) | day) * 0x10000 + (hour << 11);
}

const right = { set1: { h1: 1, h2: -1, loss: 2 }, better: 2 };
const [less, more] = [{ set1: right.set1 }, right];
const answer = (answers: object) => JSON.stringify({ answers });

async function grade(folder: string, ...args: string[]) {
  const outcome = await run(["batch", "in", "--out", "out", ...args], { folder });
  const { reports, summary } = resultsOf(join(folder, "out"));
  return { ...outcome, summary, of: (student: string) => reports.find((one) => one.student === student), reports };
}

/** Ann has a file on time and a better one late, Bo only a late one, Cid an extension. */
function course(): string {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/a.zip": zip([
      { name: "ann/ex6 (1).json", content: answer(less), modified: dos(10, 12) },
      { name: "ann/ex6 (2).json", content: answer(more), modified: dos(11, 13) },
      { name: "bo/ex6.json", content: answer(more), modified: dos(12, 12) },
      { name: "cid/ex6.json", content: answer(more), modified: dos(12, 12) },
    ]),
    "roster.csv": "Matrikelnummer;Name;Fristverlängerung\nann;Ann;\nbo;Bo;\ncid;Cid;2 Tage\n",
  });
  return folder;
}

const deadline = ["--deadline", "2026-05-10T13:00+02:00", "--roster", "roster.csv"];

test("both results are kept, the better counts after what is taken off, and an extension extends", async () => {
  const folder = course();
  const { of, summary, status } = await grade(folder, ...deadline, "--late", "10%/day", "--format", "csv,moodle");
  expect(status).toBe(0);
  expect(of("ann")).toMatchObject({
    ...{ points: 3.6, late: { seconds: 86_400, before: 4, taken: 0.4 }, file: "a.zip/ann/ex6 (2).json" },
    passedOver: { points: 3, file: "a.zip/ann/ex6 (1).json" },
  });
  expect(of("bo")).toMatchObject({ points: 3.2, late: { before: 4 } });
  expect(of("cid")?.points).toBe(4);
  expect(of("cid")).not.toHaveProperty("late");
  expect(summary.late).toMatchObject([
    { student: "ann", points: 3.6, punctual: { points: 3 }, counts: "late" },
    { student: "bo", punctual: null, counts: "late" },
  ]);
  expect(summary.superseded).toEqual([]);
  const rows = textOf(join(folder, "out/results.csv")).split("\r\n");
  expect(rows[0]).toMatch(/,ex6 on time,ex6 late,ex6 late by$/);
  expect(rows.slice(1, 4).map((row) => row.split(",").slice(-3))).toEqual([
    ["3", "3.6", "1 d"],
    ["", "3.2", "1 d 23 h"],
    ["", "", ""],
  ]);
  expect(textOf(join(folder, "out/moodle.csv"))).toContain("0.4 of 4 points are taken off");
});

test("without a rule what was on time stands; with none accepted what is late is worth nothing", async () => {
  const folder = course();
  const open = await grade(folder, ...deadline);
  expect([open.of("ann")?.points, open.of("bo")?.points]).toEqual([3, 4]);
  expect(open.of("ann")?.passedOver).toMatchObject({ points: 4 });
  const strict = await grade(folder, ...deadline, "--late", "none accepted");
  expect([strict.of("ann")?.points, strict.of("bo")?.points]).toEqual([3, 0]);
});

test("shards of a course with late work merge to what one run writes", async () => {
  const folder = course();
  const rest = [...deadline, "--late", "10%/day"];
  await grade(folder, ...rest);
  for (const part of ["1/2", "2/2"]) {
    await run(["batch", "in", "--out", `p${part[0]}`, "--shard", part, ...rest], { folder });
  }
  await run(["merge", "p1", "p2", "--out", "merged"], { folder });
  for (const name of ["results.jsonl", "summary.json"]) {
    expect(readFileSync(join(folder, "merged", name), "utf8")).toBe(readFileSync(join(folder, "out", name), "utf8"));
  }
});

test("Canvas's mark decides for its files, Gradescope's list for its own, the disk only for the rest", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/bergann_LATE_123_456_ex6.json": sheet(undefined, "ex6", right),
    "in/ekbo_124_457_ex6.json": sheet(undefined, "ex6", right),
    "in/dee/ex6.json": sheet(undefined, "ex6", right),
    "in/eve/ex6.json": sheet(undefined, "ex6", right),
  });
  for (const [name, time] of [
    ["bergann_LATE_123_456_ex6.json", "2026-05-20"],
    ["ekbo_124_457_ex6.json", "2026-05-20"],
    ["dee/ex6.json", "2026-05-11T10:00:01Z"],
    ["eve/ex6.json", "2026-05-11T10:00:00Z"],
  ] as const) {
    utimesSync(join(folder, "in", name), new Date(time), new Date(time));
  }
  const { reports } = await grade(folder, "--deadline", "2026-05-11T12:00+02:00", "--late", "10%/day");
  expect(reports.map(({ file, late }) => [file, late?.seconds])).toEqual([
    ["bergann_LATE_123_456_ex6.json", 0],
    ["dee/ex6.json", 1],
    ["ekbo_124_457_ex6.json", undefined],
    ["eve/ex6.json", undefined],
  ]);
  const list = `submission_1:
  :submitters: [{ :sid: ann }]
  :created_at: 2026-05-11 10:00:01.5 Z
submission_2:
  :submitters: [{ :sid: bo }]
  :created_at: 2026-05-11 09:00:00 Z
`;
  const export_ = ["in/a/submission_metadata.yml", "in/a/submission_1/ex6.json", "in/a/submission_2/ex6.json"] as const;
  const other = temporaryFolder();
  writeFiles(other, {
    [export_[0]]: list,
    [export_[1]]: sheet(undefined, "ex6"),
    [export_[2]]: sheet(undefined, "ex6"),
  });
  const exported = await grade(other, "--deadline", "2026-05-11T12:00+02:00");
  expect(exported.reports.map(({ student, late }) => [student, late?.seconds])).toEqual([
    ["ann", 1],
    ["bo", undefined],
  ]);
});

test.each([
  [["--late", "10%/day"], "--deadline"],
  [["--deadline", "soon"], "31.05.2026 23:59"],
  [["--deadline", "2026-05-10", "--late", "much"], "10%/day"],
  [["--deadline", "2026-05-10", "--roster", "bad.csv"], "“later”"],
])("refuses %j", async (args, words) => {
  const folder = course();
  writeFileSync(join(folder, "bad.csv"), "id,extension\nann,later\n");
  const { status, stderr } = await run(["batch", "in", "--out", "out", ...args], { folder });
  expect([status, stderr.replace(/\s+/g, " ")]).toEqual([2, expect.stringContaining(words)]);
});
