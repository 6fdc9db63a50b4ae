import { describe, expect, test } from "vitest";
import { type PathIdentity, PathReader, type Surroundings } from "../../src/course/identity.ts";
import { ageByName, cleanStudent } from "../../src/course/names.ts";

const around: Surroundings = { ids: ["ex1", "ex6", "ex2-cubed"], baseName: "course" };

function read(files: readonly string[], changes: Partial<Surroundings> = {}) {
  const reader = new PathReader(
    files.map((file) => ({ file })),
    { ...around, ...changes },
  );
  return files.map((file) => reader.read(file));
}

test.each([
  // file, student, exercise, submitter
  ["ex6.json", "course", "ex6", ""],
  ["ab12cde.json", "ab12cde", undefined, "ab12cde"],
  ["ex6_ab12cde.json", "ab12cde", "ex6", "ab12cde"],
  ["ab12cde-EX6.json", "ab12cde", "ex6", "ab12cde"],
  ["ab12cde_ex6 (2).json", "ab12cde", "ex6", "ab12cde"],
  ["ab12cde/ex6.json", "ab12cde", "ex6", "ab12cde"],
  ["ab12cde/answer.json", "ab12cde", undefined, "ab12cde"],
  ["ab12cde/ex6_final_v2.json", "ab12cde", "ex6", "ab12cde"],
  ["ab12cde/myanswer.json", "ab12cde", undefined, "ab12cde"],
  ["ex6/ab12cde.json", "ab12cde", "ex6", "ab12cde"],
  ["ex2-cubed/ab12cde.json", "ab12cde", "ex2-cubed", "ab12cde"],
  ["submissions/ab12cde/attempt 2/ex6.json", "ab12cde", "ex6", "ab12cde"],
  ["Jürgen Groß/ex6.json", "Jürgen Groß", "ex6", "Jürgen Groß"],
  ["Ann Berg_1234_assignsubmission_file_/ex6.json", "Ann Berg", "ex6", "moodle 1234"],
  ["Ann Berg_1234_assignsubmission_file/sub/x.json", "Ann Berg", undefined, "moodle 1234"],
  ["Ann Berg_1234_assignsubmission_file_ex6.json", "Ann Berg", "ex6", "moodle 1234"],
  ["bergann_12345_67890_ex6.json", "bergann", "ex6", "canvas 12345"],
  ["bergann_LATE_12345_67890_answer-1.json", "bergann", undefined, "canvas 12345"],
  ["bergann_12345_67890_work.zip/ex6.json", "bergann", "ex6", "canvas 12345"],
  ["ab12cde.zip/ex6.json", "ab12cde", "ex6", "ab12cde"],
  ["ab12cde/work.zip/ex6.json", "ab12cde", "ex6", "ab12cde"],
  ["17/ex6.json", "17", "ex6", "17"],
  ["submission_4711/answer.json", "submission_4711", undefined, "submission_4711"],
  ["answers/ex6.json", "course", "ex6", ""],
  ["index6.json", "index6", undefined, "index6"],
  ["😀/ex6.json", "😀", "ex6", "😀"],
  // Matriculation numbers, some of which could be dates.
  ["12345678.json", "12345678", undefined, "12345678"],
  ["ex6_12345678.json", "12345678", "ex6", "12345678"],
  ["ex6_20210315.json", "20210315", "ex6", ""],
  ["20230000.json", "20230000", undefined, "20230000"],
  ["123456789.json", "123456789", undefined, "123456789"],
  ["s20231234.json", "s20231234", undefined, "s20231234"],
  ["s1234567890.json", "s1234567890", undefined, "s1234567890"],
  ["ex6_s20240531.json", "s20240531", "ex6", "s20240531"],
  ["12350_68000_answer.json", "12350_68000", undefined, "12350_68000"],
  ["20210315/ex6.json", "20210315", "ex6", "20210315"],
  // Dates: with separators, with a time, or beside a name.
  ["ex6_2024-05-31_ab12cde.json", "ab12cde", "ex6", "ab12cde"],
  ["99_20240531_ex6.json", "99", "ex6", "99"],
  ["ab12cde_20240531_2359.json", "ab12cde", undefined, "ab12cde"],
  ["ab12cde/ex6_20240531T235900Z.json", "ab12cde", "ex6", "ab12cde"],
  ["ab12cde/ex6_2024-05-31.json", "ab12cde", "ex6", "ab12cde"],
  ["ab12cde/ex6_20240531.json", "ab12cde", "ex6", "ab12cde"],
])("%s", (file, student, exercise, submitter) => {
  const { isNamed: _, around: __, ...identity } = read([file])[0] as PathIdentity;
  expect(identity).toEqual({ student, submitter, ...(exercise === undefined ? {} : { exercise }) });
});

