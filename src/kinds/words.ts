/** The words of a text that lists quantities: `"y_1, y_2 and \\tau_{1,2}"` → `y_1`, `y_2`, `\\tau1`, `\\tau2`. */

/** Stands for members that are left out: `y1, …, y3`. */
export const ellipsis = "..";

const connectives = new Set(
  "and und & + sowie plus also auch the die der das value values wert werte both beide list liste".split(" "),
);
/** The words of a text, split at commas, blanks and connectives, but not inside an index (`h[1]`, `y_{1, 2}`). */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const word of splitOutsideIndices(untypeset(text))) {
    if (connectives.has(word.toLowerCase())) continue;
    const last = words.at(-1);
    // `tau 1`: a number alone is no name, so it belongs to the letters before it.
    if (/^\d{1,9}$/.test(word) && last !== undefined && /^\\?\p{L}+_?$/u.test(last))
      words[words.length - 1] = last + word;
    else words.push(...expandIndices(word));
  }
  return words;
}

const typesetting: readonly (readonly [RegExp, string])[] = [
  [/\\(?:ldots|dots|cdots|dotsc)(?![a-zA-Z])|[…⋯]|\.{2,}/g, ` ${ellipsis} `],
  [/\\(?:left|right|quad|qquad)(?![a-zA-Z])|\\[,;:! ()]|\$/g, " "],
  [/\\(?:text|mathrm)\s*\{([^{}]*)\}/g, "$1"],
  [/\\[{}]/g, " "],
  // h^{(1)}: an index, not a power.
  [/\^\{?\((\d{1,9})\)\}?/g, "_$1"],
];

function untypeset(text: string): string {
  return typesetting.reduce((plain, [pattern, replacement]) => plain.replace(pattern, replacement), text);
}

/** Brackets right after a letter or `_` hold an index; all others only group, as in `{y1, y2}`, and separate. */
const wordWithIndex = /(?:[^\s,;|(){}[\]"'`]|(?<=[\p{L}_])(?:\{[^}]*(?:\}|$)|\[[^\]]*(?:\]|$)|\([^)]*(?:\)|$)))+/gu;

function splitOutsideIndices(text: string): string[] {
  const words = (text.match(wordWithIndex) ?? []).map((word) => word.replace(/\s/g, ""));
  // A sentence's full stop, a bullet's dash, a label's colon.
  return words.map((word) => (word === ellipsis ? word : word.replace(/[.:]$/, ""))).filter((word) => word !== "");
}

const manyIndices = /^(\\?\p{L}+)_?[{[(]([\d,.:]+)[)\]}]$/u;

/** `y_{1,2}` → `y1`, `y2`; `h[0..2]`, `h_{0:2}` → `h0`, `..`, `h2`. */
function expandIndices(word: string): string[] {
  const match = manyIndices.exec(word);
  const [, base = "", indices = ""] = match ?? [];
  if (!/[,.:]/.test(indices)) return [word];
  return indices.split(/(\.{2,}|:)|,/).flatMap((part) => {
    if (part === undefined || part === "") return [];
    return [/^[.:]/.test(part) ? ellipsis : `${base}${part}`];
  });
}
