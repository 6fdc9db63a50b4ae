/** Numbers against references: a table by tolerance of answer, reference, verdict and code. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { grade } from "../../../src/grading/grade.ts";
import { exerciseFromData } from "../../../src/kinds/read.ts";

type Row = [answer: string, reference: string, verdict: "right" | "wrong" | "invalid", code?: string];

const rows = parse(readFileSync(new URL("rows.yaml", import.meta.url), "utf8")) as Record<string, Row[]>;

describe.each(Object.entries(rows))("%s", (tolerance, list) => {
  it.each(list)("%s against %s: %s %s", (answer, reference, verdict, code) => {
    const exercise = exerciseFromData({
      id: "rows",
      title: "-",
      statement: "-",
      questions: [
        {
          id: "q",
          kind: "number",
          points: 1,
          reference: { number: reference },
          ...(tolerance !== "default" && { tolerance: parse(tolerance) }),
        },
      ],
    });
    const item = grade(exercise, { answers: { q: answer } }).items[0];
    expect(item?.verdict).toBe({ right: "correct", wrong: "incorrect", invalid: "invalid" }[verdict]);
    expect(item?.points).toBe(verdict === "right" ? 1 : 0);
    if (code !== undefined || verdict === "right")
      expect(item?.feedback.map((entry) => entry.code)).toEqual(code === undefined ? [] : [code]);
  });
});