test("names of exercises, numbers and words that anybody uses name nobody", () => {
  const files = ["ex6.json", "answers/ex6.json", "17/answer.json", "ann.json", "ann/ex6.json"];
  expect(read(files).map(({ isNamed }) => isNamed)).toEqual([false, false, false, true, true]);
});

test("what a student puts into their own folder or archive is theirs, whoever it is named after", () => {
  const victim = "Vic Ray_2_assignsubmission_file_";
  expect(read([`Mal Low_1_assignsubmission_file_/${victim}/ex6.json`])[0]?.student).toBe("Mal Low");
  const isStudent = (name: string) => ["mal", "vic"].includes(name);
  const files = ["mal/vic/ex6.json", "mal/vic.json", "mal.zip/vic/ex6.json"];
  expect(read(files, { isStudent }).map(({ student }) => student)).toEqual(["mal", "mal", "mal"]);
});

describe("what a name means depends on the others", () => {
  test("names that stand in one folder only are students of a group", () => {
    const students = read(["g1/anna.json", "g1/ben.json", "g2/cleo.json", "g2/dan.json"]).map(({ student }) => student);
    expect(students).toEqual(["anna", "ben", "cleo", "dan"]);
  });
  test("names that recur are parts of one student's work", () => {
    const students = read(["ann/p.json", "ann/q.json", "ben/p.json", "ben/q.json"]).map(({ student }) => student);
    expect(students).toEqual(["ann", "ann", "ben", "ben"]);
  });
  test("a roster knows", () => {
    const isStudent = (name: string) => name === "work";
    expect(read(["g1/work.json"], { isStudent })[0]?.student).toBe("work");
  });
  test("a roster's id is one even where it looks like a date beside a name", () => {
    const isStudent = (name: string) => name === "20240531";
    expect(read(["final-berg_20240531_ex6.json"], { isStudent })[0]?.student).toBe("20240531");
  });
  test("so does Gradescope's list", () => {
    const exported = new Map([["submission_7", ["ab12cde", "zy98xwv"]]]);
    expect(read(["export/submission_7/ex6.json"], { exported })[0]).toMatchObject({
      student: "ab12cde",
      members: ["ab12cde", "zy98xwv"],
      submitter: "submission_7",
      isNamed: true,
    });
  });
});

test("students' names are one harmless line, and long ones stay apart", () => {
  expect(cleanStudent("a\u001b[31m\nb\u202e")).toBe("a b");
  expect(cleanStudent("u\u0308")).toBe("ü");
  const [one, two] = ["x".repeat(400), `${"x".repeat(399)}y`].map(cleanStudent);
  expect(one?.length).toBeLessThanOrEqual(300);
  expect(one).not.toBe(two);
});

test.each([
  ["ex6.json", "ex6 (2).json"],
  ["ex6_1.json", "ex6_2.json"],
  ["ex6_9.json", "ex6_10.json"],
  ["ex6-v1.json", "ex6-v2.json"],
  ["attempt1/ex6.json", "attempt2/ex6.json"],
  ["ex6_2024-01-31.json", "ex6_2024-02-01.json"],
  ["20240131T101500/ex6.json", "20240131T101501/ex6.json"],
  ["ex6_2024-01-31_v9.json", "ex6_2024-02-01_v1.json"],
  ["berg_12345_99999_answer.json", "berg_12345_11111_answer-1.json"],
])("%s is older than %s", (older, newer) => {
  const [a, b] = [older, newer].map((file) => ageByName(file, "ex6")) as [
    readonly [number, number],
    readonly [number, number],
  ];
  expect(a[0] - b[0] || a[1] - b[1]).toBeLessThan(0);
});
