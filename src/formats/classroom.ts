/** GitHub Classroom's result of a run, as its autograders hand it on: JSON in Base64. */

import { type Report, roundPoints } from "../grading/report.ts";
import { type ReportSource, studentOf } from "./format.ts";
import type { Words } from "./words.ts";

type ClassroomTest = ReturnType<typeof newTest>;
type Status = "pass" | "fail" | "error";

/** More tests or longer texts would not fit into an output of 1 MiB; scores still count all. */
const maxTests = 300;
const maxMessage = 300;
const maxName = 200;

/** The Base64 text for the step output `result`. A test an item; points under review are not in any score. */
export function classroomResult(reports: ReportSource, words: Words): string {
  const tests: ClassroomTest[] = [];
  const rest = { count: 0, score: 0 };
  let maxScore = 0;
  let status: Status = "pass";
  for (const report of reports()) {
    maxScore += report.maxPoints;
    if (report.status === "invalid") status = "error";
    else if (!report.passed && status === "pass") status = "fail";
    for (const test of testsOf(report, words)) {
      if (tests.length < maxTests) tests.push(test);
      else {
        rest.count++;
        rest.score += test.score;
      }
    }
  }
  if (rest.count > 0)
    tests.push(newTest({ name: words.say("report.and-more", { count: rest.count }), score: rest.score }));
  return base64(JSON.stringify({ version: 1, status, max_score: roundPoints(maxScore), tests }));
}

function testsOf(report: Report, words: Words): ClassroomTest[] {
  const { exercise, student, file: filename = "", error } = report;
  const named = (name: string) => (student === undefined ? name : `${name} (${studentOf(report)})`);
  if (report.status === "invalid") {
    const message = words.error(error);
    return [newTest({ name: named(exercise), status: "error", message, filename, line_no: error?.line ?? 0 })];
  }
  return report.items.map((item) =>
    newTest({
      name: named(`${exercise} ${item.id}`),
      // Three words for six verdicts; the message says in which of them the item is.
      status: item.verdict === "correct" ? "pass" : item.verdict === "invalid" ? "error" : "fail",
      score: item.points,
      message: [words.verdict(item.verdict), ...words.item(item)].join("\n"),
      filename,
    }),
  );
}

/** What GitHub knows of a test. */
const blank = {
  name: "",
  status: "fail" as Status,
  score: 0,
  message: "",
  test_code: "",
  filename: "",
  line_no: 0,
  execution_time: 0,
};

function newTest(given: Partial<typeof blank>) {
  const { name, score, message, filename, ...test } = { ...blank, ...given };
  const bounded = { message: message.slice(0, maxMessage), filename: filename.slice(0, maxName) };
  return { ...blank, ...test, name: name.slice(0, maxName), score: roundPoints(score), ...bounded };
}

/** Of the text in UTF-8. */
function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}
