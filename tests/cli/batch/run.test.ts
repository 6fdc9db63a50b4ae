import { expect, test } from "vitest";
import { runBatch } from "../../../src/cli/batch/run.ts";
import type { GlobalOptions } from "../../../src/cli/session.ts";
import { batch, ended, fakeSession, sheet, temporaryFolder, textOf, writeFiles } from "../../course/support/course.ts";
import { fakeExercises } from "../../course/support/grader.ts";

test("grades every JSON file below a folder, sorted by file, and sums up", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/bob/ex1.json": sheet("bob", "ex1", { n: 1 }),
    "in/ann/ex1.json": sheet("ann", "ex1"),
    "in/ann-b.json": sheet("cid", "ex2", { why: "maybe" }),
  });
  const { status, reports, summary, stdout, stderr } = await batch(folder);
  expect(status).toBe(0);
  expect(reports.map(({ file, student, points }) => [file, student, points])).toEqual([
    ["ann-b.json", "ann-b", 2],
    ["ann/ex1.json", "ann", 3],
    ["bob/ex1.json", "bob", 1],
  ]);
  expect(summary).toMatchObject({ complete: true, results: 3, students: 3, graded: 3, passed: 2, needsReview: 1 });
  expect(summary.exercises).toMatchObject([
    { exercise: "ex1", results: 2, points: { mean: 2, min: 1, max: 3 } },
    { exercise: "ex2", results: 1, needsReview: 1 },
  ]);
  expect(stdout).toContain("rnn-check review out");
  expect(stderr).toMatch(/name somebody unknown +1 /);
});

test("an exercise may be named by its number alone", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/a.json": { exercise: 2, student: "a", answers: { n: 42 } } });
  expect((await batch(folder)).reports[0]).toMatchObject({ exercise: "ex2", points: 2 });
});

test("does not take another student's name inside the answers for the envelope's", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/a.json": { exercise: "ex1", answers: { student: "a", n: 42 }, student: "a" },
    "in/b.json": { exercise: "ex1", answers: { student: "b", n: 41 }, student: "b" },
  });
  const { reports } = await batch(folder);
  expect(reports.map(({ points }) => points)).toEqual([2, 0]);
});

test("tells answers apart that differ where a name might have been", async () => {
  const folder = temporaryFolder();
  const text = (n: number) => `{"exercise":"ex1","answers":{"student":1,"n":${n}},"student":"abcdefgh"}`;
  writeFiles(folder, { "in/x/ex1.json": text(42), "in/y/ex1.json": text(41) });
  const { reports } = await batch(folder);
  expect(reports.map(({ points }) => points)).toEqual([2, 0]);
});

test("one bad file costs one invalid line", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/a/ex1.json": "{",
    "in/b/ex1.json": Buffer.from([0xff, 0xfe, 0x00]),
    "in/c/ex1.json": " ".repeat(1_000_001),
    "in/d/ex1.json": sheet("d", "ex1", { crash: true }),
    "in/f/ex1.json": sheet("f", "nothing of the kind"),
    "in/g/other.json": sheet("g", undefined),
    "in/h/ex1.json": sheet("h", "ex1"),
    "in/i/ex1.json": "[".repeat(500_000),
    "in/j/ex1.json": '{"__proto__": {"student": "x"}, "constructor": 1}',
  });
  const { status, reports, stderr } = await batch(folder);
  expect(status).toBe(0);
  expect(reports.map(({ file, status, error }) => [file?.[0], status, error?.code])).toEqual([
    ["a", "invalid", expect.any(String)],
    ["b", "invalid", "submission.utf-16"],
    ["c", "invalid", "submission.too-large"],
    ["d", "invalid", "batch.defect"],
    ["f", "invalid", "batch.unknown-exercise"],
    ["g", "invalid", "batch.no-exercise"],
    ["h", "graded", undefined],
    ["i", "invalid", expect.any(String)],
    ["j", "graded", undefined],
  ]);
  expect(stderr).toContain("planted defect");
});

test("a broken exercise ends the run and leaves earlier results as they were", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/b.json": sheet("b", "ex1") });
  const earlier = await batch(folder);
  writeFiles(folder, { "in/a.json": sheet("a", "broken") });
  const { status, reports, summary, stderr } = await batch(folder);
  expect([status, reports, summary]).toEqual([2, earlier.reports, earlier.summary]);
  expect(stderr).toContain("broken.yaml:3:1");
});

test("exit status", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/a.json": sheet("a", "ex1", { n: 1 }), "in/b.json": sheet("b", "ex1"), "empty/x.txt": "" });
  expect((await batch(folder)).status).toBe(0);
  expect((await batch(folder, { failBelow: 34 })).status).toBe(1);
  expect((await batch(folder, { failBelow: 33 })).status).toBe(0);
  expect((await batch(folder, { inputs: ["empty"] })).status).toBe(2);
  expect((await batch(folder, { inputs: ["nowhere"] })).status).toBe(2);
  expect((await batch(folder, { exercise: "nothing" })).status).toBe(2);
  expect((await batch(folder, { exercise: "broken" })).status).toBe(2);
  expect((await batch(folder, { format: ["nothing"] })).status).toBe(2);
});

