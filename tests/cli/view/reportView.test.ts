/** What holds for any report at all, and what it says to do next. */

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { reportView } from "../../../src/cli/view/reportView.ts";
import type { TerminalStyle } from "../../../src/cli/view/style.ts";
import type { Report, ReportItem } from "../../../src/grading/report.ts";
import * as reports from "./reports.ts";
import { expectFits, expectOnlyColour, plain } from "./styles.ts";

const context = { title: "Two ways to start training", command: "rnn-check ex6 answer.json" };
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
  color: fc.boolean(),
  unicode: fc.boolean(),
  language: fc.constantFrom("en", "de"),
});

test("any report fits, and nothing of it gets at the terminal", () => {
  fc.assert(
    fc.property(anyReport, anyStyle, anyText, (report, style, sourceLine) => {
      expectFits(reportView(report, { ...style, color: false }, { ...context, sourceLine, title: sourceLine }), style);
    }),
    { numRuns: 200 },
  );
});

test("colour adds nothing but colour to any report", () => {
  fc.assert(
    fc.property(anyReport, anyStyle, (report, style) =>
      expectOnlyColour((shown) => reportView(report, shown, context), style),
    ),
    { numRuns: 150 },
  );
});

const [mixed, allRight, empty] = [reports.mixed("en"), reports.allRight("en"), reports.empty("en")];

test.each([
  ["all right", allRight, /^→ All correct/m],
  [
    "under review",
    { ...mixed, items: mixed.items.filter(({ verdict }) => /correct$|review/.test(verdict)) },
    /could not judge/,
  ],
  ["passed with something missed", { ...mixed, passed: true }, /^→ That is enough to pass/m],
  ["nothing but missing", empty, /^→ Fill in the items marked –/m],
  ["no questions", { ...allRight, items: [], points: 0, maxPoints: 0 }, /has no questions/],
] as const)("next thing to do: %s", (_, report, expected) => {
  expect(reportView(report, plain, context)).toMatch(expected);
});
