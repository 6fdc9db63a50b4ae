/** What people decided about answers in words, as labelled answers that the second judge learns from. */

import { entryOf } from "../engine/maps.ts";
import type { Report, ReportItem } from "../grading/report.ts";
import { shownLength } from "../messages/safeText.ts";
import { compareText } from "./order.ts";

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
