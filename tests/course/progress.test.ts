import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Progress } from "../../src/cli/batch/run/progress.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

async function shown(env: Record<string, string>, isTTY: boolean): Promise<string> {
  let text = "";
  const stderr = { isTTY, columns: 80, write: (part: string) => (text += part) };
  const progress = new Progress({ stderr, env }, 1000, "en");
  for (let second = 1; second <= 30; second++) {
    vi.advanceTimersByTime(1000);
    progress.update(second * 20, 0);
    // Its view is loaded on the way.
    await vi.dynamicImportSettled();
  }
  progress.end();
  return text;
}

test("one changing line on a terminal, which is empty at the end", async () => {
  const text = await shown({}, true);
  expect(text.match(/\r/g)?.length).toBeGreaterThan(20);
  expect(text).toContain("600 / 1,000");
  expect(text).toContain("20 per second");
  expect(text).toContain("20 s left");
  expect(text.endsWith("\r\u001b[K")).toBe(true);
});

test("a line now and then in CI", async () => {
  const lines = (await shown({ CI: "true" }, false)).split("\n").filter(Boolean);
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(lines.length).toBeLessThanOrEqual(3);
  expect(lines.join()).not.toContain("\r");
});

test("nothing into a pipe", async () => {
  expect(await shown({}, false)).toBe("");
});
