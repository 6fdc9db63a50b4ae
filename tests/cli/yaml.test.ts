/** Answers in YAML on the command line and in a course. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "./support/run.ts";

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const right = `exercise: ex3
student: ab12cde
answers:
  explicit: false
  depends: true
  through:
    - y1
    - y2
    - h1
    - h2
  needed_in: |
    forward
`;

test.each(["a.yaml", "a.YML"])("%s is graded as JSON would be", async (file) => {
  const folder = folderWith({
    [file]: right,
    "a.json": JSON.stringify({
      student: "ab12cde",
      explicit: false,
      depends: true,
      through: ["y1", "y2", "h1", "h2"],
      needed_in: "forward",
    }),
  });
  const [yaml, json] = await Promise.all([file, "a.json"].map((one) => run(["ex3", one, "--json"], { folder })));
  expect(yaml?.status).toBe(0);
  expect(JSON.parse(yaml?.stdout ?? "")).toEqual({ ...JSON.parse(json?.stdout ?? ""), file });
  for (const args of [[file], [file, "ex3"]]) expect((await run(args, { folder })).status).toBe(0);
});

test("what is no YAML is told with its line", async () => {
  const folder = folderWith({ "a.yaml": "exercise: ex3\nneeded_in: in both: always\n" });
  for (const args of [["ex3", "a.yaml"], ["a.yaml"]]) {
    const { status, stderr } = await run(args, { folder });
    expect(status).toBe(2);
    expect(stderr).toMatch(/a\.yaml:2:12\n\n\s+2 │ needed_in: in both: always\n/);
  }
  expect((await run(["ex3", "b.yaml"], { folder })).stderr).toContain("Did you mean a.yaml?");
});

test("an empty sheet in YAML can be filled in, graded, and is not written over", async () => {
  const folder = temporaryFolder();
  expect((await run(["init", "ex7", "a.yaml"], { folder })).status).toBe(0);
  const sheet = readFileSync(join(folder, "a.yaml"), "utf8");
  expect(sheet).toBe(`# yaml-language-server: $schema=./.rnn-check/ex7.schema.json
exercise: ex7
student: ""
answers:
  disadvantage: null
  advantages: []
`);
  expect((await run(["init", "ex7", "a.yaml"], { folder })).status).toBe(2);
  expect((await run(["ex7", "a.yaml"], { folder })).status).toBe(1);
});

test("an exercise in YAML still asks for its answer", async () => {
  const folder = temporaryFolder();
  await run(["new", "mine.yaml"], { folder });
  expect((await run(["mine.yaml"], { folder })).stderr).toContain("Which answer should be graded?");
});

test("a course: YAML that is an answer is graded, broken YAML is unreadable, other YAML is nobody's", async () => {
  const folder = folderWith({
    "in/ann/ex3.yaml": right,
    "in/ben/ex3.yml": "exercise: ex3\nneeded_in: in both: always\n",
    "in/cleo/ex3.json": "{}",
    "in/cleo/mkdocs.yml": "site_name: mine\n",
    "in/dora/mkdocs.yml": "site_name: mine\n",
  });
  expect((await run(["batch", "in", "--out", "out"], { folder })).status).toBe(0);
  const lines = readFileSync(join(folder, "out/results.jsonl"), "utf8").trim().split("\n");
  const found = lines.map((line) => JSON.parse(line)).map(({ file, points, error }) => [file, error?.code ?? points]);
  expect(found).toEqual([
    ["ann/ex3.yaml", 4],
    ["ben/ex3.yml", "submission.not-yaml"],
    ["cleo/ex3.json", 0],
    ["dora/mkdocs.yml", "batch.not-json"],
  ]);
});
