/** Quotes the words of an answer that decided; knows no verdicts. */

import { safeText } from "../../messages/safeText.ts";
import type { Annotated, Span } from "./annotate.ts";

const longestQuote = 160;
const mostQuotes = 3;

/** The student's own words in these spans, each once, those inside a longer quote left out. */
export function quote(text: Annotated, spans: readonly Span[]): readonly string[] {
  const kept = spans.filter(
    (span, i) =>
      !spans.some((other, j) => {
        if (i === j || other.start > span.start || span.end > other.end) return false;
        return other.end - other.start > span.end - span.start || j < i;
      }),
  );
  const ordered = kept.sort((a, b) => a.start - b.start).slice(0, mostQuotes);
  return [...new Set(ordered.map((span) => words(text, span)))];
}

function words(text: Annotated, span: Span): string {
  const first = text.tokens[span.start];
  const last = text.tokens[span.end - 1];
  const source = text.segments[text.segmentOf[span.start] ?? 0]?.text ?? "";
  return safeText(source.slice(first?.start, last?.end).replace(/\s+/g, " "), longestQuote);
}
