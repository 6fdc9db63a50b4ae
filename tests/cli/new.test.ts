/** `rnn-check new`: an exercise that can be shown, run and graded as it is, whatever its file is called. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "./support/run.ts";

test.each([
  ["mine", "mine.yaml", "mine"],
  ["week 3.yml", "week 3.yml", "week3"],
  ["--.yaml", "--.yaml", "own"],
])("%s is a whole exercise", async (named, file, id) => {
  const folder = temporaryFolder();
  const made = await run(["new", "--", named], { folder });
  expect([made.status, made.stderr]).toEqual([0, ""]);
  const path = join(folder, file);
  expect(JSON.parse((await run(["show", path, "--json"], { folder })).stdout)).toMatchObject({ id, points: 5 });
  writeFileSync(
    join(folder, "a.json"),
    '{ "h2": -0.138, "dL_dw": "2*h1*h0*(1-h1^2) + 2*h2*(1-h2^2)*(h1 + w*h0*(1-h1^2))" }',
  );
  expect((await run([path, "a.json"], { folder })).status).toBe(0);
  writeFileSync(join(folder, "b.json"), '{ "dL_dw": "h0*(1-h1^2) + (1-h2^2)*(h1 + w*h0*(1-h1^2))" }');
  expect((await run([path, "b.json"], { folder })).stdout).toContain("How does each state enter the loss?");
});

test("writes over nothing without --force", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "own.yaml"), "mine");
  mkdirSync(join(folder, "dir.yaml"));
  for (const name of ["own", "dir.yaml"]) expect((await run(["new", name], { folder })).status).toBe(2);
  expect(readFileSync(join(folder, "own.yaml"), "utf8")).toBe("mine");
  expect((await run(["new", "own", "--force"], { folder })).status).toBe(0);
});
