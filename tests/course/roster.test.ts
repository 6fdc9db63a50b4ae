import { expect, test } from "vitest";
import { batch, sheet, temporaryFolder, textOf, writeFiles } from "./support/course.ts";

test("a roster adds those who handed in nothing, for every exercise that was handed in", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "roster.csv": "Name,Student ID,Email\nAnn,a1,ann@x.org\nBen,b2,ben@x.org\n",
    "in/a1/ex1.json": sheet("a1", "ex1"),
    "in/b2/ex2.json": sheet("b2", "ex2"),
    "in/guest/ex1.json": sheet("guest", "ex1"),
  });
  const { status, reports, summary } = await batch(folder, { roster: "roster.csv", failBelow: 1 });
  expect(reports.map(({ file, student, exercise, points }) => [file, student, exercise, points])).toEqual([
    ["a1/ex1.json", "a1", "ex1", 3],
    ["b2/ex2.json", "b2", "ex2", 3],
    ["guest/ex1.json", "guest", "ex1", 3],
    [undefined, "b2", "ex1", 0],
    [undefined, "a1", "ex2", 0],
  ]);
  expect(reports[3]?.items.map(({ verdict }) => verdict)).toEqual(["missing", "missing"]);
  expect(summary).toMatchObject({ results: 5, notHandedIn: 2, graded: 3 });
  expect(status).toBe(1);
});

test("names and addresses lead to the roster's ids, unless they are two people's", async () => {
  const folder = temporaryFolder();
  const rows = [
    "Vorname;Nachname;Matrikelnummer;E-Mail-Adresse",
    "Ann;Berg;11;ann@x.org",
    "Jo;Li;12;jo@x.org",
    "Jo;Li;13;j2@x.org",
    "Cleo;;14;",
    ";Diaz;15;",
  ];
  writeFiles(folder, {
    "roster.csv": `\ufeff${rows.join("\r\n")}`,
    "in/Ann Berg_77_assignsubmission_file_/ex1.json": sheet(undefined, undefined),
    "in/Jo Li_78_assignsubmission_file_/ex1.json": sheet(undefined, undefined),
    "in/1/ex1.json": sheet("J2@x.org", "ex1"),
    // A first or last name alone says too little.
    "in/Cleo_79_assignsubmission_file_/ex1.json": sheet(undefined, undefined),
    "in/Diaz_80_assignsubmission_file_/ex1.json": sheet(undefined, undefined),
  });
  const { reports } = await batch(folder, { roster: "roster.csv" });
  const students = reports.map(({ student }) => student);
  // Whoever of two may have handed in is not absent.
  expect(students).toEqual(["13", "11", "Cleo", "Diaz", "Jo Li", "14", "15"]);
});

test("a roster alone is enough where the exercise is known", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "roster.csv": "ab1\nab2\n", "in/x.txt": "" });
  expect((await batch(folder, { roster: "roster.csv" })).status).toBe(2);
  const { status, reports } = await batch(folder, { roster: "roster.csv", exercise: "ex1" });
  expect(status).toBe(0);
  expect(reports.map(({ student }) => student)).toEqual(["ab1", "ab2"]);
});

test.each(["Colour,Size\nred,1\n", "\u0000"])("a table without ids is refused", async (text) => {
  const folder = temporaryFolder();
  writeFiles(folder, { "roster.csv": text, "in/ex1.json": sheet("a", "ex1") });
  const { status, stderr } = await batch(folder, { roster: "roster.csv" });
  expect([status, stderr.includes("roster.csv")]).toEqual([2, true]);
});

test("a line in a classmate's file takes no one's grade: the folder's owner is the platform's to tell", async () => {
  const course = (folder: string, names: readonly string[]) => {
    writeFiles(folder, { "roster.csv": "id,name\nab12cde,Ann Berg\nev1,Eve Low\n" });
    for (const name of names) {
      const n = name === "Ann Berg_1" ? 42 : 1;
      writeFiles(folder, { [`in/${name}_assignsubmission_file_/ex1.json`]: sheet("ab12cde", undefined, { n }) });
    }
  };
  const both = temporaryFolder();
  course(both, ["Ann Berg_1", "Eve Low_2"]);
  const { reports, summary, stderr } = await batch(both, { roster: "roster.csv" });
  expect(reports.map(({ student, points, warnings }) => [student, points, warnings?.[0]?.code])).toEqual([
    ["ab12cde", 3, undefined],
    ["ev1", 1, "batch.other-student"],
  ]);
  expect(summary.misnamed).toMatchObject([{ claimed: "ab12cde", student: "ev1" }]);
  expect(stderr).toMatch(/name another student +1 /);
  const alone = temporaryFolder();
  course(alone, ["Eve Low_2"]);
  const eve = await batch(alone, { roster: "roster.csv" });
  expect(eve.reports.map(({ student, file }) => [student, file === undefined])).toEqual([
    ["ev1", false],
    ["ab12cde", true],
  ]);
});

