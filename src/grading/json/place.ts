/** Where something is in a text: line, column and an excerpt to show it by; knows nothing of JSON. */

import { safeText } from "../../messages/safeText.ts";

export interface Place {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** The line there (a part of it if long), with `caret`, a 0-based offset into `text`, at the place. */
  readonly excerpt: { readonly text: string; readonly caret: number };
}

const before = 50;
const after = 30;

/** The place of `offset` (0-based) in `text`. Lines end with LF, CRLF or CR. */
export function placeAt(text: string, offset: number): Place {
  let line = 1;
  let start = 0;
  for (let i = 0; i < offset; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) {
      line++;
      start = i + 1;
    }
  }
  return { line, column: offset - start + 1, excerpt: excerptAt(text, start, offset) };
}

function excerptAt(text: string, lineStart: number, offset: number): Place["excerpt"] {
  const from = Math.max(lineStart, offset - before);
  const window = text.slice(offset, offset + after + 1);
  const lineEnd = window.search(/[\r\n]/);
  const rest = lineEnd >= 0 ? window.slice(0, lineEnd) : window.length > after ? `${window.slice(0, after)}…` : window;
  const left = `${from > lineStart ? "…" : ""}${visible(text.slice(from, offset))}`.trimStart();
  return { text: `${left}${visible(rest).trimEnd()}`, caret: left.length };
}

/** Safe text that keeps its outer blanks, so that the caret stays under the right character. */
function visible(text: string): string {
  const guarded = safeText(`|${text}|`, text.length + 2);
  return guarded.slice(1, -1);
}
