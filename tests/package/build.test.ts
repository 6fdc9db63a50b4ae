/** The build says what is wrong with an exercise of the repository, and leaves what was built before as it was. */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { build, copySources } from "../cli/support/built.ts";

let folder = "";
const inExercises = (...names: string[]) => join(folder, "exercises", ...names);
const everything = () => readdirSync(folder).sort();

beforeAll(() => {
  folder = copySources();
  // One exercise will do, and files that lie beside it by chance.
  for (const id of readdirSync(inExercises())) if (id !== "ex6") rmSync(inExercises(id), { recursive: true });
  writeFileSync(inExercises(".DS_Store"), "");
  writeFileSync(inExercises("notes.md"), "");
  mkdirSync(inExercises(".git"));
});

test("builds the folders of exercises, whatever else lies there", () => {
  expect(build(folder)).toEqual({ stdout: "", stderr: "", status: 0 });
  expect(readdirSync(join(folder, "dist")).sort()).toEqual([
    "THIRD_PARTY_NOTICES",
    "entry.cache",
    "entry.cjs",
    "exercises",
    "modules",
    "schema",
    "start.cache",
    "start.cjs",
  ]);
  expect(readdirSync(join(folder, "dist", "exercises")).sort()).toEqual(["ex6.json", "index.json"]);
  expect(everything()).toEqual(["bin", "build.config.js", "dist", "exercises", "node_modules", "package.json", "src"]);
});

test("gives the same bytes in another folder, and none of the machine's paths", () => {
  const other = copySources();
  for (const id of readdirSync(join(other, "exercises")))
    if (id !== "ex6") rmSync(join(other, "exercises", id), { recursive: true });
  expect(build(other).status).toBe(0);
  const files = readdirSync(join(folder, "dist"), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  for (const { name, parentPath } of files) {
    const bytes = readFileSync(join(parentPath, name));
    const twin = join(other, relative(folder, parentPath), name);
    expect(bytes.equals(readFileSync(twin)), name).toBe(true);
    expect(bytes.includes(folder) || bytes.includes(other), name).toBe(false);
  }
}, 60_000);

test("hands on the notices of what is bundled", () => {
  const notices = readFileSync(join(folder, "dist", "THIRD_PARTY_NOTICES"), "utf8");
  for (const name of ["chalk", "commander", "zod", "yaml"]) expect(notices).toMatch(new RegExp(`^${name} \\d`, "m"));
});

describe("stops", () => {
  const right = ["ex6", "answers", "right.json"];
  const yaml = ["ex6", "exercise.yaml"];
  test.each([
    { what: "no right answer", at: right, change: undefined, says: "ex6/answers/right.json is missing" },
    { what: "a wrong one", at: right, change: () => '{ "better": 1 }', says: "full points (status 1)" },
    { what: "a broken exercise", at: yaml, change: (text: string) => `${text}\nnothing: 1\n`, says: "exercise.yaml:" },
    {
      what: "another id",
      at: yaml,
      change: (text: string) => text.replace("id: ex6", "id: ex7"),
      says: "the id is ex7",
    },
    { what: "an empty folder", at: yaml, change: undefined, says: "ex6/exercise.yaml is missing" },
  ])("at $what", ({ at, change, says }) => {
    const file = inExercises(...at);
    const before = readFileSync(file, "utf8");
    const built = readdirSync(join(folder, "dist"));
    rmSync(file);
    if (change !== undefined) writeFileSync(file, change(before));
    const { status, stderr } = build(folder);
    writeFileSync(file, before);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(says) });
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(join(folder, "dist"))).toEqual(built);
    expect(everything()).not.toContainEqual(expect.stringMatching(/^dist-/));
  });
});
