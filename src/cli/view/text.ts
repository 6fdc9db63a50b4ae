/** Text for a terminal, colours in it: how many columns it takes, and how it is broken into lines. */

import { eastAsianWidth } from "get-east-asian-width";

/** Only colours have any: text from elsewhere is harmless before it gets here. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for.
const colorCode = /(\u001b\[(\d+)m)/;

/** Lines without trailing spaces or a final line break; spaces that held words together until here become usual ones. */
export function joinLines(lines: readonly string[]): string {
  // What a student wrote may come to stand where a line begins; there `::` is a command to GitHub's log.
  const text = lines
    .join("\n")
    .replaceAll("\u00a0", " ")
    .replace(/^(\s*):(?=:)/gm, "$1: ");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours after spaces must stay.
  return text.replace(/(?: |\u001b\[\d+m)+$/gm, (end) => end.replaceAll(" ", ""));
}

export function indent(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => (line === "" ? line : " ".repeat(columns) + line));
}

/**
 * Breaks a text into lines of at most `width` columns: at `\n`, at spaces, and inside words that are too long for a line.
 * Spaces at a break are dropped.
 * @param hanging columns by which lines after the first are indented
 */
export function wrap(text: string, width: number, hanging = 0): string[] {
  const room = Math.max(2, width);
  const margin = " ".repeat(Math.min(hanging, room - 2));
  const lines: string[] = [];
  let [line, used, isEmpty] = ["", 0, true];
  const put = (part: string, columns: number) => {
    line += part;
    used += columns;
    isEmpty = false;
  };
  const breakLine = () => {
    lines.push(line);
    [line, used, isEmpty] = [margin, margin.length, true];
  };
  for (const [at, paragraph] of text.split("\n").entries()) {
    if (at > 0) breakLine();
    for (const [, gap = "", word = ""] of paragraph.matchAll(/( *)([^ ]+)/g)) {
      const columns = displayWidth(word);
      const before = used + (isEmpty && lines.length > 0 ? 0 : gap.length);
      if (before + columns > room && before > margin.length) breakLine();
      else put(gap, before - used);
      for (const one of used + columns <= room ? [{ text: word, width: columns }] : graphemes(word)) {
        if (used + one.width > room) breakLine();
        put(one.text, one.width);
      }
    }
  }
  if (!isEmpty || lines.length === 0) lines.push(line);
  return closed(lines);
}

/** Colours that go on over the end of a line end there and begin again on the next, so that lines may stand side by side. */
function closed(lines: readonly string[]): string[] {
  const open = new Map<string, string>();
  return lines.map((line) => {
    const before = [...open.values()].join("");
    for (const [, code = "", number = ""] of line.matchAll(new RegExp(colorCode, "g"))) {
      const ending = number === "1" || number === "2" ? "22" : number === "3" ? "23" : "39";
      if (/^(?:22|23|39)$/.test(number)) open.delete(number);
      else open.set(ending, code);
    }
    return (
      before +
      line +
      [...open.keys()]
        .reverse()
        .map((ending) => `\u001b[${ending}m`)
        .join("")
    );
  });
}

interface Grapheme {
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

/** How many columns a text takes. */
export function displayWidth(text: string): number {
  if (narrowOnly.test(text)) return text.length;
  return graphemes(text).reduce((sum, { width }) => sum + width, 0);
}

let segmenter: Intl.Segmenter | undefined;

/** The text in pieces that must not be torn apart. */
export function graphemes(text: string): Grapheme[] {
  if (narrowOnly.test(text)) return Array.from(text, (character) => ({ text: character, width: 1 }));
  if (colorCode.test(text))
    return text
      .split(colorCode)
      .flatMap((part, at) => (at % 3 === 0 ? graphemes(part) : at % 3 === 1 ? [{ text: part, width: 0 }] : []));
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => ({ text: segment, width: clusterWidth(segment) }));
}

function clusterWidth(cluster: string): number {
  // The parts of a Korean syllable share its two columns. All else that is written apart is counted apart: many
  // terminals (tmux among them) draw a joined emoji as its parts, and too wide only breaks a line earlier.
  const isKorean = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/.test(cluster);
  const visible = (isKorean ? cluster.normalize("NFC") : cluster).replace(
    /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/gu,
    "",
  );
  const width = [...visible].reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0), 0);
  // A variation selector or a keycap makes a picture of two columns of any character.
  return width > 0 && /[\ufe0f\u20e3]/.test(cluster) ? Math.max(2, width) : width;
}

/** As much of the text's beginning as has room in so many columns. */
export function firstColumns(text: string, columns: number): string {
  return fitting(graphemes(text), columns).join("");
}

/** As much of the text's end as has room in so many columns. */
export function lastColumns(text: string, columns: number): string {
  return fitting(graphemes(text).reverse(), columns).reverse().join("");
}

function fitting(all: readonly Grapheme[], columns: number): string[] {
  let used = 0;
  const end = all.findIndex(({ width }) => {
    used += width;
    return used > columns;
  });
  return all.slice(0, end < 0 ? all.length : end).map(({ text }) => text);
}

/** The text, cut and marked with `ellipsis` if it takes more than `width` columns. */
export function truncate(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  const kept = firstColumns(text, width - ellipsis.length);
  // At the end of a word, if one is near.
  return kept.replace(/(?<=^.{20,})\s+\S{0,24}$/s, "").trimEnd() + ellipsis;
}
