/** The scripts for Gradescope: whatever the tool does, there is a results.json. */

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { batch, sheet, temporaryFolder, writeFiles } from "../../course/support/course.ts";

const scripts = fileURLToPath(new URL("../../../bin/gradescope/", import.meta.url));

/** Runs the autograder with a stand-in for the tool; gives results.json. */
async function autograde(tool: string) {
  const folder = temporaryFolder();
  const bin = join(folder, "bin");
  mkdirSync(bin);
  mkdirSync(join(folder, "submission"));
  writeFileSync(join(bin, "rnn-check"), `#!/usr/bin/env bash\n${tool}\n`);
  chmodSync(join(bin, "rnn-check"), 0o755);
  const env = { ...process.env, AUTOGRADER_ROOT: folder, PATH: `${bin}:${process.env.PATH}` };
  execFileSync("bash", [join(scripts, "run_autograder")], { env, stdio: "pipe" });
  return JSON.parse(readFileSync(join(folder, "results/results.json"), "utf8"));
}

// The folder after --out.
const out = 'while [ "$1" != --out ]; do shift; done; out=$2';

test("the scripts are valid and executable", () => {
  for (const name of ["setup.sh", "run_autograder"]) {
    execFileSync("bash", ["-n", join(scripts, name)]);
    expect(statSync(join(scripts, name)).mode & 0o111).toBe(0o111);
  }
});

test.each(["", "rnn-check", "github:course/rnn-check"])(
  "nothing is installed of which nobody knows what it is: %j",
  (name) => {
    const env = { ...process.env, RNN_CHECK: name };
    const { status, stderr } = spawnSync("bash", [join(scripts, "setup.sh")], { env, encoding: "utf8" });
    expect([status, stderr]).toEqual([1, expect.stringContaining("set package=")]);
  },
);

test.each([
  ["crashes", "exit 70", 0, "did not finish"],
  ["is killed", "kill -9 $$", 0, "did not finish"],
  ["finds nothing", "exit 2", 0, "No answer file"],
  ["writes half a file", `${out}; mkdir -p $out/g; printf '{"score"' > $out/g/results.json`, 0, "did not finish"],
  ["grades", `${out}; mkdir -p $out/g; echo '{"score":7,"output":"fine"}' > $out/g/results.json`, 7, "fine"],
])("results.json is there when the tool %s", async (_, tool, score, output) => {
  const results = await autograde(tool);
  expect(results.score).toBe(score);
  expect(results.output).toContain(output);
});

test("several exercises of a submission become one result, in which each test has a name of its own", async () => {
  const write = (n: number) => {
    const tests = [{ score: n, name: "loss", number: "1" }];
    const result = { score: n, output: `o${n}`, tests, extra_data: { exercise: `ex${n}` } };
    return `mkdir -p $out/${n}; echo '${JSON.stringify(result)}' > $out/${n}/results.json`;
  };
  const results = await autograde(`${out}; ${write(3)}; ${write(6)}`);
  const tests = [
    { score: 3, name: "ex3 loss", number: "3.1" },
    { score: 6, name: "ex6 loss", number: "6.1" },
  ];
  expect(results).toMatchObject({ score: 9, output: "o3\n\no6", tests });
});

test("a submission is one student's: of several answers to an exercise one counts, and the others are named", async () => {
  const folder = temporaryFolder();
  const answers = { "in/ans_1.json": "sa", "in/ans_2.json": "sb", "in/x/ans.json": "sc", "in/y/ans.json": undefined };
  writeFiles(
    folder,
    Object.fromEntries(Object.entries(answers).map(([name, student]) => [name, sheet(student, undefined)])),
  );
  const { reports, out: graded } = await batch(folder, {
    exercise: "ex1",
    student: "submission",
    format: ["gradescope"],
  });
  expect(reports.map(({ file, points }) => [file, points])).toEqual([["ans_2.json", 3]]);
  const results = await autograde(`${out}; cp -r ${graded} $out`);
  expect(results.score).toBe(3);
  expect(results.output).toContain("ans_1.json does not count: ans_2.json answers the same exercise");
});
