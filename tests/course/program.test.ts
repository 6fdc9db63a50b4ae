import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildCopy } from "../cli/support/built.ts";
import { sheet, temporaryFolder, textOf, writeFiles } from "./support/course.ts";

const program = buildCopy();

// In the built program these parts are modules of their own, whose errors are of classes of their own.
test.each([
  [["--format", "nope"], "nope"],
  [["--roster", "nowhere.csv"], "nowhere.csv"],
  [["--overrides", "nowhere.csv"], "nowhere.csv"],
])("%j is the user's mistake, not a defect", (options, named) => {
  const folder = temporaryFolder();
  writeFiles(folder, { "in/ex6.json": sheet("ann", "ex6") });
  const args = [program, "batch", "in", "--out", "out", ...options];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(named) });
  expect(stderr).not.toMatch(/defect/);
});

test("Gradescope's list is read by the built program, too", () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "in/submission_metadata.yml": "submission_1:\n  :submitters:\n  - :sid: '100200'\n",
    "in/submission_1/ex6.json": sheet(undefined, "ex6"),
  });
  const { stdout } = spawnSync(process.execPath, [program, "batch", "in"], { cwd: folder, encoding: "utf8" });
  expect(JSON.parse(stdout).student).toBe("100200");
});

test.runIf(existsSync("/dev/full")).each([[], ["--format", "csv"], ["--json"]])(
  "a full disk on standard output is no success: %j %j",
  (...options) => {
    const folder = temporaryFolder();
    writeFiles(folder, { "in/ex6.json": sheet("ann", "ex6") });
    const full = openSync("/dev/full", "w");
    const args = [program, "batch", "in", ...options.filter((option) => option !== undefined)];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", full, "pipe"],
    });
    closeSync(full);
    expect([status, stderr]).toEqual([2, expect.stringContaining("could not be written")]);
  },
);

test.runIf(process.platform === "linux")("a disk that fails leaves the earlier results whole", () => {
  const folder = temporaryFolder();
  const answers = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`in/s${i}/ex6.json`, sheet(`s${i}`, "ex6")]));
  const batch = 'node "$0" batch in --out out --format csv';
  const inShell = (script: string) => spawnSync("bash", ["-c", script, program], { cwd: folder, encoding: "utf8" });
  writeFiles(folder, answers(1));
  expect(inShell(batch).status).toBe(0);
  const earlier = textOf(join(folder, "out/results.jsonl"));
  writeFiles(folder, answers(30));
  // No file may grow beyond 8 kB.
  const { status, stderr } = inShell(`trap "" XFSZ; ulimit -f 8; ${batch}`);
  expect([status, stderr]).toEqual([2, expect.stringContaining("EFBIG")]);
  expect(textOf(join(folder, "out/results.jsonl"))).toBe(earlier);
  expect(readdirSync(folder).sort()).toEqual(["in", "out"]);
});