test("ids match in any case, unless two differ in nothing else", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "roster.csv": "id\nab34xyz\nQ1\nq1\n",
    "in/AB34XYZ/ex1.json": sheet(undefined, undefined),
    "in/1/ex1.json": sheet("q1", undefined),
  });
  const { reports } = await batch(folder, { roster: "roster.csv" });
  expect(reports.map(({ student }) => student)).toEqual(["q1", "ab34xyz", "Q1"]);
});

test("who is not on the roster is said, and left out of files for gradebooks", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "roster.csv": "id,email\na1,ann@x.org\nb2,ben@x.org\n",
    "in/a1/ex1.json": sheet(undefined, undefined),
    "in/guest/ex1.json": sheet(undefined, undefined),
  });
  const options = { roster: "roster.csv", format: ["moodle", "canvas", "csv"] };
  const { out, summary, stderr } = await batch(folder, { ...options, moodleId: "useremail" });
  expect(summary.notOnRoster).toEqual(["guest"]);
  expect(stderr).toContain('"guest"');
  const rows = textOf(`${out}/moodle.csv`).split("\r\n");
  expect(rows.map((row) => row.split(",").slice(0, 3))).toEqual([
    ["useremail", "ex1", "ex1 feedback"],
    ["ann@x.org", "3", expect.stringContaining("3 of 3 points")],
    // No grade is an empty cell.
    ["ben@x.org", "", "nothing handed in"],
    [""],
  ]);
  expect(textOf(`${out}/canvas.csv`)).not.toContain("guest");
  expect(textOf(`${out}/results.csv`)).toContain("guest");
});

test("of two people of one name on the roster each says who they are, and nobody else's word counts", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "roster.csv": "id,name\na1,Jo Li\na2,Jo Li\nm1,Mal Low\n",
    "in/Jo Li_7_assignsubmission_file_/ex1.json": sheet("a2", undefined),
    "in/Jo Li_8_assignsubmission_file_/ex1.json": sheet("A1", undefined),
    "in/Mal Low_9_assignsubmission_file_/ex1.json": sheet("a1", undefined),
  });
  const { reports } = await batch(folder, { roster: "roster.csv" });
  expect(reports.map(({ student }) => student)).toEqual(["a2", "a1", "m1"]);
});

test("a first name alone leads to nobody", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "roster.csv": "id,first name,last name\nm1,Ann,\nm2,,Ray\n",
    "in/Ann/ex1.json": sheet(undefined, undefined),
    "in/Ray/ex1.json": sheet(undefined, undefined),
  });
  const { reports, summary } = await batch(folder, { roster: "roster.csv" });
  expect(reports.map(({ student }) => student)).toEqual(["Ann", "Ray", "m1", "m2"]);
  expect(summary.notOnRoster).toEqual(["Ann", "Ray"]);
});

test("groups that Moodle puts before a name", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "roster.csv": "id,name\nb2,Bob Ray\n",
    "in/Group 1-Bob Ray_1240_assignsubmission_file_/ex1.json": sheet(undefined, undefined),
  });
  const { reports } = await batch(folder, { roster: "roster.csv" });
  expect(reports.map(({ student }) => student)).toEqual(["b2"]);
});

test("a gradebook as Canvas exports it: numbers in file names lead to people, names are no ids", async () => {
  const folder = temporaryFolder();
  const rows = [
    "Student,ID,SIS User ID,SIS Login ID,Section,Sheet (99)",
    "    Points Possible,,,,,9",
    '"Berg, Ann",12345,sisA,aberg,S1,',
    '"Berg, Ann",12399,sisB,aberg2,S1,',
    '"Ray, Bob",12347,sisD,bray,S1,',
  ];
  writeFiles(folder, {
    "roster.csv": rows.join("\n"),
    "in/bergann_12399_67890_ex1.json": sheet(undefined, undefined),
    "in/raybob_LATE_12347_67891_ex1.json": sheet(undefined, undefined, { n: 1 }),
  });
  const options = { roster: "roster.csv", format: ["canvas"], canvasId: "ID" as const };
  const { out, reports } = await batch(folder, options);
  expect(reports.map(({ student }) => student)).toEqual(["aberg2", "bray", "aberg"]);
  expect(textOf(`${out}/canvas.csv`).split("\r\n").slice(2)).toEqual([
    '"Berg, Ann",12345,sisA,aberg,S1,',
    '"Berg, Ann",12399,sisB,aberg2,S1,9',
    '"Ray, Bob",12347,sisD,bray,S1,3',
    "",
  ]);
});

