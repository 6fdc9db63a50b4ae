/** Every sample answer of every exercise gets the marks that stand beside it, in the file as it would be handed in. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadExercise } from "../../src/cli/exerciseFiles.ts";
import { grade } from "../../src/grading/grade.ts";
import type { Report } from "../../src/grading/report.ts";
import { differences, type Marks } from "../../src/grading/samples.ts";

const root = new URL("../../exercises/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

const ids = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
// As they come with the program, with what labelled answers teach.
const exercises = await Promise.all(ids.map(({ name }) => loadExercise(name)));

describe.each(exercises.map((exercise, i) => ({ id: ids[i]?.name ?? "", exercise })))("$id", ({ id, exercise }) => {
  const files = readdirSync(new URL(`${id}/answers/`, root)).filter((name) => name.endsWith(".json"));
  const marks: Readonly<Record<string, Marks>> = parse(read(`${id}/answers/marks.yaml`));

  it("is called as its folder", () => expect(exercise.id).toBe(id));

  it("has marks for its sample answers, and no others", () => {
    expect(Object.keys(marks).sort()).toEqual(files.sort());
  });

  it("has a right, an empty and a wrong sample answer", () => {
    expect(files).toEqual(expect.arrayContaining(["right.json", "empty.json"]));
    const all = Object.values(marks);
    expect(all.filter(({ exit }) => exit === 1).length).toBeGreaterThan(1);
    expect(marks["right.json"]?.items).toEqual(
      Object.fromEntries(exercise.questions.map(({ id: item, points }) => [item, { verdict: "correct", points }])),
    );
  });

  it.each(files)("%s gets its marks", (file) => {
    const report = grade(exercise, read(`${id}/answers/${file}`));
    const { exit, points, items = {} } = marks[file] ?? {};
    expect({ exit, points }).toEqual({ exit: expect.any(Number), points: expect.any(Number) });
    expect(Object.keys(items)).toEqual(exit === 2 ? [] : exercise.questions.map((question) => question.id));
    expect(differences(report, marks[file] ?? {})).toEqual([]);
  });

  it.each(files)("%s gets the same marks from parsed data", (file) => {
    const text = read(`${id}/answers/${file}`);
    const verdicts = (report: Report) => report.items.map(({ id: item, verdict, points }) => [item, verdict, points]);
    expect(verdicts(grade(exercise, JSON.parse(text)))).toEqual(verdicts(grade(exercise, text)));
  });

  it("finds nothing odd in a right answer", () => {
    expect(grade(exercise, read(`${id}/answers/right.json`)).warnings ?? []).toEqual([]);
  });
});
