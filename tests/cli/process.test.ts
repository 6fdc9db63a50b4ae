/** What only a real process shows: pipes, devices, bytes, permissions, statuses. */

import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCopy, copySources, inShell } from "./support/built.ts";
import { temporaryFolder } from "./support/run.ts";

const folder = temporaryFolder();
let program = "";

beforeAll(() => {
  program = buildCopy();
  const right = '{ "explicit": false, "depends": true, "through": ["y1", "y2", "h1", "h2"], "needed_in": "forward" }';
  const write = (name: string, bytes: string | Uint8Array) => writeFileSync(join(folder, name), bytes);
  write("right.json", right);
  write("wrong.json", right.replace("forward", "both"));
  write("bom.json", `\ufeff${right}`);
  write("utf16.json", Buffer.from(`\ufeff${right}`, "utf16le"));
  write("latin1.json", Buffer.from('{ "needed_in": "vorwärts" }', "latin1"));
  write("large.json", `{ "needed_in": "${"a".repeat(1_000_001)}" }`);
  write("deep.json", `{ "needed_in": ${"[".repeat(100_000)}${"]".repeat(100_000)} }`);
  write("deepObject.json", `${'{ "a": '.repeat(70)}1${" }".repeat(70)}`);
  write("zeros.json", new Uint8Array(100));
  write("hidden.json", right);
  chmodSync(join(folder, "hidden.json"), 0);
}, 60_000);

function shell(script: string) {
  const outcome = inShell(program, script, folder);
  expect(outcome.stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  return outcome;
}

describe("the status", () => {
  test.each([
    { line: "rnn-check ex3 right.json", status: 0 },
    { line: "rnn-check ex3 wrong.json", status: 1 },
    { line: "rnn-check ex3 wrong.json --min 75", status: 0 },
    { line: "rnn-check ex3 nowhere.json", status: 2 },
    { line: "rnn-check ex3 - < right.json", status: 0 },
    { line: "cat wrong.json | rnn-check ex3 -", status: 1 },
    { line: "rnn-check ex3 - < /dev/null", status: 2 },
    { line: "rnn-check ex3 - <&-", status: 2 },
    { line: "rnn-check ex3 - < /tmp", status: 2 },
    { line: "rnn-check", status: 2 },
    { line: "rnn-check --help", status: 0 },
    { line: "rnn-check --version", status: 0 },
    { line: "rnn-check list", status: 0 },
    { line: "rnn-check show ex6", status: 0 },
    { line: "rnn-check trace ex6", status: 0 },
    { line: "rnn-check init ex6 -", status: 0 },
    { line: "rnn-check exx", status: 2 },
    { line: "rnn-check right.json/x right.json", status: 2 },
    { line: 'rnn-check "$(printf %5000s a)" right.json', status: 2 },
    { line: 'rnn-check ex3 "$(printf %5000s a)"', status: 2 },
    { line: 'rnn-check "" ""', status: 2 },
    { line: 'rnn-check ex3 ""', status: 2 },
    { line: "rnn-check list --exercises right.json/x", status: 2 },
  ])("$line", ({ line, status }) => {
    const outcome = shell(line);
    expect(outcome).toMatchObject({ status });
    const onStdout = status < 2;
    expect(outcome.stdout === "").toBe(!onStdout);
  });
});

describe("files", () => {
  test.each([
    { file: "bom.json", status: 0, says: "" },
    { file: "utf16.json", status: 2, says: "UTF-16" },
    { file: "latin1.json", status: 2, says: "UTF-8" },
    { file: "large.json", status: 2, says: "1000000" },
    { file: "deep.json", status: 2, says: "64" },
    { file: "deepObject.json", status: 2, says: "64" },
    { file: "zeros.json", status: 2, says: "JSON" },
    { file: "/dev/zero", status: 2, says: "1000000" },
    { file: "/dev/null", status: 2, says: "empty" },
    { file: ".", status: 2, says: "folder" },
    { file: "right.json/x.json", status: 2, says: "no file" },
    { file: `${"a".repeat(300)}.json`, status: 2, says: "ENAMETOOLONG" },
  ])("$file", ({ file, status, says }) => {
    const { stderr, ...outcome } = shell(`rnn-check ex3 ${file}`);
    expect(outcome.status).toBe(status);
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(says);
  });

  test.skipIf(process.getuid?.() === 0)("without permission", () => {
    expect(shell("rnn-check ex3 hidden.json")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("no permission"),
    });
  });
});

