/** `--json` on any command: one JSON document on stdout and nothing else, whether or not there is a result. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { commandNames } from "../../src/cli/session.ts";
import { run, temporaryFolder } from "./support/run.ts";

const folder = temporaryFolder();
const failure = { schema: "rnn-check/report@1", status: "invalid", error: { code: expect.any(String) } };

/** For every command: lines that give a result, and what the result holds; lines that can't, with the error's code. */
const lines: Readonly<Record<string, { results: Record<string, unknown>; errors: Record<string, string> }>> = {
  check: {
    results: { "ex6 ex6.json": { status: "graded" }, "check ex6 ex6.json": { status: "graded" } },
    errors: {
      "ex6 nowhere.json": "file.missing",
      "nonsense ex6.json": "usage.unknown-exercise",
      "": "usage.exercise-missing",
    },
  },
  list: {
    results: { list: expect.arrayContaining([expect.objectContaining({ id: "ex6" })]) },
    errors: { "list --nothing": "usage.unknown-option", "list --exercises nowhere": "exercises.no-folder" },
  },
  show: { results: { "show ex6": { id: "ex6" } }, errors: { show: "usage.exercise-missing" } },
  init: {
    results: { "init ex6 new.json": { file: "new.json" }, "init ex6 -": { exercise: "ex6" } },
    errors: { "init ex6 ex6.json": "init.exists" },
  },
  new: {
    results: { "new own.yaml": { file: "own.yaml" } },
    errors: { "new ex6.json": "init.exists", new: "usage.argument-missing" },
  },
  practice: {
    results: {
      "practice ex6": { id: "ex6", seed: expect.any(String) },
      "practice ex6 other.json": { file: "other.json" },
    },
    errors: { "practice ex3": "practice.none", "practice ex6 ex6.json": "init.exists" },
  },
  test: { results: {}, errors: { "test nowhere": "usage.unknown-exercise" } },
  solve: { results: { "solve ex6": { exercise: "ex6" } }, errors: { "solve ex6 nothing": "usage.unknown-item" } },
  hint: {
    results: { "hint ex6 set2.h1": { item: "set2.h1", level: 1 } },
    errors: { "hint ex6 nothing": "usage.unknown-item", "hint ex6": "usage.argument-missing" },
  },
  trace: { results: { "trace ex6": { exercise: "ex6" } }, errors: { "trace ex6 --steps 0": "usage.option-value" } },
  batch: {
    results: {
      "batch ex6.json": { schema: "rnn-check/summary@1" },
      "batch ex6.json --out out -f csv": { results: 1 },
    },
    errors: {
      "batch nowhere": "batch.missing-input",
      "batch . -f csv": "batch.json-and-format",
      "batch empty": "batch.nothing-to-grade",
      batch: "usage.argument-missing",
    },
  },
  merge: {
    results: { "merge results --out merged": { schema: "rnn-check/summary@1" } },
    errors: { "merge nowhere --out merged": "batch.unusable-results", "merge results": "usage.option-missing" },
  },
  review: { results: {}, errors: { "review results": "usage.no-json" } },
  help: {
    results: {
      help: { command: "rnn-check", help: expect.stringContaining("trace <exercise>") },
      "trace --help": { command: "trace", help: expect.stringContaining("--steps") },
      "--help": { command: "rnn-check" },
      "--version": { version: expect.any(String) },
    },
    errors: { "help nothing": "usage.no-help" },
  },
};

beforeAll(async () => {
  writeFileSync(join(folder, "ex6.json"), '{ "set2": { "h1": 0.46 } }');
  expect((await run(["batch", "ex6.json", "--out", "results"], { folder })).status).toBe(0);
  await run(["init", "ex6", "empty/x.sheet"], { folder });
});

test("every command is here", () => {
  expect(Object.keys(lines).sort()).toEqual(["check", ...commandNames].sort());
});

describe.each(Object.entries(lines))("%s", (_, { results, errors }) => {
  test.each(Object.entries(results))("%s", async (line, holds) => {
    const { stdout, status } = await run(["--json", ...line.split(" ")], { folder });
    expect(status).toBeLessThan(2);
    const document = JSON.parse(stdout);
    if (Array.isArray(document)) expect(document).toEqual(holds);
    else expect(document).toMatchObject(holds as object);
  });

  test.each(Object.entries(errors))("%s", async (line, code) => {
    for (const language of ["en", "de"]) {
      const { stdout, status } = await run([...line.split(" ").filter(Boolean), "--json", "--lang", language], {
        folder,
      });
      expect(status).toBe(2);
      expect(JSON.parse(stdout)).toMatchObject({ ...failure, error: { code, message: expect.any(String) } });
    }
  });
});
