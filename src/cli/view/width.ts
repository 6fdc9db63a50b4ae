/** How many columns a text takes in a terminal; knows no colour: texts here hold no escape sequences. */

import { eastAsianWidth } from "get-east-asian-width";

export interface Grapheme {
  readonly text: string;
  /** Columns: mostly 0, 1 or 2. */
  readonly width: number;
}

/**
 * Letters, punctuation, sub- and superscripts, arrows, operators, box drawing and our own symbols: one column each and
 * never part of a cluster. Keeps `Intl.Segmenter`, which costs 10 ms to create, out of nearly every run.
 */
const narrowOnly =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u03ff\u2010-\u2027\u2030-\u203b\u203d-\u2048\u2070-\u209c\u2100-\u2121\u2123-\u2138\u2190-\u2193\u2200-\u22ff\u2500-\u25a9\u25ac-\u25b5\u25b7-\u25bf\u25c1-\u25fa\u2713\u2717]*$/;

export function displayWidth(text: string): number {
  if (narrowOnly.test(text)) return text.length;
  let width = 0;
  for (const grapheme of segment(text)) width += grapheme.width;
  return width;
}

/** The text in pieces that must not be torn apart. */
export function graphemes(text: string): Grapheme[] {
  if (narrowOnly.test(text)) return Array.from(text, (character) => ({ text: character, width: 1 }));
  return [...segment(text)];
}

/** The text, cut and marked with `ellipsis` if it takes more than `width` columns. */
export function truncate(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  const room = width - ellipsis.length;
  let used = 0;
  let kept = "";
  for (const grapheme of graphemes(text)) {
    if (used + grapheme.width > room) break;
    kept += grapheme.text;
    used += grapheme.width;
  }
  return kept.trimEnd() + ellipsis;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

let segmenter: Intl.Segmenter | undefined;

function* segment(text: string): Generator<Grapheme> {
  segmenter ??= new Intl.Segmenter();
  for (const part of segmenter.segment(text)) yield { text: part.segment, width: clusterWidth(part.segment) };
}

const invisible =
  /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/gu;
/** Shown as a picture of two columns by a variation selector or as a keycap, whatever the character's own width. */
const pictured = /[\ufe0f\u20e3]/;
const koreanParts = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;

function clusterWidth(cluster: string): number {
  // The parts of a Korean syllable share its two columns. All else that is written apart is counted apart: many
  // terminals (tmux among them) draw a joined emoji as its parts, and too wide only breaks a line earlier.
  const visible = (koreanParts.test(cluster) ? cluster.normalize("NFC") : cluster).replace(invisible, "");
  let width = 0;
  for (const character of visible) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width > 0 && pictured.test(cluster) ? Math.max(2, width) : width;
}
