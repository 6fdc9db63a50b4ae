/** Answers that say the same, so that a person decides about all of them at once. */

import { entryOf } from "../engine/maps.ts";
import type { Report, ReportCriterion, ReportItem } from "../grading/report.ts";
import { shownLength } from "../messages/safeText.ts";

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
