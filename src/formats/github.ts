/** For GitHub Actions: annotations for the log, a step summary, and Classroom's result as a step output. */

import { append, countUp } from "../engine/maps.ts";
import { type Report, type ReportItem, roundPoints } from "../grading/report.ts";
import { type Context, type Format, type OutputFile, type ReportSource, studentOf } from "./format.ts";
import { markdownReport } from "./markdown.ts";
import { isUnderReview, type Words } from "./words.ts";

/** Print `annotations.txt` to the log; append the others to the files `GITHUB_STEP_SUMMARY` and `GITHUB_OUTPUT`. */
export const format: Format = { id: "github", files: "several", write };

function* write(given: ReportSource, words: Words, context: Context): Generator<OutputFile> {
  const reports = linked(given, context);
  yield { path: "github/annotations.txt", chunks: annotations(reports, words) };
  yield { path: "github/summary.md", chunks: bounded(markdownReport(reports, words, context), words) };
  yield { path: "github/output.txt", chunks: [`result=${classroomResult(reports, words)}\n`] };
}

/** With paths as links into the repository that the pipeline runs in. */
function linked(reports: ReportSource, { linkPrefix = "" }: Context): ReportSource {
  if (linkPrefix === "") return reports;
  return function* () {
    for (const report of reports()) {
      yield report.file === undefined ? report : { ...report, file: `${linkPrefix}/${report.file}` };
    }
  };
}

/** GitHub refuses more than 1 MiB a step; some room is left for what other tools of the step append. */
const summaryBytes = 1_000_000;

function* bounded(chunks: Iterable<string>, words: Words): Generator<string> {
  const encoder = new TextEncoder();
  let left = summaryBytes;
  for (const chunk of chunks) {
    left -= encoder.encode(chunk).length;
    if (left < 0) return yield `\n${words.say("report.shortened")}\n`;
    yield chunk;
  }
}

type Level = "error" | "warning" | "notice";

export interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  /** 1-based. */
  readonly column?: number | undefined;
}

/** GitHub keeps ten of a level a step and drops the rest without a word. */
const perLevel = 10;

/** Errors for what cannot be read, warnings for what is wrong, notices for review: ten of each at most, or the last counts the rest. */
function* annotations(reports: ReportSource, words: Words): Generator<string> {
  const [counts, first] = [new Map<Level, number>(), new Map<Level, string[]>()];
  for (const report of reports()) {
    for (const annotation of annotationsOf(report, words)) {
      const { level } = annotation;
      if (countUp(counts, level) <= perLevel) append(first, level, annotationCommand(annotation));
    }
  }
  for (const level of ["error", "warning", "notice"] as const) {
    const [count = 0, told = []] = [counts.get(level), first.get(level)];
    yield* count <= perLevel ? told : told.slice(0, -1);
    if (count <= perLevel) continue;
    const message = words.say("report.annotation-more", { count: count - perLevel + 1 });
    yield annotationCommand({ level, title: "rnn-check", message });
  }
}

function* annotationsOf(report: Report, words: Words): Generator<Annotation> {
  const { file, error } = report;
  const who = `${report.exercise} ${studentOf(report)}`;
  if (report.status === "invalid") {
    yield { level: "error", title: who, message: words.error(error), file, line: error?.line, column: error?.column };
  }
  for (const item of report.items) {
    const level = levelOf(item);
    if (level === undefined) continue;
    const verdict = words.verdict(item.verdict);
    yield { level, title: `${who} ${item.id}: ${verdict}`, message: words.item(item).join("\n") || verdict, file };
  }
}

function levelOf(item: ReportItem): Level | undefined {
  if (isUnderReview(item)) return "notice";
  if (item.verdict === "correct") return undefined;
  return item.verdict === "invalid" ? "error" : "warning";
}

/** `::warning file=…,title=…::message` with its line break, escaped so that no text in it can be a command of its own. */
export function annotationCommand({ level, file, line, column, title, message }: Annotation): string {
  const properties = Object.entries({ file, line, col: column, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`);
  return `::${level} ${properties.join(",")}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

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
