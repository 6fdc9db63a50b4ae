import { EventEmitter } from "node:events";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runMerge } from "../../src/cli/batch/merge.ts";
import { makeFolder } from "../../src/cli/batch/results/folder.ts";
import { print } from "../../src/cli/batch/results/formats.ts";
import { runBatch } from "../../src/cli/batch/run/run.ts";
import { batch, defaults, fakeIo, sheet, temporaryFolder, textOf, writeFiles } from "./support/course.ts";

function writeCourse(folder: string): void {
  writeFiles(folder, { "in/a.json": sheet("a", "ex1"), file: "" });
}

test("a folder of results that can't be made is the user's to mend, in words and as a document", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  for (const out of ["file", "file/below"]) {
    const { status, stderr, stdout } = await batch(folder, { out, json: true });
    expect(status).toBe(2);
    expect(stderr).toContain("a file where a folder is needed");
    expect(JSON.parse(stdout).error.code).toBe("batch.file-problem");
  }
});

// Node's own recursive mkdir never comes back from this.
test.runIf(process.platform === "linux")("making a folder where none can be ends", () => {
  expect(() => makeFolder("/proc/nothing/below")).toThrow(/ENOENT|EACCES|EPERM/);
});

test.runIf(existsSync("/dev/full"))("a full disk is said once", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  mkdirSync(join(folder, "out"));
  // Results go to a device that is always full.
  symlinkSync("/dev/full", join(folder, "out/results.csv.part"));
  const { status, stderr } = await batch(folder, { formats: ["csv"] });
  expect(status).toBe(2);
  expect(stderr.match(/disk is full/g)).toHaveLength(1);
});

test.each(["github", "gradescope", "prairielearn", "autolab"])(
  "%s needs a folder, which is said before anything is graded",
  async (format) => {
    const folder = temporaryFolder();
    writeCourse(folder);
    const { io, written } = fakeIo(folder);
    expect(await runBatch({ ...defaults, inputs: ["in"], formats: [format] }, io)).toBe(2);
    expect(written.stdout).toBe("");
    expect(written.stderr).toContain("--out");
  },
);

test("a folder belongs to one run at a time; one that was killed does not keep it", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  mkdirSync(join(folder, "out"));
  const lock = join(folder, "out/results.lock");
  writeFileSync(lock, `${process.ppid} ${hostname()}\n`);
  const { status, stderr } = await batch(folder);
  expect([status, stderr.includes(lock)]).toEqual([2, true]);
  const merge = { ...defaults, folders: ["whole"], out: "out", partial: false };
  await batch(folder, { out: "whole" });
  expect(await runMerge(merge, fakeIo(folder).io)).toBe(2);
  writeFileSync(lock, `${2 ** 30} ${hostname()}\n`);
  expect((await batch(folder)).status).toBe(0);
  expect(existsSync(lock)).toBe(false);
});

test("printing ends where the reader or the disk does, instead of waiting for ever", async () => {
  const stream = Object.assign(new EventEmitter(), {
    destroyed: false,
    writes: 0,
    write() {
      stream.writes++;
      setImmediate(() => {
        stream.destroyed = true;
        stream.emit("error", new Error("ENOSPC"));
      });
      return false;
    },
  });
  stream.on("error", () => undefined);
  await print(["a", "b", "c"], stream as never);
  expect(stream.writes).toBe(1);
});

test("a summary.json of someone else's is not replaced", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  writeFiles(folder, { "out/summary.json": { mine: true } });
  const { status, stderr } = await batch(folder);
  expect([status, stderr.includes("summary.json")]).toEqual([2, true]);
  expect(textOf(join(folder, "out/summary.json"))).toBe('{"mine":true}');
});

test("interrupting while formats are written says what is missing and how to get it", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  let asked = 0;
  const onInterrupt = (stop: () => void) => {
    // Grading asks first; then writing does.
    if (++asked === 2) stop();
    return () => undefined;
  };
  const { status, stderr, summary } = await batch(folder, { formats: ["csv", "html"] }, { onInterrupt });
  expect([status, summary.complete]).toEqual([130, true]);
  expect(stderr).toContain("csv, html");
  expect(stderr).toContain("--resume");
  expect(existsSync(join(folder, "out/results.csv"))).toBe(false);
  expect((await batch(folder, { formats: ["csv"], resume: true })).status).toBe(0);
});
