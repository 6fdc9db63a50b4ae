import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runScaffold, type ScaffoldOptions } from "../../src/cli/batch/scaffold.ts";
import { fakeIo, temporaryFolder } from "./support/course.ts";

const options: ScaffoldOptions = {
  kind: "gradescope",
  folder: "auto",
  exercise: "ex6",
  package: "rnn-check",
  feedback: "hints",
  force: false,
  json: false,
  language: "en",
};

/** Runs the autograder with a stand-in for the tool; gives results.json. */
function autograde(tool: string) {
  const folder = temporaryFolder();
  const { io } = fakeIo(folder);
  expect(runScaffold(options, io)).toBe(0);
  const bin = join(folder, "bin");
  mkdirSync(bin);
  mkdirSync(join(folder, "submission"));
  writeFileSync(join(bin, "rnn-check"), `#!/usr/bin/env bash\n${tool}\n`);
  chmodSync(join(bin, "rnn-check"), 0o755);
  const env = { ...process.env, AUTOGRADER_ROOT: folder, PATH: `${bin}:${process.env.PATH}` };
  execFileSync("bash", [join(folder, "auto/run_autograder")], { env, stdio: "pipe" });
  return JSON.parse(readFileSync(join(folder, "results/results.json"), "utf8"));
}

// The folder after --out.
const out = 'while [ "$1" != --out ]; do shift; done; out=$2';

test("the scripts are valid, executable and never overwritten unasked", () => {
  const folder = temporaryFolder();
  const { io, written } = fakeIo(folder);
  expect(runScaffold({ ...options, package: "it's" }, io)).toBe(0);
  for (const name of ["setup.sh", "run_autograder"]) {
    execFileSync("bash", ["-n", join(folder, "auto", name)]);
    expect(statSync(join(folder, "auto", name)).mode & 0o111).toBe(0o111);
  }
  expect(readFileSync(join(folder, "auto/setup.sh"), "utf8")).toContain("'it'\\''s'");
  expect(runScaffold(options, io)).toBe(2);
  expect(written.stderr).toContain("--force");
  expect(runScaffold({ ...options, force: true }, io)).toBe(0);
  expect(runScaffold({ ...options, kind: "constructor" }, io)).toBe(2);
});

test.each([
  ["crashes", "exit 70", 0, "did not finish"],
  ["is killed", "kill -9 $$", 0, "did not finish"],
  ["finds nothing", "exit 2", 0, "No answer file"],
  ["writes half a file", `${out}; mkdir -p $out/g; printf '{"score"' > $out/g/results.json`, 0, "did not finish"],
  ["grades", `${out}; mkdir -p $out/g; echo '{"score":7,"output":"fine"}' > $out/g/results.json`, 7, "fine"],
])("results.json is there when the tool %s", (_, tool, score, output) => {
  const results = autograde(tool);
  expect(results.score).toBe(score);
  expect(results.output).toContain(output);
});

test("several exercises of a submission become one result", () => {
  const write = (n: number) =>
    `mkdir -p $out/${n}; echo '{"score":${n},"output":"o${n}","tests":[{"score":${n}}]}' > $out/${n}/results.json`;
  const results = autograde(`${out}; ${write(1)}; ${write(2)}`);
  expect(results).toMatchObject({ score: 3, output: "o1\n\no2", tests: [{ score: 1 }, { score: 2 }] });
});
