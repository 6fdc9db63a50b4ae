/** What must hold of every report, whatever was handed in. */

import type { Exercise } from "../../src/exercises/exercise.ts";
import { pointsOf } from "../../src/exercises/exercise.ts";
import { grade } from "../../src/grading/grade.ts";

const verdicts = new Set(["correct", "partial", "incorrect", "missing", "invalid", "review"]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be shown.
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Grades an answer and says what is wrong with the report; undefined if nothing is. Throws if grading does. */
export function flaw(exercise: Exercise, answer: unknown): string | undefined {
  const report = grade(exercise, answer, { feedback: "full" });
  if (report.status === "invalid") return report.error === undefined ? "invalid without an error" : undefined;
  if (!inRange(report.points, pointsOf(exercise))) return `points ${report.points}`;
  if (report.items.length !== exercise.questions.length) return "items are missing";
  for (const item of report.items) {
    if (!verdicts.has(item.verdict)) return `verdict ${item.verdict}`;
    if (!inRange(item.points + (item.reviewPoints ?? 0), item.maxPoints)) return `${item.id}: points ${item.points}`;
    if (item.verdict === "correct" && item.points !== item.maxPoints) return `${item.id}: correct for ${item.points}`;
    if (item.verdict === "incorrect" && item.points !== 0) return `${item.id}: incorrect for ${item.points}`;
    for (const { code, message } of item.feedback) {
      if (!/^[a-z]+\.[a-z0-9-]+$/.test(code)) return `${item.id}: code ${code}`;
      if (message === code) return `${item.id}: no words for ${code}`;
      if (message === "" || control.test(message)) return `${item.id}: message ${JSON.stringify(message)}`;
    }
  }
  return undefined;
}

function inRange(points: number, most: number): boolean {
  return points >= 0 && points <= most + 1e-9;
}
