/** In what two reports on one student's exercise differ. */

import type { Report, ReportCriterion, ReportItem } from "../grading/report.ts";

/** What one item (or criterion: `item/criterion`) came to. */
export interface Standing {
  readonly verdict: string;
  readonly points: number;
  readonly codes: readonly string[];
  /** Set if a person decided. */
  readonly overridden?: true;
  readonly answerHash?: string | undefined;
}

export interface ItemChange {
  readonly item: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** The answer itself is another one. */
  readonly answerChanged: boolean;
}

export interface ResultChange {
  readonly student: string;
  readonly exercise: string;
  readonly file?: string;
  /** Null where there is no result. */
  readonly before: { readonly status: string; readonly points: number } | null;
  readonly after: { readonly status: string; readonly points: number } | null;
  readonly items: readonly ItemChange[];
}

/** Undefined if verdicts, points and codes are the same throughout. */
export function compareReports(before: Report | undefined, after: Report | undefined): ResultChange | undefined {
  const [old, now] = [before, after].map(standings) as [Map<string, Standing>, Map<string, Standing>];
  const items: ItemChange[] = [];
  for (const item of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(item) ?? null, now.get(item) ?? null];
    if (before !== undefined && after !== undefined && JSON.stringify(was) !== JSON.stringify(is)) {
      const answerChanged = was?.answerHash !== is?.answerHash;
      items.push({ item, before: was, after: is, answerChanged });
    }
  }
  const [was, is] = [before, after].map((report) => report && { status: report.status, points: report.points });
  if (items.length === 0 && was?.points === is?.points && was?.status === is?.status) return undefined;
  const { student, file, exercise } = (after ?? before) as Report;
  const place = { student: student ?? "", exercise, ...(file === undefined ? {} : { file }) };
  return { ...place, before: was ?? null, after: is ?? null, items };
}

function standings(report: Report | undefined): Map<string, Standing> {
  const all = new Map<string, Standing>();
  if (report?.error !== undefined) all.set("", { verdict: report.status, points: 0, codes: [report.error.code] });
  for (const item of report?.items ?? []) {
    all.set(item.id, standing(item));
    for (const criterion of item.criteria ?? []) all.set(`${item.id}/${criterion.id}`, standing(criterion));
  }
  return all;
}

function standing(part: ReportItem | ReportCriterion): Standing {
  const { verdict, points, feedback = [], overridden } = part;
  return {
    verdict,
    points,
    codes: feedback.map(({ code }) => code),
    ...(overridden !== undefined && { overridden: true }),
    ...("answerHash" in part && { answerHash: part.answerHash }),
  };
}
