/** GitHub Classroom's result of a run, as its autograders hand it on: JSON in Base64. */

import { roundPoints } from "../grading/outcome.ts";
import type { Report, ReportItem } from "../grading/report.ts";
import { type Context, type ReportSource, studentOf } from "./format.ts";
import { describeError, describeItem, sayIn } from "./wording.ts";

interface ClassroomTest {
  name: string;
  status: "pass" | "fail" | "error";
  score: number;
  message: string;
  test_code: string;
  filename: string;
  line_no: number;
  execution_time: number;
}

/** More tests than that would not fit into an output of 1 MiB; scores still count all. */
const maxTests = 300;
const maxMessage = 300;
const maxName = 200;

/** The Base64 text for the step output `result`. A test an item; points under review are not in any score. */
export async function classroomResult(reports: ReportSource, context: Context): Promise<string> {
  const tests: ClassroomTest[] = [];
  const rest = { count: 0, score: 0 };
  let maxScore = 0;
  let failed = false;
  let broken = false;
  for await (const report of reports()) {
    maxScore += report.maxPoints;
    failed ||= !report.passed;
    broken ||= report.status === "invalid";
    for (const test of testsOf(report, context)) {
      if (tests.length < maxTests) {
        tests.push(test);
        continue;
      }
      rest.count++;
      rest.score += test.score;
    }
  }
  if (rest.count > 0) tests.push(restTest(rest, context));
  const status = broken ? "error" : failed ? "fail" : "pass";
  return base64(JSON.stringify({ version: 1, status, max_score: roundPoints(maxScore), tests }));
}

function testsOf(report: Report, context: Context): ClassroomTest[] {
  if (report.status === "invalid") {
    const message = describeError(report.error, context.language);
    return [{ ...newTest(report, report.exercise, message), status: "error", line_no: report.error?.line ?? 0 }];
  }
  return report.items.map((item) => ({
    ...newTest(report, `${report.exercise} ${item.id}`, itemMessage(item, context)),
    status: statusOf(item),
    score: roundPoints(item.points),
  }));
}

/** Three words for six verdicts; the message says in which of them the item is. */
function statusOf({ verdict }: ReportItem): ClassroomTest["status"] {
  if (verdict === "correct") return "pass";
  return verdict === "invalid" ? "error" : "fail";
}

function itemMessage(item: ReportItem, { language }: Context): string {
  return [sayIn(language)(`report.${item.verdict}`), ...describeItem(item, language)].join("\n");
}

function newTest(report: Report, name: string, message: string): ClassroomTest {
  return {
    name: (report.student === undefined ? name : `${name} (${studentOf(report)})`).slice(0, maxName),
    status: "fail",
    score: 0,
    message: message.slice(0, maxMessage),
    test_code: "",
    filename: (report.file ?? "").slice(0, maxName),
    line_no: 0,
    execution_time: 0,
  };
}

function restTest({ count, score }: { count: number; score: number }, { language }: Context): ClassroomTest {
  const name = sayIn(language)("report.and-more", { count });
  const empty = { message: "", test_code: "", filename: "", line_no: 0, execution_time: 0 };
  return { name, status: "fail", score: roundPoints(score), ...empty };
}

/** Of the text in UTF-8. */
function base64(text: string): string {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}
