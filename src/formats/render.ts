/** Runs a format: cleans what comes from submissions on the way in, gathers small chunks on the way out. */

import type { Report, ReportCriterion, ReportItem } from "../grading/report.ts";
import { safeText } from "../messages/safeText.ts";
import type { Chunks, Context, Format, OutputFile, ReportSource } from "./format.ts";
import { Words } from "./words.ts";

/** The files of one format. Holds no more than the format needs: `jsonl`, `junit` and the like one report at a time. */
export function* renderReports(format: Format, reports: ReportSource, context: Context): Generator<OutputFile> {
  const words = new Words(context.language);
  for (const { path, chunks } of format.write(presentable(reports, format, context), words, context)) {
    yield { path, chunks: coalesced(chunks) };
  }
}

/**
 * The same reports, without messages if only verdicts are asked for. Unless a format is `verbatim`, every text is free of
 * control characters, so that formats need to care for their own syntax only.
 */
function presentable(reports: ReportSource, { verbatim = false }: Format, { feedback }: Context): ReportSource {
  return function* () {
    for (const report of reports()) {
      const told = feedback === "verdict" ? withoutFeedback(report) : report;
      yield verbatim ? told : cleaned(told);
    }
  };
}

/** Without what the tool said; what a person decided stays. */
function withoutFeedback(report: Report): Report {
  const items = report.items.map((item): ReportItem => {
    const criteria = item.criteria?.map(({ feedback, evidence, ...rest }): ReportCriterion => {
      return rest.overridden && feedback ? { ...rest, feedback } : rest;
    });
    return { ...item, feedback: item.overridden ? item.feedback : [], ...(criteria && { criteria }) };
  });
  return { ...report, items };
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
