/** Text to formula: what students and authors write becomes a tree of operations, or an error that points at a place. */

import type { Syntax } from "../engine/syntax.ts";
import type { Params, Place } from "../messages/message.ts";
import { quotedLength, safeText } from "../messages/safeText.ts";
import { type Calculation, type Context, calculationOf } from "./calculation.ts";
import { writtenOut } from "./definitions.ts";
import { attempt, ParseError, placed, placeIn, ReadingError, unreadable } from "./errors.ts";
import { resolveNames } from "./names.ts";
import { type Traced, traceCharacters, withoutLatex } from "./notation.ts";
import { withoutProse } from "./prose.ts";
import { readFormula } from "./reader.ts";
import { type Statements, statementsOf } from "./statements.ts";
import type { Token, Vocabulary } from "./token.ts";
import { tokenize } from "./tokens.ts";

export type { ParseError } from "./errors.ts";

export interface ParseOptions extends Vocabulary {
  /** An answer that may be a calculation: of a chain of equations the last side is read, the others are given back. */
  readonly worked?: boolean;
}

/** A formula in both its readings if it has two: `a/b c` may mean a/(b·c). */
interface Reading {
  readonly syntax: Syntax;
  readonly ambiguous?: Syntax;
  /** For a message, if there are two: `at`, `excerpt`, and an example of each, `first` and `second`. */
  readonly readings?: Params;
}

export interface Parsed extends Reading, Calculation {
  readonly ok: true;
  /** The last side, so that it can be read once more with something changed. */
  readonly side: Side;
  /** What a worked answer says besides about single quantities: `… where h1 = tanh(tau1)`. */
  readonly definitions: readonly { readonly name: string; readonly value: Syntax }[];
}

export interface Side {
  readonly tokens: readonly Token[];
  /** The same for all answers that say the same in other signs: with it goes all that `tokens` are read as. */
  readonly key: string;
  /** The formula that other tokens in their place would be. */
  readonly read: (tokens: readonly Token[]) => Syntax | undefined;
  /** Where some of the tokens stand in the text. */
  readonly place: (some: readonly Token[]) => Place;
}

export type ParseResult = Parsed | { readonly ok: false; readonly error: ParseError };

const none: ReadonlySet<string> = new Set();

/** Longer formulas are refused, counted in UTF-16 code units. */
export const longestFormula = 4000;
/** Operations within operations; consumers of a Syntax recurse, so this bounds them. */
const deepestFormula = 200;
/** Operations, when an answer's own abbreviations are written out. */
const largestFormula = 20_000;

/** Reads a formula in plain, Unicode or LaTeX notation, or a mixture. Evaluates nothing and never throws on a text. */
export function parse(text: string, options: ParseOptions = {}): ParseResult {
  const traced = withoutLatex(traceCharacters(text.slice(0, longestFormula)), nameTest(options.names));
  const refused = (error: ReadingError): ParseResult => ({ ok: false, error: new ParseError(error, traced) });
  if (text.length > longestFormula) {
    const place = { start: longestFormula, end: text.length };
    return refused(unreadable("expression.too-long", place, { limit: longestFormula, length: text.length }));
  }
  let failure: unknown;
  for (const plain of wordings(traced.text, options)) {
    try {
      return read({ ...traced, text: plain }, options);
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error;
      failure = error;
    }
  }
  return refused(failure as ReadingError);
}

/** The text of an answer, also without its words; in front of a `=` these would pass for a name of something. */
function* wordings(text: string, { worked, names }: ParseOptions): Generator<string> {
  if (!worked || !text.includes("=")) yield text;
  if (worked) yield withoutProse(text, nameTest(names));
}

/** Whether a word is a name that may be used; single letters are, where any name is. */
function nameTest(names: ReadonlySet<string> | undefined): (word: string) => boolean {
  return names ? (word) => names.has(word) : (word) => word.length === 1;
}

