/** What command lines and files of all sorts come to: a mark, or a status of 2 with the reason on stderr. */

import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run, temporaryFolder } from "./support/run.ts";

const folder = temporaryFolder();
const right = '{ "explicit": false, "depends": true, "through": ["y1", "y2", "h1", "h2"], "needed_in": "forward" }';
const files: Readonly<Record<string, string | Uint8Array>> = {
  "right.json": right,
  "wrong.json": right.replace("forward", "both"),
  "bom.json": `\ufeff${right}`,
  "utf16.json": Buffer.from(`\ufeff${right}`, "utf16le"),
  "latin1.json": Buffer.from('{ "needed_in": "vorwärts" }', "latin1"),
  "large.json": `{ "needed_in": "${"a".repeat(1_000_001)}" }`,
  "deep.json": `{ "needed_in": ${"[".repeat(100_000)}${"]".repeat(100_000)} }`,
  "deepObject.json": `${'{ "a": '.repeat(70)}1${" }".repeat(70)}`,
  "zeros.json": new Uint8Array(100),
  "hidden.json": right,
};
for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
chmodSync(join(folder, "hidden.json"), 0);

describe("the status", () => {
  test.each([
    [["ex3", "right.json"], 0],
    [["ex3", "wrong.json"], 1],
    [["ex3", "wrong.json", "--min", "75"], 0],
    [["ex3", "nowhere.json"], 2],
    [[], 2],
    [["--help"], 0],
    [["--version"], 0],
    [["list"], 0],
    [["show", "ex6"], 0],
    [["trace", "ex6"], 0],
    [["init", "ex6", "-"], 0],
    [["exx"], 2],
    [["right.json/x", "right.json"], 2],
    [["a".repeat(5000), "right.json"], 2],
    [["ex3", "a".repeat(5000)], 2],
    [["", ""], 2],
    [["ex3", ""], 2],
    [["list", "--exercises", "right.json/x"], 2],
  ])("%j: %i", async (args, status) => {
    const outcome = await run(args, { folder });
    expect(outcome).toMatchObject({ status });
    expect(outcome.stdout === "").toBe(status === 2);
    expect(outcome.stderr === "").toBe(status < 2);
  });
});

describe("a file", () => {
  test.each([
    ["bom.json", 0, ""],
    ["utf16.json", 2, "UTF-16"],
    ["latin1.json", 2, "UTF-8"],
    ["large.json", 2, "1000000"],
    ["deep.json", 2, "64"],
    ["deepObject.json", 2, "64"],
    ["zeros.json", 2, "JSON"],
    ["/dev/zero", 2, "1000000"],
    ["/dev/null", 2, "empty"],
    [".", 2, "folder"],
    ["right.json/x.json", 2, "no file"],
    [`${"a".repeat(300)}.json`, 2, "ENAMETOOLONG"],
  ])("%s: %i %s", async (file, status, says) => {
    const outcome = await run(["ex3", file], { folder });
    expect(outcome.status).toBe(status);
    expect(outcome.stderr.replaceAll(/\s+/g, " ")).toContain(says);
  });

  test.skipIf(process.getuid?.() === 0)("without permission", async () => {
    const { status, stderr } = await run(["ex3", "hidden.json"], { folder });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("no permission") });
  });
});

test("an own exercise may not hide a built-in one", async () => {
  const own = join(folder, "own");
  mkdirSync(own);
  writeFileSync(join(own, "second.yaml"), "title: Own\nid: ex3\nstatement: s\nquestions: []\n");
  const { status, stderr } = await run(["ex3", "right.json", "--exercises", "own"], { folder });
  expect(status).toBe(2);
  expect(stderr.replace(/\s+/g, " ")).toContain(
    "the other one is built in. Give this one another id. own/second.yaml:2",
  );
});
