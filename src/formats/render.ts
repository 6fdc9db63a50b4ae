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
  const silent = feedback === "verdict";
  if (verbatim && !silent) return reports;
  return function* () {
    for (const report of reports()) {
      const told = silent ? withoutFeedback(report) : report;
      yield verbatim ? told : cleaned(told);
    }
  };
}

function withoutFeedback(report: Report): Report {
  const items = report.items.map(
    (item): ReportItem => ({
      ...item,
      feedback: [],
      ...(item.criteria && { criteria: item.criteria.map(({ feedback, evidence, ...rest }): ReportCriterion => rest) }),
    }),
  );
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
  let pending: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    pending.push(chunk);
    length += chunk.length;
    if (length < chunkLength) continue;
    yield pending.join("");
    pending = [];
    length = 0;
  }
  if (length > 0) yield pending.join("");
}
