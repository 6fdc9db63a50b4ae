import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { criteriaSchema } from "../../src/answers/text/schema.ts";
import { judgeText, type TextQuestion } from "../../src/answers/text.ts";

type Question = TextQuestion & { id: string; kind: string; fields?: string[] };
const folder = (exercise: string) => new URL(`../../exercises/${exercise}/`, import.meta.url);
const read = (exercise: string, file: string) => readFileSync(new URL(file, folder(exercise)), "utf8");

describe.each(["ex4", "ex5", "ex7"])("%s", (exercise) => {
  const questions: Question[] = parse(read(exercise, "exercise.yaml")).questions;
  const texts = questions.filter((question) => question.kind === "text");

  it("has criteria that can be read", () => {
    for (const question of texts) expect(criteriaSchema.safeParse(question.criteria).error?.issues ?? []).toEqual([]);
  });

  it.each(readdirSync(new URL("answers/", folder(exercise))))("%s gets its marks", (file) => {
    const { answer, marks } = JSON.parse(read(exercise, `answers/${file}`));
    for (const question of texts) {
      const expected = marks.items[question.id];
      const names = question.fields ?? [question.id];
      const given = names.flatMap((name) => (answer[name] === undefined ? [] : [[name, answer[name]] as const]));
      const { verdict, points } = judgeText(question, new Map(given));
      expect({ id: question.id, verdict, points }).toEqual({ id: question.id, ...expected });
    }
  });
});
