/** The schema that `init` writes beside a sheet: an editor that follows it helps, and does not complain without reason. */

import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { run, temporaryFolder } from "./support/run.ts";

const root = new URL("../../exercises/", import.meta.url);

/** What `init` writes, and what a validator says about a sheet beside it. */
async function initialized(id: string, file = "answer.json") {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "sub"));
  expect(await run(["init", id, file], { folder })).toMatchObject({ status: 0, stderr: "" });
  const path = join(folder, file);
  const sheet = JSON.parse(readFileSync(path, "utf8"));
  const schema = JSON.parse(readFileSync(resolve(dirname(path), sheet.$schema), "utf8"));
  const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
  const problems = (value: unknown) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  return { folder, sheet, schema, problems };
}

describe.each(
  readdirSync(root)
    .filter((name) => name.startsWith("ex"))
    .sort(),
)("%s", (id) => {
  test("accepts the empty sheet, in any folder", async () => {
    for (const file of ["answer.json", "sub/answer.json"]) {
      const { sheet, problems } = await initialized(id, file);
      expect(problems(sheet)).toEqual([]);
    }
  });

  test("accepts right answers as they are handed in", async () => {
    const { sheet, problems } = await initialized(id);
    const right = JSON.parse(readFileSync(new URL(`${id}/answers/right.json`, root), "utf8"));
    expect(problems({ ...sheet, answers: right.answers ?? right })).toEqual([]);
  });

  test("flags keys and values that nothing reads", async () => {
    const { sheet, problems } = await initialized(id);
    const [first = ""] = Object.keys(sheet.answers);
    expect(problems({ ...sheet, answers: { ...sheet.answers, nonsense: 1 } })).toEqual([
      "/answers additionalProperties",
    ]);
    expect(problems({ ...sheet, remark: "" })).toEqual([" additionalProperties"]);
    expect(problems({ ...sheet, exercise: "another" })).toEqual(["/exercise const"]);
    // A drawing may be any object or list.
    const foreign = id === "ex1" ? 1 : { deeper: { still: 1 } };
    expect(problems({ ...sheet, answers: { [first]: foreign } }).length).toBeGreaterThan(0);
    expect(problems({ exercise: id })).toEqual([" required"]);
  });

  test("describes every key", async () => {
    const { schema } = await initialized(id);
    const leaves = (part: { properties?: object; description?: string }): string[] =>
      part.properties === undefined ? [part.description ?? ""] : Object.values(part.properties).flatMap(leaves);
    const descriptions = leaves(schema.properties.answers);
    expect(descriptions.length).toBeGreaterThan(0);
    for (const description of descriptions) expect(description).toMatch(/^[^`]{10,}$/);
  });

  test("the empty sheet can be graded: everything is missing", async () => {
    const { folder } = await initialized(id);
    const { status, stdout } = await run([id, "answer.json", "--json"], { folder });
    expect(status).toBe(1);
    const verdicts = JSON.parse(stdout).items.map(({ verdict }: { verdict: string }) => verdict);
    // An empty list may be meant.
    for (const verdict of verdicts) expect(["missing", "incorrect"]).toContain(verdict);
  });
});

test("choices are offered by the schema", async () => {
  const { sheet, problems } = await initialized("ex3");
  expect(problems({ ...sheet, answers: { needed_in: "sideways" } })).toEqual(["/answers/needed_in enum"]);
  expect(problems({ ...sheet, answers: { explicit: true, needed_in: "both" } })).toEqual([]);
});

test("numbers, lists and texts are told apart", async () => {
  const { sheet, problems } = await initialized("ex2");
  expect(problems({ ...sheet, answers: { extra_100: ["1"] } })).toEqual(["/answers/extra_100 type"]);
  expect(problems({ ...sheet, answers: { extra_100: "3*98", stored: "y1, y2", dz_dW: "V" } })).toEqual([]);
  expect(problems({ ...sheet, answers: { dz_dW: true } })).toEqual(["/answers/dz_dW type"]);
});
