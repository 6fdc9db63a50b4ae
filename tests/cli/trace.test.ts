/** What `trace` tells unasked: no number that a right answer consists of, in no built-in exercise, in no form. */

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run as runIn } from "./support/run.ts";

const folder = mkdtempSync(join(tmpdir(), "trace-"));
const run = (words: string) => runIn(words.split(" "), { folder });
const forms = ["", " --json", " --lang de"];

describe.each(["ex1", "ex2", "ex3", "ex5", "ex6"])("%s", (id) => {
  test.each(forms)("runs numbers that nobody grades (%s)", async (form) => {
    const { status, stdout } = await run(`trace ${id}${form}`);
    expect(status).toBe(0);
    const { answers, ...bare } = JSON.parse(
      readFileSync(new URL(`../../exercises/${id}/answers/right.json`, import.meta.url), "utf8"),
    );
    const right = answers ?? bare;
    const graded = Object.values(right)
      .flatMap((value) => (typeof value === "object" && !Array.isArray(value) ? Object.values(value as object) : value))
      .filter((value) => typeof value === "number" && !Number.isInteger(value));
    for (const value of graded)
      expect(stdout).not.toContain(String(value).replace(".", form.includes("de") ? "," : "."));
  });
});

test.each(["ex4", "ex7"])("%s has nothing to run", async (id) => {
  expect(await run(`trace ${id} --json`)).toMatchObject({
    status: 2,
    stdout: expect.stringContaining("trace.no-model"),
  });
});

describe("graded numbers", () => {
  test.each([
    "--case set1",
    "--case set2",
    "--case set2 --steps 3",
    "--case set2 --wrt c --values",
    // h1 does not depend on b, as h0 is 0.
    "--case set2 --set b=2",
    "--case set2 --set c=1e-9",
    "--seed 4 --set a=1 --set b=1 --set c=0 --set x=0.5,-1 --set h0=0",
    "--set a=1.001 --set b=1 --set c=0 --set x=0.5,-1 --set h0=0",
  ])("%s: only asked for", async (flags) => {
    for (const form of forms) {
      const { status, stdout, stderr } = await run(`trace ex6 ${flags}${form}`);
      expect([status, `${stdout}${stderr}`.match(/0[.,]46|0[.,]49|0[.,]455|"L": 2/)]).toEqual([2, null]);
    }
    expect((await run(`trace ex6 ${flags} --solution`)).status).toBe(0);
  });

  test.each([
    ["--case set2 --set c=0.5", 0.645452],
    ["--case set2 --set x=1,2", 1.565],
    ["--case set1 --set a=0.1", 1.1],
  ])("%s: others", async (flags, loss) => {
    const { status, stdout } = await run(`trace ex6 ${flags} --json`);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).outputs.L).toBeCloseTo(loss, 0);
  });
});

describe("stored values that are asked for", () => {
  test.each(["ex2", "ex2 --steps 100", "ex2 --wrt U,V", "ex3", "ex2 --steps 100 --values", "ex3 --seed 3"])(
    "%s",
    async (words) => {
      const { stdout } = await run(`trace ${words}`);
      expect(stdout).toMatch(/--solution shows it/);
      expect(stdout).not.toMatch(/computed from|\b(?:300|201)\b/);
      expect(JSON.parse((await run(`trace ${words} --json`)).stdout).stored).toEqual({});
      expect(Object.keys(JSON.parse((await run(`trace ${words} --json --solution`)).stdout).stored)).toEqual(["z"]);
    },
  );

  test("others are shown", async () => {
    expect(JSON.parse((await run("trace ex6 --json")).stdout).stored.L.c.reuse.count).toBe(2);
  });
});

test("an exercise may keep its solution to itself", async () => {
  const file = join(folder, "hidden.yaml");
  writeFileSync(
    file,
    readFileSync(new URL("../../exercises/ex6/exercise.yaml", import.meta.url), "utf8").replace(
      "cases:",
      "solution: hidden\ncases:",
    ),
  );
  expect(await run(`trace ${file} --solution --json`)).toMatchObject({
    status: 2,
    stdout: expect.stringContaining("trace.hidden"),
  });
  expect((await run(`trace ${file} --case set2`)).stderr).not.toContain("--solution");
  expect((await run(`trace ${file}`)).status).toBe(0);
});

test("equal seeds draw equal numbers", async () => {
  const [one, same, other] = await Promise.all(["1", "1", "2"].map((seed) => run(`trace ex1 --seed ${seed} --json`)));
  expect(one?.stdout).toBe(same?.stdout);
  expect(one?.stdout).not.toBe(other?.stdout);
  expect(JSON.parse(one?.stdout ?? "").values.h2).toEqual(expect.any(Number));
});
