/** `--watch`: graded again at every save, with what changed, until it is interrupted. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "./support/run.ts";

const answer = (h2: number) => JSON.stringify({ set2: { h1: 0.46, h2 } });

test("tells what a save changed, and ends with the last status", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "a.json");
  writeFileSync(file, answer(0.3));
  const running = run(["ex6", "a.json", "--watch"], { folder });
  const saves = [answer(-0.49), answer(-0.49), "{", answer(0.46)];
  for (const [i, text] of saves.entries()) {
    await pause(700);
    // A later time, however coarse the clock of the file system is.
    writeFileSync(file, text.padEnd(text.length + i + 1));
  }
  await pause(700);
  process.emit("SIGINT");
  const { stdout, stderr, status } = await running;
  expect(stdout.match(/Total {2}\S+ \/ 9/g)).toEqual(["Total  1 / 9", "Total  2 / 9", "Total  2 / 9", "Total  1 / 9"]);
  expect(stderr.replace(/\s+/g, " ")).toMatch(
    /Waiting for a\.json.*set2\.h2 0 → 1\. In all 1 → 2 points.*No points have changed.*Error: The.*set2\.h2 1 → 0/,
  );
  expect(status).toBe(1);
});

test.each([
  ["--json", "a.json"],
  ["--watch", "-"],
])("is for people and a file: %s %s", async (option, file) => {
  const { stderr, status } = await run(["ex6", file, "--watch", option], { folder: temporaryFolder() });
  expect([status, stderr]).toEqual([2, expect.stringContaining("--watch is for an answer in a file")]);
});
