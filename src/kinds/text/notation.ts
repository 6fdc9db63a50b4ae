/**
 * The notation of patterns, read into plain data; knows neither a text to match nor what a pattern is for.
 *
 * A **phrase** is a row of words that follow each other (articles between them are skipped):
 *   `long-term`         the words long term, also written as one word; upper case and accents do not matter
 *   `depend*` `*wert`   words that begin or end so; `*norm*` contain it
 *   `<less>`            a concept: any of its phrases (of the rubric, or of language.ts)
 *   `the?`              may be left out
 *   `..` `..5`          up to 3 (5) words of any kind between
 *   `except: <a> of b`  among a concept's phrases: inside these words it is not meant
 *   `{L @ set2}`         the value of a formula of the exercise's model in a case, filled in before the phrase is read
 *   `/` `*` `>` `norm`  signs of formulas are words, too; ‖g‖, |g|, norm(g), g.norm() all are the word `norm`
 * Words of 6 to 9 letters may contain one spelling error, longer ones two; the first letter must be right.
 *
 * A **pattern** is one or more phrases in one sentence, in any order:
 *   `<memory> & <less>`     both, at most 8 words apart (`~ 3` at the end: at most 3; after another phrase: that one)
 *   `<norm> &> <exceed>`    in this order
 *   `& !<always>`           and this one nowhere in the sentence; `& !!<always>` nowhere in the answer;
 *                           `& !:<always>` nowhere in the clauses where the statement stands
 *   `a b | c`               either phrase
 *   `not: <path> & <learn>` the statement must be negated; without `not:` it must not be; `any:` either.
 * The opposite of a pattern counts against the criterion ("does not keep the direction"); with `yes:` in place of
 * nothing and `no:` in place of `not:` it counts for nothing.
 * `bare:` asks that the whole entry says nothing else.
 * Negation is looked for around the statement's predicate: the last phrase, or the one marked `^<change>`.
 */

import { tokenize } from "./tokens.ts";

type WordKind = "exact" | "prefix" | "suffix" | "infix";

export interface Word {
  readonly kind: WordKind;
  readonly text: string;
}

export type Item =
  | { readonly kind: "word"; readonly word: Word; readonly optional: boolean }
  | { readonly kind: "concept"; readonly name: string; readonly optional: boolean }
  | { readonly kind: "gap"; readonly most: number };

export type Phrase = readonly Item[];

export interface Part {
  readonly alternatives: readonly Phrase[];
  /** It must not stand in the clause, the sentence, or anywhere in the answer. */
  readonly absent: "clause" | "sentence" | "answer" | false;
  /** It must stand after the part before. */
  readonly later: boolean;
  /** In words, from the nearest part before it in the pattern. */
  readonly reach: number;
}

export interface Pattern {
  readonly polarity: "asserted" | "negated" | "any";
  /** The same statement with the other polarity counts against the criterion. */
  readonly counters: boolean;
  /** The whole text or entry consists of it. */
  readonly bare: boolean;
  readonly parts: readonly Part[];
  /** The place in `parts` of the one that negation is looked for around. */
  readonly head: number;
}

/** A number that the exercise's model gives: a formula and the name of a case. */
export const modelNumber = /\{([^{}@]+)@([^{}@]+)\}/g;

const defaultReach = 8;
const defaultGap = 3;

/** A mistake of an author in a pattern. */
export class PatternError extends Error {}

/** Marks a phrase of a concept inside which the concept's words mean something else. */
export const except = /^\s*except:\s/;

/** Reads a phrase; throws `PatternError` if it has no words. */
export function parsePhrase(text: string): Phrase {
  const items = plainWord.test(text) ? parseItem(text) : text.split(/\s+/).filter(Boolean).flatMap(parseItem);
  if (!items.some((item) => item.kind !== "gap")) throw new PatternError(`no words in "${text}"`);
  if (items[0]?.kind === "gap" || items.at(-1)?.kind === "gap")
    throw new PatternError(`"${text}" begins or ends with ..`);
  if (items.every((item) => item.kind !== "gap" && item.optional))
    throw new PatternError(`all of "${text}" is optional`);
  return items;
}

