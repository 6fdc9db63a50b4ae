/** A model that several exercises share: a file of its own, named by its path. */

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadExercise } from "../../src/cli/exerciseFiles.ts";
import type { ExerciseError } from "../../src/exercises/problem.ts";
import { trace } from "../../src/exercises/trace.ts";
import { run } from "../cli/support/run.ts";

const own = `id: own
title: Own
model: ../shared.yaml
cases:
  c: { w: 2, x: [1, 3], h0: 1 }
questions:
  - { id: L, kind: number, points: 1, reference: { value: L, case: c } }
`;
const model = `parameters: [w]
inputs: [x]
equations:
  "h[t]": w*h[t-1] + x[t]
  L: sum(h[t])
`;

/** A folder with these files and folders, by path. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "shared-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const asJson = JSON.stringify({
  parameters: ["w"],
  inputs: ["x"],
  equations: { "h[t]": "w*h[t-1] + x[t]", L: "sum(h[t])" },
});

test.each([
  ["YAML", own, { "shared.yaml": model }],
  ["JSON", own.replace(".yaml", ".json"), { "shared.json": asJson }],
  [
    "an exercise in JSON",
    JSON.stringify({
      id: "own",
      title: "Own",
      model: "../shared.yaml",
      cases: { c: { w: 2, x: [1, 3], h0: 1 } },
      questions: [{ id: "L", kind: "number", points: 1, reference: { value: "L" } }],
    }),
    { "shared.yaml": model },
  ],
])("is read from %s", async (_, exercise, files) => {
  const folder = folderOf({ "own/exercise.yaml": exercise, ...files });
  expect(trace(await loadExercise(join(folder, "own"))).outputs).toEqual({ L: 12 });
});

describe("what is wrong is told where it stands", () => {
  test.each([
    ["a formula", model.replace("+ x[t]", "+ "), "shared.yaml", 4, 11],
    ["a key", model.replace("inputs", "input"), "shared.yaml", 2, 1],
    ["a cycle", model.replace("h[t-1]", "L"), "shared.yaml", 5, 6],
    ["no mapping", "- 1", "shared.yaml", 1, 1],
    ["nothing", "", "shared.yaml", undefined, undefined],
    ["no YAML", "a: [", "shared.yaml", 1, 5],
    [
      "an alias bomb",
      `a: &a [${"1,".repeat(50)}]\nb: &b [${"*a,".repeat(50)}]\nc: [${"*b,".repeat(50)}]`,
      "shared.yaml",
      undefined,
      undefined,
    ],
    ["another path", "model: ../shared.yaml", "shared.yaml", 1, 1],
    ["what the exercise reads", model.replaceAll("L:", "M:"), "own/exercise.yaml", 7, 50],
  ])("%s", async (_, text, file, line, column) => {
    const folder = folderOf({ "own/exercise.yaml": own, "shared.yaml": text });
    const error = (await loadExercise(join(folder, "own")).catch((thrown) => thrown)) as ExerciseError;
    expect(error.name).toBe("ExerciseError");
    expect({ file: error.file, line: error.line }).toEqual({ file: join(folder, file), line });
    expect(error.column).toBe(column);
  });

  test.each([
    "nowhere.yaml",
    "..",
    "/dev/zero",
    "../../../../../../../../../etc/hosts",
    "",
    "http://example.org/a.yaml",
    "a\\0b",
  ])("a path to nothing: %j", async (path) => {
    const folder = folderOf({ "own/exercise.yaml": own.replace("../shared.yaml", JSON.stringify(path)) });
    const error = (await loadExercise(join(folder, "own")).catch((thrown) => thrown)) as ExerciseError;
    expect(error.message).toMatch(/own\/exercise\.yaml:3:8: model: there is no file/);
  });
});

test("is no exercise among those of its folder", async () => {
  const folder = folderOf({ "own/exercise.yaml": own, "shared.yaml": model, "other.json": asJson });
  const { status, stdout } = await run(["list", "--exercises", folder, "--json"], { folder });
  expect(status).toBe(0);
  const sources = JSON.parse(stdout).map(({ source }: { source: string }) => source);
  expect(sources.filter((source: string) => source !== "built in")).toEqual([join(folder, "own/exercise.yaml")]);
});
