/** Text to formula: what students and authors write becomes a tree of operations, or an error that points at a place. */

import { type Arity, defaultFunctions } from "../engine/operations/spellings.ts";
import type { Span, Syntax } from "../engine/syntax.ts";
import type { MessageCode } from "../messages/catalogue.ts";
import { quotedLength, safeText } from "../messages/safeText.ts";
import { traceCharacters } from "./characters.ts";
import { withoutFrame } from "./framing.ts";
import { type Heading, type HeadingReader, readHeading } from "./heading.ts";
import type { Piece, Vocabulary } from "./piece.ts";
import { readFormula } from "./reader.ts";
import { attempt, ReadingError, type ReadingParameters } from "./readingError.ts";
import { sidesOf } from "./rightHandSide.ts";
import { withoutEmptyGroups } from "./scripts.ts";
import { statementsOf } from "./statements.ts";
import { readSteps } from "./steps.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokens.ts";
import { resolveWords } from "./words.ts";

export interface ParseOptions {
  /** Canonical names that may be used; undefined: any name (an author's own formula). */
  readonly names?: ReadonlySet<string> | undefined;
  /** An author's own names: quantities even where they spell a constant or a function (`e`, `pi`, `sigma`, `step`). */
  readonly declared?: ReadonlySet<string>;
  /** Operations that may be called, with the number of arguments they take. */
  readonly functions?: ReadonlyMap<string, Arity>;
  /** Names, or families (`y` for y1, y2, …), that an answer should use: suggested before all others. */
  readonly preferred?: readonly string[] | undefined;
  /** An answer that may be a calculation: of a chain of equations the last side is read, the others are given back. */
  readonly worked?: boolean;
  /** An author's equation: names may carry an index in t and T, and `sum` and `prod` over time may be called. */
  readonly sequences?: boolean;
}

/** A quantity and the formula that it is said to be. */
interface Definition {
  readonly name: string;
  readonly value: Syntax;
}

export interface ParseError {
  readonly code: MessageCode;
  /** For the message; always with `at` (column, 1-based) and `excerpt`, the text around the place, safe to display. */
  readonly params: ReadingParameters;
  readonly at: Span;
}

export type ParseResult =
  | {
      readonly ok: true;
      readonly syntax: Syntax;
      /** The other formula that the same text could mean: `a/b c` as a/(b·c). Absent if there is only one. */
      readonly ambiguous?: Syntax;
      /** For a message, if there are two: `at`, `excerpt`, and an example of each, `first` and `second`. */
      readonly readings?: ReadingParameters;
      /** What the text says in front that it computes (`dz/dW = …`). */
      readonly heading?: Heading;
      /** Derivatives that stand by themselves on the way: `… = d(y1*y2)/dW = …`. */
      readonly headings?: readonly Heading[];
      /** The complete formulas before the last side of a worked answer; one that can be read in two ways is left out. */
      readonly steps?: readonly Syntax[];
      /** What a worked answer says besides about single quantities: `… where h1 = tanh(tau1)`. */
      readonly definitions?: readonly Definition[];
    }
  | { readonly ok: false; readonly error: ParseError };

const none: ReadonlySet<string> = new Set();

/** Longer formulas are refused, counted in UTF-16 code units. */
export const longestFormula = 4000;
/** Operations within operations; consumers of a Syntax recurse, so this bounds them. */
const deepestFormula = 200;

/** Reads a formula in plain, Unicode or LaTeX notation, or a mixture. Evaluates nothing and never throws on a text. */
export function parse(text: string, options: ParseOptions = {}): ParseResult {
  try {
    return read(text, options);
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    const framed = options.worked ? attempt(() => read(text, options, true)) : undefined;
    if (framed) return framed;
    return { ok: false, error: { code: error.code, params: placed(text, error.at, error.params), at: error.at } };
  }
}

