/** What passes: the exercise's own share of the points, unless --min asks for another; in a course alike. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "./support/run.ts";

const question = (id: string) => `{ id: ${id}, kind: number, points: 1, reference: { number: 3 } }`;

test.each([
  ["", true],
  ["--min 60", false],
  ["--min 50", true],
])("half of the points with pass: 50 %s", async (option, passed) => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, "own.yaml"),
    `id: own\ntitle: Own\npass: 50\nquestions: [${question("a")}, ${question("b")}]`,
  );
  writeFileSync(join(folder, "ann.json"), '{ "exercise": "own", "a": 3, "b": 4 }');
  const options = option.split(" ").filter(Boolean);
  const one = await run(["own.yaml", "ann.json", "--json", ...options], { folder });
  expect([JSON.parse(one.stdout).passed, one.status]).toEqual([passed, passed ? 0 : 1]);
  const text = await run(["own.yaml", "ann.json", ...options], { folder });
  expect(text.stdout).toContain(passed ? "passed (50 % needed)" : "not passed (60 % needed)");
  await run(["batch", "ann.json", "--exercise", "own.yaml", "--out", "out", ...options], { folder });
  const results = await run(["batch", "ann.json", "--exercise", "own.yaml", "--json", ...options], { folder });
  expect(JSON.parse(results.stdout).passed).toBe(passed ? 1 : 0);
});
