/** What the text of a formula is cut into, before any word is decided. */

import type { Span } from "../engine/syntax.ts";

export type TokenKind =
  | "number"
  /** Letters, and digits right after them; may be several names run together. */
  | "word"
  /** A Greek letter with its digits, or a LaTeX function: never several names. */
  | "atom"
  /** What stands lowered behind a name: `1`, `hh`, `t-1`. */
  | "index"
  /** What stands raised behind something, as a number: `2`, `-1`. */
  | "raised"
  | "operator"
  | "open"
  | "close"
  | "bar"
  | "comma"
  | "prime"
  | "equals"
  | "partial"
  /** The sign of a gradient, which only a heading has. */
  | "nabla"
  | "fraction"
  /** `\over`: a fraction whose numerator stands before it. */
  | "over"
  | "root"
  | "annotated";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Place in the traced text. */
  readonly start: number;
  readonly end: number;
  readonly span: Span;
  /** An operator as it was typed, where it was not its sign (`**`, `\cdot`, `:`). */
  readonly written?: string;
  /** What stands before it and begins something new: a line, or a column (`&`). */
  readonly begins?: "line" | "column";
  /** Whether a wide space stands before it (`\quad`), as it does between equations. */
  readonly wide?: true;
  /** A word that LaTeX sets upright, as it does functions: `\tanh`, `\operatorname{sech}`. */
  readonly upright?: true;
}

export interface TokenOptions {
  /** Whether a word is a name that may be used; decides whether a line break before it is one. */
  readonly isName: (word: string) => boolean;
}
