/** What every command prints, word for word: see golden/. `UPDATE_GOLDEN=1 vitest run tests/cli` takes over what it prints now. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { readGolden, replay } from "./support/golden.ts";

const updating = process.env.UPDATE_GOLDEN !== undefined;
const folder = new URL("golden/", import.meta.url);

describe.each(readdirSync(folder).sort())("%s", (name) => {
  const file = new URL(name, folder);
  const text = readFileSync(file, "utf8");
  const cases = readGolden(text);
  const preface = text.slice(0, text.indexOf("=== "));
  const replayed: string[] = [];

  test.each(cases)("$title", async (one) => {
    expect(one.commands.length).toBeGreaterThan(0);
    const now = await replay(one);
    replayed.push(now);
    if (!updating) expect(now.trimEnd()).toBe(one.whole.trimEnd());
    expect(now).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  });

  afterAll(() => {
    if (updating && replayed.length === cases.length) writeFileSync(file, preface + replayed.join("\n"));
  });
});
