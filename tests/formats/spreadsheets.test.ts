/** The CSV formats, read by a CSV reader: rows, columns, sums, and no cell that a spreadsheet would run. */

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRow } from "../../src/formats/spreadsheet.ts";
import type { Report } from "../../src/grading/report.ts";
import { renderOne } from "./render.ts";
import { attacks, course, hostileCourse } from "./sample.ts";

const formats = ["csv", "csv-items", "moodle", "canvas"] as const;

function rowsOf(text: string): string[][] {
  return parse(text, { bom: true });
}

function recordsOf(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true });
}

describe.each(formats)("%s", (format) => {
  test("no cell is a formula", async () => {
    for (const row of rowsOf(await renderOne(format, [...hostileCourse()]))) {
      for (const cell of row) {
        if (/^[-+]?\d+(\.\d+)?$/.test(cell)) continue;
        expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/);
      }
    }
  });

  test("lines end as RFC 4180 says, and a byte order mark comes only on request", async () => {
    const reports = [...course({ students: 3 })];
    const plain = await renderOne(format, reports);
    expect(plain.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(plain.startsWith("\ufeff")).toBe(false);
    expect(await renderOne(format, reports, { bom: true })).toBe(`\ufeff${plain}`);
  });

  test("an empty course is a table without rows", async () => {
    expect(rowsOf(await renderOne(format, [])).length).toBe(format === "canvas" ? 2 : 1);
  });
});

test("cells come back as they went in, formulas apart", () => {
  const isFormula = /(?:^|[;\t\r\n])\s*[=+\-@＝＋－＠\t\r]/;
  const text = fc.string({ unit: "binary" }).filter((each) => !isFormula.test(each) && each !== "");
  fc.assert(
    fc.property(fc.array(fc.oneof(text, fc.integer()), { minLength: 2 }), (cells) => {
      expect(rowsOf(csvRow(cells))).toEqual([cells.map(String)]);
    }),
  );
});

test.each([
  ["=1+1", "'=1+1"],
  [" =1+1", "' =1+1"],
  ["-2+3", "'-2+3"],
  ["@SUM(1)", "'@SUM(1)"],
  ["-12", "-12"],
  ["x;=1+1", "x;'=1+1"],
  ["x\t @SUM(1);-1;-2", "x\t '@SUM(1);-1;-2"],
  ["+0.5", "+0.5"],
  ["a=1", "a=1"],
])("%j is written as %j", (cell, expected) => {
  expect(rowsOf(csvRow([cell, "x"]))[0]?.[0]).toBe(expected);
});

describe("csv", () => {
  const reports = [
    ...course({ students: 30, exercises: ["ex10", "ex2", "ex6"].map((id) => (id === "ex10" ? "ex4" : id)) }),
  ];

  test("a row a student, a column an item, sums that add up", async () => {
    const records = recordsOf(await renderOne("csv", reports));
    expect(records.length).toBe(30);
    const byStudent = new Map(records.map((record) => [record.student, record]));
    for (const report of reports) {
      const record = byStudent.get(report.student);
      for (const item of report.items) expect(record?.[`${report.exercise}.${item.id}`]).toBe(String(item.points));
      if (report.status === "invalid") expect(record?.[`${report.exercise}.${"name"}`] ?? "").toBe("");
      expect(record?.[`${report.exercise} points`]).toBe(String(report.points));
      expect(record?.[`${report.exercise} review points`]).toBe(String(report.reviewPoints));
    }
    for (const record of records) {
      const sum = ["ex2", "ex4", "ex6"].reduce((total, id) => total + Number(record[`${id} points`]), 0);
      expect(Number(record.points)).toBeCloseTo(sum, 6);
      expect(record["max points"]).toBe("23");
    }
  });

  test("exercises and students in natural order", async () => {
    const rows = rowsOf(await renderOne("csv", reports));
    const headings = rows[0]?.filter((heading) => heading.endsWith(" status"));
    expect(headings).toEqual(["ex2 status", "ex4 status", "ex6 status"]);
  });

  test("review, invalid and absent are words of their own", async () => {
    const [first] = [...course({ students: 1 })] as [Report];
    const { file: _, ...listed } = first;
    const missing = first.items.map((item) => ({ ...item, verdict: "missing" as const, points: 0, feedback: [] }));
    const variants: Report[] = [
      { ...first, student: "a", needsReview: false },
      { ...first, student: "b", needsReview: true },
      { ...first, student: "c", status: "invalid", items: [] },
      { ...listed, student: "d", items: missing, points: 0 },
    ];
    const records = recordsOf(await renderOne("csv", variants));
    expect(records.map((record) => record["ex6 status"])).toEqual(["graded", "review", "invalid", "absent"]);
    expect(records.map((record) => record["ex6.set1.h1"] === "")).toEqual([false, false, true, true]);
  });

  test("two files of one student for one exercise are two rows", async () => {
    const [first] = [...course({ students: 1 })] as [Report];
    const records = recordsOf(await renderOne("csv", [first, { ...first, file: "other.json" }]));
    expect(records.map((record) => record.files)).toEqual([first.file, "other.json"]);
  });
});

