/** JUnit XML for CI servers: a suite a submission, a case an item; review is `skipped`, unreadable is `error`. */

import { roundPoints } from "../grading/outcome.ts";
import type { Report, ReportItem } from "../grading/report.ts";
import { type Context, type Format, oneFile, type ReportSource, studentOf } from "./format.ts";
import { describeError, describeItem, describeTotal, sayIn } from "./wording.ts";
import { xmlAttributes, xmlElement, xmlText } from "./xml.ts";

export const junit: Format = {
  id: "junit",
  files: "one",
  render: (reports, context) => oneFile("junit.xml", document(reports, context)),
};

interface Counts {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
}

async function* document(reports: ReportSource, context: Context): AsyncGenerator<string> {
  const all: Counts = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  for await (const report of reports()) addCounts(all, countsOf(report));
  const name = context.title ?? "rnn-check";
  // Grading is not timed: the same submissions give the same file.
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${xmlAttributes({ name, ...all, time: 0 })}>\n`;
  for await (const report of reports()) yield suite(report, context);
  yield "</testsuites>\n";
}

function addCounts(sum: Counts, counts: Counts): void {
  sum.tests += counts.tests;
  sum.failures += counts.failures;
  sum.errors += counts.errors;
  sum.skipped += counts.skipped;
}

function countsOf({ status, items }: Report): Counts {
  if (status === "invalid") return { tests: 1, failures: 0, errors: 1, skipped: 0 };
  const count = (...outcomes: Outcome[]) => items.filter((item) => outcomes.includes(outcomeOf(item))).length;
  return { tests: items.length, failures: count("failure"), errors: count("error"), skipped: count("skipped") };
}

type Outcome = "passed" | "failure" | "error" | "skipped";

function outcomeOf({ verdict }: ReportItem): Outcome {
  if (verdict === "correct") return "passed";
  if (verdict === "invalid") return "error";
  return verdict === "review" ? "skipped" : "failure";
}

function suite(report: Report, context: Context): string {
  const { exercise, file } = report;
  const name = `${exercise} ${studentOf(report)}`;
  const attributes = { name, ...countsOf(report), time: 0, timestamp: context.generatedAt, file };
  const cases =
    report.status === "invalid"
      ? [invalidCase(report, context)]
      : report.items.map((item) => itemCase(report, item, context));
  const parts = [points(report), ...cases, output("system-out", summary(report, context))];
  return `${xmlElement("testsuite", attributes, `\n${parts.filter(Boolean).join("\n")}\n`)}\n`;
}

/** CI servers tell tests apart by class and name, so the class names the student too. */
function caseAttributes(report: Report, name: string) {
  return { name, classname: `${report.exercise}.${studentOf(report)}`, file: report.file, time: 0 };
}

function itemCase(report: Report, item: ReportItem, context: Context): string {
  const attributes = caseAttributes(report, item.id);
  const lines = describeItem(item, context.language);
  const answer = item.answer === undefined ? "" : `${sayIn(context.language)("report.answer")}: ${item.answer}`;
  const parts = [
    points(item),
    outcomeElement(item, lines, context),
    output("system-out", [answer, ...lines].filter(Boolean).join("\n")),
  ];
  return xmlElement("testcase", attributes, parts.join(""));
}

function outcomeElement(item: ReportItem, lines: readonly string[], context: Context): string {
  const outcome = outcomeOf(item);
  if (outcome === "passed") return "";
  const message = lines[0] ?? sayIn(context.language)(`report.${item.verdict}`);
  if (outcome === "skipped") return xmlElement("skipped", { message });
  return xmlElement(outcome, { message, type: item.verdict }, xmlText(lines.join("\n")));
}

function invalidCase(report: Report, context: Context): string {
  const message = describeError(report.error, context.language);
  const error = xmlElement("error", { message, type: report.error?.code ?? "invalid" }, xmlText(message));
  return xmlElement("testcase", caseAttributes(report, "file"), error);
}

function summary(report: Report, context: Context): string {
  const warnings = (report.warnings ?? []).map((warning) => warning.message);
  return [describeTotal(report, context.language), ...warnings].join("\n");
}

function points(scored: { points: number; maxPoints: number; reviewPoints?: number }): string {
  const values = { points: scored.points, maxPoints: scored.maxPoints, reviewPoints: scored.reviewPoints ?? 0 };
  const properties = Object.entries(values).map(([name, value]) =>
    xmlElement("property", { name, value: roundPoints(value) }),
  );
  return xmlElement("properties", {}, properties.join(""));
}

function output(name: string, text: string): string {
  return text === "" ? "" : xmlElement(name, {}, xmlText(text));
}
