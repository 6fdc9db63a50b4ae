/** Answers that say the same, so that a person decides about all of them at once; and which of the marks to look at. */

import { entryOf } from "../engine/maps.ts";
import { checksum, type Report, type ReportCriterion, type ReportItem } from "../grading/report.ts";
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

/** What is under review; criteria one by one where an item has them. Most frequent answers of a question first. */
export function openClusters(reports: Iterable<Report>): Cluster[] {
  return clustered(reports, (item) => {
    const open = item.overridden ? [] : partsOf(item).filter(({ criterion }) => criterion?.verdict === "review");
    return open.length > 0 ? open : item.verdict === "review" ? [{ item }] : [];
  });
}

/**
 * A sample of marks that the tool was sure of, the same in every run and whatever is decided meanwhile: of answers in
 * words, or of all in a course without any. Students are drawn, and with each all who wrote the same.
 */
export function sureClusters(reports: Iterable<Report>, size: number): Cluster[] {
  const isSure = (part: Part) => !["review", "invalid", "missing"].includes(markOf(part).verdict);
  const sure = clustered(reports, (item) => partsOf(item).filter(isSure));
  const texts = sure.filter(({ criterion }) => criterion !== undefined);
  const drawn = (texts.length > 0 ? texts : sure).map((cluster) => {
    const { exercise, item, criterion, members } = cluster;
    const place = [exercise, item.id, criterion?.id].join("\n");
    const tickets = members.map(({ student, answerHash }) => checksum(`${place}\n${student}\n${answerHash}`));
    return [tickets.sort()[0] ?? "", cluster] as const;
  });
  const inOrder = drawn.sort(([a], [b]) => compareText(a, b)).map(([, cluster]) => cluster);
  return inOrder.slice(0, size);
}

/** The tool's own mark, whoever decided since. */
export function markOf({ item, criterion }: Part): Pick<ReportItem | ReportCriterion, "verdict" | "points"> {
  const part = criterion ?? item;
  return part.overridden?.was ?? part;
}

function partsOf(item: ReportItem): Part[] {
  const criteria = item.criteria ?? [];
  return criteria.length === 0 ? [{ item }] : criteria.map((criterion) => ({ item, criterion }));
}

function clustered(reports: Iterable<Report>, partsOf: (item: ReportItem) => readonly Part[]): Cluster[] {
  const questions = new Map<string, Map<string, Cluster & { readonly members: Member[] }>>();
  for (const report of reports) {
    const { exercise, student = report.file ?? "" } = report;
    for (const part of report.items.flatMap(partsOf)) {
      const { item, criterion } = part;
      const question = JSON.stringify([exercise, item.id, criterion?.id]);
      const { verdict, points } = markOf(part);
      const { answer = "", answerHash = "" } = item;
      // An answer that is shown cut may go on differently.
      const same = answer.length >= shownLength ? answerHash : plainWords(answer);
      // What the tool saw in it: an answer that it read differently, beside other answers, is another one.
      const { overridden, feedback = [] } = criterion ?? item;
      const codes = overridden ? [] : feedback.map(({ code }) => code);
      const key = JSON.stringify([same, verdict, points, codes]);
      const none = { exercise, ...part, maxPoints: (criterion ?? item).maxPoints, members: [] };
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
