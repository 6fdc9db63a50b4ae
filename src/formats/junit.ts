/** JUnit XML for CI servers: a suite a submission, a case an item. */

import { type Report, type ReportItem, roundPoints } from "../grading/report.ts";
import { type Context, oneFile, type ReportSource, studentOf } from "./format.ts";
import type { Words } from "./words.ts";

export const format = oneFile("junit", "junit.xml", document);

function* document(reports: ReportSource, words: Words, context: Context): Generator<string> {
  const all: Outcome[] = [];
  for (const report of reports()) all.push(...outcomesOf(report));
  const name = context.title ?? "rnn-check";
  // Grading is not timed: the same submissions give the same file.
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${xmlAttributes({ name, ...counts(all), time: 0 })}>\n`;
  for (const report of reports()) yield suite(report, words);
  yield "</testsuites>\n";
}

/** What is not passed is called as its element is. */
type Outcome = "passed" | "failure" | "error" | "skipped";

function counts(outcomes: readonly Outcome[]) {
  const of = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
  return { tests: outcomes.length, failures: of("failure"), errors: of("error"), skipped: of("skipped") };
}

function outcomesOf({ status, items }: Report): Outcome[] {
  return status === "invalid" ? ["error"] : items.map(outcomeOf);
}

function outcomeOf({ verdict }: ReportItem): Outcome {
  if (verdict === "correct") return "passed";
  if (verdict === "invalid") return "error";
  return verdict === "review" ? "skipped" : "failure";
}

function suite(report: Report, words: Words): string {
  const { exercise, file } = report;
  const name = `${exercise} ${studentOf(report)}`;
  const attributes = { name, ...counts(outcomesOf(report)), time: 0, file };
  const cases = report.items.map((item) => itemCase(report, item, words));
  if (report.status === "invalid") {
    const message = words.error(report.error);
    const error = xmlElement("error", { message, type: report.error?.code ?? "invalid" }, xmlText(message));
    cases.push(testcase(report, "file", error));
  }
  const parts = [points(report), ...cases, output(words.summary(report))];
  return `${xmlElement("testsuite", attributes, `\n${parts.join("\n")}\n`)}\n`;
}

/** CI servers tell tests apart by class and name, so the class names the student too. */
function testcase(report: Report, name: string, content: string): string {
  const classname = `${report.exercise}.${studentOf(report)}`;
  return xmlElement("testcase", { name, classname, file: report.file, time: 0 }, content);
}

function itemCase(report: Report, item: ReportItem, words: Words): string {
  const lines = words.item(item);
  const answer = item.answer ? [`${words.say("report.answer")}: ${item.answer}`] : [];
  return testcase(report, item.id, points(item) + outcome(item, lines, words) + output([...answer, ...lines]));
}

function outcome(item: ReportItem, lines: readonly string[], words: Words): string {
  const element = outcomeOf(item);
  if (element === "passed") return "";
  const message = lines[0] ?? words.verdict(item.verdict);
  if (element === "skipped") return xmlElement(element, { message });
  return xmlElement(element, { message, type: item.verdict }, xmlText(lines.join("\n")));
}

function points({ points, maxPoints, reviewPoints = 0 }: Report | ReportItem): string {
  const properties = Object.entries({ points, maxPoints, reviewPoints }).map(([name, value]) =>
    xmlElement("property", { name, value: roundPoints(value) }),
  );
  return xmlElement("properties", {}, properties.join(""));
}

function output(lines: readonly string[]): string {
  return lines.length === 0 ? "" : xmlElement("system-out", {}, xmlText(lines.join("\n")));
}

/** What XML 1.0 cannot hold in any form: most control characters, lone surrogates and two non-characters. */
const illegal =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** For element content. */
export function xmlText(text: string): string {
  return escaped(text, /[&<>\r]/g);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** ` name="value"` for each; line breaks survive, undefined is left out. */
export function xmlAttributes(attributes: Attributes): string {
  let text = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${escaped(String(value), /[&<>"\t\n\r]/g)}"`;
  }
  return text;
}

function escaped(text: string, special: RegExp): string {
  return text.replace(illegal, "").replace(special, (character) => `&#${character.charCodeAt(0)};`);
}

/** `content` is XML already. */
function xmlElement(name: string, attributes: Attributes, content = ""): string {
  const start = `<${name}${xmlAttributes(attributes)}`;
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}
