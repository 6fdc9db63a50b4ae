/** Answers that say the same, so that a person decides about all at once; and those decided, as labelled ones to learn from. */

import { entryOf } from "../engine/maps.ts";
import type { Report, ReportCriterion, ReportItem } from "../grading/report.ts";
import { shownLength } from "../messages/safeText.ts";
import { compareText } from "./order.ts";

/** One thing to decide: an item or a criterion of it, for all who wrote the same. */
export interface Cluster {
  readonly exercise: string;
  /** Of the first of them. */
  readonly item: ReportItem;
  readonly criterion?: ReportCriterion;
  readonly maxPoints: number;
  readonly members: readonly Member[];
}

interface Member {
  readonly student: string;
  readonly answer: string;
  readonly answerHash: string;
}

type Part = Pick<Cluster, "item" | "criterion">;

/** What is under review in an item: its criteria one by one where it has them. */
function openParts(item: ReportItem): Part[] {
  const open = item.overridden ? [] : (item.criteria ?? []).filter(({ verdict }) => verdict === "review");
  if (open.length > 0) return open.map((criterion) => ({ item, criterion }));
  return item.verdict === "review" ? [{ item }] : [];
}

/** What is under review. Most frequent answers of a question first. */
export function openClusters(reports: Iterable<Report>): Cluster[] {
  const questions = new Map<string, Map<string, Cluster & { readonly members: Member[] }>>();
  for (const report of reports) {
    const { exercise, student = report.file ?? "" } = report;
    for (const part of report.items.flatMap(openParts)) {
      const { item, criterion } = part;
      const question = JSON.stringify([exercise, item.id, criterion?.id]);
      const { answer = "", answerHash = "" } = item;
      // An answer that is shown cut may go on differently.
      const same = answer.length >= shownLength ? answerHash : plainWords(answer);
      // What the tool saw in it: an answer that it read differently, beside other answers, is another one.
      const { points, maxPoints, feedback = [] } = criterion ?? item;
      const key = JSON.stringify([same, points, feedback.map(({ code }) => code)]);
      const none = { exercise, ...part, maxPoints, members: [] };
      const clusters = entryOf(questions, question, () => new Map());
      entryOf(clusters, key, () => none).members.push({ student, answer, answerHash });
    }
  }
  return [...questions.values()].flatMap((clusters) =>
    [...clusters.values()].sort((a, b) => b.members.length - a.members.length),
  );
}

/** Without what makes no difference: case, accents, spaces, quotes, marks at the end of words, how numbers are written. */
export function plainWords(text: string): string {
  const umlauts: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}+|["'`´“”„‚‘’«»]/gu, "")
    .replace(/(?<![\d.,])(\d+),(?=\d+(?![\d.,]))/g, "$1.")
    .replace(/(?<!\d)0*(\d+)(?:(\.\d*?[1-9])0+|\.0*)(?![\d.])/g, "$1$2")
    .replace(/(?<=\p{L}{2})\p{Pd}(?=\p{L}{2})/gu, " ")
    .replace(/[.,;:!]+(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The labelled answers to one question. */
export interface Labelled {
  readonly exercise: string;
  readonly question: string;
  readonly criteria: readonly string[];
  /** Each with its place in a YAML list, sorted. */
  readonly lines: readonly string[];
}

const letters: Readonly<Record<string, string>> = { met: "m", partly: "p", unmet: "u" };

/** Equal answers once; without those that reports hold only the beginning of. */
export function labelledAnswers(reports: Iterable<Report>): Labelled[] {
  const questions = new Map<string, Omit<Labelled, "lines"> & { readonly lines: Set<string> }>();
  for (const { exercise, items } of reports) {
    for (const item of items) {
      const { id: question, answer = "", criteria = [] } = item;
      const marks = marksOf(item);
      if (marks === undefined || answer.length >= shownLength) continue;
      const key = JSON.stringify([exercise, question]);
      const none = { exercise, question, criteria: criteria.map(({ id }) => id), lines: new Set<string>() };
      entryOf(questions, key, () => none).lines.add(`  - ${marks}: ${JSON.stringify(answer)}`);
    }
  }
  return [...questions.values()].map(({ lines, ...one }) => ({ ...one, lines: [...lines].sort(compareText) }));
}

/** A letter a criterion, `-` for those that nobody decided; undefined if that is all of them. */
function marksOf({ criteria = [] }: ReportItem): string | undefined {
  const marks = criteria.map(({ verdict, overridden }) => (overridden ? (letters[verdict] ?? "-") : "-")).join("");
  return /[mpu]/.test(marks) ? marks : undefined;
}

/** The text of the file with these answers added to those that teach, as far as they are new. */
export function withLabelled(text: string, { criteria, lines }: Labelled): string {
  const note = `# One letter a criterion (m met, p partly, u unmet, - not labelled), then the answer: ${criteria.join(", ")}.`;
  const rows = (text.trim() || `${note}\ntrain:`).split("\n");
  const start = rows.findIndex((row) => /^train:/.test(row));
  const end = rows.findIndex((row, at) => at > start && /^\w+:/.test(row));
  const fresh = lines.filter((line) => !rows.includes(line));
  return `${rows.toSpliced(end < 0 ? rows.length : end, 0, ...fresh).join("\n")}\n`;
}
