/** GitHub: annotations within its limits, no command from a submission, a summary that fits, Classroom's result. */

import { describe, expect, test } from "vitest";
import { annotationCommand } from "../../src/formats/github.ts";
import { render } from "./render.ts";
import { attacks, course, hostileCourse } from "./sample.ts";
import { jsonErrors } from "./schemas.ts";

const command = /^::(error|warning|notice) (?:[a-z]+=[^:,\r\n]*)(?:,[a-z]+=[^:,\r\n]*)*::[^\r\n]*$/;

async function githubFiles(reports: Parameters<typeof render>[1]) {
  const files = await render("github", reports);
  const text = (name: string) => files.get(`github/${name}`) ?? "";
  return { annotations: text("annotations.txt"), summary: text("summary.md"), output: text("output.txt") };
}

test.each([
  ["one submission", [...course({ students: 1 })]],
  ["a few", [...course({ students: 3 })]],
  ["a course", [...course({ students: 200, exercises: ["ex2", "ex4", "ex6"] })]],
  ["hostile submissions", [...hostileCourse()]],
  ["nobody", []],
])("annotations of %s: at most ten a level, each one command on one line", async (_, reports) => {
  const { annotations } = await githubFiles(reports);
  const lines = annotations.split("\n").slice(0, -1);
  for (const line of lines) expect(line).toMatch(command);
  for (const level of ["error", "warning", "notice"]) {
    expect(lines.filter((line) => line.startsWith(`::${level} `)).length).toBeLessThanOrEqual(10);
  }
});

test("mistakes are told one by one with their file", async () => {
  const { annotations } = await githubFiles([...course({ students: 1, seed: 5 })]);
  expect(annotations).toMatch(/^::warning file=answers\/.*title=ex6 .* set\d/m);
});

test("paths are links into the repository", async () => {
  const reports = [...course({ students: 1, seed: 5 })];
  const files = await render("github", reports, { linkPrefix: "work/in" });
  expect(files.get("github/annotations.txt")).toMatch(/^::warning file=work\/in\/answers\//m);
});

test("what is beyond ten is counted", async () => {
  const { annotations } = await githubFiles([...hostileCourse()]);
  const errors = Object.keys(attacks).length * 2;
  expect(annotations).toContain(`::error title=rnn-check::${errors - 9} more like this`);
});

test.each(Object.entries(attacks))("no attack leaves its command: %s", (_, attack) => {
  const line = annotationCommand({ level: "error", title: attack, message: attack, file: attack, line: 1, column: 2 });
  expect(line.slice(0, -1)).toMatch(command);
  expect(line.endsWith("\n")).toBe(true);
});

test("the step summary stays below 1 MiB and ends with a whole line", async () => {
  const reports = [...course({ students: 2000 })];
  const { summary } = await githubFiles(reports.map((each) => ({ ...each, student: each.student + "x".repeat(500) })));
  const bytes = new TextEncoder().encode(summary).length;
  expect(bytes).toBeGreaterThan(900_000);
  expect(bytes).toBeLessThan(1_048_576);
  expect(summary.endsWith("accepts no longer summary.\n")).toBe(true);
});

describe("Classroom", () => {
  async function resultOf(reports: Parameters<typeof render>[1]) {
    const { output } = await githubFiles(reports);
    expect(output).toMatch(/^result=[A-Za-z0-9+/]+=*\n$/);
    return Buffer.from(output.slice("result=".length), "base64").toString("utf8");
  }

  test.each([
    ["one submission", [...course({ students: 1 })]],
    ["a course", [...course({ students: 200 })]],
    ["hostile submissions", [...hostileCourse()]],
    ["nobody", []],
  ])("is valid by schema for %s", async (_, reports) => {
    expect(jsonErrors("classroom", await resultOf(reports))).toEqual([]);
  });

  test("scores add up, also where tests are left out", async () => {
    const reports = [...course({ students: 200 })];
    const text = await resultOf(reports);
    const result = JSON.parse(text);
    const total = (pick: (report: (typeof reports)[number]) => number) =>
      reports.reduce((sum, each) => sum + pick(each), 0);
    expect(result.max_score).toBe(total((report) => report.maxPoints));
    const scores = result.tests.map((each: { score: number }) => each.score);
    expect(scores.reduce((sum: number, score: number) => sum + score, 0)).toBe(total((report) => report.points));
    expect(result.status).toBe("error");
    expect(text.length).toBeLessThan(700_000);
  });

  test("an item passes where it is correct, and is an error where it could not be read", async () => {
    const graded = [...course({ students: 20 })].filter(({ status }) => status === "graded");
    const reports = graded.map(({ items: [first, ...others], ...report }) => ({
      ...report,
      items: [...(first ? [{ ...first, verdict: "invalid" as const }] : []), ...others],
    }));
    const { tests } = JSON.parse(await resultOf(reports)) as { tests: { status: string }[] };
    const expected = reports.flatMap(({ items }) =>
      items.map(({ verdict }) => (verdict === "correct" ? "pass" : verdict === "invalid" ? "error" : "fail")),
    );
    expect(new Set(expected)).toEqual(new Set(["pass", "error", "fail"]));
    expect(tests.map(({ status }) => status)).toEqual(expected);
  });

  test("UTF-8 survives", async () => {
    const reports = [...course({ students: 1 })].map((report) => ({ ...report, student: "Noé 你好" }));
    expect(JSON.parse(await resultOf(reports)).tests[0].name).toContain("Noé 你好");
  });
});
