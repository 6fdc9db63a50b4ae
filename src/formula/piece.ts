/** The pieces of a formula once every word is decided, and the words that it may hold. */

import { splitName } from "../engine/names.ts";
import { type Arity, functionAliases, logarithmBases, sequenceFunctions } from "../engine/operations/spellings.ts";
import type { Span, TimeIndex } from "../engine/syntax.ts";
import type { Token, TokenKind } from "./token.ts";

/** A token whose word has been decided. `unknown` words are kept: the reader may recognize a derivative in them. */
export interface Piece {
  readonly kind: Exclude<TokenKind, "word" | "atom"> | "name" | "function" | "constant" | "unknown";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly span: Span;
  readonly written?: string;
  readonly begins?: Token["begins"];
  readonly upright?: true;
  readonly index?: TimeIndex;
}

export interface Vocabulary {
  /** Canonical names that may be used; undefined: any. */
  readonly names: ReadonlySet<string> | undefined;
  /** Names or families to suggest before others. */
  readonly preferred?: readonly string[] | undefined;
  /** Names that are quantities whatever else they spell, where any name may be used. */
  readonly declared: ReadonlySet<string>;
  readonly functions: ReadonlyMap<string, Arity>;
  /** Whether names may carry an index in t and T. */
  readonly sequences: boolean;
}

/** Whether `word` is a name that may be used, as it stands. */
export function isKnownName(word: string, { names, declared, sequences }: Vocabulary): boolean {
  const known = names ?? declared;
  return known.has(word) || (sequences && known.has(splitName(word).base));
}

/** Whether `word` can be called, be it under another spelling of an operation. */
export function isFunction(word: string, { functions, sequences }: Vocabulary): boolean {
  const operation = functionAliases.get(word) ?? word;
  if (functions.has(operation) || logarithmBases.has(word)) return true;
  return sequences && sequenceFunctions.has(operation);
}
