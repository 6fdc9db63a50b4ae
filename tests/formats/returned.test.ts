/** What goes back to students, read as the receiving systems read it: Moodle's worksheet and feedback files, Canvas's gradebook. */

import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { Context } from "../../src/formats/format.ts";
import type { FeedbackLevel } from "../../src/grading/grade.ts";
import type { Report } from "../../src/grading/report.ts";
import { render, renderOne } from "./render.ts";
import { course, hostileCourse } from "./sample.ts";

/** Graded reports from Moodle's folders, one under review, one unreadable. */
const reports: Report[] = [...course({ students: 200 })]
  .filter(({ status, needsReview }, index) => index < 8 || needsReview || status === "invalid")
  .slice(0, 12)
  .map((report, index) => ({
    ...report,
    student: `s${index}`,
    file: `Ann Berg ${index}_${4000 + index}_assignsubmission_file_/ex6.json`,
  }));

const headings = {
  en: "Identifier,Full name,Status,Grade,Maximum Grade,Grade can be changed,Last modified (grade),Feedback comments",
  de: "ID,Vollständiger Name,Status,Bewertung,Höchste Bewertung,Bewertung kann geändert werden,Zuletzt geändert (Bewertung),Feedback als Kommentar",
  fr: "Identifiant,Nom complet,Statut,Évaluation,Note maximale,Modifiable,Dernière modification (note),Commentaires",
};

function worksheet(language: keyof typeof headings, maximum = "9.00"): string {
  const who = { en: "Participant ", de: "Teilnehmer/in", fr: "Participant " }[language];
  const rows = reports.map((_, index) => `${who}${4000 + index},"Berg, Ann ${index}",  Submitted ,,${maximum},Yes,-,`);
  const stranger = `${who}99,"Nobody ""N"" Here",No submission,3.00,${maximum},Yes,"Monday, 1 May",'keep`;
  // Line breaks as somebody's editor left them.
  return `\ufeff${headings[language]}\r\n${rows.join("\n")}\r\n${stranger}`;
}

function rowsOf(text: string): string[][] {
  return parse(text, { bom: true, relax_quotes: true, record_delimiter: ["\r\n", "\n"] });
}

const filled = (text: string, context: Partial<Context> = {}) =>
  renderOne("moodle-worksheet", reports, { worksheet: text, ...context });

test.each(["en", "de", "fr"] as const)("a worksheet in %s: only grade and feedback change", async (language) => {
  const given = worksheet(language);
  const text = await filled(given);
  const [before, after] = [given, text].map((one) => rowsOf(one));
  expect(after).toHaveLength(before?.length ?? 0);
  for (const [index, row] of (after ?? []).entries()) {
    const [was = [], report] = [before?.[index], reports[index - 1]];
    expect(row.filter((_, at) => at !== 3 && at !== 7)).toEqual(was.filter((_, at) => at !== 3 && at !== 7));
    if (report === undefined) expect(row).toEqual(was);
    else expect(row[3]).toBe(report.status === "graded" ? String(report.points) : "");
    if (report !== undefined) expect(row[7]).not.toBe("");
    expect(row[7]?.startsWith("Provisional")).toBe((report?.reviewPoints ?? 0) > 0);
  }
  // Heading, the stranger's row, and how each line ends are the same bytes.
  expect(text.split(/[^\r\n]+/)).toEqual(given.split(/[^\r\n]+/));
  expect(text.split("\r\n")[0]).toBe(given.split("\r\n")[0]);
  expect(text.endsWith(given.slice(given.lastIndexOf("\r\n")))).toBe(true);
});

test("grades on the worksheet's scale, in its way of writing numbers", async () => {
  const rows = rowsOf(await filled(worksheet("de", '"90,00"')));
  const expected = reports.map(({ status, points }) =>
    status === "graded" ? String(Math.round(points * 1000) / 100).replace(".", ",") : "",
  );
  expect(rows.slice(1, -1).map((row) => row[3])).toEqual(expected);
  expect(await filled(worksheet("en", "90.00").replaceAll(",", ";"))).toContain(";90.00;Yes;-;");
});

test("an exercise that the course was not asked for changes no grade", async () => {
  const stray: Report = { ...(reports[0] as Report), exercise: "ex9", points: 9 };
  const grades = (text: string) => rowsOf(text).map((row) => row[3]);
  const given = worksheet("en");
  const text = await renderOne("moodle-worksheet", [...reports, stray], { worksheet: given });
  expect(grades(text)).toEqual(grades(await filled(given)));
  // Whoever handed in nothing else has no grade, which is not 0 points.
  const alone = await renderOne("moodle-worksheet", [stray, ...reports.slice(1)], { worksheet: given });
  expect(grades(alone).slice(0, 2)).toEqual(["Grade", ""]);
});

