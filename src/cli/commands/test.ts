/** `rnn-check test <file|folder…>`: an author's check of exercises: their sample answers, and what would wrongly pass. */

import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { byNaturalOrder } from "../../course/order.ts";
import type { Exercise } from "../../exercises/exercise.ts";
import { format as junit } from "../../formats/junit.ts";
import { renderReports } from "../../formats/render.ts";
import { grade, ungradable } from "../../grading/grade.ts";
import { gradedReport, invalidReport, type Report, type ReportItem } from "../../grading/report.ts";
import { differences, type Marks } from "../../grading/samples.ts";
import { isRecord, type Json } from "../../kinds/judgement.ts";
import { lint } from "../../kinds/lint.ts";
import { practice } from "../../kinds/practice.ts";
import { AuthoredText } from "../../kinds/read.ts";
import type { Message } from "../../messages/message.ts";
import { isExerciseError } from "../errors.ts";
import { exerciseFile, exercisesIn, textOf } from "../exerciseFolders.ts";
import { brokenExercise } from "../explain.ts";
import { hasEnding, isFolder, readAnswerFile } from "../files.ts";
import { say } from "../messages/cli.ts";
import { Session } from "../session.ts";
import { heading, page, paragraph } from "../view/blocks.ts";
import { paint, show, symbol, type TerminalStyle } from "../view/style.ts";

export interface TestFlags {
  readonly strict?: boolean;
  readonly junit?: string;
  readonly format: string;
}

export async function test(session: Session, paths: readonly string[], flags: TestFlags): Promise<number> {
  const reports: Report[] = [];
  for (const path of paths.flatMap(exercisesAt)) reports.push(await reportOn(session, path, flags.strict));
  const context = { language: session.language, title: "rnn-check test" };
  const [document] = renderReports(junit, () => reports, context);
  let xml = "";
  for await (const chunk of document?.chunks ?? []) xml += chunk;
  if (flags.junit !== undefined) writeFileSync(flags.junit, xml);
  const passed = reports.every((report) => report.passed);
  if (flags.format === "junit" && !session.json) session.around.stdout.write(xml);
  else session.write({ passed, exercises: reports }, (style) => page(reports.map((one) => view(session, one, style))));
  return passed ? 0 : reports.some(({ status }) => status === "invalid") ? 2 : 1;
}

/** An exercise by id or path, or all that a folder holds. */
function exercisesAt(path: string): readonly string[] {
  if (!isFolder(path) || exerciseFile(path) !== undefined) return [path];
  const found = [...exercisesIn([path]).values()].flatMap(({ file, twin = [] }) => [file, twin].flat());
  return found.length === 0 ? [path] : found.sort(byNaturalOrder);
}

/** An item a sample answer or question, worth a point if nothing is wrong with it; told are errors and warnings. */
async function reportOn(session: Session, path: string, isStrict = false): Promise<Report> {
  const item = (id: string, errors: readonly Message[], warnings: readonly Message[] = []): ReportItem => {
    const points = errors.length > 0 || (isStrict && warnings.length > 0) ? 0 : 1;
    const told = (severity: string) => (one: Message) => ({ code: one.code, message: session.say(one), severity });
    const feedback = [...errors.map(told("error")), ...warnings.map(told("warning"))];
    return { id, kind: "test", verdict: points === 1 ? "correct" : "incorrect", points, maxPoints: 1, feedback };
  };
  try {
    const exercise = await session.exercises.load(path);
    const items = (await samples(session, exercise, path)).concat(questions(exercise)).map((found) => item(...found));
    const worth = { maxPoints: items.length, minPercent: 100 };
    return gradedReport({ exercise: exercise.id, file: path }, items, worth);
  } catch (error) {
    if (!isExerciseError(error)) throw error;
    brokenExercise(new Session({ ...session.options, json: false }, session.around), error);
    const { message, line, column } = error;
    const place = { ...(line && { line }), ...(column && { column }) };
    return invalidReport({ exercise: path, file: path }, 1, { code: "exercise.broken", message, ...place });
  }
}

