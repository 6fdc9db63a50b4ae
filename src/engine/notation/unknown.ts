/** Says why a word cannot be read, and what may have been meant; knows no grammar. */

import { functionAliases } from "../functions.ts";
import { suggestions } from "../names.ts";
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

/** Words that are refused even where any name may be used. */
export function isRefused(word: string): boolean {
  return programming.has(word) || notFinite.test(word);
}

/** Throws the ReadingError for a word that is no name, function or constant here. */
export function refuseWord(piece: Piece, following: Piece | undefined, { names, functions }: Vocabulary): never {
  const name = piece.text;
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
  const all = near.length > 0 ? near : fallback.length > 0 ? fallback : [...known].slice(0, mostSuggestions);
  const cut = piece.span.end - piece.span.start === name.length ? name.length - part.length : 0;
  throw new ReadingError(
    "expression.unknown-name",
    { start: piece.span.start + cut, end: piece.span.end },
    { name: part, suggestions: all },
  );
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
  return [...functions.keys(), ...functionAliases.keys()].filter((word) => word.length > 2);
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
