/** Styled text before it is painted: spans, lines, wrapping, alignment; knows columns, not colours or contents. */

import { painter, type Role, type TerminalStyle } from "./style.ts";
import { displayWidth, type Grapheme, graphemes } from "./width.ts";

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
  return lines
    .map((line) =>
      joined(withoutTrailingSpace(line))
        .map((part) => (part.role === undefined ? part.text : paint(part.text, part.role)))
        .join(""),
    )
    .join("\n")
    .replaceAll("\u00a0", " "); // held words together until here; copied text should not keep them
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

export interface WrapOptions {
  /** Columns by which lines after the first are indented. */
  readonly hanging?: number;
}

/**
 * Breaks spans into lines of at most `width` columns: at `\n`, at spaces, and inside words that are too long for a line.
 * Spaces at a break are dropped.
 */
export function wrap(spans: readonly Span[], width: number, options: WrapOptions = {}): Line[] {
  const hanging = Math.min(options.hanging ?? 0, Math.max(0, width - 2));
  const filler = new LineFiller(Math.max(2, width), hanging);
  for (const piece of pieces(spans)) filler.add(piece);
  return filler.finish();
}

/** A word, the space between two words, or a line break, with the spans it is made of. */
interface Piece {
  readonly kind: "word" | "space" | "break";
  readonly parts: Span[];
  width: number;
}

const piecePattern = /\n|[ \t\r\f\v]+|[^ \t\r\f\v\n]+/g;

function pieces(spans: readonly Span[]): Piece[] {
  const found: Piece[] = [];
  for (const { text, role } of spans) {
    for (const [match] of text.matchAll(piecePattern)) {
      const kind = match === "\n" ? "break" : /^[ \t\r\f\v]/.test(match) ? "space" : "word";
      const width = kind === "word" ? displayWidth(match) : match.length;
      const last = found.at(-1);
      if (kind === "word" && last?.kind === "word") {
        last.parts.push({ text: match, role });
        last.width += width;
      } else {
        found.push({ kind, parts: [{ text: kind === "space" ? " ".repeat(width) : match, role }], width });
      }
    }
  }
  return found;
}

class LineFiller {
  private readonly width: number;
  private readonly hanging: number;
  private readonly lines: Line[] = [];
  private line: Span[] = [];
  private used = 0;
  private pendingSpace: Piece | undefined;

  constructor(width: number, hanging: number) {
    this.width = width;
    this.hanging = hanging;
  }

  add(piece: Piece): void {
    if (piece.kind === "break") this.endLine();
    else if (piece.kind === "space") this.pendingSpace = piece;
    else this.addWord(piece);
  }

  finish(): Line[] {
    if (this.line.length > 0 || this.lines.length === 0) this.lines.push(this.line);
    return this.lines;
  }

  private addWord(word: Piece): void {
    if (word.width > this.width - this.hanging && word.parts.some(({ text }) => text.includes("\u00a0"))) {
      // Words held together that no line has room for: let go, so that none of them is torn.
      for (const piece of pieces(word.parts.map(({ text, role }) => span(text.replaceAll("\u00a0", " "), role))))
        this.add(piece);
      return;
    }
    const space = this.pendingSpace;
    this.pendingSpace = undefined;
    const gap = this.isFresh() && this.lines.length > 0 ? 0 : (space?.width ?? 0);
    const fits = this.used + gap + word.width <= this.width;
    const fitsAlone = word.width <= this.width - this.hanging;
    // Only what fills several lines anyway (a path, text without spaces) begins on a line already in use.
    const fillsLines = word.width > 2 * this.width && this.used + gap + 2 <= this.width;
    const roomierBelow = this.used + gap > this.hanging;
    if (!fits && !fillsLines && roomierBelow) this.endLine();
    else if (gap > 0 && space !== undefined) this.push(space.parts, gap);
    if (fits || fitsAlone) this.push(word.parts, word.width);
    else for (const part of word.parts) this.addTorn(part);
  }

  private addTorn(part: Span): void {
    let kept: Grapheme[] = [];
    let width = 0;
    for (const grapheme of graphemes(part.text)) {
      if (this.used + width + grapheme.width > this.width) {
        this.push([{ text: kept.map((one) => one.text).join(""), role: part.role }], width);
        this.endLine();
        kept = [];
        width = 0;
      }
      kept.push(grapheme);
      width += grapheme.width;
    }
    this.push([{ text: kept.map((one) => one.text).join(""), role: part.role }], width);
  }

  private push(parts: readonly Span[], width: number): void {
    this.line.push(...parts);
    this.used += width;
  }

  private isFresh(): boolean {
    return this.line.length === 0 || (this.hanging > 0 && this.used === this.hanging && this.line.length === 1);
  }

  private endLine(): void {
    this.lines.push(this.line);
    this.pendingSpace = undefined;
    this.line = this.hanging > 0 ? [blank(this.hanging)] : [];
    this.used = this.hanging;
  }
}
