/** Numbers against references: a table by tolerance of answer, reference, verdict and code. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { grade } from "../../../src/grading/grade.ts";
import { exerciseFromData } from "../../../src/kinds/read.ts";

type Row = [answer: string, reference: string, verdict: "right" | "wrong" | "invalid", code?: string];

const rows = parse(readFileSync(new URL("rows.yaml", import.meta.url), "utf8")) as Record<string, Row[]>;

describe.each(Object.entries(rows))("%s", (tolerance, list) => {
  // One exercise for all of them, as it takes longer to read than to grade.
  const questions = list.map(([, reference], i) => ({
    id: `q${i}`,
    kind: "number",
    points: 1,
    reference: { number: reference },
    ...(tolerance !== "default" && { tolerance: parse(tolerance) }),
  }));
  const exercise = exerciseFromData({ id: "rows", title: "-", statement: "-", questions });

  for (const [i, [answer, reference, verdict, code]] of list.entries())
    it(`${answer} against ${reference}: ${verdict} ${code ?? ""}`, () => {
      const item = grade(exercise, { answers: { [`q${i}`]: answer } }).items[i];
      expect(item?.verdict).toBe({ right: "correct", wrong: "incorrect", invalid: "invalid" }[verdict]);
      expect(item?.points).toBe(verdict === "right" ? 1 : 0);
      if (code !== undefined || verdict === "right")
        expect(item?.feedback.map((entry) => entry.code)).toEqual(code === undefined ? [] : [code]);
    });
});
