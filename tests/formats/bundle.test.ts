/** The reports as the tool ships them: bundled for Node, the page's library in a part of its own, no Node module inside. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderOne } from "./render.ts";
import { course } from "./sample.ts";

const source = new URL("../../src/formats/", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "rnn-check-bundle-"));
let entry: typeof import("../../src/formats/index.ts");

/** `?raw` as Vitest has it: the file's text. */
const rawText: Plugin = {
  name: "raw-text",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.slice(0, -"?raw".length)),
      namespace: "raw-text",
    }));
    onLoad({ filter: /.*/, namespace: "raw-text" }, async ({ path }) => ({
      contents: await readFile(path, "utf8"),
      loader: "text",
    }));
  },
};

beforeAll(async () => {
  const options = {
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
  } as const;
  const entryPoints = [fileURLToPath(new URL("index.ts", source))];
  await build({ ...options, entryPoints, outdir: folder, outExtension: { ".js": ".mjs" }, plugins: [rawText] });
  entry = await import(pathToFileURL(join(folder, "index.mjs")).href);
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the page from the bundle is the page from the source", async () => {
  const reports = [...course({ students: 20 })];
  const format = entry.formatById("html");
  if (format === undefined) throw new Error("no format html");
  let page = "";
  for await (const { chunks } of entry.renderReports(format, () => reports, { language: "en" })) {
    for await (const chunk of chunks) page += chunk;
  }
  expect(page).toBe(await renderOne("html", reports));
});

test("only the page's part holds the plotting library", () => {
  expect(readFileSync(join(folder, "index.mjs")).length).toBeLessThan(100_000);
});

test("no source file knows Node", () => {
  for (const name of readdirSync(source, { recursive: true, encoding: "utf8" })) {
    if (!/\.(ts|js)$/.test(name)) continue;
    expect(readFileSync(new URL(name, source), "utf8"), name).not.toMatch(
      /from "node:|\bprocess\b|\bBuffer\b|\brequire\(/,
    );
  }
});
