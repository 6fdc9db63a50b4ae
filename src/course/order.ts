/** The order of results, which is the same on every machine; reads nothing but names. */

import type { Report } from "../grading/report.ts";

/** Files first, in the order of their names; then who handed in nothing, by exercise and student. By code units. */
export function compareResults(
  a: Pick<Report, "file" | "exercise" | "student">,
  b: Pick<Report, "file" | "exercise" | "student">,
): number {
  if (a.file !== undefined || b.file !== undefined) {
    if (a.file === undefined) return 1;
    if (b.file === undefined) return -1;
    return compareText(a.file, b.file);
  }
  return compareText(a.exercise, b.exercise) || compareText(a.student ?? "", b.student ?? "");
}

/** By code units, so that the order is the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
