import { join } from "node:path";
import { expect, test } from "vitest";
import { type MergeFlags, runMerge } from "../../../src/cli/batch/merge.ts";
import { shardOf } from "../../../src/course/order.ts";
import {
  batch,
  ended,
  fakeSession,
  resultsOf,
  sheet,
  temporaryFolder,
  textOf,
  writeFiles,
} from "../../course/support/course.ts";

const files = ["results.jsonl", "summary.json", "results.csv", "junit.xml", "github/annotations.txt"];
const format = ["csv", "junit", "github"];

function writeCourse(folder: string): void {
  writeFiles(folder, { "roster.csv": "id\ns1\ns2\nnobody\nno one\n", "in/notes.txt": "" });
  for (let i = 0; i < 40; i++) {
    writeFiles(folder, {
      [`in/s${i}/ex1.json`]: sheet(`s${i}`, "ex1", {
        why: i % 3 === 0 ? "maybe" : "because",
        n: i % 2 === 0 ? 42 : 0.1,
      }),
      [`in/s${i}/ex1 (2).json`]: sheet(`s${i}`, "ex1", { n: i }),
      ...(i < 5 ? { [`in/s${i}/ex2.json`]: i === 3 ? "{" : sheet(`s${i}`, "ex2") } : {}),
      ...(i === 7 ? { "in/mallory/ex1.json": sheet("s7", "ex1") } : {}),
    });
  }
}

async function merge(folder: string, folders: string[], flags: Partial<MergeFlags> = {}) {
  const { session, written } = fakeSession(folder);
  const status = await ended(session, () => runMerge(session, folders, { out: "merged", format, ...flags }));
  return { status, ...written };
}

test("merged shards are byte for byte what one run writes", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  const given = { roster: "roster.csv", grades: "50:pass,90:good" };
  const whole = await batch(folder, { out: "whole", ...given, format });
  for (const index of [1, 2, 3]) {
    const { reports } = await batch(folder, { out: `part${index}`, ...given, shard: { index, count: 3 } });
    expect(reports.length).toBeGreaterThan(3);
    expect(new Set(reports.map(({ student = "" }) => shardOf(student.replace(/ \[.*/, ""), 3)))).toEqual(
      new Set([index]),
    );
  }
  const { status, stderr } = await merge(folder, ["part3", "part1", "part2"]);
  expect([status, stderr]).toEqual([0, ""]);
  for (const file of files) {
    const text = textOf(join(whole.out, file));
    expect(text).not.toBe("");
    expect(textOf(join(folder, "merged", file))).toBe(text);
  }
  // Merging what is merged already changes nothing.
  expect((await merge(folder, ["merged", "part1"], { partial: true })).status).toBe(0);
  expect(textOf(join(folder, "merged/results.jsonl"))).toBe(textOf(join(whole.out, "results.jsonl")));
});

test("a missing shard is an error unless asked for", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  for (const index of [1, 3]) await batch(folder, { out: `part${index}`, shard: { index, count: 3 } });
  const refused = await merge(folder, ["part1", "part3"]);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain("Shard 2 of 3");
  expect((await merge(folder, ["part1", "part3"], { partial: true })).status).toBe(0);
  expect(resultsOf(join(folder, "merged")).summary.complete).toBe(false);
  expect((await merge(folder, ["nowhere"])).status).toBe(2);
});

test("parts of runs over other files or with other options are no parts of one run", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  writeFiles(folder, { "other/s1/ex1.json": sheet("s1", "ex1") });
  const shard = (index: number) => ({ index, count: 2 });
  await batch(folder, { out: "part1", shard: shard(1) });
  await batch(folder, { out: "part2", shard: shard(2), inputs: ["other"] });
  await batch(folder, { out: "part3", shard: shard(2), lang: "de" });
  for (const other of ["part2", "part3"]) {
    const { status, stderr } = await merge(folder, ["part1", other]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("different files")]);
    expect((await merge(folder, ["part1", other], { partial: true })).status).toBe(0);
  }
});

test("shards of few students are of similar size", () => {
  const shards = Array.from({ length: 4000 }, (_, i) => shardOf(`s${i}`, 4));
  const counts = [1, 2, 3, 4].map((shard) => shards.filter((one) => one === shard).length);
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
