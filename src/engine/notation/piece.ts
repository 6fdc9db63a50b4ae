/** The pieces of a formula once every word is decided, and the words that it may hold. */

import type { Arity } from "../functions.ts";
import type { Span, TimeIndex } from "../syntax.ts";
import type { TokenKind } from "./tokens.ts";

/** A token whose word has been decided. `unknown` words are kept: the reader may recognize a derivative in them. */
export interface Piece {
  readonly kind: Exclude<TokenKind, "word" | "atom"> | "name" | "function" | "constant" | "unknown";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly span: Span;
  readonly index?: TimeIndex;
}

export interface Vocabulary {
  /** Canonical names that may be used; undefined: any. */
  readonly names: ReadonlySet<string> | undefined;
  /** Names that are quantities whatever else they spell, where any name may be used. */
  readonly declared: ReadonlySet<string>;
  readonly functions: ReadonlyMap<string, Arity>;
  /** Whether names may carry an index in t and T. */
  readonly sequences: boolean;
}