test.each([
  ["Windows-1252", (text: string) => Buffer.from(text, "latin1"), true],
  ["UTF-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le"), false],
  ["UTF-16, big end first", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(), false],
])("a roster in %s is read", async (_, encode, guessed) => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "roster.csv": encode("id,name\nm1,Jürgen Müller\n"),
    "in/Jürgen Müller_12_assignsubmission_file_/ex1.json": sheet(undefined, undefined),
  });
  const { reports, stderr } = await batch(folder, { roster: "roster.csv" });
  expect(reports.map(({ student }) => student)).toEqual(["m1"]);
  expect(stderr.includes("Windows-1252")).toBe(guessed);
});

test.each([
  ['Name,Matrikel\n"Müller, Jörg",77\n', "Jörg Müller_40300_assignsubmission_file_", "77"],
  ["Nachname;Vorname;ID-Nummer\nMüller;Jörg;77\n", "Joerg Mueller_40300_assignsubmission_file", "77"],
  ["Surname,First name,Student ID\nO'Brien,Ann,77\n", "Ann OBrien_40300_assignsubmission_file_", "77"],
  ["Anmeldename,Vorname,Nachname\njm7,Tr?ng,Nguy?n\n", "Trọng Nguyễn_40300_assignsubmission_file_", "jm7"],
  ["Identifier,Full name\nParticipant 40300,Jo Li\n", "Jo Li_40300_assignsubmission_file_", "Participant 40300"],
  ["ID,Status\nTeilnehmer/in40300,x\n", "Teilnehmerin_40300_assignsubmission_file_", "Teilnehmer/in40300"],
  ["Identifier,Grade\nParticipant 40300,\n", "Participant 40300_assignsubmission_file_", "Participant 40300"],
  ["identifier,github_username,github_id,name\n77,jo-li,9,Jo\n", "rnn-sheet-6-jo-li", "77"],
  ["sep=;\nMatrikelnummer;E-Mail-Adresse\r\n78;x@y.z\n77;jo.li@y.z\r\n", "jo.li", "77"],
])("%j leads from %s to %s", async (roster, place, student) => {
  const folder = temporaryFolder();
  writeFiles(folder, { "roster.csv": roster, [`in/${place}/ex1.json`]: sheet(undefined, undefined) });
  const { reports } = await batch(folder, { roster: "roster.csv" });
  expect(reports[0]?.student).toBe(student);
});

test("two of one name are told apart by the worksheet's number; without it neither is absent", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "numbers.csv": "Identifier,Full name,Email address\nParticipant 7,Ann Berg,a@x\nParticipant 8,Ann Berg,b@x\n",
    "names.csv": "Full name,Email address\nAnn Berg,a@x\nAnn Berg,b@x\nCy Li,c@x\n",
    "in/Ann Berg_8_assignsubmission_file_/ex1.json": sheet(undefined, undefined),
    "in/Ann Berg_7_assignsubmission_file_/ex1.json": sheet(undefined, undefined, { n: 1 }),
  });
  const clear = await batch(folder, { roster: "numbers.csv" });
  expect(clear.reports.map(({ student, points }) => [student, points])).toEqual([
    ["a@x", 1],
    ["b@x", 3],
  ]);
  const unclear = await batch(folder, { roster: "names.csv" });
  expect(unclear.reports.map(({ student }) => student)).toEqual(["Ann Berg [moodle 7]", "Ann Berg [moodle 8]", "c@x"]);
  expect(unclear.reports[0]?.warnings?.map(({ code }) => code)).toContain("batch.ambiguous-student");
});

test("a group's answer counts for all in it: by a column, a folder, or a list where the channel names nobody", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "roster.csv": "id,name,group\na1,Ann Ott,Team 1\nb2,Bo Ray,Team 1\nc3,Cy Li,Team 2\nd4,Di Wu,Team 2\ne5,Ed Fox,\n",
    "in/a1/ex1.json": sheet(undefined, undefined),
    "in/Team 2/ex1.json": sheet(undefined, undefined, { n: 1 }),
    "in/e5/ex1.json": { students: ["e5", "x9"], n: 42 },
    "open/ex1.json": { students: ["f6", "g7"], answers: { n: 42 } },
  });
  const { reports } = await batch(folder, { roster: "roster.csv" });
  expect(reports.map(({ student, points, file }) => [student, points, file])).toEqual([
    ["c3", 1, "Team 2/ex1.json"],
    ["d4", 1, "Team 2/ex1.json~2"],
    ["a1", 3, "a1/ex1.json"],
    ["b2", 3, "a1/ex1.json~2"],
    ["e5", 2, "e5/ex1.json"],
  ]);
  const open = await batch(folder, { inputs: ["open"] });
  expect(open.reports.map(({ student }) => student)).toEqual(["f6", "g7"]);
});
