/** The example of each mistake is told that very mistake, in each language. */

import { describe, expect, it } from "vitest";
import { grade } from "../../src/grading/grade.ts";
import { mistakes } from "../../src/mistakes/index.ts";
import { exampleOf, exercises } from "./exercises.ts";

describe.each(mistakes.map((mistake) => [mistake.code, mistake] as const))("%s", (code, mistake) => {
  const [id, question, answer] = exampleOf(code);
  const exercise = exercises.get(id);
  const said = (lang: "en" | "de") => {
    if (exercise === undefined) throw new Error(`no exercise ${id}`);
    const { items } = grade(exercise, { answers: { [question]: answer } }, { lang });
    return items.find((item) => item.id === question)?.feedback ?? [];
  };

  it("is told its example, and nothing else is", () => {
    expect(
      said("en")
        .map((told) => told.code)
        .filter((told) => told.startsWith("mistake.")),
    ).toEqual([code]);
  });

  it("is said in full", () => {
    for (const lang of ["en", "de"] as const) {
      const message = said(lang).find((told) => told.code === code)?.message ?? "";
      expect(message).not.toMatch(/\{|undefined/);
      expect(message.slice(0, 20)).toBe(mistake[lang].slice(0, 20));
    }
  });
});

describe("the list", () => {
  const codes = mistakes.map(({ code }) => code);

  it("has each mistake once", () => {
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("knows the mistakes that a row gives way to", () => {
    for (const { unless = [] } of mistakes) for (const other of unless) expect(codes).toContain(other);
  });
});
