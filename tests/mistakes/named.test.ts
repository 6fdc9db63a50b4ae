/** Wrong answers and the mistakes that must be named: a table. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { grade } from "../../src/grading/grade.ts";
import { exerciseFromData } from "../../src/kinds/read.ts";
import { exercises } from "./exercises.ts";

type Row = [question: string, answer: unknown, ...codes: string[]];

const read = (name: string) => parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const rows: Record<string, Row[]> = read("rows.yaml");
const cells: Record<string, { exercise: object; rows: Row[] }> = read("cells.yaml");

const tables = [
  ...Object.entries(rows).map(([id, list]) => [id, exercises.get(id), list] as const),
  ...Object.entries(cells).map(([id, cell]) => [id, exerciseFromData(cell.exercise), cell.rows] as const),
];

describe.each(tables)("%s", (id, exercise, list) => {
  it.each(list)("%s %j", (question, answer, ...codes) => {
    if (exercise === undefined) throw new Error(`no exercise ${id}`);
    const item = grade(exercise, { answers: { [question]: answer } }).items.find((i) => i.id === question);
    const named = item?.feedback.map(({ code }) => code).filter((code) => code.startsWith("mistake."));
    expect(named).toEqual(codes.filter((code) => code !== null).map((code) => `mistake.${code}`));
    if (codes.length > 0) expect(item?.verdict).not.toBe("correct");
  });
});

describe("partial credit", () => {
  const answer = "y2*V*h0*(1-tanh(tau1)^2) + y1*V*(1-tanh(tau2)^2)*h1";
  it("is what the exercise gives for a mistake, and the path is told as well", () => {
    const exercise = exercises.get("ex2");
    const item = exercise && grade(exercise, { answers: { dz_dW: answer } }).items[0];
    expect(item).toMatchObject({ verdict: "partial", points: 3 });
    expect(item?.feedback.map(({ code }) => code)).toEqual([
      "mistake.recurrent-path-missing",
      "expression.paths-missing",
    ]);
  });

  it("is the least of the shares where it can't be told which mistake it was", () => {
    const exercise = exercises.get("ex2");
    if (exercise === undefined) throw new Error("no ex2");
    const questions = exercise.questions.map((question) =>
      question.id === "extra_100" ? { ...question, partial: { "mistake.reuse-swapped": 0.5 } } : question,
    ) as typeof exercise.questions;
    const points = (given: number, partial: boolean) =>
      grade(partial ? { ...exercise, questions } : exercise, { answers: { extra_100: given } }).items[2]?.points;
    expect(points(196, true)).toBe(0);
    expect(points(300, true)).toBe(0);
  });
});

describe("what is kept of values without a name", () => {
  const pre = ["W*h0+U*x1", "W*h1 + U*x2", "K*x2+h1*G"];
  it.each<[string, unknown]>([
    ["kept", ["h0", "h1", "h2", "g1", "g2", "c1", "c2"]],
    ["kept_all", ["h0", "h1", "h2", "g1", "g2", "c2", ...pre]],
    ["count", 84],
  ])("%s", (question, answer) => {
    const exercise = exercises.get("gates");
    const item =
      exercise && grade(exercise, { answers: { [question]: answer } }).items.find(({ id }) => id === question);
    expect(item?.verdict).toBe("correct");
  });
});
