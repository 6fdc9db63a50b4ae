/** A report as it may be shown: no control characters, no messages beyond the level asked for; knows no format. */

import type { Message, Report, ReportCriterion, ReportItem } from "../grading/report.ts";
import { safeText } from "../messages/safeText.ts";
import type { Context, Format, ReportSource } from "./format.ts";

/** Generous, as a path or a written-out solution may be long; grading keeps answers far shorter. */
const longest = 4000;

/**
 * The same reports on their way to a format. Unless it is `verbatim`, every text that may come from a submission is
 * cleaned here once, so that formats need to care for their own syntax only. Grading has cleaned answers before; names
 * of students and files, and reports read back from a file, it has not.
 */
export function presentable(reports: ReportSource, format: Format, context: Context): ReportSource {
  const clean = format.verbatim === true ? (text: string) => text : (text: string) => safeText(text, longest);
  const silent = context.feedback === "verdict";
  if (format.verbatim === true && !silent) return reports;
  return async function* () {
    for await (const report of reports()) yield presentableReport(report, { clean, silent });
  };
}

interface Manner {
  readonly clean: (text: string) => string;
  /** No messages about answers. */
  readonly silent: boolean;
}

function presentableReport(report: Report, manner: Manner): Report {
  const { clean } = manner;
  const { student, file, warnings, error } = report;
  return {
    ...report,
    exercise: clean(report.exercise),
    ...(student === undefined ? {} : { student: clean(student) }),
    ...(file === undefined ? {} : { file: clean(file) }),
    items: report.items.map((item) => presentableItem(item, manner)),
    ...(warnings === undefined ? {} : { warnings: presentableMessages(warnings, manner) }),
    ...(error === undefined ? {} : { error: { ...error, message: clean(error.message) } }),
  };
}

function presentableItem(item: ReportItem, manner: Manner): ReportItem {
  const { answer, overridden, criteria } = item;
  return {
    ...item,
    feedback: manner.silent ? [] : presentableMessages(item.feedback, manner),
    ...(answer === undefined ? {} : { answer: manner.clean(answer) }),
    ...(overridden === undefined ? {} : { overridden: presentableDecision(overridden, manner) }),
    ...(criteria === undefined
      ? {}
      : { criteria: criteria.map((criterion) => presentableCriterion(criterion, manner)) }),
  };
}

function presentableCriterion({ evidence, feedback, ...rest }: ReportCriterion, manner: Manner): ReportCriterion {
  const { clean, silent } = manner;
  return {
    ...rest,
    ...(evidence === undefined || silent ? {} : { evidence: evidence.map((words) => clean(words)) }),
    ...(feedback === undefined || silent ? {} : { feedback: presentableMessages(feedback, manner) }),
    ...(rest.overridden === undefined ? {} : { overridden: presentableDecision(rest.overridden, manner) }),
  };
}

function presentableMessages(messages: readonly Message[], { clean }: Manner): Message[] {
  return messages.map(({ code, message }) => ({ code, message: clean(message) }));
}

function presentableDecision({ by, comment }: NonNullable<ReportItem["overridden"]>, { clean }: Manner) {
  return {
    ...(by === undefined ? {} : { by: clean(by) }),
    ...(comment === undefined ? {} : { comment: clean(comment) }),
  };
}
