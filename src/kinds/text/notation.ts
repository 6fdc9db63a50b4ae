/**
 * The notation of patterns, read into plain data.
 *
 * A **phrase** is a row of words that follow each other (articles between them are skipped):
 *   `long-term`         the words long term; upper case and accents do not matter
 *   `depend*` `*wert`   words that begin or end so; `*norm*` contain it
 *   `<less>`            a concept: any of its phrases (of the rubric, or of language.ts)
 *   `the?`              may be left out
 *   `..` `..5`          up to 3 (5) words of any kind between
 *   `a b | c`           either phrase
 *   `except: <a> of b`  among a concept's phrases: inside these words it is not meant
 *   `{L @ set2}`        the value of a formula of the exercise's model in a case (see modelNumbers.ts)
 *   `/` `*` `>` `norm`  signs of formulas are words, too; ‖g‖, |g|, norm(g), g.norm() all are the word `norm`
 * Words of 6 to 9 letters may contain one spelling error, longer ones two; the first letter must be right.
 *
 * A **pattern** is one or more phrases in one sentence, in any order:
 *   `<memory> & <less>`     both, at most 8 words apart (`~ 3` at the end: at most 3; after another phrase: that one)
 *   `<norm> &> <exceed>`    in this order
 *   `& !<always>`           and this one nowhere in the sentence
 *   `not: <path> & <learn>` the statement must be negated; without `not:` it must not be; `any:` either.
 * The opposite of a pattern without mark counts against the criterion ("does not keep the direction").
 * Negation is looked for around the statement's predicate: the last phrase, or the one marked `^<change>`.
 */

import { tokenize } from "./tokens.ts";

export interface Step {
  /** A word (`norm`, `gradient*`), the name of a concept (`<less>`), or how many words of any kind. */
  readonly is: string | number;
  readonly optional: boolean;
}

export type Phrase = readonly Step[];

export interface Part {
  /** The phrases it may be, as written: `<less>`, `too big | too long`. */
  readonly phrases: string;
  /** It must not stand in the sentence. */
  readonly absent: boolean;
  /** It must stand after the part before. */
  readonly later: boolean;
  /** In words, from the nearest part before it in the pattern. */
  readonly reach: number;
}

export interface Pattern {
  readonly polarity: "asserted" | "negated" | "any";
  readonly parts: readonly Part[];
  /** The place in `parts` of the one that negation is looked for around. */
  readonly head: number;
}

/** A mistake of an author in a pattern. */
export class PatternError extends Error {}

const defaultReach = 8;
const defaultGap = 3;

const polarities: Readonly<Record<string, Pattern["polarity"]>> = { not: "negated", any: "any" };

/** @throws PatternError if it cannot be read; its phrases are read apart. */
export function parsePattern(source: string): Pattern {
  const mood = /^\s*(not|any):\s/.exec(source);
  const pieces = source.slice(mood?.[0].length ?? 0).split(/\s(&>?)\s/);
  const reach = reachOf(pieces.at(-1) ?? "") ?? defaultReach;
  const parts: Part[] = [];
  let head = -1;
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = pieces[i] ?? "";
    const [, mark = "", phrases = ""] = /^\s*([\^!]?)(.*?)(?:\s~\s*\d+)?\s*$/s.exec(piece) ?? [];
    if (mark === "^") head = parts.length;
    const later = pieces[i - 1] === "&>";
    parts.push({ phrases, absent: mark === "!", later, reach: reachOf(piece) ?? reach });
  }
  if (head < 0) head = parts.findLastIndex((part) => !part.absent);
  if (head < 0) throw new PatternError(`"${source}" asks only for what must be absent`);
  return { polarity: polarities[mood?.[1] ?? ""] ?? "asserted", parts, head };
}

function reachOf(piece: string): number | undefined {
  const reach = /\s~\s*(\d+)\s*$/.exec(piece)?.[1];
  return reach === undefined ? undefined : Number(reach);
}

/** The phrases of `a b | c`. */
export function alternatives(source: string): readonly string[] {
  return source.trim().split(/\s+\|\s+/);
}

/** @throws PatternError if it has no words */
export function parsePhrase(text: string): Phrase {
  // Most are plain words; telling these first keeps reading fast.
  if (plainWord.test(text)) return [{ is: text, optional: false }];
  const steps = text.split(/\s+/).filter(Boolean).flatMap(parseChunk);
  const isGap = (step: Step | undefined) => typeof step?.is === "number";
  if (steps.every(isGap)) throw new PatternError(`no words in "${text}"`);
  if (isGap(steps[0]) || isGap(steps.at(-1))) throw new PatternError(`"${text}" begins or ends with ..`);
  if (steps.every(({ optional }) => optional)) throw new PatternError(`all of "${text}" is optional`);
  return steps;
}

const plainWord = /^[a-z]+\*?$/;

function parseChunk(chunk: string): Phrase {
  if (plainWord.test(chunk) || isConcept(chunk)) return [{ is: chunk, optional: false }];
  const gap = /^\.\.(\d*)$/.exec(chunk);
  if (gap) return [{ is: gap[1] ? Math.min(12, Number(gap[1])) : defaultGap, optional: false }];
  if (chunk.length > 1 && chunk.endsWith("?"))
    return parseChunk(chunk.slice(0, -1)).map(({ is }) => ({ is, optional: true }));
  if (chunk === "*" || chunk === "||") return [{ is: chunk, optional: false }];
  const [, open = "", word = "", close = ""] = /^(\*?)(.*?)(\*?)$/s.exec(chunk) ?? [];
  const texts = tokenize(word).map((token) => token.text);
  if (texts.length === 0) throw new PatternError(`"${chunk}" is not a word`);
  const last = texts.length - 1;
  return texts.map((text, i) => ({ is: (i === 0 ? open : "") + text + (i === last ? close : ""), optional: false }));
}

export function isConcept(step: string): boolean {
  return /^<[a-z][\w-]*>$/.test(step);
}
