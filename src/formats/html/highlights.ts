/** What a person should look at first: answers under review by item, and files that cannot be graded; bounded. */

import { roundPoints } from "../../grading/outcome.ts";
import type { Report, ReportItem } from "../../grading/report.ts";
import type { ReportSource } from "../format.ts";
import { isUnderReview } from "../markdown.ts";

/** A submission by its place in the results. */
export interface Highlight {
  readonly index: number;
  readonly report: Report;
  readonly item?: ReportItem;
}

export interface ReviewGroup {
  readonly exercise: string;
  readonly item: string;
  count: number;
  points: number;
  readonly first: Highlight[];
}

export interface Highlights {
  readonly review: readonly ReviewGroup[];
  readonly invalid: readonly Highlight[];
  readonly invalidCount: number;
}

const maxPerItem = 6;
const maxInvalid = 12;

export async function collectHighlights(reports: ReportSource): Promise<Highlights> {
  const groups = new Map<string, ReviewGroup>();
  const invalid: Highlight[] = [];
  let invalidCount = 0;
  let index = 0;
  for await (const report of reports()) {
    if (report.status === "invalid" && ++invalidCount <= maxInvalid) invalid.push({ index, report });
    for (const item of report.items) {
      if (isUnderReview(item)) addReview(groups, { index, report, item });
    }
    index++;
  }
  const review = [...groups.values()].sort((a, b) => b.count - a.count);
  return { review, invalid, invalidCount };
}

function addReview(groups: Map<string, ReviewGroup>, highlight: Required<Highlight>): void {
  const { report, item } = highlight;
  const key = JSON.stringify([report.exercise, item.id]);
  let group = groups.get(key);
  if (group === undefined) {
    group = { exercise: report.exercise, item: item.id, count: 0, points: 0, first: [] };
    groups.set(key, group);
  }
  group.count++;
  group.points = roundPoints(group.points + (item.reviewPoints ?? item.maxPoints - item.points));
  if (group.first.length < maxPerItem) group.first.push(highlight);
}