type Checked = readonly [subject: string, errors: readonly Message[], warnings?: readonly Message[]];

/** The answers beside an exercise, and the marks that stand there for them. */
async function samples({ around }: Session, exercise: Exercise, path: string): Promise<readonly Checked[]> {
  const folder = join(isFolder(path) ? path : dirname(path), "answers");
  if (!existsSync(path) || !isFolder(folder)) return [];
  const names = readdirSync(folder).filter((name) => hasEnding(name) && name !== "marks.yaml");
  const file = join(folder, "marks.yaml");
  const marks = existsSync(file) ? marksIn(new AuthoredText(textOf(file), file)) : {};
  const each = [...new Set([...names, ...Object.keys(marks)])].sort().map(async (name): Promise<Checked> => {
    const answer = await readAnswerFile(join(folder, name), around);
    const report = answer.ok ? grade(exercise, answer.text) : ungradable(exercise, answer.error);
    const wrong = differences(report, marks[name] ?? {}).map(({ question = "", expected, got }) =>
      say(question === "" ? "test.differs" : "test.differs-in", { question, expected, got }),
    );
    const missing = names.includes(name) ? [] : [say("file.missing", { file: name })];
    return [`answers/${name}`, [...missing, ...wrong], marks[name] === undefined ? [say("test.unmarked")] : []];
  });
  return Promise.all(each);
}

/** @throws ExerciseError with the place of what is none */
function marksIn(authored: AuthoredText): Readonly<Record<string, Marks>> {
  const data = (authored.data() ?? {}) as Json;
  const areRecords = (part: Json = {}) => isRecord(part) && Object.values(part).every(isRecord);
  const all = isRecord(data) ? Object.entries(data) : [["", data] as const];
  const wrong = all.find(([, marks]) => !(isRecord(marks) && areRecords(marks.items)));
  if (wrong === undefined) return data as Readonly<Record<string, Marks>>;
  const message = "marks look like this: right.json: { points: 2, items: { q: { verdict: correct } } }";
  throw authored.error([{ path: wrong[0] === "" ? [] : [wrong[0]], message }]);
}

/** So many draws are looked at of an exercise to practise with. */
const draws = 5;

/** With the exercise's own numbers, and with some that are drawn for practice. */
function questions(exercise: Exercise): readonly Checked[] {
  const found = lint(exercise);
  const seeds = exercise.variants === undefined ? [] : Array.from({ length: draws }, (_, i) => String(i + 1));
  const errorsIn = (all: typeof found) => all.filter(({ severity }) => severity === "error");
  const messages = (all: typeof found) => all.map(({ message }) => message);
  const drawn = seeds.map((seed) => {
    return [`practice --seed ${seed}`, messages(errorsIn(lint(practice(exercise, seed))))] as const;
  });
  const own = exercise.questions.map(({ id }): Checked => {
    const here = found.filter(({ question }) => question === id);
    return [id, messages(errorsIn(here)), messages(here.filter(({ severity }) => severity === "warning"))];
  });
  return [...own, ...drawn];
}

function view(session: Session, { exercise, file = "", items, status }: Report, style: TerminalStyle): string[] {
  if (status === "invalid") return [];
  const isWarning = (one: object) => "severity" in one && one.severity === "warning";
  const told = items.flatMap(({ id, feedback }) =>
    feedback.flatMap((one) => {
      const mark = isWarning(one) ? symbol("bullet", style) : paint(symbol("incorrect", style), "incorrect", style);
      return paragraph(`${mark} ${show(id, style)}: ${show(one.message, style)}`, style);
    }),
  );
  const counts = { n: items.length, wrong: items.filter(({ points }) => points === 0).length };
  const summary = paragraph(session.say(say("test.counts", counts)), style);
  return [...heading(`${show(exercise, style)}  ${show(file, style)}`, style), ...summary, ...told];
}
