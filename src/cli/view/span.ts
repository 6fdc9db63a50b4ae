/** Styled text before it is painted: how many columns it takes, and how it is broken into lines. */

import { eastAsianWidth } from "get-east-asian-width";
import { painter, type Role, type TerminalStyle } from "./style.ts";

export interface Span {
  readonly text: string;
  readonly role?: Role | undefined;
}

/** One line of output; its spans hold no line breaks. */
export type Line = readonly Span[];

export function span(text: string, role?: Role | undefined): Span {
  return { text, role };
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, part) => sum + displayWidth(part.text), 0);
}

export function blank(columns: number): Span {
  return { text: " ".repeat(Math.max(0, columns)) };
}

export function indent(lines: readonly Line[], columns: number): Line[] {
  return lines.map((line) => (line.length === 0 || columns === 0 ? line : [blank(columns), ...line]));
}

/** Lines as text, painted, without trailing spaces or a final line break. */
export function render(lines: readonly Line[], style: TerminalStyle): string {
  const paint = painter(style);
  const painted = ({ text, role }: Span) => (role === undefined ? text : paint(text, role));
  const texts = lines.map((line) => joined(withoutTrailingSpace(line)).map(painted).join(""));
  return texts.join("\n").replaceAll("\u00a0", " "); // held words together until here; copied text should not keep them
}

/** Neighbours of one role as one span, so that colours are switched as rarely as possible. */
function joined(line: Line): Line {
  const spans: Span[] = [];
  for (const part of line) {
    const last = spans.at(-1);
    if (last !== undefined && last.role === part.role) spans[spans.length - 1] = span(last.text + part.text, part.role);
    else if (part.text !== "") spans.push(part);
  }
  return spans;
}

export function withoutTrailingSpace(line: Line): Line {
  const kept = [...line];
  for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
    const text = last.text.trimEnd();
    if (text !== "") return [...kept, { ...last, text }];
  }
  return kept;
}

/**
 * Breaks spans into lines of at most `width` columns: at `\n`, at spaces, and inside words that are too long for a line.
 * Spaces at a break are dropped.
 * @param hanging columns by which lines after the first are indented
 */
export function wrap(spans: readonly Span[], width: number, { hanging = 0 } = {}): Line[] {
  const room = Math.max(2, width);
  const margin = Math.min(hanging, room - 2);
  const lines: Span[][] = [[]];
  let used = 0;
  let space: Span | undefined;
  const put = (part: Span, columns: number) => {
    lines.at(-1)?.push(part);
    used += columns;
  };
  const breakLine = () => {
    lines.push(margin > 0 ? [blank(margin)] : []);
    used = margin;
    space = undefined;
  };
  for (const { kind, parts, columns } of pieces(spans)) {
    if (kind === "break") breakLine();
    else if (kind === "space") space = parts[0];
    else {
      if (lines.length > 1 && used === margin) space = undefined;
      const before = used + (space?.text.length ?? 0);
      if (before + columns > room && before > margin) breakLine();
      if (space !== undefined) put(space, space.text.length);
      space = undefined;
      const fits = used + columns <= room;
      for (const { text, role } of parts) {
        for (const one of fits ? [{ text, width: displayWidth(text) }] : graphemes(text)) {
          if (used + one.width > room) breakLine();
          put(span(one.text, role), one.width);
        }
      }
    }
  }
  if (lines.length > 1 && used === margin) lines.pop();
  return lines;
}

/** A word, the space between two words, or a line break, with the spans it is made of. */
interface Piece {
  readonly kind: "word" | "space" | "break";
  readonly parts: Span[];
  columns: number;
}

function pieces(spans: readonly Span[]): Piece[] {
  const found: Piece[] = [];
  for (const { text, role } of spans) {
    for (const [match] of text.matchAll(/\n|[ \t\r\f\v]+|[^ \t\r\f\v\n]+/g)) {
      const kind = match === "\n" ? "break" : /^[ \t\r\f\v]/.test(match) ? "space" : "word";
      const columns = kind === "word" ? displayWidth(match) : match.length;
      const last = found.at(-1);
      if (kind === "word" && last?.kind === "word") {
        last.parts.push({ text: match, role });
        last.columns += columns;
      } else {
        found.push({ kind, parts: [{ text: kind === "space" ? " ".repeat(columns) : match, role }], columns });
      }
    }
  }
  return found;
}

interface Grapheme {
  readonly text: string;
  /** Columns: mostly 0, 1 or 2. */
  readonly width: number;
}

/**
 * Letters, punctuation, sub- and superscripts, arrows, operators, box drawing and our own symbols: one column each and
 * never part of a cluster. Keeps `Intl.Segmenter`, which costs 10 ms to create, out of nearly every run.
 */
const narrowOnly =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u03ff\u2010-\u2027\u2030-\u203b\u203d-\u2048\u2070-\u209c\u2100-\u2121\u2123-\u2138\u2190-\u2193\u2200-\u22ff\u2500-\u25a9\u25ac-\u25b5\u25b7-\u25bf\u25c1-\u25fa\u2713\u2717]*$/;

/** How many columns a text without escape sequences takes. */
export function displayWidth(text: string): number {
  if (narrowOnly.test(text)) return text.length;
  return graphemes(text).reduce((sum, { width }) => sum + width, 0);
}

let segmenter: Intl.Segmenter | undefined;

/** The text in pieces that must not be torn apart. */
export function graphemes(text: string): Grapheme[] {
  if (narrowOnly.test(text)) return Array.from(text, (character) => ({ text: character, width: 1 }));
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => ({ text: segment, width: clusterWidth(segment) }));
}

function clusterWidth(cluster: string): number {
  // The parts of a Korean syllable share its two columns. All else that is written apart is counted apart: many
  // terminals (tmux among them) draw a joined emoji as its parts, and too wide only breaks a line earlier.
  const isKorean = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/.test(cluster);
  const visible = (isKorean ? cluster.normalize("NFC") : cluster).replace(
    /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/gu,
    "",
  );
  const width = [...visible].reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0), 0);
  // A variation selector or a keycap makes a picture of two columns of any character.
  return width > 0 && /[\ufe0f\u20e3]/.test(cluster) ? Math.max(2, width) : width;
}

/** As much of the text's beginning as has room in so many columns. */
export function firstColumns(text: string, columns: number): string {
  return fitting(graphemes(text), columns).join("");
}

/** As much of the text's end as has room in so many columns. */
export function lastColumns(text: string, columns: number): string {
  return fitting(graphemes(text).reverse(), columns).reverse().join("");
}

function fitting(all: readonly Grapheme[], columns: number): string[] {
  let used = 0;
  const end = all.findIndex(({ width }) => {
    used += width;
    return used > columns;
  });
  return all.slice(0, end < 0 ? all.length : end).map(({ text }) => text);
}

/** The text, cut and marked with `ellipsis` if it takes more than `width` columns. */
export function truncate(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  return firstColumns(text, width - ellipsis.length).trimEnd() + ellipsis;
}
