/** In what two reports on one student's exercise differ. */

import type { Report, ReportCriterion, ReportItem } from "../grading/report.ts";

/** What one item (or criterion: `item/criterion`) came to; `overridden` if a person decided. */
export type Standing = ReturnType<typeof standing>;
export type ResultChange = NonNullable<ReturnType<typeof compareReports>>;

/** Undefined if verdicts, points and codes are the same throughout; null stands for what is not there. */
export function compareReports(before: Report | undefined, after: Report | undefined) {
  const [old, now] = [standings(before), standings(after)];
  const both = before === undefined || after === undefined ? [] : [...new Set([...old.keys(), ...now.keys()])];
  const items = both
    .map((item) => ({ item, before: old.get(item) ?? null, after: now.get(item) ?? null }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after))
    .map((one) => ({ ...one, answerChanged: one.before?.answerHash !== one.after?.answerHash }));
  const [was, is] = [before, after].map((report) => report && { status: report.status, points: report.points });
  if (items.length === 0 && was?.points === is?.points && was?.status === is?.status) return undefined;
  const { student = "", file, exercise } = (after ?? before) as Report;
  return { student, exercise, ...(file !== undefined && { file }), before: was ?? null, after: is ?? null, items };
}

function standings(report: Report | undefined): Map<string, Standing> {
  const all = new Map<string, Standing>();
  if (report?.error !== undefined) all.set("", { verdict: "invalid", points: 0, codes: [report.error.code] });
  for (const item of report?.items ?? []) {
    all.set(item.id, standing(item));
    for (const criterion of item.criteria ?? []) all.set(`${item.id}/${criterion.id}`, standing(criterion));
  }
  return all;
}

function standing(part: ReportItem | ReportCriterion) {
  const { verdict, points, feedback = [], overridden } = part;
  const answerHash = "answerHash" in part ? part.answerHash : undefined;
  const codes = feedback.map(({ code }) => code);
  return { verdict, points, codes, ...(overridden && { overridden: true }), ...(answerHash && { answerHash }) };
}
