/** A place in a row of pieces, with the depth of brackets there; knows no grammar. */

import type { Span } from "../engine/syntax.ts";
import type { Piece } from "./piece.ts";
import { ReadingError } from "./readingError.ts";

/** More brackets, functions or fractions within one another than this are refused. */
export const deepest = 200;

export class Cursor {
  private readonly pieces: readonly Piece[];
  private readonly end: Span;
  private depth = 0;
  at = 0;

  constructor(pieces: readonly Piece[], end: Span) {
    this.pieces = pieces;
    this.end = end;
  }

  /** The piece that comes next, or further off; undefined at the end. */
  peek(offset = 0): Piece | undefined {
    return this.pieces[this.at + offset];
  }

  /** The pieces that were read from `start` on. */
  since(start: number): readonly Piece[] {
    return this.pieces.slice(start, this.at);
  }

  /** The place of the next piece or of the end. */
  span(): Span {
    return this.peek()?.span ?? this.end;
  }

  /** From the start of `first` to the end of what was read last. */
  spanFrom(first: Piece): Span {
    return { start: first.span.start, end: this.peek(-1)?.span.end ?? first.span.end };
  }

  /** Whether an operator sign comes next. */
  isOperator(text: string): boolean {
    const piece = this.peek();
    return piece?.kind === "operator" && piece.text === text;
  }

  /** Goes one level deeper while `read` runs. */
  nested<T>(read: () => T): T {
    if (this.depth >= deepest) throw new ReadingError("expression.too-deep", this.span(), { limit: deepest });
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }

  /** All pieces, for what looks further than the next. */
  all(): readonly Piece[] {
    return this.pieces;
  }
}
