/** Finds the statements that a pattern asks for, and whether they are asserted or negated. */

import type { Finder, Span } from "./concepts.ts";
import { disavowal, negators, noNegation } from "./language.ts";
import type { Part, Pattern } from "./notation.ts";
import type { TokenRow } from "./tokens.ts";

export interface Statement {
  readonly span: Span;
  /** An odd number of negations reaches its predicate. */
  readonly negated: boolean;
  /** It is claimed, not asked, doubted or taken back: `it is not true that …`, `…? No, that is wrong.` */
  readonly asserted: boolean;
}

/** More statements of one pattern than these change no verdict. */
const mostStatements = 12;
/** Bounds the work on hostile texts. */
const mostTried = 200;
/** Concepts farther apart than so many words say nothing of each other. */
const mostBetween = 12;

interface Negation extends Span {
  readonly reach: number;
  readonly after: string;
}

export class Reader {
  readonly #text: TokenRow;
  readonly #finder: Finder;
  readonly #negations: readonly Negation[];

  constructor(text: TokenRow, finder: Finder) {
    this.#text = text;
    this.#finder = finder;
    this.#negations = findNegations(finder);
  }

  /** The statements of this pattern, as written and negated alike. */
  statements(pattern: Pattern): readonly Statement[] {
    const present = pattern.parts.filter((part) => !part.absent);
    const head = present.indexOf(pattern.parts[pattern.head] as Part);
    const found: Statement[] = [];
    for (const anchor of this.#finder.spans((present[0] as Part).phrases).slice(0, mostTried)) {
      const spans = this.#complete(anchor, present);
      if (spans === undefined || this.#excluded(spans, pattern)) continue;
      const negations = this.#reaching(spans, spans[head] as Span);
      const span = hull([...spans, ...negations]);
      found.push({ span, negated: negations.length % 2 === 1, asserted: this.#isAsserted(hull(spans)) });
      if (found.length >= mostStatements) break;
    }
    return found;
  }

  /** Something in the answer is asked, doubted, taken back or only listed. */
  get isUnclaimed(): boolean {
    return this.#finder.spans(disavowal).length > 0 || this.#text.claimless.includes(true);
  }

  /** Each concept that is mentioned, and each two in a row, with whether a negation reaches them. */
  said(): readonly (readonly string[])[] {
    const mentions = this.#finder.names.flatMap((concept) =>
      this.#finder.spans(concept).map((span) => ({ concept, span, denied: this.#isDenied(span) })),
    );
    mentions.sort((a, b) => a.span.start - b.span.start);
    const said: string[][] = [];
    for (const [i, { concept, span, denied }] of mentions.entries()) {
      said.push([concept, String(denied)]);
      for (let next = i + 1; next < mentions.length; next++) {
        const other = mentions[next] as (typeof mentions)[number];
        if (other.span.start > span.start + mostBetween || !this.inOneSentence(span, other.span)) break;
        if (other.span.start > span.start) said.push([concept, other.concept, String(denied || other.denied)]);
      }
    }
    return said;
  }

  #isDenied(span: Span): boolean {
    return this.#negations.filter((negation) => this.#reaches(negation, span, negation.reach)).length % 2 === 1;
  }

  /** Both begin in the same sentence. */
  inOneSentence(one: Span, other: Span): boolean {
    const { sentences } = this.#text;
    return sentences[one.start] === sentences[other.start];
  }

  #isAsserted(span: Span): boolean {
    const { claimless, segmentOf } = this.#text;
    const isBeside = ({ start }: Span) => segmentOf[start] === segmentOf[span.start];
    return !(claimless[span.start] || this.#finder.spans(disavowal).some(isBeside));
  }

  /** For each further part the span nearest to those chosen; undefined if one is missing. */
  #complete(anchor: Span, parts: readonly Part[]): readonly Span[] | undefined {
    const chosen = [anchor];
    for (const part of parts.slice(1)) {
      const from = part.later ? (chosen.at(-1) as Span).end : 0;
      const nearest = this.#nearest(this.#finder.spans(part.phrases), chosen, from, part.reach);
      if (nearest === undefined) return undefined;
      chosen.push(nearest);
    }
    return chosen;
  }

  #nearest(spans: readonly Span[], chosen: readonly Span[], from: number, reach: number): Span | undefined {
    let best: Span | undefined;
    let least = reach + 0.5;
    for (const span of spans) {
      const apart = this.#distance(span, chosen);
      if (span.start >= from && apart < least) [best, least] = [span, apart];
    }
    return best;
  }

  /** Words between a span and the nearest of others, counting punctuation; 0 if they touch or overlap. */
  #distance(span: Span, others: readonly Span[]): number {
    const apart = others.map((other) => (span.start <= other.start ? this.#gap(span, other) : this.#gap(other, span)));
    return Math.max(0, Math.min(...apart));
  }

  /** Words from the end of one span to the start of another, less than 0 if it begins before. */
  #gap(left: Span, right: Span): number {
    const { at } = this.#text;
    return (at[right.start] ?? 0) - (at[left.end - 1] ?? 0) - 1;
  }

  #excluded(chosen: readonly Span[], pattern: Pattern): boolean {
    const inSentence = (span: Span) => this.inOneSentence(span, chosen[0] as Span);
    return pattern.parts.some((part) => part.absent && this.#finder.spans(part.phrases).some(inSentence));
  }

  /**
   * The negations in whose reach the statement's predicate stands, or one of its words directly; of those behind it
   * one only ("impossible or at least harder" negates once).
   */
  #reaching(spans: readonly Span[], head: Span): readonly Span[] {
    const isPart = ({ start }: Span) => spans.some((span) => start < span.end && span.start <= start);
    const isAhead = (negation: Negation) =>
      spans.some((span) => this.#reaches(negation, span, 1)) || this.#reaches(negation, head, negation.reach);
    const others = this.#negations.filter((negation) => !isPart(negation));
    const behind = others.filter((negation) => !isAhead(negation) && this.#follows(negation, head));
    return [...others.filter(isAhead), ...behind.slice(0, 1)];
  }

  /** The negation stands before the span, close enough, and nothing between ends its reach. */
  #reaches(negation: Negation, span: Span, reach: number): boolean {
    // "nicht so" and "so lange" share a word.
    if (span.start <= negation.start) return false;
    const { stops } = this.#text;
    return this.#gap(negation, span) <= reach && stops[span.start] === stops[negation.end - 1];
  }

  /** German puts `nicht` behind the verb; `… is avoided` stands behind what is avoided. */
  #follows(negation: Negation, head: Span): boolean {
    if (negation.after === "never" || negation.start < head.end) return false;
    const { stops, tokens } = this.#text;
    const apart = this.#gap(head, negation);
    if (apart > 5 || stops[negation.start] !== stops[head.end - 1]) return false;
    // "stimmt nicht mehr überein": directly behind the verb.
    if (negation.after === "always" || apart === 0) return true;
    return (tokens[negation.end]?.breaks ?? true) || stops[negation.end] !== stops[negation.end - 1];
  }
}

function findNegations(finder: Finder): readonly Negation[] {
  const harmless = finder.spans(noNegation);
  const found = negators.flatMap(({ concept, reach, after }) =>
    finder
      .spans(concept)
      .filter((span) => !harmless.some((other) => overlap(span, other)))
      .map((span): Negation => ({ ...span, reach, after })),
  );
  // "no longer", "nicht moeglich": what overlaps is one negation; the longest counts.
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((span, i) => !found.slice(Math.max(0, i - 3), i).some((other) => span.start < other.end));
}

function hull(spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) };
}

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
