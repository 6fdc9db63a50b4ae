/** Decides what each word of a formula is: a quantity with its index, several run together, a function, a constant. */

import { canonicalName, knownName, wholeName } from "../engine/names.ts";
import { calls } from "../engine/operations/table.ts";
import { vectorCalls } from "../engine/vectors.ts";
import { unreadable } from "./errors.ts";
import { type Indexed, raisedIndex, readIndices } from "./indices.ts";
import type { Token, TokenKind, Vocabulary } from "./token.ts";

/** The tokens with every word decided, together with its index. */
export function resolveNames(tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  const resolved: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    if (token.kind !== "word" && token.kind !== "atom") {
      resolved.push(token);
      at++;
      continue;
    }
    const plain = { name: token.text, next: at + 1 };
    // `log_2` is not a quantity called log2.
    const isCalled = isFunction(token.text, vocabulary) && !isKnownName(token.text, vocabulary);
    const isIndexed = tokens[at + 1]?.kind === "index" || tokens[at + 1]?.text === "[";
    const below =
      isCalled || !isIndexed ? (indexInBrackets(tokens, at, vocabulary) ?? plain) : readIndices(tokens, at, vocabulary);
    let decided = decide(tokens, at, below, vocabulary);
    const isRaised = !isCalled && tokens[below.next]?.text === "^";
    const above = isRaised && raisedIndex(tokens, below, decided.at(-1)?.kind === "unknown", vocabulary);
    if (above) decided = decide(tokens, at, above, vocabulary);
    resolved.push(...decided);
    at = (above || below).next;
  }
  return resolved;
}

/** `h(0)`, where only h0 is a quantity, and no h of its own. */
function indexInBrackets(tokens: readonly Token[], at: number, vocabulary: Vocabulary): Indexed | undefined {
  const [word, open, index, close] = tokens.slice(at, at + 4);
  if (open?.text !== "(" || index?.kind !== "digits" || close?.text !== ")" || !vocabulary.names) return undefined;
  const name = canonicalName(`${word?.text}(${index.text})`);
  const isMeant = name !== undefined && isKnownName(name, vocabulary) && !isKnownName(word?.text ?? "", vocabulary);
  return isMeant ? { name, next: at + 4 } : undefined;
}

/** What the word at `at` is, together with its indices. */
function decide(tokens: readonly Token[], at: number, indexed: Indexed, vocabulary: Vocabulary): Token[] {
  const token = tokens[at] as Token;
  const { name, time, error, next } = indexed;
  const { names, sequences } = vocabulary;
  const end = tokens[next - 1]?.end ?? token.end;
  const following = tokens[next];
  const as = (kind: TokenKind, text: string, problem = error): Token[] => [
    { ...token, kind, text, end, ...(time && { time }), ...(problem && { error: problem }) },
  ];
  if (error || (time && !sequences)) return as("unknown", name);
  if (isKnownName(name, vocabulary)) return as("name", name);
  if (isFunction(name, vocabulary)) return as("function", name);
  if (name === "sigma" && (names || following?.kind === "open")) return as("function", "sigmoid");
  if (name === "e" || name === "pi") return as("constant", name);
  const canonical = canonicalName(name) ?? name;
  if (!names) return as("name", canonical);
  if (isKnownName(canonical, vocabulary)) return as("name", canonical);
  const power = following?.kind === "raised" || following?.text === "^";
  const ways = token.kind === "word" ? splitRun(name, vocabulary, power) : [];
  const [only, other] = ways;
  if (only && other) {
    const readings = ways.map((way) => way.join("*"));
    return as("unknown", name, unreadable("expression.ambiguous-name", { start: token.start, end }, { readings }));
  }
  if (only) return partsOf(token, only, { end, ...(time && { time }) }, vocabulary);
  const similar = knownName(canonical, names);
  if (similar !== undefined) return as("name", similar);
  // `Tanh(x)`, `TANH^2(x)`: a program that corrects spelling, or a habit.
  const small = name.toLowerCase();
  const isCalled = small.length > 2 && isFunction(small, vocabulary) && (power || following?.kind === "open");
  return isCalled ? as("function", small) : as("unknown", canonical);
}

/** The names that a word is made of, each at its place; `last` is what only the last of them has. */
function partsOf(
  token: Token,
  parts: readonly string[],
  last: Pick<Token, "end" | "time">,
  vocabulary: Vocabulary,
): Token[] {
  let end = token.start;
  return parts.map((text, i) => {
    const start = end;
    end += text.length;
    const constant = text === "pi" || text === "e" ? "constant" : "function";
    const kind = isKnownName(text, vocabulary) ? "name" : constant;
    return { ...(i === 0 && token), kind, text, run: token.text, start, ...(i === parts.length - 1 ? last : { end }) };
  });
}

const longestRun = 200;

/** The ways to read a run of letters as known names and functions (`y2Vh0`): none, the only one, or the first two. */
function splitRun(run: string, vocabulary: Vocabulary, power: boolean): readonly string[][] {
  if (run.length > longestRun) return [];
  const rest: string[][][] = [];
  rest[run.length] = [[]];
  for (let at = run.length - 1; at >= 0; at--) {
    const ways: string[][] = [];
    for (const part of partsAt(run, at, vocabulary, power)) {
      for (const way of rest[at + part.length] ?? []) if (ways.length < 2) ways.push([part, ...way]);
    }
    rest[at] = ways;
  }
  return rest[0] ?? [];
}

/** The names that begin at `at`; where a function's name begins, shorter names do not count. */
function partsAt(run: string, at: number, vocabulary: Vocabulary, power: boolean): string[] {
  const parts: string[] = [];
  for (let end = run.length; end > at; end--) {
    const part = run.slice(at, end);
    if (isKnownName(part, vocabulary) || part === "pi") parts.push(part);
    // In `tanh2(x)` a power was lost: it is neither tanh nor tan, so nothing of it may be read.
    else if (part.length > 2 && isFunction(part, vocabulary))
      return /\d/.test(run.charAt(end)) ? parts : [...parts, part];
    else if (part === "e" && power && end === run.length) parts.push(part);
  }
  return parts;
}

/** Whether `word` is a name that may be used, as it stands. */
function isKnownName(word: string, { names, declared, sequences }: Vocabulary): boolean {
  const known = names ?? declared;
  return known !== undefined && (known.has(word) || (sequences === true && known.has(wholeName(word))));
}

/** Whether `word` can be called, be it under another spelling of an operation. */
function isFunction(word: string, { sequences, functions, vectors }: Vocabulary): boolean {
  if (functions?.has(word) || (vectors && vectorCalls.has(word))) return true;
  const call = calls.get(word);
  return call !== undefined && (sequences === true || !call.inModel);
}
