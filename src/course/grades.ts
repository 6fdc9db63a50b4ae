/** A grading key: which mark there is from which share of the points on. */

import { type Report, reaches } from "../grading/report.ts";
import type { Message } from "../messages/message.ts";
import { safeText } from "../messages/safeText.ts";
import { say } from "./messages.ts";

/** The highest step first, `from` in percent of the points; below the lowest there is no mark. */
export type GradeKey = readonly { readonly from: number; readonly mark: string }[];

/** Without semicolons, a comma parts two steps where a percentage and a colon follow; else it is a mark's own (`1,3`). */
const comma = /,(?=\s*(?:\d+(?:\.\d+)?\s*%?\s*[:=]|$))/;
const step = /^(\d+(?:[.,]\d+)?)\s*%?\s*[:=]\s*([^,:;=]+|\d,\d)$/;

/** Reads `50:4.0,60:3.0`, in any order; gives what is in the way if it can't be meant. */
export function gradeKey(text: string): { readonly key: GradeKey } | { readonly problem: Message } {
  const steps = new Map<number, string>();
  for (const entry of text.split(text.includes(";") ? ";" : comma).map((part) => part.trim())) {
    if (entry === "" && steps.size > 0) continue;
    const [, percent = "", mark = ""] = step.exec(entry) ?? [];
    const from = Number(percent.replace(",", "."));
    const shown = safeText(mark, 20).trim();
    if (shown === "") return { problem: say("course.grade-step", { entry: safeText(entry, 60) }) };
    if (from > 100) return { problem: say("course.grade-above", { entry: safeText(entry, 60) }) };
    const other = steps.get(from);
    if (other !== undefined) return { problem: say("course.grade-twice", { from, first: other, second: shown }) };
    steps.set(from, shown);
  }
  const key = [...steps].map(([from, mark]) => ({ from, mark }));
  return { key: key.sort((a, b) => b.from - a.from) };
}

/** `open`: the better mark that points under review may still lead to. */
export interface Mark {
  readonly mark?: string | undefined;
  readonly open?: string | undefined;
}

/** The mark for points that are certain, if they reach one. */
export function markOf(totals: Pick<Report, "points" | "reviewPoints" | "maxPoints">, key: GradeKey): Mark {
  const mark = key.find(({ from }) => reaches(totals, from))?.mark;
  const best = key.find(({ from }) => reaches(totals, from) !== false)?.mark;
  return { mark, ...(best !== mark && { open: best }) };
}

/** How many have a mark, the best first; null: they are below all steps. `open`: some of them may still get a better one. */
export interface GradeCount {
  readonly mark: string | null;
  readonly from: number;
  readonly students: number;
  readonly open: number;
}

export function gradeCounts(students: readonly Parameters<typeof markOf>[0][], key: GradeKey): GradeCount[] {
  const marks = students.map((student) => markOf(student, key));
  return [...key, { from: 0, mark: undefined }].map(({ from, mark }) => {
    const those = marks.filter((one) => one.mark === mark);
    const open = those.filter((one) => one.open !== undefined).length;
    return { mark: mark ?? null, from, students: those.length, open };
  });
}

/** The key that they were counted by. */
export function keyOf(counts: readonly GradeCount[] | undefined): GradeKey | undefined {
  return counts?.flatMap(({ from, mark }) => (mark === null ? [] : { from, mark }));
}
