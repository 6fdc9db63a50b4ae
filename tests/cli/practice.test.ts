/** `rnn-check practice`: statement and sheet with fresh numbers, graded by the usual command. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { run as runIn, temporaryFolder } from "./support/run.ts";

const folder = temporaryFolder();
const run = (...args: string[]) => runIn(args, { folder });
const text = (file: string) => readFileSync(join(folder, file), "utf8");

beforeAll(async () => {
  for (const file of ["a.json", "a.yaml"])
    expect(await run("practice", "ex6", "--seed", "ab12cde", file)).toMatchObject({ status: 0, stderr: "" });
});

/** Whether h1 of set 2 is counted right with this value. */
async function judged(file: string, value: number): Promise<boolean> {
  const filled = text("a.json").replace(/("set2": \{\s*"h1": )null/, `$1${value}`);
  writeFileSync(join(folder, file), filled);
  const { items } = JSON.parse((await run("ex6", file, "--json")).stdout);
  return items.find(({ id }: { id: string }) => id === "set2.h1").points === 1;
}

test("the statement says the numbers and how to go on; a seed gives the same again", async () => {
  const [one, same, other] = await Promise.all(["7", "7", "8"].map((seed) => run("practice", "EX6", "--seed", seed)));
  expect(one?.status).toBe(0);
  expect(one?.stdout).toMatch(/\(practice 7\)[\s\S]*these numbers take the place of those above[\s\S]*\bh0\b/);
  expect(one?.stdout).toContain("rnn-check practice ex6 --seed 7 answer.json\n    rnn-check ex6 answer.json");
  expect(same?.stdout).toBe(one?.stdout);
  expect(other?.stdout.replaceAll("8", "7")).not.toBe(one?.stdout);
  expect((await run("practice", "ex6", "--seed", "7", "--lang", "de")).stdout).toMatch(/\(Übung 7\)[\s\S]*Zum Üben/);
  const { seed, statement, questions } = JSON.parse((await run("practice", "ex6", "--seed", "7", "--json")).stdout);
  expect([seed, questions.length]).toEqual(["7", 8]);
  expect(statement).toMatch(/\| \$x\$ \| `\[/);
});

test("without a seed numbers are fresh every time", async () => {
  const shown = await Promise.all(Array.from({ length: 4 }, () => run("practice", "ex6", "--json")));
  expect(new Set(shown.map(({ stdout }) => JSON.parse(stdout).seed)).size).toBeGreaterThan(1);
});

test("the sheet is graded with its numbers by the usual command, in JSON and YAML", async () => {
  expect(JSON.parse(text("a.json"))).toMatchObject({ exercise: "ex6", seed: "ab12cde", student: "" });
  expect(text("a.yaml")).toContain("\nexercise: ex6\nseed: ab12cde\n");
  const traced = await run("practice", "ex6", "--seed", "ab12cde", "--json");
  const numbers = Object.fromEntries(
    [...JSON.parse(traced.stdout).statement.matchAll(/^\| \$(\w+)\$ \| `.*?` \| `(.*?)` \|$/gm)].map(
      ([, name, value]) => [name, JSON.parse(value)],
    ),
  );
  const right = Math.tanh(numbers.a * numbers.x[0] + numbers.b * numbers.h0 + numbers.c);
  expect(await judged("b.json", right)).toBe(true);
  expect(await judged("b.json", 0.46)).toBe(false);
  for (const args of [["ex6", "a.json"], ["a.yaml"]]) {
    const { status, stdout } = await run(...args);
    expect([status, stdout.includes("(practice ab12cde)")]).toEqual([1, true]);
  }
  expect(JSON.parse((await run("ex6", "a.json", "--json")).stdout)).toMatchObject({ exercise: "ex6", seed: "ab12cde" });
});

test("hints and solutions speak of the sheet's numbers", async () => {
  const [own, drawn] = await Promise.all(
    ["ex6.json", "a.yaml"].map(async (file) => {
      writeFileSync(join(folder, "ex6.json"), '{ "set2": { "h1": 0 } }');
      return (await run("hint", "ex6", "set2.h1", file, "--level", "4")).stdout;
    }),
  );
  const [, right] = /= tanh\((?!a·)([^)]*)\)\s*(?:$|\n)/m.exec(drawn ?? "") ?? [];
  expect(right).toBeDefined();
  expect(own).not.toContain(`tanh(${right})`);
  expect(drawn).toContain("rnn-check solve ex6 set2.h1 --seed ab12cde");
  expect((await run("solve", "ex6", "set2.h1", "--seed", "ab12cde")).stdout).toContain(`tanh(${right})`);
  expect((await run("hint", "ex6", "set2.h1", "a.yaml")).status).toBe(0);
});

test("nothing is written over, and the sheet fits its schema", async () => {
  expect((await run("practice", "ex6", "--seed", "9", "a.json")).status).toBe(2);
  const schema = JSON.parse(text(".rnn-check/ex6.schema.json"));
  expect(schema.properties.seed).toEqual({ type: ["string", "integer"] });
});

test("a course is graded with its own numbers, and told so", async () => {
  writeFileSync(join(folder, "ex6.json"), text("a.json").replace('"student": ""', '"student": "ab12cde"'));
  expect((await run("batch", "ex6.json", "--out", "out")).status).toBe(0);
  expect(JSON.parse(text("out/results.jsonl"))).toMatchObject({ warnings: [{ code: "submission.other-numbers" }] });
});

test("runs of the drawn numbers need --solution; those of a free case don't", async () => {
  const graded = ["trace", "ex6", "--seed", "7", "--case", "set2"];
  expect((await run(...graded)).status).toBe(2);
  const { stdout } = await run(...graded, "--solution", "--json");
  expect(Object.values(JSON.parse(stdout).bindings).flat()).not.toContain(0);
  expect((await run("trace", "ex2", "--seed", "7", "--case", "example", "--json")).status).toBe(0);
});

test.each([
  [["practice", "ex3"], "practice.none"],
  [["trace", "ex6", "--seed", "7", "--case", "set3"], "trace.unknown-case"],
  [["practice", "ex99"], "usage.unknown-exercise-nearest"],
  [["practice"], "usage.exercise-missing"],
])("%j is no practice", async (args, code) => {
  const { status, stdout } = await run(...args, "--json");
  expect([status, JSON.parse(stdout).error.code]).toEqual([2, code]);
});

test("a seed with nothing to draw is no more than an unknown key", async () => {
  writeFileSync(join(folder, "c.json"), '{ "seed": 7, "answers": { "needed_in": "forward" } }');
  expect(JSON.parse((await run("ex3", "c.json", "--json")).stdout)).toMatchObject({ points: 1 });
});