function read(traced: Traced, options: ParseOptions): Parsed {
  const { names = none, primes, worked = false } = options;
  const isName = nameTest(options.names);
  const tokens = tokenize(traced.text, isName);
  const isParted = tokens.some(({ kind, begins }) => begins || kind === "comma" || kind === "equals");
  const { answer, definitions, vocabulary }: Statements =
    worked && isParted
      ? statementsOf(tokens, options)
      : { answer: resolveNames(tokens, options), definitions: new Map(), vocabulary: options };
  let doubtful: Reading | undefined;
  const expanded = (syntax: Syntax, other: boolean): Syntax => {
    if (definitions.size === 0) return syntax;
    const full = writtenOut(definitions, ({ value }, key) => {
      if (names.has(key)) return undefined;
      const readValue = () => readBoth(value, traced, vocabulary);
      const reading = primes?.has(key.slice(0, -1)) ? attempt(readValue) : readValue();
      if (reading?.ambiguous) doubtful ??= reading;
      return (other && reading?.ambiguous) || reading?.syntax;
    })(syntax);
    bound(full, traced.text.length);
    return full;
  };
  const readSide = (side: readonly Token[]): Reading => {
    const { syntax, ambiguous, readings } = readBoth(side, traced, vocabulary);
    const strict = expanded(syntax, false);
    const places = readings ?? doubtful?.readings;
    return places
      ? { syntax: strict, ambiguous: expanded(ambiguous ?? syntax, true), readings: places }
      : { syntax: strict };
  };
  const context: Context = {
    names,
    read: readSide,
    formula: (text) => attempt(() => readFormula(resolveNames(tokenize(text, isName), options), 0, options).syntax),
    quote: (some) => {
      const { start, end } = traced.spanOf(some[0]?.start ?? 0, some.at(-1)?.end ?? 0);
      return safeText(traced.original.slice(start, end), quotedLength);
    },
  };
  const { result, ...before } = answer.some(({ kind }) => kind === "equals")
    ? calculationOf(answer, worked, context)
    : { result: answer, headings: [], steps: [] };
  const known = [...definitions].flatMap(([name, { value }]) => {
    const syntax = names.has(name) ? attempt(() => readSide(value).syntax) : undefined;
    return syntax ? [{ name, value: syntax }] : [];
  });
  const side: Side = {
    tokens: result,
    key: JSON.stringify([result, ...definitions], telling),
    read: (some) => attempt(() => readSide(some).syntax),
    place: (some) => placeIn(traced.original, traced.spanOf(some[0]?.start ?? 0, some.at(-1)?.end ?? 0)),
  };
  return { ok: true, ...readSide(result), ...before, definitions: known, side };
}

/** What a reading rests on: all of a token but where it stands, and what definitions are made of. */
const telling = ["kind", "text", "begins", "upright", "value", "parameter"];

/** One side of an equation, in both readings if there are two. */
function readBoth(side: readonly Token[], { text, original, spanOf }: Traced, vocabulary: Vocabulary): Reading {
  const { syntax, ambiguity } = readFormula(side, text.length, vocabulary);
  bound(syntax, text.length);
  if (!ambiguity) return { syntax };
  const { syntax: ambiguous } = readFormula(side, text.length, vocabulary, true);
  bound(ambiguous, text.length);
  const { place, examples } = ambiguity;
  const [first, second] = examples;
  return { syntax, ambiguous, readings: placed(original, spanOf(place.start, place.end), { first, second }) };
}

/** Refuses a tree larger than consumers can stand. Without recursion, as the tree may be too deep for it. */
function bound(syntax: Syntax, length: number): void {
  const nodes: Syntax[] = [syntax];
  for (let depth = 0, at = 0; at < nodes.length; depth++) {
    if (depth > deepestFormula || nodes.length > largestFormula)
      throw unreadable("expression.too-deep", { start: 0, end: length }, { limit: deepestFormula });
    for (const end = nodes.length; at < end; at++) {
      const node = nodes[at] as Syntax;
      if (node.kind === "call") for (const arg of node.args) nodes.push(arg);
    }
  }
}
