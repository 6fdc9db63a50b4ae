/** What only a real process shows: pipes, devices, closed streams, statuses, and that the built program holds together. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { copyOf, inShell } from "./support/built.ts";
import { temporaryFolder } from "./support/run.ts";

const folder = temporaryFolder();
const right = '{ "explicit": false, "depends": true, "through": ["y1", "y2", "h1", "h2"], "needed_in": "forward" }';
writeFileSync(join(folder, "right.json"), right);
writeFileSync(join(folder, "wrong.json"), right.replace("forward", "both"));

async function shell(script: string) {
  const outcome = await inShell(script, folder);
  expect(outcome.stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  return outcome;
}

// Some of them wait for the others' pipes, which takes no work: side by side.
describe.concurrent("the status", () => {
  test.each([
    { line: "rnn-check ex3 - < right.json", status: 0 },
    { line: "cat wrong.json | rnn-check ex3 -", status: 1 },
    { line: "rnn-check ex3 nowhere.json", status: 2 },
    { line: "rnn-check ex3 - <&-", status: 2 },
    { line: "rnn-check ex3 - < /tmp", status: 2 },
  ])("$line", async ({ line, status }) => {
    const outcome = await shell(line);
    expect(outcome).toMatchObject({ status });
    expect(outcome.stdout === "").toBe(status === 2);
  });
});

describe.concurrent("pipes", () => {
  test("a pipe as the answer file, written late", async () => {
    const script = "mkfifo late; (sleep 0.5; cat wrong.json > late) & rnn-check ex3 late";
    expect((await shell(script)).status).toBe(1);
  });

  test("a pipe that never ends", async () => {
    expect(await shell("rnn-check ex3 <(yes)")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("1000000"),
    });
  });

  test.each(["rnn-check list", "rnn-check ex3 right.json --json"])("%s, closed", async (line) => {
    const { stdout, stderr } = await shell(`${line} | head -c 0; echo "\${PIPESTATUS[0]}"`);
    expect({ stdout, stderr }).toEqual({ stdout: "0\n", stderr: "" });
  });

  test("a long output, closed after some of it", async () => {
    const line = 'rnn-check trace ex2 --steps 3000 --set "x=sin(t)" --values';
    const { stdout, stderr } = await shell(`${line} | head -n 1; echo "\${PIPESTATUS[0]}"`);
    expect({ stdout: stdout.split("\n").at(-2), stderr }).toEqual({ stdout: "0", stderr: "" });
  });

  test("a full disk", async () => {
    const { status, stderr } = await shell("rnn-check list > /dev/full");
    expect(status).toBe(4);
    expect(stderr).toContain("Writing the result failed");
  });

  test("stderr closed", async () => {
    expect((await shell("rnn-check exx 2>&-")).status).toBe(2);
  });
});

describe.concurrent("a defect", () => {
  test("looks like no mark, and shows its trace only on demand", async () => {
    const broken = copyOf("bin", "dist");
    writeFileSync(join(broken, "dist", "exercises", "ex3.json"), "{");
    const outcome = await inShell("rnn-check ex3 right.json", folder, broken);
    expect(outcome).toMatchObject({ status: 3, stdout: "" });
    expect(outcome.stderr).toContain("bug in rnn-check");
    expect(outcome.stderr).not.toMatch(/^\s+at /m);
    const traced = await inShell("RNN_CHECK_DEBUG=1 rnn-check ex3 right.json", folder, broken);
    expect(traced.stderr).toMatch(/^\s+at /m);
  });

  test("is told once, wherever it comes from", async () => {
    writeFileSync(join(folder, "stray.cjs"), 'setTimeout(() => { throw new Error("gone astray"); }, 300);');
    const { status, stderr } = await shell(
      'export NODE_OPTIONS="--require ./stray.cjs"; (unset NODE_OPTIONS; sleep 3) | rnn-check ex3 -',
    );
    expect({ status, told: stderr.match(/gone\s+astray/g)?.length }).toEqual({ status: 3, told: 1 });
  });

  test("without a build, says what to do", async () => {
    const { status, stderr } = await inShell("rnn-check list", folder, copyOf("bin"));
    expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringContaining("npm run build") });
  });
});

// In the built program these parts are modules of their own, whose errors are of classes of their own.
describe.concurrent("what is loaded on demand", () => {
  test.each(["rnn-check list", "rnn-check mine right.json"])("tells an author's mistake as such: %s", async (line) => {
    const broken = temporaryFolder();
    writeFileSync(join(broken, "mine.yaml"), "id: mine\n");
    const { status, stderr } = await shell(`${line} --exercises ${broken}`);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("mistake in this exercise") });
  });
});
