/** Says why a word or a character can't be read, and what may have been meant. */

import { abbreviatedBy, isGreek, splitName, suggestions } from "../engine/names.ts";
import { callable, functionWords } from "../engine/operations/table.ts";
import type { Span } from "../engine/syntax.ts";
import { unreadable } from "./errors.ts";
import type { Token, Vocabulary } from "./token.ts";

/** Suggested are at most so many functions and names. */
const mostFunctions = 12;
const mostNames = 16;

/** Refuses the word at `at`, which is no name, function or constant here. */
export function refuseWord(tokens: readonly Token[], at: number, vocabulary: Vocabulary): never {
  const token = tokens[at] as Token;
  const name = token.text;
  const next = tokens[at + 1];
  if (token.error) throw token.error;
  if (vocabulary.names) refuseProse(tokens, at);
  if (next?.kind === "open" && next.start === token.end && /^[A-Za-z]{2,}$/.test(name))
    refuseFunction(token, vocabulary);
  const base = name.replace(/_[A-Za-z]$/, "");
  const steps = usable(vocabulary).filter((one) => one.startsWith(base) && /^\d+$/.test(one.slice(base.length)));
  if ((token.time || base !== name) && steps.length > 0)
    throw unreadable("expression.symbolic-index", token, { suggestions: steps.slice(0, 4) });
  refuseName(token, vocabulary);
}

/** Refuses a name that is unknown, or the part of it that is. */
function refuseName(token: Token, vocabulary: Vocabulary): never {
  const { names = new Set() } = vocabulary;
  const name = unknownPart(token.text, names);
  const offered = usable(vocabulary);
  const { base, index } = splitName(name);
  const atStep = index === undefined ? [] : offered.filter((one) => splitName(one).index === index);
  // Any letter is a slip of any other: what can be known is the time step.
  const close = base.length === 1 && atStep.length > 0 ? atStep : suggestions(name, offered);
  const near = [abbreviatedBy(name, offered), close, atStep].find((some) => some.length > 0) ?? [];
  const functions = near.length === 0 && name.length > 2 ? suggestions(name, longWords(), 2) : near;
  const all = functions.length > 0 ? functions : shortened(offered);
  const isPlain = token.end - token.start === token.text.length;
  const place: Span = { start: token.start + (isPlain ? token.text.length - name.length : 0), end: token.end };
  throw unreadable("expression.unknown-name", place, { suggestions: all });
}

/** The names to offer: those that an answer should use, else all. */
function usable({ names = new Set(), preferred = [] }: Vocabulary): string[] {
  const asked = [...names].filter((name) => preferred.includes(name) || preferred.includes(splitName(name).base));
  return asked.length > 0 ? asked : [...names];
}

function shortened(names: readonly string[]): readonly string[] {
  return names.length > mostNames ? [...names.slice(0, mostNames), "…"] : names;
}

/** Refuses several unknown words in a row, from `at` on: a sentence. */
function refuseProse(tokens: readonly Token[], at: number): void {
  const isWord = ({ kind, text }: Token) => kind === "unknown" && /^\p{L}+$/u.test(text) && !isGreek(text);
  const goesOn = (token: Token) => token.kind === "prime" || token.kind === "comma" || isWord(token);
  const length = tokens.slice(at).findIndex((token) => !goesOn(token));
  const row = tokens.slice(at, length < 0 ? undefined : at + length).filter(isWord);
  const [first, last] = [row[0], row.at(-1)];
  const isSentence = row.filter(({ text }) => text.length > 1).length > 1 && row.some(({ text }) => text.length > 2);
  if (first && last && isSentence) throw unreadable("expression.prose", { start: first.start, end: last.end });
}

/** Refuses a word that is called like a function but is none. */
export function refuseFunction(token: Token, vocabulary: Vocabulary): never {
  const near = suggestions(token.text, [...longWords(), ...usable(vocabulary)]);
  const all = near.length > 0 ? near : callable.slice(0, mostFunctions).map(({ name }) => name);
  throw unreadable("expression.unknown-function", token, { suggestions: all });
}

/** Functions by all names that are no abbreviations. */
function longWords(): string[] {
  return functionWords.filter((word) => word.length > 2);
}

const inequality = /[<>≤≥≠≈∼≃≅]|!=|==/y;
const indexBrace = /_\s*\{/y;

/** Refuses what stands at `at`, where nothing of a formula begins. */
export function refuseCharacter(text: string, at: number): never {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const here = { start: at, end: at + character.length };
  inequality.lastIndex = at;
  const found = inequality.exec(text)?.[0];
  if (found !== undefined) throw unreadable("expression.comparison", { start: at, end: at + found.length });
  if (character === "∞") throw unreadable("expression.not-finite", here);
  if (character === "∑" || character === "∏") throw unreadable("expression.ellipsis", here);
  if (text.startsWith("...", at)) throw unreadable("expression.ellipsis", { start: at, end: at + 3 });
  if (/["?;:!%#@.]/.test(character)) throw unreadable("expression.not-mathematics", here);
  indexBrace.lastIndex = at;
  const open = at + (indexBrace.exec(text)?.[0].length ?? 0);
  const rest = text.slice(at);
  if (open > at && rest.split("{").length > rest.split("}").length)
    throw unreadable("expression.unclosed", { start: open - 1, end: open }, { bracket: "{", closing: "}" });
  throw unreadable("expression.unexpected-character", here);
}

/** Of names run together (`y2Vh3`), what is left where the known ones end; else the whole word. */
function unknownPart(word: string, known: ReadonlySet<string>): string {
  const parts = word.match(/(?:[A-Z]+|[a-z]+)\d*/g) ?? [];
  const first = parts.findIndex((part) => !known.has(part));
  return first > 0 && parts.join("") === word ? parts.slice(first).join("") : word;
}
