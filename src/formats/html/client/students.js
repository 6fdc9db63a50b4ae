/** Unpacks the reports and gathers them by student; knows nothing of the page's looks. */

import { exercises, packedReports, plain } from "./page.js";

const reports = packedReports.map(
  ([student, exercise, status, points, review, passed, file, letters, ...rest], index) => {
    const texts = status === 1 ? { error: rest[0] } : { warnings: rest[0] ?? [], items: rest[1] };
    return { index, student, exercise, status, points, review, passed, file, letters, ...texts };
  },
);

export const students = studentsOf(reports);

/** A row for each student; a second report for the same exercise makes a second row. */
function studentsOf(all) {
  const rows = new Map();
  for (const report of all) {
    const list = rows.get(report.student) ?? [];
    rows.set(report.student, list);
    let row = list.find((candidate) => candidate.reports[report.exercise] === undefined);
    if (row === undefined) {
      row = { student: report.student, reports: [], text: plain(report.student) };
      list.push(row);
    }
    row.reports[report.exercise] = report;
    row.text += ` ${plain(report.file)}`;
  }
  return [...rows.values()].flat().map(summed);
}

function summed(row) {
  const handedIn = row.reports.filter(Boolean);
  const sum = (pick) => handedIn.reduce((total, report) => total + pick(report), 0);
  const status = handedIn.some((report) => report.status === 1)
    ? "invalid"
    : handedIn.every((report) => report.status === 2)
      ? "absent"
      : handedIn.length === exercises.length && handedIn.every((report) => report.passed)
        ? "passed"
        : "failed";
  return {
    ...row,
    points: sum((report) => report.points),
    review: sum((report) => report.review),
    status,
    underReview: handedIn.some((report) => report.review > 0 || report.letters.includes("r")),
  };
}
