import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapesFor } from "../../../src/exercises/shapes.ts";
import { longestText } from "../../../src/kinds/text/judge.ts";
import { text as kind } from "../../../src/kinds/text/kind.ts";
import type { TextTask } from "../../../src/kinds/text/rubric.ts";
import { safeText } from "../../../src/messages/safeText.ts";
import { textQuestions } from "./agreement.ts";
import { judgeText } from "./judging.ts";

const questions = textQuestions().map(({ question }) => question);
const vocabulary = [
  "gradient",
  "norm",
  "not",
  "nicht",
  "less",
  "memory",
  "||",
  "\\frac{",
  "}",
  "/",
  "(",
  "set 1",
  "only",
];
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...vocabulary), fc.string({ maxLength: 4 })), { maxLength: 60 })
    .map((w) => w.join(" ")),
);

function check(question: TextTask, value: string | string[]): void {
  const judgement = judgeText(question, new Map([["x", value]]));
  const max = question.max ?? question.points;
  expect(judgement.points).toBeGreaterThanOrEqual(0);
  expect(judgement.points + judgement.reviewPoints).toBeLessThanOrEqual(max);
  expect(judgement.criteria?.map(({ id }) => id)).toEqual(question.criteria.map(({ id }) => id));
  expect(judgement.verdict === "review").toBe(judgement.reviewPoints > 0);
  for (const { points, maxPoints, evidence } of judgement.criteria ?? []) {
    expect(points).toBeLessThanOrEqual(maxPoints);
    const given = [value].flat().map((text) => safeText(text.replace(/\s+/g, " "), text.length));
    for (const words of evidence) expect(given.some((text) => text.includes(words.replace(/…$/, "")))).toBe(true);
  }
}

describe("whatever is handed in", () => {
  it.each(questions)("$id ends with points in range and quotes the student's own words", (question) => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.array(anyText, { maxLength: 5 })), (value) => check(question, value)),
      { numRuns: 40 },
    );
  });

  it.each(["a", "||", "min (", "\\frac{", "gradient norm not larger threshold ", "nu / ", "less ", "the ", "∑\u0000"])(
    "100,000 characters of %j go to a person, the longest text that is read is judged",
    (piece) => {
      const long = piece.repeat(Math.ceil(100_000 / piece.length));
      for (const question of questions) {
        check(question, long);
        check(question, long.slice(0, longestText));
      }
    },
  );

  it("quotes no control character in a message", () => {
    const told = questions.flatMap((question) => {
      const { criteria = [] } = judgeText(
        question,
        new Map([["x", "clipping\u0000gradient\u001b[2J norm, not \u202eless memory"]]),
      );
      return criteria.flatMap(({ evidence, feedback }) => [
        ...evidence,
        ...feedback.map(({ params }) => String(params?.words)),
      ]);
    });
    expect(told.join("")).toContain("clippinggradient");
    expect(told.join("")).not.toMatch(/\p{Cc}|\p{Cf}/u);
  });

  it("an answer that is too long is for a person", () => {
    for (const question of questions) {
      const judgement = judgeText(question, new Map([["x", "word ".repeat(longestText)]]));
      expect(judgement).toMatchObject({ verdict: "review", points: 0, reviewPoints: question.max ?? question.points });
    }
  });
});

describe("an author's mistake in a rubric is named with its place", () => {
  const hint = { en: "?", de: "?" };
  const base = { id: "a", points: 1, hint };
  it.each([
    [{ ...base, met: ["<nowhere> & b"] }, [0, "met", 0], "unknown concept <nowhere>"],
    [{ ...base, met: ["a & .. b"] }, [0, "met", 0], "begins or ends with .."],
    [{ ...base, met: ["!a"] }, [0, "met", 0], "asks only for what must be absent"],
    [{ ...base, met: ["a"], concepts: { b: ["c", "?!"] } }, [0, "concepts", "b", 1], "is not a word"],
    [{ ...base, met: ["a"], concepts: { b: ["c", "except: <x>"] } }, [0, "concepts", "b", 1], "unknown concept"],
    [{ ...base, met: ["<b>"], concepts: { b: ["<c>"], c: ["<b>"] } }, [0, "concepts", "c", 0], "contains itself"],
    [{ ...base, met: ["a"], mett: ["b"] }, [0], "mett"],
    [{ ...base, met: ["a"], wrong: [{ patterns: ["<x>"], hint }] }, [0, "wrong", 0, "patterns", 0], "unknown concept"],
  ])("%j", (criterion, path, message) => {
    const question = { id: "q", kind: "text", points: 1, criteria: [criterion] };
    const issues = kind.schema(shapesFor(new Set())).safeParse(question).error?.issues ?? [];
    expect(issues).toHaveLength(1);
    expect(issues[0]?.path).toEqual(["criteria", ...path]);
    expect(issues[0]?.message).toContain(message);
  });
});
