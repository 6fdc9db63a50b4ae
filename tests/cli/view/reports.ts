/** Reports on answers to the built-in exercises that the tests of the terminal show, and one that means harm. */

import { builtInExercise } from "../../../src/cli/exerciseFiles.ts";
import { grade } from "../../../src/grading/grade.ts";
import type { Report, ReportItem } from "../../../src/grading/report.ts";
import type { Language } from "../../../src/messages/message.ts";

/** Exercises are in English; what is said of answers is not. */
type Graded = (lang: Language) => Report;

function graded(id: string, answers: object | string): Graded {
  const text = typeof answers === "string" ? answers : JSON.stringify({ student: "ab12cde", answers });
  return (lang) => grade(builtInExercise(id), text, { file: "answer.json", lang });
}

/** Nearly every verdict that there is. */
export const mixed = graded("ex6", {
  set1: { h1: 1, h2: 1, loss: 2, los: 3 },
  set2: { h1: 0.46, h2: "-0.49)" },
  better: 2,
  reason: "Set 1 saturates the tanh. The gradients are hard to say.",
});

export const allRight = graded("ex6", {
  set1: { h1: 1, h2: -1, loss: 2 },
  set2: { h1: 0.46, h2: -0.49, loss: 0.45 },
  better: 2,
  reason: "Set 1 saturates the tanh, so its gradients vanish.",
});

export const empty = graded("ex2", {});

/** With the text that cannot be read. */
const brokenText = '{\n  "answers": { "h1": 1\t "h2": -1 }\n}\n';
export const broken = graded("ex6", brokenText);
export const brokenLine = brokenText.split("\n")[1] as string;

function item(id: string, verdict: ReportItem["verdict"], more: Partial<ReportItem>): ReportItem {
  return { id, kind: "number", verdict, points: 0, maxPoints: 1, feedback: [], ...more };
}

/** Everything that tries to break a line, a table or a terminal. */
export const hostile: Report = {
  ...mixed("en"),
  points: 1234.55,
  maxPoints: 1236.56,
  exercise: "ex6\u001b[31m",
  student: "日本語の名前".repeat(20),
  file: `in box/${"x".repeat(150)}/👩‍👩‍👧‍👦 it's.json`,
  items: [
    item(`${"深".repeat(30)}.a`, "correct", { maxPoints: 1234.56, points: 1234.55 }),
    item(`${"深".repeat(30)}.b`, "incorrect", {
      answer: `\u001b]0;title\u0007\u202e${"👍🏽".repeat(200)}`,
      feedback: [{ code: "number.wrong", message: `line one\r\nline\u0000 two ${"ü".repeat(300)}\u001b[2J` }],
    }),
    item("constructor", "review", {
      criteria: [
        { id: "__proto__", verdict: "unmet", points: 0, maxPoints: 1, evidence: ["\u009b31m a \n b", "🇩🇪🇫🇷"] },
      ],
    }),
  ],
};
