import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { buildCopy } from "../cli/support/built.ts";
import { sheet, temporaryFolder, writeFiles } from "./support/course.ts";

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
