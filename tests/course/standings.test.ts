/** A course over all its exercises: totals, the hardest items, who needs attention, and who shares rare wrong answers. */

import { describe, expect, test } from "vitest";
import { StandingsCollector } from "../../src/course/standings.ts";
import type { Report, ReportItem } from "../../src/grading/report.ts";

function item(id: string, answer: string, more: Partial<ReportItem> = {}): ReportItem {
  return { id, kind: "any", verdict: "incorrect", points: 0, maxPoints: 2, feedback: [], answer, ...more };
}

function report(student: string, exercise: string, items: readonly ReportItem[], more: Partial<Report> = {}): Report {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const points = sum(items.map((one) => one.points));
  const reviewPoints = sum(items.map((one) => one.reviewPoints ?? 0));
  const [status, passed, needsReview] = ["graded", points >= 1, reviewPoints > 0] as const;
  const place = { exercise, student, file: `${student}/${exercise}.json` };
  return {
    schema: "rnn-check/report@1",
    ...place,
    status,
    points,
    maxPoints: 2,
    reviewPoints,
    passed,
    needsReview,
    items,
    ...more,
  };
}

function standingsOf(reports: readonly Report[]) {
  const collector = new StandingsCollector();
  for (const one of reports) collector.add(one);
  return collector.standings();
}

const right = (id: string) => item(id, "yes", { verdict: "correct", points: 2 });
const { file: _, ...absence } = report("gone", "ex1", [item("q", "", { verdict: "missing" })]);

describe("totals and attention", () => {
  const points = [2, 2, 2, 1.5, 0];
  const first = points.map((reached, index) => report(`s${index}`, "ex1", [item("q", "–", { points: reached })]));
  const second = points
    .slice(0, 4)
    .map((_, index) => report(`s${index}`, "ex2", [right("a"), item("b", "–", { maxPoints: 0 })]));
  const { file: _file, ...secondAbsence } = report("gone", "ex2", [item("a", "", { verdict: "missing" })]);
  const standings = standingsOf([...first, ...second, absence, secondAbsence]);

  test("totals are of those who handed in", () => {
    expect(standings).toMatchObject({ maxPoints: 4, mean: 3.1, median: 4, nothing: ["gone"] });
    const filled = standings.distribution.filter(({ count }) => count > 0);
    expect(filled.map(({ from, count, passed }) => [from, count, passed])).toEqual([
      [0, 1, 0],
      [3.5, 1, 1],
      [4, 3, 3],
    ]);
  });

  test("the hardest items come first, without those worth nothing", () => {
    expect(standings.hardest).toEqual([
      { exercise: "ex1", item: "q", facility: 0.75, answers: 5 },
      { exercise: "ex2", item: "a", facility: 1, answers: 4 },
    ]);
  });

  test("who has less than half of the median falls behind", () => {
    expect(standings.behind).toEqual([{ student: "s4", points: 0, handedIn: 1 }]);
  });

  test("points under review may keep one from falling behind, and make no item hard", () => {
    const open = item("q", "…", { verdict: "review", reviewPoints: 2 });
    const standings = standingsOf([...first.slice(0, 4), report("s4", "ex1", [open])]);
    expect(standings.behind).toEqual([]);
    expect(standings.hardest[0]).toMatchObject({ facility: 0.9375, answers: 4 });
  });

  test("among a handful nobody is behind", () => expect(standingsOf(first.slice(1)).behind).toEqual([]));

  test("nobody at all", () => {
    expect(standingsOf([])).toMatchObject({
      maxPoints: 0,
      mean: null,
      median: null,
      hardest: [],
      nothing: [],
      alike: [],
    });
  });
});

describe("equal rare wrong answers", () => {
  const sentence = "The network forgets because its weights are too small.";
  const course = (answers: readonly string[], more: Partial<ReportItem> = {}, of: Partial<Report> = {}) =>
    standingsOf(answers.map((answer, index) => report(`s${index}`, "ex1", [item("q", answer, more)], of))).alike;

  test.each([
    ["a sentence", [sentence, "no", ` ${sentence.toUpperCase()}`]],
    ["a number of many digits", ["0.73519", "1", "≈ 0,73519"]],
    ["a formula", ["y1*V*h0*(1-tanh(tau1))^3*W", "0", "y1*V*h0*(1-tanh(tau1))^3 * W"]],
  ])("%s", (_, answers) => {
    expect(course(answers)).toEqual([
      { students: ["s0", "s2"], answers: [{ exercise: "ex1", item: "q", answer: answers[2] }] },
    ]);
  });

  test("partly right is wrong, too", () => {
    expect(course([sentence, sentence], { verdict: "partial", points: 1 })).toHaveLength(1);
  });

  test.each([
    ["right", [sentence, sentence], { verdict: "correct" as const }],
    ["under review", [sentence, sentence], { verdict: "review" as const }],
    ["short", ["no idea", "no idea"], {}],
    ["a number of few digits", ["0.50", "0.5"], {}],
    [
      "a number that a known mistake leads to",
      ["0.73519", "0.73519"],
      { feedback: [{ code: "mistake.x", message: "" }] },
    ],
    ["frequent", Array.from({ length: 30 }, () => sentence), {}],
  ])("not what is %s", (_, answers, more) => expect(course(answers, more)).toEqual([]));

  test("a number that nothing explains tells, though something was said", () => {
    expect(course(["0.73519", "0.73519"], { feedback: [{ code: "number.wrong", message: "" }] })).toHaveLength(1);
  });

  test("not those of one person, nor of a team that handed in one file", () => {
    const team = ["a/ex1.json", "a/ex1.json~2"].map((file, index) =>
      report(`s${index}`, "ex1", [item("q", sentence)], { file }),
    );
    expect(standingsOf(team).alike).toEqual([]);
    const versions = ["ex1", "ex2"].map((exercise) => report("s0", exercise, [item("q", sentence)]));
    expect(standingsOf(versions).alike).toEqual([]);
  });

  test("small things add up; who shares most comes first", () => {
    const two = (student: string, a: string, b: string) =>
      report(student, "ex1", [
        item("a", a),
        item("b", b),
        item("c", student === "m" || student === "n" ? sentence : "no"),
      ]);
    const { alike } = standingsOf([
      two("x", "0.47", "0.53"),
      two("m", "1", "2"),
      two("y", "0.47", "0.53"),
      two("n", "3", "4"),
    ]);
    expect(alike.map(({ students, answers }) => [students.join(), answers.length])).toEqual([
      ["m,n", 1],
      ["x,y", 2],
    ]);
  });

  test("where sharing is usual, those who share come later", () => {
    const usual = Array.from({ length: 40 }, (_, index) => {
      const letter = String.fromCharCode(97 + (index >> 1));
      return report(`s${index}`, "ex1", [item("q", `a wrong graph with one arrow more, ${letter}`)]);
    });
    const special = ["x", "y"].map((student) =>
      report(student, "ex1", [item("other", "a rare answer of quite some words")]),
    );
    const { alike } = standingsOf([...usual, ...special]);
    expect(alike).toHaveLength(21);
    expect(alike[0]?.students).toEqual(["x", "y"]);
  });

  test("ten thousand answers take no time, however alike they are", () => {
    const start = performance.now();
    const answers = Array.from(
      { length: 10_000 },
      (_, index) => `${sentence} ${(index >> 2).toString(36).replace(/\d/g, "x")}`,
    );
    course(answers);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
