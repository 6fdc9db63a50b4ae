/** Finds the statements that a pattern asks for, and whether they are asserted or negated. */

import type { Annotated } from "./annotate.ts";
import type { Span } from "./concepts.ts";
import { article, meansWords, negators, noNegation } from "./language.ts";
import type { Part, Pattern } from "./notation.ts";
import type { Rubric } from "./rubric.ts";
import { sentenceGap } from "./scanner.ts";

export interface Statement {
  readonly span: Span;
  /** An odd number of negations reaches its predicate. */
  readonly negated: boolean;
}

/** More statements of one pattern than these change no verdict. */
const mostStatements = 12;
const mostTried = 200;

/** Longer sentences are not searched for what must be absent. */
const sentenceLength = 60;
const farthestNegation = 8;
/** No phrase is longer. */
const longestSpan = 24;

interface Negation extends Span {
  readonly reach: number;
  readonly after: string;
  /** Where its reach ends before the usual: in `prevents large steps by limiting the norm` at `by`. */
  readonly until: number;
}

export class Reader {
  readonly #opposites: Rubric["opposites"];
  readonly #text: Annotated;
  readonly #negations: readonly Negation[];

  constructor({ opposites }: Rubric, text: Annotated) {
    this.#opposites = opposites;
    this.#text = text;
    this.#negations = findNegations(text);
  }

