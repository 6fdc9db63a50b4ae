/** One line that tells how far a long run is; knows no run, timer or stream. */

import { blank, type Line, lineWidth, render, type Span, span } from "./span.ts";
import { symbol, type TerminalStyle } from "./style.ts";
import { percent, points, say } from "./words.ts";

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Answers a second; 0 or not finite while unknown. */
  readonly rate: number;
  /** Not finite while unknown. */
  readonly secondsLeft: number;
  readonly invalid: number;
}

/** The line without a line break; it gives up its less important parts where the terminal is narrow. */
export function progressLine(progress: Progress, style: TerminalStyle): string {
  const { done, total, rate, secondsLeft, invalid } = progress;
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const count = span(`${whole(done, style).padStart(whole(total, style).length)} / ${whole(total, style)}`);
  const optional: Span[] = [
    span(`${String(percent(share)).padStart(3)} %`),
    ...(secondsLeft >= 0 && Number.isFinite(secondsLeft)
      ? [span(say("terminal.progress-left", style, { time: duration(secondsLeft) }))]
      : []),
    ...(invalid > 0
      ? [span(say("terminal.progress-invalid", style, { count: whole(invalid, style) }), "incorrect")]
      : []),
    ...(rate > 0 && Number.isFinite(rate)
      ? [
          span(
            say("terminal.progress-rate", style, { rate: rate < 10 ? points(rate, style) : whole(rate, style) }),
            "muted",
          ),
        ]
      : []),
  ];
  // One column stays free: some terminals wrap a line that fills them.
  const room = style.width - 1;
  let line: Line = [count];
  for (const part of optional) {
    const longer = [...line, blank(2), part];
    if (lineWidth(longer) <= room) line = longer;
  }
  const bar = Math.min(30, room - lineWidth(line) - 2);
  if (bar >= 8) line = [...barSpans(share, bar, style), blank(2), ...line];
  return render([line], style);
}

function barSpans(share: number, width: number, style: TerminalStyle): Span[] {
  const full = Math.floor(share * width + 1e-9);
  return [
    span(symbol("barFull", style).repeat(full), "correct"),
    span(symbol("barEmpty", style).repeat(width - full), "muted"),
  ];
}

/** `12345` → `12,345`, in German `12.345`. */
function whole(value: number, style: TerminalStyle): string {
  const separator = style.language === "de" ? "." : ",";
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

/** `45 s`, `3:05 min`, `2:03 h`. */
function duration(seconds: number): string {
  const total = Math.ceil(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  if (total < 60) return `${total} s`;
  if (total < 3600) return `${Math.floor(total / 60)}:${two(total % 60)} min`;
  const minutes = Math.ceil(total / 60);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)} h`;
}
