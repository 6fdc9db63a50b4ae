import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { batch, resultsOf, sheet, temporaryFolder, textOf, writeFiles } from "./support/course.ts";
import { fakeExercises } from "./support/grader.ts";
import { buildProgram, startBatch } from "./support/program.ts";

let program = "";
beforeAll(async () => {
  program = await buildProgram();
});
afterAll(() => rmSync(dirname(program), { recursive: true, force: true }));

/** Answers that all differ, two files of one student among them, and some that can't be graded. */
function writeCourse(folder: string, count: number, more: object = {}): void {
  const files: Record<string, unknown> = { "in/s4/ex1 (2).json": sheet("s4", "ex1", { n: 3 }), "in/bad/ex1.json": "{" };
  for (let i = 0; i < count; i++) {
    const why = i % 7 === 0 ? `maybe ${i}` : `because ${i}`;
    files[`in/s${i}/ex${(i % 2) + 1}.json`] = sheet(`s${i}`, `ex${(i % 2) + 1}`, {
      why,
      n: i % 3 === 0 ? 42 : i,
      ...more,
    });
  }
  writeFiles(folder, files);
}

function output(out: string): string {
  return `${textOf(join(out, "results.jsonl"))}\n${textOf(join(out, "summary.json"))}`;
}

test("reuses what has not changed, and only that", async () => {
  const folder = temporaryFolder();
  writeCourse(folder, 10);
  await batch(folder);
  const calls = async (exercises = fakeExercises()) => {
    await batch(folder, { resume: true }, { exercises });
    return [...exercises.graders.values()].reduce((sum, { calls }) => sum + calls, 0);
  };
  // The file that a newer one replaced has no result to use again.
  const always = await calls();
  expect(always).toBe(1);
  writeFiles(folder, { "in/s5/ex2.json": sheet("s5", "ex2", { n: 7 }), "in/new/ex1.json": sheet("new", "ex1") });
  expect(await calls()).toBe(always + 2);
  expect(await calls()).toBe(always);
  expect(await calls(fakeExercises("2"))).toBe(13);
  rmSync(join(folder, "in/new"), { recursive: true });
  const resumed = await batch(folder, { resume: true });
  const fresh = await batch(folder, { out: "fresh" });
  expect(output(resumed.out)).toBe(output(fresh.out));
});

test("any number of threads gives the same bytes", async () => {
  const folder = temporaryFolder();
  writeCourse(folder, 300);
  for (const jobs of [1, 2, 3]) {
    const { status, stderr } = await startBatch(program, folder, { jobs, out: `out${jobs}`, timeout: 1 });
    expect([status, stderr.includes("rror")]).toEqual([0, false]);
  }
  expect(resultsOf(join(folder, "out1")).reports).toHaveLength(301);
  expect(output(join(folder, "out2"))).toBe(output(join(folder, "out1")));
  expect(output(join(folder, "out3"))).toBe(output(join(folder, "out1")));
});

/** When a signal arrives is up to the machine; on a busy one it may come too late. */
const timing = { retry: 2 };

test.each([1, 2])("a run that is killed again and again leaves what it did, with %i threads", timing, async (jobs) => {
  const folder = temporaryFolder();
  // Long enough for results to reach the disk, again and again, before the last is there.
  const count = 400;
  writeCourse(folder, count, { slow: true });
  const part = join(folder, "out/results.jsonl.part");
  const old = (size: number) => existsSync(part) && statSync(part).size > size;
  for (const size of [1, 20_000]) {
    const { signal } = await startBatch(program, folder, { jobs, resume: true }, (kill) => {
      const watch = setInterval(() => {
        if (!old(size)) return;
        clearInterval(watch);
        // A result counts once its key is on the disk, too, a moment later.
        setTimeout(() => kill("SIGKILL"), 25);
      }, 5);
    });
    expect(signal).toBe("SIGKILL");
    expect(existsSync(join(folder, "out/results.jsonl"))).toBe(false);
    // A write that was cut in the middle.
    writeFileSync(part, textOf(part).slice(0, -7));
  }
  const exercises = fakeExercises();
  const resumed = await batch(folder, { resume: true }, { exercises });
  const calls = [...exercises.graders.values()].reduce((sum, { calls }) => sum + calls, 0);
  expect(calls).toBeLessThan(count - 10);
  const fresh = await batch(folder, { out: "fresh" });
  expect(output(resumed.out)).toBe(output(fresh.out));
  expect(readdirSync(resumed.out).sort()).toEqual(["results.jsonl", "results.keys", "summary.json"]);
});

test("interrupting keeps what is done and says how to go on", timing, async () => {
  const folder = temporaryFolder();
  writeCourse(folder, 200, { slow: true });
  const { status, stderr } = await startBatch(program, folder, {}, (kill) => {
    const watch = setInterval(() => {
      if (!existsSync(join(folder, "out/results.jsonl.part"))) return;
      clearInterval(watch);
      setTimeout(() => kill("SIGINT"), 150);
    }, 5);
  });
  expect(status).toBe(130);
  expect(stderr).toContain("--resume");
  const { reports, summary } = resultsOf(join(folder, "out"));
  expect(summary.complete).toBe(false);
  expect(reports.length).toBe(summary.results);
  expect(reports.length).toBeLessThan(200);
  const resumed = await batch(folder, { resume: true });
  const fresh = await batch(folder, { out: "fresh" });
  expect(output(resumed.out)).toBe(output(fresh.out));
});

test("a file of results that is no such thing is of no use and no harm", async () => {
  const folder = temporaryFolder();
  writeCourse(folder, 5);
  const fresh = await batch(folder);
  for (const name of ["results.jsonl", "results.keys"]) writeFileSync(join(folder, "out", name), "\u0000\n{}\n\n");
  const resumed = await batch(folder, { resume: true, out: "out" });
  expect(output(resumed.out)).toBe(output(fresh.out));
});

test("files of formats that an earlier run made don't stay beside newer results", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/a/ex1.json": sheet("a", "ex1"), "in/b/ex1.json": sheet("b", "ex1") });
  const { out } = await batch(folder, { formats: ["csv", "gradescope"] });
  writeFiles(folder, { "out/mine.txt": "kept", "out/gradescope/mine.txt": "kept" });
  rmSync(join(folder, "in/b"), { recursive: true });
  await batch(folder, { formats: ["gradescope"], resume: true });
  expect(existsSync(join(out, "results.csv"))).toBe(false);
  expect(readdirSync(join(out, "gradescope")).sort()).toEqual(["a", "mine.txt"]);
  await batch(folder, { resume: true });
  expect(readdirSync(out).sort()).toEqual(["gradescope", "mine.txt", "results.jsonl", "results.keys", "summary.json"]);
  expect(readdirSync(join(out, "gradescope"))).toEqual(["mine.txt"]);
});