test("people without a file of Moodle's are found by roster, address or name, namesakes are not", async () => {
  const plain = reports.slice(0, 3).map((report) => ({ ...report, file: `${report.student}.json` }));
  const aliases = new Map([
    ["berg, ann 1", ["s1"]],
    ["berg, ann 2", ["s2", "s9"]],
  ]);
  const gradebook = new Map([["Identifier", new Map([["s0", "Participant 4000"]])]]);
  const rows = rowsOf(await renderOne("moodle-worksheet", plain, { worksheet: worksheet("en"), aliases, gradebook }));
  expect(rows.slice(1, 4).map((row) => row[7] !== "")).toEqual([true, true, false]);
});

/** As Moodle's importer reads a path; undefined: it passes the file over. */
function imported(path: string): { readonly participant: number; readonly file: string } | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/^[.~]/.test(name)) return undefined;
  const [first = "", ...rest] = path.split("/");
  const parts = first.split("_");
  const [, number, plugin, type] = parts;
  if (parts.length < 5 || !/^\d+$/.test(number ?? "") || !/^assign(submission|feedback)$/.test(plugin ?? "")) return;
  return type === "file"
    ? { participant: Number(number), file: [parts.slice(4).join("_"), ...rest].join("/") }
    : undefined;
}

test("feedback files are named as Moodle takes them, two a participant", async () => {
  const pages = await render("feedback", reports);
  const taken = [...pages.keys()].map(imported);
  expect(taken).toEqual(
    expect.arrayContaining(
      reports.flatMap((_, index) =>
        ["feedback.html", "feedback.txt"].map((file) => ({ participant: 4000 + index, file })),
      ),
    ),
  );
  expect(taken).toHaveLength(2 * reports.length);
});

test("names of any kind make no other path, and answers no tags", async () => {
  const hostile = [...hostileCourse()].map((report, index) => ({
    ...report,
    file: `${report.student?.replaceAll("/", "")}_${index + 1}_assignsubmission_file_/ex6.json`,
  }));
  const pages = await render("feedback", hostile);
  for (const [path, text] of pages) {
    if (path.includes("assignfeedback"))
      expect(imported(path)).toMatchObject({ file: expect.stringMatching(/^feedback/) });
    expect(path).not.toMatch(/(^|\/)[.~]|\\|\.\.\//);
    if (path.endsWith(".html")) expect(text).not.toMatch(/<(script|img)|\son\w+="/i);
  }
});

test("each format tells as much as it may", async () => {
  const items = reports[0]?.items.map((item) => ({
    ...item,
    feedback: [
      { code: "a.hint", message: "HINT" },
      { code: "a.solution", message: "SOLUTION", solution: true as const },
    ],
  }));
  const told = [{ ...(reports[0] as Report), items: items ?? [] }];
  const words = async (feedback: FeedbackLevel) => {
    const text = [...(await render("feedback", told, { feedback })).values()].join();
    return ["HINT", "SOLUTION"].filter((word) => text.includes(word));
  };
  expect(await Promise.all((["verdict", "hints", "full"] as const).map(words))).toEqual([
    [],
    ["HINT"],
    ["HINT", "SOLUTION"],
  ]);
});

test("Canvas gets back the columns of its gradebook", async () => {
  const roster = `Student,ID,SIS User ID,SIS Login ID,Section,Sheet 6 (4711),Sheet 60 (4712),Final Score
    Points Possible,,,,,9.00,4.00,(read only)
`;
  const gradebook = new Map([
    ["Student", new Map([["s0", "Berg, Ann"]])],
    ["ID", new Map([["s0", "70"]])],
    ["SIS User ID", new Map([["s0", "S70"]])],
    ["Section", new Map([["s0", "RNN-01"]])],
  ]);
  const sheet = async (context: Partial<Context>, possible = roster) =>
    parse(await renderOne("canvas", reports, { gradebook, roster: possible, ...context }), { bom: true }) as string[][];
  const [head, possible, ...rows] = await sheet({});
  expect(head).toEqual(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Sheet 6 (4711)"]);
  expect(possible).toEqual(["Points Possible", "", "", "", "", "9"]);
  expect(rows[0]).toEqual(["Berg, Ann", "70", "S70", "s0", "RNN-01", String(reports[0]?.points)]);
  const open = reports.filter(({ needsReview }) => needsReview).map(({ student }) => `${student} (provisional)`);
  expect(open.length).toBeGreaterThan(0);
  expect(
    rows
      .map(([name]) => name)
      .filter((name) => name?.includes("("))
      .sort(),
  ).toEqual(open.sort());
  const named = await sheet({ canvasColumn: { ex6: "sheet 60" } });
  expect(named[0]?.[5]).toBe("Sheet 60 (4712)");
  expect(named[2]?.[5]).toBe(String(Math.round((reports[0]?.points ?? 0) * (400 / 9)) / 100));
});