test("what is required and missing is absent, fails the run and counts; what nobody asked for makes up for nothing", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/ann/ex1.json": sheet("ann", "ex1"),
    "in/ben/ex1.json": "{",
    "in/ben/ex2.json": sheet("b", "ex2"),
    "empty/x": "",
  });
  const all = await batch(folder, { require: ["ex1", "ex2"] });
  expect(
    all.reports.map(({ student, exercise, status, file }) => [student, exercise, status, file === undefined]),
  ).toEqual([
    ["ann", "ex1", "graded", false],
    ["ben", "ex1", "invalid", false],
    ["ben", "ex2", "graded", false],
    ["ann", "ex2", "graded", true],
  ]);
  expect(all.status).toBe(1);
  expect((await batch(folder, { inputs: ["in/ann"], require: ["ex1"] })).status).toBe(0);
  expect((await batch(folder, { inputs: ["in/ben"], require: ["ex1"] })).status).toBe(1);
  const one = await batch(folder, { student: "s", require: ["ex1"] });
  expect(one.reports.map(({ student, exercise }) => [student, exercise])).toEqual([["s", "ex1"]]);
  expect(one.summary.skipped).toEqual([{ file: "ben/ex2.json", reason: "not-required" }]);
  const none = await batch(folder, { inputs: ["empty"], student: "s", require: ["ex1"] });
  expect([none.status, none.reports.map(({ maxPoints }) => maxPoints)]).toEqual([1, [3]]);
  expect((await batch(folder, { require: ["nothing"] })).status).toBe(2);
});

test("nothing that can be graded never passes", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/ann/ex1.json": "{", "in/ben/answers.docx": "" });
  for (const failBelow of [0, 50]) expect((await batch(folder, { failBelow })).status).toBe(1);
});

test("a table before grading says what was found, what matters first; with --json nothing is told", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "roster.csv": "id,name\na1,Ann Ott\nb2,Bo Ray\nc3,Cy Li\n",
    "in/a1/ex1.json": sheet("b2", "ex1"),
    "in/b2/ex1.docx": "",
    "in/b2/photo.heic": "",
    "in/guest/ex1.json": sheet(undefined, undefined),
    "in/stray.pdf": "",
  });
  const { reports, stderr } = await batch(folder, { roster: "roster.csv" });
  expect(stderr.split("\n")).toEqual([
    "Found",
    "on the roster                   3",
    "of them handed in               2",
    'unreadable, or of another type  1  "b2: photo.heic"',
    'name another student            1  "a1: ex1.json"',
    'not on the roster               1  "guest"',
    'belong to nobody                1  "stray.pdf (not-json)"',
    'replaced by the same student    1  "b2: ex1.docx"',
    "",
    "",
  ]);
  expect(reports.find(({ student }) => student === "b2")?.error?.code).toBe("batch.not-json");
  expect((await batch(folder, { roster: "roster.csv", json: true })).stderr).toBe("");
});

test("a submission cannot name an exercise by path", async () => {
  const folder = temporaryFolder();
  const exercises = fakeExercises();
  const asked: string[] = [];
  const load = (id: string) => {
    asked.push(id);
    return exercises.load(id);
  };
  writeFiles(folder, { "in/a.json": sheet("a", "../../secret.yaml"), "in/b.json": sheet("b", "EX1") });
  const { reports } = await batch(folder, {}, { ...exercises, load });
  expect(reports.map(({ exercise, status }) => [exercise, status])).toEqual([
    ["?", "invalid"],
    ["ex1", "graded"],
  ]);
  expect(asked).toEqual(["ex1"]);
});

test("without a folder for results, prints them as lines into a pipe and as one document with --json", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/a.json": sheet("a", "ex1") });
  const printed = async (options: GlobalOptions, format: string[]) => {
    const { session, written } = fakeSession(folder, options);
    const status = await ended(session, () => runBatch(session, ["in"], { format }));
    return { status, stdout: written.stdout };
  };
  expect(JSON.parse((await printed({}, [])).stdout)).toMatchObject({ schema: "rnn-check/report@1", student: "a" });
  const { stdout: json } = await printed({ json: true }, []);
  expect(JSON.parse(json)).toMatchObject({ schema: "rnn-check/summary@1", results: 1 });
  expect((await printed({}, ["csv"])).stdout.split("\r\n")).toHaveLength(3);
  expect((await printed({}, ["github"])).status).toBe(2);
});

test("writes every format asked for", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/a.json": sheet("a", "ex1"), "in/b.json": sheet("../../b", "ex1") });
  const { out } = await batch(folder, { format: ["csv", "junit", "gradescope", "markdown"] });
  expect(textOf(`${out}/junit.xml`)).toContain("<testsuites");
  expect(textOf(`${out}/results.csv`)).toContain("a");
  expect(textOf(`${folder}/b/results.json`)).toBe("");
});
