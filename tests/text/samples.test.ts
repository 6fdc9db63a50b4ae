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
  const marks = parse(read(exercise, "answers/marks.yaml"));
  const files = readdirSync(new URL("answers/", folder(exercise))).filter((file) => file.endsWith(".json"));

  it("has criteria that can be read", () => {
    for (const question of texts) expect(criteriaSchema.safeParse(question.criteria).error?.issues ?? []).toEqual([]);
  });

  it.each(files)("%s gets its marks", (file) => {
    const submission = JSON.parse(read(exercise, `answers/${file}`));
    const answer = submission.answers ?? submission;
    for (const question of texts) {
      const { verdict: wanted, points: awarded } = marks[file].items[question.id];
      const names = question.fields ?? [question.id];
      const given = names.flatMap((name) => (answer[name] === undefined ? [] : [[name, answer[name]] as const]));
      const { verdict, points } = judgeText(question, new Map(given));
      expect({ id: question.id, verdict, points }).toEqual({ id: question.id, verdict: wanted, points: awarded });
    }
  });
});
