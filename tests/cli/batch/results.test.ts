/** Results appear at their place as a whole, and take the place of earlier ones only. */

import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatIds } from "../../../src/formats/index.ts";
import { batch, sheet, temporaryFolder, textOf, writeFiles } from "../../course/support/course.ts";

function writeCourse(folder: string): void {
  writeFiles(folder, { "in/a/ex1.json": sheet("a", "ex1"), "in/b/ex1.json": sheet("b", "ex1") });
}

test("the same files and options give the same bytes, and nothing else is left behind", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  const { out } = await batch(folder, { format: ["csv", "html"] });
  const first = readdirSync(out).map((name) => [name, textOf(join(out, name))]);
  await batch(folder, { format: ["csv", "html"] });
  expect(readdirSync(out).map((name) => [name, textOf(join(out, name))])).toEqual(first);
  expect(readdirSync(folder).sort()).toEqual(["in", "out"]);
});

test("earlier results are replaced with their formats; what no run has written stays", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  const { out } = await batch(folder, { format: ["csv", "gradescope"] });
  writeFiles(folder, { "out/mine.txt": "kept", "out/overrides.csv": "kept", "out/notes/a.txt": "kept" });
  rmSync(join(folder, "in/b"), { recursive: true });
  await batch(folder, { format: ["gradescope"] });
  expect(existsSync(join(out, "results.csv"))).toBe(false);
  expect(readdirSync(join(out, "gradescope"))).toEqual(["a"]);
  expect(["mine.txt", "overrides.csv", "notes/a.txt"].map((name) => textOf(join(out, name)))).toEqual(
    Array(3).fill("kept"),
  );
});

test("every format's files are known to be results", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  writeFiles(folder, { "w.csv": "Identifier,Email address,Grade\nParticipant 4,ann@x.org,\n" });
  const { out } = await batch(folder, { format: formatIds, worksheet: "w.csv" });
  expect(readdirSync(out).length).toBeGreaterThan(formatIds.length);
  await batch(folder);
  expect(readdirSync(out).sort()).toEqual(["results.jsonl", "summary.json"]);
});

test.each([
  ["other files", { "out/mine.txt": "mine" }],
  ["someone else's summary", { "out/summary.json": { mine: true } }],
])("a folder with %s is not replaced", async (_, files) => {
  const folder = temporaryFolder();
  writeCourse(folder);
  writeFiles(folder, files);
  const before = readdirSync(join(folder, "out"));
  const { status, stderr } = await batch(folder);
  expect([status, stderr]).toEqual([2, expect.stringContaining("is not replaced")]);
  expect(readdirSync(join(folder, "out"))).toEqual(before);
});

test("an empty folder and a link to earlier results are fine", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  mkdirSync(join(folder, "real"));
  symlinkSync(join(folder, "real"), join(folder, "out"));
  expect((await batch(folder)).status).toBe(0);
  expect((await batch(folder)).status).toBe(0);
  expect(readdirSync(join(folder, "real")).sort()).toEqual(["results.jsonl", "summary.json"]);
});

test.each([".", "in", "in/a"])("--out %s would replace the answers", async (out) => {
  const folder = temporaryFolder();
  writeCourse(folder);
  const { status, stderr } = await batch(folder, { out, inputs: ["in/a", "in/b"] });
  expect([status, stderr]).toEqual([2, expect.stringContaining("would replace")]);
  expect(existsSync(join(folder, "in/a/ex1.json"))).toBe(true);
});

test("what a run that was killed has left goes, and earlier results that it had put aside come back", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  writeFiles(folder, { "out.part-17/results.jsonl": "{", "out.part-17.old/overrides.csv": "kept" });
  writeFiles(folder, { "out.part-17.old/summary.json": { schema: "rnn-check/summary@1" } });
  const { status, out } = await batch(folder);
  expect(status).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(["in", "out"]);
  expect(textOf(join(out, "overrides.csv"))).toBe("kept");
});
