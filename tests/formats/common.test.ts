/** What all formats promise; and the JSON formats: nothing lost, nothing that acts on a terminal. */

import { describe, expect, test } from "vitest";
import { formatById, formatIds } from "../../src/formats/index.ts";
import { jsonLine } from "../../src/formats/json.ts";
import { render, renderOne } from "./render.ts";
import { attacks, course, hostileCourse } from "./sample.ts";

const hostile = [...hostileCourse()];

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

/** The first match, so that a failure does not print a whole page. */
function found(pattern: RegExp, text: string): string {
  return JSON.stringify(pattern.exec(text)?.[0] ?? "").slice(1, -1);
}

test.each(formatIds)("%s is what it is called", async (id) => {
  expect((await formatById(id))?.id).toBe(id);
});

test("jsonl: a report a line, as it was", async () => {
  const text = await renderOne("jsonl", hostile);
  const lines = text.split("\n").slice(0, -1);
  expect(lines.length).toBe(hostile.length);
  expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(hostile)));
});

test("json: one document with the statistics", async () => {
  const reports = [...course({ students: 20 })];
  const document = JSON.parse(await renderOne("json", reports, { title: "Sheet 6" }));
  expect(document).toMatchObject({ schema: "rnn-check/reports@1", title: "Sheet 6" });
  expect(document.statistics.exercises[0].items.length).toBe(8);
  expect(document.reports).toEqual(reports);
  expect(JSON.parse(await renderOne("json", []))).toMatchObject({ reports: [] });
});

test.each(Object.entries(attacks))("a line of JSON holds %s", (_, attack) => {
  expect(jsonLine([attack])).not.toMatch(control);
  expect(JSON.parse(jsonLine([attack]))).toEqual([attack]);
});

describe.each(formatIds)("%s", (id) => {
  test("prints no character that acts on a terminal", async () => {
    for (const text of (await render(id, hostile)).values()) expect(found(control, text)).toBe("");
  });

  test("is the same in every run and says nothing of the time unless told to", async () => {
    const reports = [...course({ students: 10 })];
    expect(await render(id, reports)).toEqual(await render(id, reports));
    for (const text of (await render(id, reports)).values())
      expect(text).not.toContain(String(new Date().getFullYear()));
  });

  test("says nothing about answers with verdicts only", async () => {
    const marked = [...course({ students: 10 })].map((report) => ({
      ...report,
      items: report.items.map((item) => ({ ...item, feedback: [{ code: "x.y", message: "HINT" }] })),
    }));
    const texts = [...(await render(id, marked, { feedback: "verdict" })).values()].join();
    expect(texts).not.toContain("HINT");
  });

  test("works in German, with nobody, and with everything missing", async () => {
    const [report] = course({ students: 1 });
    const bare = { ...(report as (typeof hostile)[number]), items: [], maxPoints: 0, points: 0 };
    for (const reports of [[], [bare], hostile]) {
      for (const text of (await render(id, reports, { language: "de" })).values()) {
        expect(found(/.{0,80}(?:undefined|NaN|\[object).{0,80}/, text.replace(/<script>.*<\/script>/s, ""))).toBe("");
      }
    }
  });
});

test("an unknown format is undefined", async () => {
  expect(await formatById("constructor")).toBeUndefined();
});