  /** The statements of this pattern, as written and negated alike. */
  statements(pattern: Pattern): readonly Statement[] {
    const present = pattern.parts.filter((part) => !part.absent);
    const lists = present.map((part) => this.#text.spans.get(part.phrases) ?? []);
    if (lists.some((list) => list.length === 0)) return [];
    const found: Statement[] = [];
    for (const anchor of (lists[0] ?? []).slice(0, mostTried)) {
      const spans = this.#complete(anchor, present, lists);
      if (spans === undefined || this.#excluded(spans, pattern)) continue;
      if (pattern.bare && !this.#isBare(hull(spans))) continue;
      const head = spans[present.indexOf(pattern.parts[pattern.head] as Part)] as Span;
      const negations = this.#reaching(spans, head);
      found.push({ span: hull([...spans, ...negations]), negated: negations.length % 2 === 1 });
      if (found.length >= mostStatements) break;
    }
    return found;
  }

  /** For each further part the span nearest to those chosen; undefined if one is missing or belongs elsewhere. */
  #complete(anchor: Span, parts: readonly Part[], lists: readonly (readonly Span[])[]): readonly Span[] | undefined {
    const chosen = [anchor];
    for (let i = 1; i < parts.length; i++) {
      const part = parts[i] as Part;
      const before = chosen[i - 1] as Span;
      const nearest = this.#nearest(lists[i] ?? [], chosen, part.later ? before.end : 0, part.reach);
      if (nearest === undefined) return undefined;
      chosen.push(nearest);
    }
    return parts.every((part, i) => !this.#taken(part, chosen, i)) ? chosen : undefined;
  }

  #nearest(spans: readonly Span[], chosen: readonly Span[], from: number, reach: number): Span | undefined {
    let best: Span | undefined;
    let least = reach + 0.5;
    for (const span of around(spans, chosen, reach)) {
      if (span.start < from) continue;
      const apart = Math.min(...chosen.map((other) => this.#distance(span, other)));
      if (apart < least) [best, least] = [span, apart];
    }
    return best;
  }

  /** Words between two spans, counting punctuation; 0 if they touch or overlap. */
  #distance(one: Span, other: Span): number {
    const { at } = this.#text;
    const [left, right] = one.start <= other.start ? [one, other] : [other, one];
    return Math.max(0, (at[right.start] ?? 0) - (at[left.end - 1] ?? 0) - 1);
  }

  /** An opposite of this part stands nearer to the statement's other words: `more time, less memory`. */
  #taken(part: Part, chosen: readonly Span[], index: number): boolean {
    const own = chosen[index] as Span;
    const others = chosen.filter((_, i) => i !== index);
    if (others.length === 0) return false;
    const apart = Math.min(...others.map((other) => this.#distance(own, other)));
    for (const [concept, opposite] of this.#opposites) {
      if (concept !== part.phrases) continue;
      for (const rival of around(this.#text.spans.get(opposite) ?? [], others, apart)) {
        if (rival.start < own.end && own.start < rival.end) continue;
        if (others.some((other) => this.#distance(rival, other) < apart)) return true;
      }
    }
    return false;
  }

  /** Both begin in the same sentence. */
  inOneSentence(one: Span, other: Span): boolean {
    return this.#sentence(one.start) === this.#sentence(other.start);
  }

  #sentence(index: number): number {
    return Math.floor((this.#text.at[index] ?? 0) / sentenceGap);
  }

  #excluded(chosen: readonly Span[], pattern: Pattern): boolean {
    const { spans, stops } = this.#text;
    const anchor = chosen[0] as Span;
    const inSentence = (span: Span) => this.inOneSentence(span, anchor);
    const inClause = (span: Span) => chosen.some((other) => stops[other.start] === stops[span.start]);
    return pattern.parts.some(({ absent, phrases }) => {
      const found = absent ? (spans.get(phrases) ?? []) : [];
      if (absent === "answer") return found.length > 0;
      return around(found, [anchor], sentenceLength).some(absent === "clause" ? inClause : inSentence);
    });
  }

  /** Nothing but articles stands beside the span in its segment. */
  #isBare(span: Span): boolean {
    const { segmentOf, spans } = this.#text;
    const articles = spans.get(article) ?? [];
    const silent = (at: number) => articles.some(({ start }) => start === at);
    const same = (at: number) => segmentOf[at] === segmentOf[span.start];
    let before = span.start - 1;
    while (same(before) && silent(before)) before--;
    let after = span.end;
    while (same(after) && silent(after)) after++;
    return !same(before) && !same(after);
  }

  /**
   * The negations in whose reach the statement's predicate stands, or one of its words directly; of those behind it
   * one only ("impossible or at least harder" negates once).
   */
  #reaching(spans: readonly Span[], head: Span): readonly Span[] {
    const consumed = (negation: Span) =>
      spans.some((span) => negation.start < span.end && span.start <= negation.start);
    const near = around(this.#negations, spans, farthestNegation).filter((negation) => !consumed(negation));
    const ahead = (negation: Negation) =>
      spans.some((span) => this.#reaches(negation, span, 1)) || this.#reaches(negation, head, negation.reach);
    const before = near.filter(ahead);
    const behind = near.filter((negation) => !ahead(negation) && this.#follows(negation, head));
    return [...before, ...behind.slice(0, 1)];
  }

  /** The negation stands before the span, close enough, and nothing between ends its reach. */
  #reaches(negation: Negation, span: Span, reach: number): boolean {
    // "nicht so" and "so lange" share a word.
    if (span.start <= negation.start || span.start >= negation.until) return false;
    const { at, stops } = this.#text;
    const apart = (at[span.start] ?? 0) - (at[negation.end - 1] ?? 0) - 1;
    return apart <= reach && stops[span.start] === stops[negation.end - 1];
  }

  /** German puts `nicht` behind the verb; `… is avoided` stands behind what is avoided. */
  #follows(negation: Negation, head: Span): boolean {
    if (negation.after === "never" || negation.start < head.end) return false;
    const { at, stops, tokens } = this.#text;
    const apart = (at[negation.start] ?? 0) - (at[head.end - 1] ?? 0) - 1;
    if (apart > 5 || stops[negation.start] !== stops[head.end - 1]) return false;
    const next = tokens[negation.end];
    // "stimmt nicht mehr überein": directly behind the verb.
    if (apart === 0 && negation.after === "clause end") return true;
    const last = next === undefined || next.breaks || stops[negation.end] !== stops[negation.end - 1];
    return last || negation.after === "always" || next.text === "mehr";
  }
}

function hull(spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) };
}

/** Those of an ordered list of spans that can be within `reach` words of the chosen ones. */
function around<S extends Span>(spans: readonly S[], chosen: readonly Span[], reach: number): readonly S[] {
  const low = Math.min(...chosen.map((span) => span.start)) - reach - longestSpan;
  const high = Math.max(...chosen.map((span) => span.end)) + reach + 1;
  return spans.slice(firstFrom(spans, low), firstFrom(spans, high));
}

function firstFrom(spans: readonly Span[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first word from here on that names a means. */
function meansFrom({ tokens }: Annotated, start: number): number {
  for (let at = start; at < start + farthestNegation; at++) if (meansWords.has(tokens[at]?.text ?? "")) return at;
  return Number.POSITIVE_INFINITY;
}

function findNegations(text: Annotated): Negation[] {
  const harmless = text.spans.get(noNegation) ?? [];
  const found: Negation[] = [];
  for (const { concept, reach, after, means } of negators) {
    for (const span of text.spans.get(concept) ?? []) {
      if (harmless.some((other) => other.start < span.end && span.start < other.end)) continue;
      found.push({ ...span, reach, after, until: means ? meansFrom(text, span.end) : Number.POSITIVE_INFINITY });
    }
  }
  // "no longer", "nicht moeglich": what overlaps is one negation; the longest counts.
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((span, i) => !found.slice(Math.max(0, i - 3), i).some((other) => span.start < other.end));
}
