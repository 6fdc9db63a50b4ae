/** Says why a word cannot be read, and what may have been meant; knows no grammar. */

import { isGreek, splitName, suggestions } from "../engine/names.ts";
import { functionAliases } from "../engine/operations/spellings.ts";
import type { Piece, Vocabulary } from "./piece.ts";
import { ReadingError } from "./readingError.ts";

const programming: ReadonlySet<string> = new Set(
  (
    "import export require constructor prototype proto eval function return process global globalThis window this new " +
    "let var const lambda def if else for while class true false null undefined and or not xor mod in to"
  ).split(" "),
);
const notFinite = /^(?:inf|infty|infinity|nan|unendlich)$/i;
const lookalikes: ReadonlyMap<string, string> = new Map([
  ["t", "1"],
  ["l", "1"],
  ["I", "1"],
  ["o", "0"],
  ["O", "0"],
]);
const mostSuggestions = 12;
const mostNames = 16;

/** Words that are refused even where any name may be used. */
export function isRefused(word: string): boolean {
  return programming.has(word) || notFinite.test(word);
}

/** Whether a capital Sigma or Pi stands for a sum or a product, as no quantity is called so. */
export function isSumSign(word: string, { names }: Vocabulary): boolean {
  return names !== undefined && /^(?:Sigma|Pi)(?![A-Za-z])/.test(word) && !names.has(word);
}

/** Throws the ReadingError for the word at `at`, which is no name, function or constant here. */
export function refuseWord(pieces: readonly Piece[], at: number, vocabulary: Vocabulary): never {
  const { names, functions } = vocabulary;
  const [piece, following] = [pieces[at] as Piece, pieces[at + 1]];
  const name = piece.text;
  if (names) refuseProse(pieces, at);
  if (isSumSign(name, vocabulary)) throw new ReadingError("expression.sum", piece.span);
  if (notFinite.test(name)) throw new ReadingError("expression.not-finite", piece.span);
  if (programming.has(name)) throw new ReadingError("expression.not-mathematics", piece.span, { found: name });
  const known = names ?? new Set<string>();
  const called = following?.kind === "open" && following.start === piece.end && /^[A-Za-z]{2,}$/.test(name);
  if (called) refuseFunction(piece, { names, functions });
  const callable = callableWords(functions);
  const [, word = "", digits = ""] = /^([A-Za-z]+)(\d+)$/.exec(name) ?? [];
  if (word.length > 2 && callable.includes(word)) {
    throw new ReadingError("expression.lost-power", piece.span, { name, function: word, digits });
  }
  const base = name.replace(/_[A-Za-z]$/, "");
  const steps = [...known].filter((word) => word.startsWith(base) && /^\d+$/.test(word.slice(base.length)));
  if ((piece.index || base !== name) && steps.length > 0) {
    throw new ReadingError("expression.symbolic-index", piece.span, { name: base, suggestions: steps.slice(0, 4) });
  }
  const part = unknownPart(name, known);
  const lookalike = lookalikes.get(part);
  const near = [...(lookalike ? [lookalike] : []), ...suggestions(part, known, 4)];
  const fallback = part.length > 2 ? suggestions(part, callable, 2) : [];
  const all = near.length > 0 ? near : fallback.length > 0 ? fallback : usable(vocabulary);
  const cut = piece.span.end - piece.span.start === name.length ? name.length - part.length : 0;
  const place = { start: piece.span.start + cut, end: piece.span.end };
  if (all.length === 0) throw new ReadingError("expression.no-names", place, { name: part });
  throw new ReadingError("expression.unknown-name", place, { name: part, suggestions: all });
}

/** The names to offer: those that an answer should use, else all; an ellipsis where there are too many. */
function usable({ names = new Set(), preferred = [] }: Vocabulary): string[] {
  const asked = [...names].filter((name) => preferred.includes(name) || preferred.includes(splitName(name).base));
  const all = asked.length > 0 ? asked : [...names];
  return all.length > mostNames ? [...all.slice(0, mostNames), "…"] : all;
}

/** What may stand between two words of a sentence. */
const betweenWords: ReadonlySet<Piece["kind"]> = new Set(["prime", "comma"]);

/** Refuses several unknown words in a row, from `at` on: a sentence. */
function refuseProse(pieces: readonly Piece[], at: number): void {
  const row: Piece[] = [];
  for (const piece of pieces.slice(at)) {
    if (betweenWords.has(piece.kind)) continue;
    if (piece.kind !== "unknown" || !/^[A-Za-z]+$/.test(piece.text) || isGreek(piece.text)) break;
    row.push(piece);
  }
  const words = row.filter(({ text }) => text.length > 1);
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last || words.length < 2 || !words.some(({ text }) => text.length > 2)) return;
  const found = row.map(({ text }) => text).join(" ");
  throw new ReadingError("expression.prose", { start: first.span.start, end: last.span.end }, { found });
}

/** Throws the ReadingError for a word that is called like a function but is none. */
export function refuseFunction(piece: Piece, { names, functions }: Pick<Vocabulary, "names" | "functions">): never {
  const near = suggestions(piece.text, [...callableWords(functions), ...(names ?? [])]);
  throw new ReadingError("expression.unknown-function", piece.span, {
    name: piece.text,
    suggestions: near.length > 0 ? near : [...functions.keys()].slice(0, mostSuggestions),
  });
}

function callableWords(functions: Vocabulary["functions"]): string[] {
  const aliases = [...functionAliases].filter(([, operation]) => functions.has(operation)).map(([alias]) => alias);
  return [...functions.keys(), ...aliases].filter((word) => word.length > 2);
}

/** Of names run together (`y2Vh3`), what is left where the known ones end at a natural seam; else the whole word. */
function unknownPart(word: string, known: ReadonlySet<string>): string {
  let rest = word;
  for (let cut = longestKnown(rest, known); cut > 0; cut = longestKnown(rest, known)) rest = rest.slice(cut);
  return rest === "" ? word : rest;
}

function longestKnown(word: string, known: ReadonlySet<string>): number {
  for (let end = Math.min(word.length - 1, 40); end > 0; end--) {
    const last = word.charAt(end - 1);
    const next = word.charAt(end);
    const seam = /[A-Za-z]/.test(next) && (/\d/.test(last) || /[A-Z]/.test(last) !== /[A-Z]/.test(next));
    if (seam && known.has(word.slice(0, end))) return end;
  }
  return 0;
}