/** Reads a pattern; throws `PatternError` if it cannot be read. */
export function parsePattern(source: string): Pattern {
  const mark = /^\s*(not|any|yes|no|bare):\s/.exec(source);
  const pieces = source.slice(mark?.[0].length ?? 0).split(/\s(&>?)\s/);
  const all = reachOf(pieces.at(-1) ?? "") ?? defaultReach;
  const parts: Part[] = [];
  let head = -1;
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = pieces[i] ?? "";
    const [, marks = "", body = ""] = /^\s*(\^|!:|!{0,2})(.*?)(?:\s~\s*\d+)?\s*$/s.exec(piece) ?? [];
    const absent = absences[marks] ?? false;
    if (marks === "^") head = parts.length;
    const alternatives = body.split(/\s\|\s/).map(parsePhrase);
    parts.push({ alternatives, absent, later: pieces[i - 1] === "&>", reach: reachOf(piece) ?? all });
  }
  if (parts.every((part) => part.absent)) throw new PatternError(`"${source}" asks only for what must be absent`);
  if (head < 0) head = parts.findLastIndex((part) => !part.absent);
  return { ...polarities[mark?.[1] ?? ""], parts, head } as Pattern;
}

const absences: Readonly<Record<string, Part["absent"]>> = { "!": "sentence", "!!": "answer", "!:": "clause" };

const polarities: Readonly<Record<string, Pick<Pattern, "polarity" | "counters" | "bare">>> = {
  "": { polarity: "asserted", counters: true, bare: false },
  yes: { polarity: "asserted", counters: false, bare: false },
  not: { polarity: "negated", counters: true, bare: false },
  no: { polarity: "negated", counters: false, bare: false },
  any: { polarity: "any", counters: false, bare: false },
  bare: { polarity: "asserted", counters: false, bare: true },
};

function reachOf(piece: string): number | undefined {
  const reach = /\s~\s*(\d+)\s*$/.exec(piece)?.[1];
  return reach === undefined ? undefined : Number(reach);
}

/** Most chunks are plain words; reading them at once keeps compiling fast. */
const plainWord = /^[a-z]+\*?$/;

function parseItem(chunk: string): Item[] {
  if (plainWord.test(chunk)) {
    const prefix = chunk.endsWith("*");
    const word: Word = prefix ? { kind: "prefix", text: chunk.slice(0, -1) } : { kind: "exact", text: chunk };
    return [{ kind: "word", word, optional: false }];
  }
  const gap = /^\.\.(\d*)$/.exec(chunk);
  if (gap) return [{ kind: "gap", most: gap[1] ? Math.min(12, Number(gap[1])) : defaultGap }];
  const optional = chunk.length > 1 && chunk.endsWith("?");
  const core = optional ? chunk.slice(0, -1) : chunk;
  const concept = /^<([a-z][\w-]*)>$/.exec(core);
  if (concept?.[1] !== undefined) return [{ kind: "concept", name: concept[1], optional }];
  return parseWords(core).map((word) => ({ kind: "word", word, optional }));
}

function parseWords(core: string): Word[] {
  if (core === "*" || core === "||") return [{ kind: "exact", text: core }];
  const open = core.startsWith("*");
  const close = core.endsWith("*");
  const bare = core.slice(open ? 1 : 0, close ? -1 : undefined);
  const texts = tokenize(bare).map((token) => token.text);
  if (texts.length === 0) throw new PatternError(`"${core}" is not a word`);
  return texts.map((text, at) => ({ kind: wordKind(open && at === 0, close && at === texts.length - 1), text }));
}

function wordKind(open: boolean, close: boolean): WordKind {
  return open ? (close ? "infix" : "suffix") : close ? "prefix" : "exact";
}
