/** What the page's script knows of each submission, packed as arrays; its counterpart is `client/students.js`. */

import { type ExerciseStatistics, isAbsent } from "../../course/statistics.ts";
import { roundPoints } from "../../grading/outcome.ts";
import type { Message, Report, ReportCriterion, ReportItem } from "../../grading/report.ts";
import type { Verdict } from "../../kinds/judgement.ts";
import type { Language } from "../../messages/catalogue.ts";
import { type ReportSource, studentOf } from "../format.ts";
import { describeError } from "../wording.ts";
import { jsonIsland } from "./escape.ts";

/** A letter a verdict, as the script reads them. */
const letters: Readonly<Record<Verdict, string>> = {
  correct: "c",
  partial: "p",
  review: "r",
  incorrect: "i",
  invalid: "u",
  missing: "m",
};

const criterionLetters = { met: "c", partly: "p", unmet: "i", review: "r" } as const;

/** Messages are few and repeated: reports hold their numbers in one list. */
class MessageNumbers {
  readonly #numbers = new Map<string, number>();

  of(messages: readonly Message[] | undefined): number[] {
    return (messages ?? []).map(({ message }) => this.#number(message));
  }

  #number(message: string): number {
    const known = this.#numbers.get(message);
    if (known !== undefined) return known;
    this.#numbers.set(message, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  list(): string[] {
    return [...this.#numbers.keys()];
  }
}

/** Chunks of one JSON document. `compact` leaves out answers and messages and keeps verdicts and points. */
export async function* pageData(
  reports: ReportSource,
  exercises: readonly ExerciseStatistics[],
  { language, compact, head }: { language: Language; compact: boolean; head: object },
): AsyncGenerator<string> {
  const indexes = new Map(exercises.map((exercise, index) => [exercise.exercise, index]));
  const messages = new MessageNumbers();
  yield `${jsonIsland({ ...head, compact }).slice(0, -1)},"reports":[`;
  let separator = "\n";
  for await (const report of reports()) {
    const index = indexes.get(report.exercise) ?? 0;
    yield separator + jsonIsland(packReport(report, index, exercises[index], { language, compact, messages }));
    separator = ",\n";
  }
  yield `\n],"messages":${jsonIsland(messages.list())}}`;
}

interface Packing {
  readonly language: Language;
  readonly compact: boolean;
  readonly messages: MessageNumbers;
}

function packReport(report: Report, index: number, exercise: ExerciseStatistics | undefined, packing: Packing) {
  const items = new Map(report.items.map((item) => [item.id, item]));
  const columns = (exercise?.items ?? []).map(({ id }) => items.get(id));
  const graded = report.status === "graded";
  const core = [
    studentOf(report),
    index,
    graded ? (isAbsent(report) ? 2 : 0) : 1,
    roundPoints(report.points),
    roundPoints(report.reviewPoints),
    report.passed ? 1 : 0,
    report.file ?? "",
    graded ? columns.map((item) => letters[item?.verdict ?? "missing"]).join("") : "",
  ];
  if (!graded) return [...core, describeError(report.error, packing.language)];
  if (packing.compact) return core;
  const details = columns.map((item) => (item === undefined ? 0 : packItem(item, packing)));
  return [...core, packing.messages.of(report.warnings), details];
}

function packItem(item: ReportItem, { messages }: Packing) {
  return [
    roundPoints(item.points),
    roundPoints(item.reviewPoints ?? 0),
    item.answer ?? 0,
    messages.of(item.feedback),
    (item.criteria ?? []).map((criterion) => packCriterion(criterion, messages)),
    item.overridden === undefined ? 0 : [item.overridden.by ?? "", item.overridden.comment ?? ""],
  ];
}

function packCriterion(criterion: ReportCriterion, messages: MessageNumbers) {
  return [
    criterion.id,
    criterionLetters[criterion.verdict],
    roundPoints(criterion.points),
    roundPoints(criterion.maxPoints),
    criterion.evidence ?? [],
    messages.of(criterion.feedback),
    criterion.overridden === undefined ? 0 : [criterion.overridden.by ?? "", criterion.overridden.comment ?? ""],
  ];
}
