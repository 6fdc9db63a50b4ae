/** What people decided about answers in words, as labelled answers that the second judge learns from. */

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

/** Equal answers once. Leaves out those that reports hold only the beginning of; `cut` counts them. */
export function labelledAnswers(reports: Iterable<Report>) {
  const questions = new Map<string, Omit<Labelled, "lines"> & { readonly lines: Set<string> }>();
  let cut = 0;
  for (const { exercise, items } of reports) {
    for (const item of items) {
      const marks = marksOf(item);
      if (marks === undefined || item.answer === undefined) continue;
      if (item.answer.length >= shownLength) {
        cut++;
        continue;
      }
      const key = JSON.stringify([exercise, item.id]);
      const criteria = (item.criteria ?? []).map(({ id }) => id);
      const labelled = questions.get(key) ?? { exercise, question: item.id, criteria, lines: new Set<string>() };
      questions.set(key, labelled);
      labelled.lines.add(`  - ${marks}: ${JSON.stringify(item.answer)}`);
    }
  }
  const all = [...questions.values()].map(
    ({ lines, ...one }): Labelled => ({ ...one, lines: [...lines].sort(compareText) }),
  );
  return { labelled: all, cut };
}

/** A letter a criterion, `-` for those that nobody decided; undefined if that is all of them. */
function marksOf({ criteria = [] }: ReportItem): string | undefined {
  const marks = criteria.map(({ verdict, overridden }) => (overridden ? (letters[verdict] ?? "-") : "-")).join("");
  return /[mpu]/.test(marks) ? marks : undefined;
}

/** The text of the file with these answers added to those that teach, as far as they are new. */
export function withLabelled(text: string, { criteria, lines }: Labelled): string {
  if (text.trim() === "") {
    const letter = "# Each line: one letter a criterion (m met, p partly, u unmet, - not labelled), then the answer.";
    return `${letter} Criteria: ${criteria.join(", ")}.\ntrain:\n${lines.join("\n")}\n`;
  }
  const rows = text.trimEnd().split("\n");
  const known = new Set(rows.map((row) => row.trim()));
  const start = rows.findIndex((row) => /^train:/.test(row));
  const end = rows.findIndex((row, at) => at > start && /^\w+:/.test(row));
  const place = end < 0 ? rows.length : end;
  return `${rows.toSpliced(place, 0, ...lines.filter((line) => !known.has(line.trim()))).join("\n")}\n`;
}
