/** Which brackets belong together, and what to say where they do not; knows no grammar. */

import type { Cursor } from "./cursor.ts";
import type { Piece } from "./piece.ts";
import { ReadingError } from "./readingError.ts";

const closing: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["|", "|"],
]);

/** Whether `piece` is the bracket that closes `open`. */
export function closes(piece: Piece | undefined, open: Piece): boolean {
  return piece?.text === closing.get(open.text);
}

/** Goes past the bracket that closes `open`. Throws a ReadingError if something else comes next. */
export function close(cursor: Cursor, open: Piece): void {
  const piece = cursor.peek();
  if (!piece) refuseUnclosed(open);
  if (piece.kind === "comma") throw new ReadingError("expression.comma", piece.span);
  if (!closes(piece, open)) {
    throw new ReadingError("expression.wrong-bracket", piece.span, {
      bracket: open.text,
      opened: open.span.start + 1,
      expected: closing.get(open.text) ?? "|",
      found: piece.text,
    });
  }
  cursor.at++;
}

/** Refuses a row without anything in it; `open` is the bracket before it. */
export function refuseEmpty(cursor: Cursor, open: Piece | undefined): never {
  const [before, piece] = [cursor.peek(-1), cursor.peek()];
  if (before?.kind === "comma") refuseEnd(before);
  if (open && piece) {
    throw new ReadingError("expression.empty-brackets", { start: open.span.start, end: piece.span.end });
  }
  if (open) refuseUnclosed(open);
  if (piece) refuseEnd(piece);
  throw new ReadingError("expression.empty", cursor.span());
}

/** Refuses a closing bracket or a comma where the whole formula has ended. */
export function refuseEnd(piece: Piece): never {
  if (piece.kind === "close") throw new ReadingError("expression.unopened", piece.span, { bracket: piece.text });
  throw new ReadingError("expression.comma", piece.span);
}

function refuseUnclosed(open: Piece): never {
  throw new ReadingError("expression.unclosed", open.span, {
    bracket: open.text,
    closing: closing.get(open.text) ?? "|",
  });
}