test("a broken exercise is told as such by the parts that are loaded on demand", () => {
  mkdirSync(join(folder, "broken"));
  writeFileSync(join(folder, "broken", "mine.yaml"), "id: mine\n");
  for (const line of ["rnn-check list", "rnn-check show mine", "rnn-check mine right.json"]) {
    const { status, stderr } = shell(`${line} --exercises broken`);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("mistake in this exercise") });
  }
});

describe("pipes", () => {
  test("a pipe as the answer file", () => {
    expect(shell("rnn-check ex3 <(sleep 0.3; cat right.json)").status).toBe(0);
    expect(shell("mkfifo late; (sleep 0.5; cat wrong.json > late) & rnn-check ex3 late").status).toBe(1);
  });

  test("a pipe that nobody writes to", () => {
    expect(shell("mkfifo never; rnn-check ex3 never")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("nothing is being written"),
    });
  });

  test.each(["rnn-check list", "rnn-check show ex6", "rnn-check ex3 right.json --json"])("%s, closed", (line) => {
    const { stdout, stderr } = shell(`${line} | head -c 0; echo "\${PIPESTATUS[0]}"`);
    expect({ stdout, stderr }).toEqual({ stdout: "0\n", stderr: "" });
  });

  test("a long output, closed after some of it", () => {
    const { stdout, stderr } = shell(
      `rnn-check trace ex2 --steps 20000 --set "x=sin(t)" --values | head -n 1; echo "\${PIPESTATUS[0]}"`,
    );
    expect({ stdout: stdout.split("\n").at(-2), stderr }).toEqual({ stdout: "0", stderr: "" });
  });

  test("a full disk", () => {
    const { status, stderr } = shell("rnn-check list > /dev/full");
    expect(status).toBe(2);
    expect(stderr).toContain("could not be written");
  });

  test("stderr closed", () => {
    expect(shell("rnn-check exx 2>&-").status).toBe(2);
  });
});

describe("a defect", () => {
  test("looks like no mark, and shows its trace only on demand", () => {
    const broken = buildCopy();
    writeFileSync(join(dirname(broken), "..", "dist", "exercises", "ex3.json"), "{");
    const outcome = inShell(broken, "rnn-check ex3 right.json", folder);
    expect(outcome).toMatchObject({ status: 3, stdout: "" });
    expect(outcome.stderr).toContain("bug in rnn-check");
    expect(outcome.stderr).not.toMatch(/^\s+at /m);
    expect(inShell(broken, "RNN_CHECK_DEBUG=1 rnn-check ex3 right.json", folder).stderr).toMatch(/^\s+at /m);
  });

  test("is told once, wherever it comes from", () => {
    writeFileSync(join(folder, "stray.cjs"), 'setTimeout(() => { throw new Error("gone astray"); }, 300);');
    const { status, stderr } = shell(
      'export NODE_OPTIONS="--require ./stray.cjs"; (unset NODE_OPTIONS; sleep 3) | rnn-check ex3 -',
    );
    expect({ status, told: stderr.match(/gone\s+astray/g)?.length }).toEqual({ status: 3, told: 1 });
  });

  test("without a build, says what to do", () => {
    const { status, stderr } = inShell(join(copySources(), "bin", "rnn-check.js"), "rnn-check list", folder);
    expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringContaining("npm run build") });
  });
});
