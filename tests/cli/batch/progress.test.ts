/** The line that shows how far a run is: on a terminal only, even, and with an estimate that holds. */

import { expect, test } from "vitest";
import { Progress } from "../../../src/cli/batch/progress.ts";
import { Session } from "../../../src/cli/session.ts";

function shown(
  run: (progress: Progress, wait: (ms: number) => void) => void,
  { tty = true, env = {}, json = false } = {},
) {
  let [now, text] = [0, ""];
  const stderr = { isTTY: tty, write: (part: string) => (text += part) };
  const session = new Session({ json }, { stdin: process.stdin, stdout: process.stdout, env, stderr } as never);
  run(new Progress(session, () => now), (ms) => (now += ms));
  return text;
}

/** Every third file says something new, which takes 10 ms; what was said before takes 2 ms. */
function course(progress: Progress, wait: (ms: number) => void): void {
  const files = Array.from({ length: 3000 }, (_, index) => {
    const value = index < 1500 || index % 3 === 0 ? index : 0;
    return { isNew: value === index, text: `{"student": "s${index}", "answers": {"h1": ${value}}}` };
  });
  const works = files.map(({ text }) => progress.workOf(text));
  progress.start(works.reduce((sum, work) => sum + work, 0));
  for (const [index, { isNew }] of files.entries()) {
    wait(isNew ? 12 : 2);
    progress.advance(works[index] ?? 0);
  }
  progress.clear();
}

test("moves with the work, not with the files, and its estimate holds", () => {
  const text = shown(course);
  const seen = [...text.matchAll(/\r(\d+) % graded, about (\d+) s left/g)].map(([, percent, left]) => [
    Number(percent),
    Number(left),
  ]);
  expect(seen.length).toBeGreaterThan(50);
  const total = (2000 * 12 + 1000 * 2) / 1000;
  for (const [percent = 0, left = 0] of seen) {
    expect(Math.abs(left - 2.5 - (total * (100 - percent)) / 100), `${percent} %`).toBeLessThan(4);
  }
  expect(text.endsWith("\r\u001b[K")).toBe(true);
});

test.each([
  ["piped", { tty: false }],
  ["in CI", { env: { CI: "true" } }],
  ["for programs", { json: true }],
  ["on a terminal that can't overwrite", { env: { TERM: "dumb" } }],
])("is quiet %s", (_, around) => expect(shown(course, around)).toBe(""));

test("a short run shows nothing", () => {
  const text = shown((progress, wait) => {
    progress.start(10);
    for (let done = 0; done < 10; done++) {
      wait(90);
      progress.advance(1);
    }
    progress.clear();
  });
  expect(text).toBe("");
});
