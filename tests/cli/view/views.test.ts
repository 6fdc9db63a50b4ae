/** The views in golden files, and that they fit every terminal. */

import { describe, expect, test } from "vitest";
import { builtInExercise, builtInSummaries } from "../../../src/cli/exerciseFiles.ts";
import { say } from "../../../src/cli/messages/cli.ts";
import { say as terminal } from "../../../src/cli/messages/terminal.ts";
import { type ErrorDescription, errorView } from "../../../src/cli/view/errorView.ts";
import { reportView } from "../../../src/cli/view/reportView.ts";
import { listView, statementView } from "../../../src/cli/view/statementView.ts";
import { ownCommand } from "../../../src/cli/view/style.ts";
import { traceView } from "../../../src/cli/view/traceView.ts";
import type { Report } from "../../../src/grading/report.ts";
import { readSubmission } from "../../../src/grading/submission.ts";
import type { Language } from "../../../src/messages/message.ts";
import * as reports from "./reports.ts";
import * as statements from "./statements.ts";
import { expectFits, expectGolden, expectOnlyColour, plain, type View } from "./styles.ts";
import * as traces from "./traces.ts";

const own = {
  id: "gru-gates",
  title: "門のある回路",
  points: 2.5,
  questions: 12,
  source: "course/gru/exercise.yaml",
};

/** What is said of a text that is no JSON, with the line that it is about. */
function broken(text: string, language: Language): ErrorDescription {
  const reading = readSubmission(text);
  if (reading.ok) throw new Error(text);
  const { line = 0, column = 0 } = reading.error;
  const sourceLine = text.split("\n")[line - 1] ?? "";
  return { message: reading.error.in(language), file: "answer.json", line, column, sourceLine };
}

const errors = (language: Language): readonly ErrorDescription[] => [
  {
    ...broken('{\n  "h1": 0,\n\t"日": 1 "h2": 2\n}', language),
    advice: terminal("terminal.next-repair").in(language),
    command: "rnn-check ex6 answer.json",
  },
  broken(`{ "reason": "${"many words ".repeat(12)}" ; "next": "${"and more words ".repeat(10)}" }`, language),
  broken('{ "set1":\n  { "h1": 1,\n', language),
  {
    message: say("usage.unknown-exercise-nearest", {
      wanted: "ex66",
      nearest: "ex6",
      known: "ex6",
    }).in(language),
  },
];

const report =
  (graded: (language: Language) => Report): View =>
  (style) => {
    const data = graded(style.language);
    const { title } = builtInExercise(data.exercise.slice(0, "ex1".length));
    const command = ownCommand(data.exercise, data.file ?? "-");
    return reportView(data, style, { title: title[style.language], sourceLine: reports.brokenLine, command });
  };

const views: Readonly<Record<string, View>> = {
  list: (style) => {
    const source = say("list.built-in").in(style.language);
    return listView(
      [...builtInSummaries().map((one) => ({ ...one, title: one.title[style.language], source })), own],
      style,
    );
  },
  "trace-short": (style) => traceView(traces.short, { title: builtInExercise("ex6").title.en }, style),
  "trace-long": (style) => traceView(traces.long, { title: builtInExercise("ex2").title.en }, style),
  "trace-wide": (style) => traceView(traces.wide, { title: "An LSTM under long names" }, style),
  "statement-ex6": (style) => statementView(statements.losses(style.language), style),
  "statement-sampler": (style) => statementView(statements.everything, style),
  "report-mixed": report(reports.mixed),
  "report-all-right": report(reports.allRight),
  "report-empty": report(reports.empty),
  "report-broken": report(reports.broken),
  "report-hostile": report(() => reports.hostile),
  errors: (style) =>
    errors(style.language)
      .map((error) => errorView(error, style))
      .join("\n\n"),
};

describe.each(Object.entries(views))("%s", (name, view) => {
  test("looks as it did", () => expectGolden(name, view));

  test("fits every terminal", () => {
    for (const width of [40, 60, 80, 120, 200]) {
      for (const language of ["en", "de"] as const) {
        for (const unicode of [true, false]) {
          const style = { ...plain, width, language, unicode };
          expectFits(view(style), style);
        }
      }
    }
  });

  test("is the same without colour", () => {
    expectOnlyColour(view, { ...plain, color: true });
  });
});

test("every step is shown where all are asked for", () => {
  const view = traceView(traces.long, { full: true }, plain);
  expect(view.match(/^ *\d+ {3}/gm)).toHaveLength(101);
  expect(view).not.toContain("more steps");
});

test("no exercises", () => {
  expect(listView([], plain)).toBe("There are no exercises here.");
});