test("csv-items: a row an item, and one for each file that cannot be graded", async () => {
  const reports = [...course({ students: 60 })];
  const records = recordsOf(await renderOne("csv-items", reports));
  const invalid = reports.filter((report) => report.status === "invalid");
  expect(invalid.length).toBeGreaterThan(0);
  expect(records.length).toBe(reports.reduce((sum, report) => sum + report.items.length, 0) + invalid.length);
  const whole = records.filter((record) => record.item === "");
  expect(whole.map((record) => [record.verdict, record.codes])).toEqual(invalid.map(() => ["invalid", "json.syntax"]));
  const review = records.find((record) => record.verdict === "review");
  expect(review?.["review points"]).toBe("2");
});

describe("moodle", () => {
  test("grades are numbers or empty, for every attack", async () => {
    const rows = rowsOf(await renderOne("moodle", [...hostileCourse()], { moodleId: "useridnumber" }));
    expect(rows[0]).toEqual(["useridnumber", "ex2", "ex2 feedback", "ex6", "ex6 feedback"]);
    expect(rows.length - 1).toBe(Object.keys(attacks).length);
    for (const row of rows.slice(1)) {
      expect(row[1]).toBe("");
      expect(row[3]).toBe("0.5");
    }
  });

  test("feedback is HTML in which answers are text", async () => {
    const text = await renderOne("moodle", [...hostileCourse()]);
    const feedback = rowsOf(text).flatMap((row) => [row[2], row[4]]);
    for (const cell of feedback) expect(cell?.replaceAll("<br>", "")).not.toMatch(/[<>]/);
    expect(feedback.join()).toContain("&lt;img src=x onerror=");
  });

  test("points under review are said", async () => {
    expect(await renderOne("moodle", [...hostileCourse()])).toContain("1 more point under review");
  });
});

test("canvas: fixed columns, points possible, assignments by name", async () => {
  const canvasColumn = { ex6: "Recurrent networks (4711)" };
  const reports = [...course({ students: 60 })];
  const text = await renderOne("canvas", reports, { canvasId: "SIS User ID", canvasColumn });
  const rows = rowsOf(text);
  expect(rows[0]).toEqual(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Recurrent networks (4711)"]);
  expect(rows[1]).toEqual(["Points Possible", "", "", "", "", "9"]);
  for (const record of recordsOf(text).slice(1)) {
    const report = reports.find((each) => each.student === record.Student?.replace(" (provisional)", ""));
    expect(record["SIS User ID"]).toBe(report?.student);
    const expected = report?.status === "invalid" ? "" : String(report?.points);
    expect(record["Recurrent networks (4711)"]).toBe(expected);
  }
});