/** Reads a text; if it is `framed`, without what people write around a formula. */
function read(text: string, options: ParseOptions, framed = false): ParseResult {
  if (text.length > longestFormula) {
    throw new ReadingError(
      "expression.too-long",
      { start: longestFormula, end: text.length },
      { limit: longestFormula, length: text.length },
    );
  }
  const {
    names,
    preferred,
    declared = none,
    functions = defaultFunctions,
    sequences = false,
    worked = false,
  } = options;
  const vocabulary: Vocabulary = { names, preferred, declared, functions, sequences };
  const isName = (word: string) => (names ? names.has(word) : word.length === 1);
  const written = traceCharacters(text);
  const traced = framed ? { ...written, text: withoutFrame(written.text, isName) } : written;
  const tokens = withoutEmptyGroups(tokenize(traced, { isName }));
  const { answer, definitions } = worked ? statementsOf(tokens, names ?? none) : { answer: tokens, definitions: [] };
  const sides = sidesOf(answer, worked);
  const side = (tokens: readonly Token[]) => readSide(resolveWords(tokens, traced, vocabulary), text, vocabulary);
  const reader: HeadingReader = {
    names: names ?? none,
    formula: (some) => attempt(() => side(some).syntax),
    quote: (some) => safeText(text.slice(some[0]?.span.start, some.at(-1)?.span.end), quotedLength),
  };
  const { complete, begun, named } = readSteps(sides, side, reader);
  const heading = sides.heading.length > 0 ? readHeading(sides.heading, reader) : begun;
  const defined = definitions.flatMap(({ name, value }) => {
    const syntax = attempt(() => side(value).syntax);
    return syntax ? [{ name, value: syntax }] : [];
  });
  return {
    ...{ ok: true, ...side(sides.result) },
    ...(heading && { heading }),
    ...(named.length > 0 && { headings: named }),
    ...(complete.length > 0 && { steps: complete }),
    ...(defined.length > 0 && { definitions: defined }),
  };
}

type Reading = Omit<Extract<ParseResult, { ok: true }>, "ok">;

/** One side of an equation, in both readings if there are two. */
function readSide(pieces: readonly Piece[], text: string, vocabulary: Vocabulary): Reading {
  const [whole, end] = [0, text.length].map((start) => ({ start, end: text.length })) as [Span, Span];
  const { syntax, ambiguous: place } = readFormula(pieces, end, vocabulary, false);
  bound(syntax, whole);
  if (!place) return { syntax };
  const { syntax: ambiguous } = readFormula(pieces, end, vocabulary, true);
  bound(ambiguous, whole);
  const [first, second] = place.examples;
  return { syntax, ambiguous, readings: placed(text, place.at, { first, second }) };
}

/** Refuses a tree deeper than consumers should have to go. Without recursion, as the tree may be too deep for it. */
function bound(syntax: Syntax, span: Span): void {
  let level: Syntax[] = [syntax];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestFormula) throw new ReadingError("expression.too-deep", span, { limit: deepestFormula });
    const below: Syntax[] = [];
    for (const node of level) if (node.kind === "call") for (const arg of node.args) below.push(arg);
    level = below;
  }
}

const excerptReach = 10;

/** The characters around a place, safe to display, cut ends marked. */
function excerptAt(text: string, { start, end }: Span): string {
  const from = Math.max(0, start - excerptReach);
  const to = Math.min(text.length, Math.min(end, start + 2 * excerptReach) + excerptReach);
  return `${from > 0 ? "…" : ""}${safeText(text.slice(from, to))}${to < text.length ? "…" : ""}`;
}

/** Parameters for a message about a place. */
function placed(text: string, at: Span, params: ReadingParameters): ReadingParameters {
  return { ...safe(params), at: at.start + 1, excerpt: excerptAt(text, at) };
}

/** Parameters quote the text, so they are bounded and rid of what a terminal would obey. */
function safe(params: ReadingParameters): ReadingParameters {
  const entries = Object.entries(params).map(([key, value]) => [
    key,
    typeof value === "string" ? safeText(value, quotedLength) : value,
  ]);
  return Object.fromEntries(entries);
}
