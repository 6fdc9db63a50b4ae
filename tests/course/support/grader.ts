/** An exercise of two questions that stands in for real ones: fast, and with a verdict for every need of a test. */

import { UnknownExercise } from "../../../src/cli/exerciseFiles.ts";
import type { Grader, Place } from "../../../src/course/grader.ts";
import { ExerciseError } from "../../../src/exercises/problem.ts";
import { answerHash, type Report, type ReportItem } from "../../../src/grading/report.ts";
import { readSubmission } from "../../../src/grading/submission.ts";

/**
 * `n`: 2 points for the number 42. `why`: a text of one point, met by "because", under review where it says "maybe".
 * An answer `crash` is a defect of the grader.
 */
function fakeGrader(exercise: string): Grader {
  return {
    exercise,
    minPercent: 100,
    maxPoints: 3,
    items: ["n", "why"],
    worth: (item: string) => ({ n: 2, why: 1 })[item],
    solution: (item: string) => ({ n: "It is 42." })[item],
    describe: (item: string, criterion?: string) => ({
      question: `What about ${item}?`,
      ...(criterion === undefined ? {} : { criterion: "gives a reason" }),
    }),
    grade(text: string, place: Place): Report {
      const reading = readSubmission(text);
      const base = { schema: "rnn-check/report@1", exercise, ...place, maxPoints: 3, reviewPoints: 0 } as const;
      if (!reading.ok) {
        const { code, line, column } = reading.error;
        const place = line === undefined || column === undefined ? {} : { line, column };
        const error = { code, message: code, ...place };
        const none = { points: 0, passed: false, needsReview: false, items: [] };
        return { ...base, status: "invalid", ...none, error };
      }
      const answers = Object.fromEntries(reading.submission.answers.map(([key, { value }]) => [key, value]));
      if (answers.crash === true) throw new Error("planted defect");
      const items = [numberItem(answers.n), textItem(answers.why)];
      const points = items.reduce((sum, item) => sum + item.points, 0);
      const reviewPoints = items.reduce((sum, item) => sum + (item.reviewPoints ?? 0), 0);
      const passed = points + reviewPoints >= 3;
      return { ...base, status: "graded", points, reviewPoints, passed, needsReview: reviewPoints > 0, items };
    },
  };
}

type Value = Parameters<typeof answerHash>[0];

function numberItem(value: Value): ReportItem {
  const common = { id: "n", kind: "number", maxPoints: 2, feedback: [] };
  if (value === undefined) return { ...common, verdict: "missing", points: 0 };
  const hash = { answer: JSON.stringify(value), answerHash: answerHash(value) };
  return { ...common, verdict: value === 42 ? "correct" : "incorrect", points: value === 42 ? 2 : 0, ...hash };
}

function textItem(value: Value): ReportItem {
  const common = { id: "why", kind: "text", maxPoints: 1 };
  if (typeof value !== "string") return { ...common, verdict: "missing", points: 0, feedback: [] };
  const unsure = value.includes("maybe");
  const points = !unsure && value.includes("because") ? 1 : 0;
  const verdict = unsure ? "review" : points === 1 ? "met" : "unmet";
  const criterion = { id: "reason", verdict, points, maxPoints: 1, evidence: [value.slice(0, 20)] } as const;
  return {
    ...common,
    verdict: unsure ? "review" : points === 1 ? "correct" : "incorrect",
    points,
    ...(unsure ? { reviewPoints: 1 } : {}),
    feedback: [],
    criteria: [criterion],
    answer: value,
    answerHash: answerHash(value),
  };
}

/** `ex1` and `ex2`, and `broken`, which does not load. */
export function fakeExercises() {
  const graders = new Map(["ex1", "ex2"].map((id) => [id, fakeGrader(id)]));
  const ids = ["ex1", "ex2", "broken"];
  const problem = { path: [], message: "no such question kind", line: 3, column: 1 };
  return {
    ids,
    load: async (id: string) => {
      if (id === "broken") throw new ExerciseError([problem], "broken.yaml");
      const grader = graders.get(id);
      if (grader === undefined) throw new UnknownExercise(id, ids);
      return grader;
    },
  };
}
