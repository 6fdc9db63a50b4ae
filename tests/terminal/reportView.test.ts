/** What students see of a report: golden files, and what holds for any report at all. */

import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { reportView } from "../../src/cli/terminal/reportView.ts";
import type { TerminalStyle } from "../../src/cli/terminal/style.ts";
import type { Report, ReportItem } from "../../src/grading/report.ts";
import { allRight, broken, brokenLine, hostile, inReview, losses } from "./reports.ts";
import { golden, goldenStyles, plain, readable } from "./styles.ts";

const context = { title: "Loss for two parameter sets", sourceLine: brokenLine };

describe.each(Object.entries(goldenStyles))("at %s", (name, style) => {
  test.each(Object.entries({ losses, broken, hostile, allRight, inReview }))("%s", async (report, data) => {
    const first = name === "80-en" || report === "losses" || report === "broken" || name === "40-en";
    if (first)
      await expect(readable(reportView(data, style, context))).toMatchFileSnapshot(golden(`report-${report}`, name));
  });
});

const verdicts = ["correct", "partial", "incorrect", "missing", "invalid", "review"] as const;
const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ maxLength: 200 }),
  fc.constantFrom(
    "日本".repeat(40),
    "x".repeat(300),
    "set1.h1",
    "set1.h2",
    "\u001b[31mred",
    "a\tb\r\nc",
    "👩‍👩‍👧‍👦".repeat(30),
    "",
    "__proto__",
  ),
);
const anyPoints = fc.oneof(fc.constantFrom(0, 0.5, 1, 7.5), fc.double({ min: 0, max: 1e4, noNaN: true }));
const anyMessages = fc.array(fc.record({ code: fc.constant("number.wrong"), message: anyText }), { maxLength: 3 });
const anyItem: fc.Arbitrary<ReportItem> = fc.record(
  {
    id: anyText,
    kind: fc.constant("number"),
    verdict: fc.constantFrom(...verdicts),
    points: anyPoints,
    maxPoints: anyPoints,
    feedback: anyMessages,
    reviewPoints: anyPoints,
    answer: anyText,
    overridden: fc.record({ by: anyText, comment: anyText }),
    criteria: fc.array(
      fc.record({
        id: anyText,
        verdict: fc.constantFrom("met", "partly", "unmet", "review"),
        points: anyPoints,
        maxPoints: anyPoints,
        evidence: fc.array(anyText, { maxLength: 2 }),
        feedback: anyMessages,
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ["id", "kind", "verdict", "points", "maxPoints", "feedback"] },
);
const anyReport: fc.Arbitrary<Report> = fc.record(
  {
    schema: fc.constant("rnn-check/report@1" as const),
    exercise: anyText,
    student: anyText,
    file: anyText,
    status: fc.constantFrom("graded", "invalid"),
    points: anyPoints,
    maxPoints: anyPoints,
    reviewPoints: anyPoints,
    passed: fc.boolean(),
    needsReview: fc.boolean(),
    items: fc.array(anyItem, { maxLength: 6 }),
    warnings: anyMessages,
    error: fc.record(
      { code: fc.constant("json.syntax"), message: anyText, line: fc.nat(1e6), column: fc.nat(400) },
      { requiredKeys: ["code", "message"] },
    ),
  },
  {
    requiredKeys: [
      "schema",
      "exercise",
      "status",
      "points",
      "maxPoints",
      "reviewPoints",
      "passed",
      "needsReview",
      "items",
    ],
  },
);
const anyStyle: fc.Arbitrary<TerminalStyle> = fc.record({
  width: fc.integer({ min: 40, max: 200 }),
  colorLevel: fc.constantFrom(0, 1, 2, 3),
  unicode: fc.boolean(),
  language: fc.constantFrom("en", "de"),
});

test("no line of any report is wider than the terminal or ends in a space", () => {
  fc.assert(
    fc.property(anyReport, anyStyle, anyText, (report, style, sourceLine) => {
      for (const line of reportView(report, { ...style, colorLevel: 0 }, { sourceLine, title: sourceLine }).split(
        "\n",
      )) {
        expect(stringWidth(line, { countAnsiEscapeCodes: true })).toBeLessThanOrEqual(style.width);
        expect(line).toBe(line.trimEnd());
      }
    }),
    { numRuns: 200 },
  );
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not appear
const dangerous = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

test("without colour no control character reaches the terminal; with colour only the view's own", () => {
  fc.assert(
    fc.property(anyReport, anyStyle, (report, style) => {
      const bare = reportView(report, { ...style, colorLevel: 0 });
      expect(bare).not.toMatch(dangerous);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removes colours
      expect(reportView(report, style).replace(/\u001b\[[0-9;]+m/g, "")).toBe(bare);
    }),
    { numRuns: 150 },
  );
});

test("the command to run again can be pasted into a shell", () => {
  const view = reportView({ ...losses, file: "my answers/it's.json" }, plain);
  expect(view).toContain(`rnn-check ex6 'my answers/it'\\''s.json'`);
});

test.each([
  ["all right", allRight, /^→ All right/m],
  ["under review", inReview, /^→ A person will decide/m],
  ["passed with something missed", { ...losses, passed: true }, /^→ Enough to pass/m],
  [
    "nothing but missing",
    { ...allRight, passed: false, items: losses.items.filter((item) => item.verdict === "missing") },
    /^→ Fill in the items marked –/m,
  ],
  ["no questions", { ...allRight, items: [], points: 0, maxPoints: 0 }, /has no questions/],
] as const)("next thing to do: %s", (_, report, expected) => {
  expect(reportView(report, plain)).toMatch(expected);
});
