import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { runReview } from "../../../src/cli/batch/review.ts";
import { readDecisions, writeDecisions } from "../../../src/cli/batch/table.ts";
import type { Decision } from "../../../src/grading/decisions.ts";
import { answerHash } from "../../../src/grading/report.ts";
import { batch, fakeSession, sheet, temporaryFolder, textOf, writeFiles } from "../../course/support/course.ts";

const criterion = { exercise: "ex1", item: "why", criterion: "reason" };

function writeCourse(folder: string): void {
  for (const student of ["ann", "ben", "cid"]) {
    writeFiles(folder, { [`in/${student}/ex1.json`]: sheet(student, "ex1", { why: `maybe ${student}` }) });
  }
  writeFiles(folder, { "in/dan/ex1.json": sheet("dan", "ex1") });
}

async function review(folder: string, typed: string) {
  const { session, written } = fakeSession(folder, {}, { stdin: Readable.from([typed]) });
  const status = await runReview(session, "out", { by: "Tess" });
  return { status, ...written };
}

const decisionsIn = (folder: string): Decision[] => readDecisions(join(folder, "out/overrides.csv"));

test("a review is stopped, goes on later, and its decisions are applied and marked", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  await batch(folder);
  const first = await review(folder, "a\nq\n");
  expect(first.status).toBe(0);
  expect(first.stdout).toContain("What about why?");
  expect(first.stdout).toContain("gives a reason");
  expect(first.stdout).toContain("maybe ann");
  expect(first.stdout).toContain("2 still open");
  const second = await review(folder, 'nonsense\n2\nc not\n0.5 well, "half"\nd\n');
  expect(second.stdout).not.toContain("maybe ann");
  expect(second.stdout).toContain("Not understood: nonsense");
  expect(second.stdout).toContain("from 0 to 1");
  const by = "Tess";
  expect(decisionsIn(folder)).toEqual([
    { student: "ann", ...criterion, answer: answerHash("maybe ann"), points: 1, by },
    { student: "ben", ...criterion, answer: answerHash("maybe ben"), points: 0.5, comment: 'well, "half"', by },
    { student: "cid", ...criterion, answer: answerHash("maybe cid"), points: 0, by },
  ]);
  const { reports, summary, stderr } = await batch(folder, { overrides: "out/overrides.csv" });
  expect(stderr).toBe("");
  expect(
    reports.map(({ points, reviewPoints, passed, needsReview }) => [points, reviewPoints, passed, needsReview]),
  ).toEqual([
    [3, 0, true, false],
    [2.5, 0, false, false],
    [2, 0, false, false],
    [3, 0, true, false],
  ]);
  expect(summary.needsReview).toBe(0);
  const [ann, ben] = reports.map(({ items }) => items[1]);
  expect(ann).toMatchObject({ verdict: "correct", points: 1, criteria: [{ verdict: "met", overridden: { by } }] });
  expect(ben).toMatchObject({
    verdict: "partial",
    criteria: [{ verdict: "partly", overridden: { comment: 'well, "half"' } }],
  });
  expect(ann).not.toHaveProperty("reviewPoints");
  expect((await review(folder, "")).stdout).toContain("Nothing is under review");
});

test("comments, skipping and taking back", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  await batch(folder);
  const { stdout } = await review(folder, "u\nc first\na\nu\ns\na\nu\nu\nd no\n?\nq\n");
  expect(stdout).toContain("nothing to take back");
  expect(stdout).toContain("c TEXT");
  expect(decisionsIn(folder)).toMatchObject([{ student: "ann", points: 0, comment: "no" }]);
});

test("the file of decisions is whole after each of them", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  await batch(folder);
  const seen: number[] = [];
  const typed = (function* () {
    for (const line of ["a\n", "d\n", "q\n"]) {
      yield line;
      seen.push(textOf(join(folder, "out/overrides.csv")).split("\r\n").length);
    }
  })();
  const { session } = fakeSession(folder, {}, { stdin: Readable.from(typed) });
  await runReview(session, "out", {});
  expect(decisionsIn(folder)).toHaveLength(2);
});

test("a decision about an answer that has changed is not applied, and that is said", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  await batch(folder);
  await review(folder, "a\na\na\n");
  writeFiles(folder, { "in/ann/ex1.json": sheet("ann", "ex1", { why: "maybe another" }) });
  const { reports, stderr } = await batch(folder, { overrides: "out/overrides.csv" });
  expect(reports.map(({ needsReview }) => needsReview)).toEqual([true, false, false, false]);
  expect(stderr).toContain("ann, ex1, why");
});

test("decisions about whole items, within bounds; unknown ones are named", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  const rows = [
    "student;exercise;item;answer;points",
    `dan;ex1;n;${answerHash(42)};1,5`,
    `ann;ex1;n;${answerHash(42)};2`,
    "eve;ex1;n;0;1",
    "dan;ex1;nothing;0;1",
  ];
  writeFileSync(join(folder, "o.csv"), rows.join("\n"));
  const { reports, stderr } = await batch(folder, { overrides: "o.csv" });
  expect(reports.find(({ student }) => student === "dan")?.items[0]).toMatchObject({ verdict: "partial", points: 1.5 });
  expect(reports.find(({ student }) => student === "ann")?.items[0]).toMatchObject({ points: 2, overridden: {} });
  expect(stderr.split("\n").filter((line) => line.startsWith("Decision not used"))).toHaveLength(2);
});

test.each(["-1", "2.5"])("points out of bounds are refused with their line: %s", async (points) => {
  const folder = temporaryFolder();
  writeCourse(folder);
  writeFileSync(join(folder, "o.csv"), `student,exercise,item,answer,points\ndan,ex1,n,0,1\ndan,ex1,n,0,${points}\n`);
  const { status, stderr } = await batch(folder, { overrides: "o.csv" });
  expect([status, stderr]).toEqual([2, expect.stringContaining(`3: points "${points}"`)]);
});

test.each(["", "student,exercise\n", "student,exercise,item,answer,points\na,ex1,n,0,many\n"])(
  "refuses %j",
  async (text) => {
    const folder = temporaryFolder();
    writeCourse(folder);
    writeFileSync(join(folder, "o.csv"), text);
    expect((await batch(folder, { overrides: "o.csv" })).status).toBe(2);
    expect((await batch(folder, { overrides: "missing.csv" })).status).toBe(2);
  },
);

test("what is written is read back, formulas and line breaks included", () => {
  const folder = temporaryFolder();
  const comments = ["=1+1", "-2", "@x", "a\r\nb", ' "q", ', "+", "\ttab", "ü😀"];
  const decisions = comments.map((comment) => ({
    student: comment.trim(),
    ...criterion,
    answer: "0",
    points: 0.5,
    comment: comment.trim(),
  }));
  const path = join(folder, "o.csv");
  writeDecisions(path, decisions);
  expect(readDecisions(path)).toEqual(decisions);
  expect(textOf(path)).not.toMatch(/(^|,)"?[=@]/m);
});

test("the answer's hash depends on its value, not on the order of keys", () => {
  expect(answerHash({ a: 1, b: [true, null, "x"] })).toBe(answerHash({ b: [true, null, "x"], a: 1 }));
  const different = [undefined, null, "", "null", 0, "0", [], {}, [[]], [{}], { a: [] }, { a: {} }, "a", ["a"], 1.5];
  expect(new Set(different.map((value) => answerHash(value))).size).toBe(different.length);
  expect(answerHash(1.5, "1.50")).not.toBe(answerHash(1.5));
  // Decisions are kept for longer than a version of the program.
  expect(answerHash("a")).toBe("61a1cfea29ae2668");
});
