/** The JSON Schemas that come with the program: an editor that follows them marks slips, and nothing that is right. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { run, temporaryFolder } from "../cli/support/run.ts";

const root = new URL("../../exercises/", import.meta.url);
const ids = readdirSync(root).filter((name) => existsSync(new URL(`${name}/exercise.yaml`, root)));
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

/** What a schema finds wrong, each with its place. */
function validator(name: string) {
  const schema = JSON.parse(read(`../dist/schema/${name}.json`));
  const validate = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true }).compile(
    schema,
  );
  return (value: unknown) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe("of exercises", () => {
  const problems = validator("exercise");

  test.each(ids)("%s fits", (id) => {
    expect(problems(parse(read(`${id}/exercise.yaml`)))).toEqual([]);
  });

  test.each([
    ["a key", "points:", "pointz:"],
    ["a key deep down", "decimals:", "decimal:"],
    ["a kind", "kind: choice", "kind: choise"],
    ["a key at the top", "statement:", "statment:"],
    ["a key of the model", "equations:", "equation:"],
    ["a value", "steps: 2", "steps: two"],
  ])("marks %s that is misspelt", (_, right, wrong) => {
    const text = read("ex6/exercise.yaml");
    expect(text).toContain(right);
    expect(problems(parse(text.replace(right, wrong)))).not.toEqual([]);
  });

  test("takes a model in a file of its own", () => {
    expect(problems({ ...parse(read("ex6/exercise.yaml")), model: "../rnn.yaml" })).toEqual([]);
  });

  test("is named where an exercise begins", async () => {
    const folder = temporaryFolder();
    expect((await run(["new", "mine.yaml"], { folder })).status).toBe(0);
    const text = readFileSync(join(folder, "mine.yaml"), "utf8");
    const [, url = ""] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    expect(JSON.parse(readFileSync(fileURLToPath(url), "utf8")).properties.questions).toBeDefined();
    expect(problems(parse(text))).toEqual([]);
    writeFileSync(join(folder, "mine.yaml"), text.replace(url, "file:///nowhere.json"));
    expect((await run(["show", "mine.yaml"], { folder })).status).toBe(0);
  });
});

describe("of answers", () => {
  const problems = validator("answer");

  test.each(ids)("%s: right ones fit, misspelt keys don't", (id) => {
    const sheet = JSON.parse(read(`${id}/answers/right.json`));
    const answers = sheet.answers ?? sheet;
    expect(problems({ exercise: id, student: "", answers })).toEqual([]);
    expect(problems({ exercise: id, answers: { ...answers, nonsense: 1 } })).toContain("/answers additionalProperties");
  });

  test("those of other exercises may hold anything", () => {
    expect(problems({ exercise: "own", answers: { any: [1] } })).toEqual([]);
    expect(problems({ exercise: "own", answers: [] })).toEqual(["/answers type"]);
  });
});
