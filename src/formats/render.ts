/** Runs a format: cleans what comes from submissions on the way in, gathers small chunks on the way out. */

import type { FeedbackLevel } from "../grading/grade.ts";
import type { ReportCriterion, ReportItem } from "../grading/report.ts";
import { safeText } from "../messages/safeText.ts";
import type { Chunks, Context, Format, OutputFile, ReportSource } from "./format.ts";
import { type Remarks, Words } from "./words.ts";

/** The files of one format. Holds no more than the format needs: `jsonl`, `junit` and the like one report at a time. */
export function* renderReports(format: Format, reports: ReportSource, context: Context): Generator<OutputFile> {
  const words = new Words(context.language);
  const { summary } = context;
  const told = { ...context, ...(summary && { summary: cleaned(summary) }) };
  for (const { path, chunks } of format.write(presentable(reports, format, context), words, told)) {
    yield { path, chunks: coalesced(chunks) };
  }
}

/**
 * The same reports, with no more messages than asked for. Unless a format is `verbatim`, every text is free of control
 * characters, so that formats need to care for their own syntax only.
 */
function presentable(reports: ReportSource, { verbatim = false }: Format, { feedback = "full" }: Context) {
  return function* () {
    for (const report of reports()) {
      const told =
        feedback === "full" ? report : { ...report, items: report.items.map((item) => upTo(feedback, item)) };
      yield verbatim ? told : cleaned(told);
    }
  };
}

/** What a person decided and why an answer can't be read is always said. */
function upTo(level: FeedbackLevel, item: ReportItem): ReportItem {
  const said = (part: Remarks, isUnreadable = false) => {
    const all = part.feedback ?? [];
    if (part.overridden || isUnreadable) return all;
    return level === "verdict" ? [] : all.filter(({ solution }) => !solution);
  };
  const criteria = item.criteria?.map(({ feedback: _, evidence, ...rest }, index): ReportCriterion => {
    const feedback = said(item.criteria?.[index] ?? {});
    const seen = level !== "verdict" && evidence !== undefined && { evidence };
    return { ...rest, ...seen, ...(feedback.length > 0 && { feedback }) };
  });
  return { ...item, feedback: said(item, item.verdict === "invalid"), ...(criteria && { criteria }) };
}

/** Generous, as a path or a written-out solution may be long; grading keeps answers far shorter. */
const longest = 4000;

/** The value with all texts in it made safe to show; itself if they are, as nearly always. */
function cleaned<T>(value: T): T {
  if (typeof value === "string") return safeText(value, longest) as T;
  if (typeof value !== "object" || value === null) return value;
  const changes = Object.entries(value)
    .map(([name, part]) => [name, part, cleaned(part)] as const)
    .filter(([, part, clean]) => clean !== part);
  if (changes.length === 0) return value;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  return Object.assign(copy, Object.fromEntries(changes.map(([name, , clean]) => [name, clean]))) as T;
}

/** Worth a write. */
const chunkLength = 65_536;

async function* coalesced(chunks: Chunks): AsyncGenerator<string> {
  let pending = "";
  for await (const chunk of chunks) {
    pending += chunk;
    if (pending.length < chunkLength) continue;
    yield pending;
    pending = "";
  }
  if (pending !== "") yield pending;
}
