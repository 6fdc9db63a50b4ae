/** Sample reports that the tests of the terminal views show at every width, language and colour. */

import type { Report, ReportItem } from "../../src/grading/report.ts";

function item(id: string, verdict: ReportItem["verdict"], more: Partial<ReportItem> = {}): ReportItem {
  const maxPoints = more.maxPoints ?? 1;
  return {
    id,
    kind: "number",
    verdict,
    points: verdict === "correct" ? maxPoints : 0,
    maxPoints,
    feedback: [],
    ...more,
  };
}

export const losses: Report = {
  schema: "rnn-check/report@1",
  exercise: "ex6",
  student: "ab12cde",
  file: "answer.json",
  status: "graded",
  points: 5.5,
  maxPoints: 9,
  reviewPoints: 1,
  passed: false,
  needsReview: true,
  items: [
    item("set1.h1", "correct"),
    item("set1.h2", "incorrect", {
      answer: "1",
      feedback: [
        { code: "number.sign", message: "The size is right, the sign is not: look at the sign of x2 once more." },
      ],
    }),
    item("set1.loss", "correct", {
      feedback: [{ code: "number.carried", message: "This follows correctly from your own h2, so it counts." }],
    }),
    item("set2.h1", "correct"),
    item("set2.h2", "invalid", {
      answer: "-0.49)",
      feedback: [
        { code: "number.unreadable", message: "A closing parenthesis stands at place 6 without an opening one." },
        { code: "number.form", message: "Write a number such as 0.25, or a short calculation such as 1/4." },
      ],
    }),
    item("set2.loss", "missing"),
    item("better", "partial", { kind: "choice", points: 0.5, answer: "2" }),
    item("reason", "partial", {
      kind: "text",
      points: 1,
      maxPoints: 2,
      reviewPoints: 1,
      criteria: [
        {
          id: "saturation",
          verdict: "met",
          points: 1,
          maxPoints: 1,
          evidence: ["tanh is saturated", "nearly flat"],
        },
        {
          id: "gradient",
          verdict: "review",
          points: 0,
          maxPoints: 1,
          feedback: [{ code: "text.unsure", message: "What is said of the gradient can be read in two ways." }],
        },
      ],
    }),
  ],
  warnings: [
    {
      code: "submission.unknown-key",
      message: "“set1.los” is no question of this exercise; did you mean “set1.loss”?",
    },
  ],
};

export const allRight: Report = {
  ...losses,
  exercise: "ex2",
  points: 12,
  maxPoints: 12,
  reviewPoints: 0,
  passed: true,
  needsReview: false,
  items: [
    item("dz_dW", "correct", { kind: "expression", maxPoints: 6 }),
    item("stored", "correct", { kind: "names", maxPoints: 2 }),
    item("extra_100", "correct", { maxPoints: 2 }),
    item("extra_100_reuse", "correct", { maxPoints: 2 }),
  ],
  warnings: [],
};

export const inReview: Report = {
  ...losses,
  exercise: "ex4",
  points: 3,
  maxPoints: 4,
  reviewPoints: 1,
  passed: true,
  items: [
    item("name", "correct", { kind: "text" }),
    item("description", "review", { kind: "text", points: 2, maxPoints: 3, reviewPoints: 1 }),
  ],
  warnings: [],
};

/** Everything that tries to break a line, a table or a terminal. */
export const hostile: Report = {
  ...losses,
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

export const broken: Report = {
  schema: "rnn-check/report@1",
  exercise: "ex6",
  file: "answer.json",
  status: "invalid",
  points: 0,
  maxPoints: 9,
  reviewPoints: 0,
  passed: false,
  needsReview: false,
  items: [],
  error: {
    code: "json.syntax",
    message: "This is not JSON: a comma or } was expected after the value.",
    line: 2,
    column: 25,
  },
};

export const brokenLine = '  "answers": { "h1": 1\t "h2": -1 }';
