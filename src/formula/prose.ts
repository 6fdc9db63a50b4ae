/**
 * The words around and between formulas: `Answer:`, `where`, `so by the product rule`, `⇒`, `(product rule)`. What they
 * say about the structure becomes a sign. Only words that are known here go; all others stay, to be refused by whoever
 * reads the formula: nothing is left out that may mean something.
 */

import { isGreek } from "../engine/names.ts";
import { functionWords } from "../engine/operations/table.ts";
import { parting, upright } from "./notation.ts";

const kinds = {
  /** What follows is the next step of the same calculation. */
  conclusion: `so thus hence therefore then finally gives yields get obtain implies also somit daher damit deshalb folglich
    folgt daraus dann ergibt erhält erhalten bekommt bekommen`,
  equals: "is equals being ist gleich lautet beträgt",
  /** What follows is something else. */
  word: `where with let set using use for since because as define denote a an and are at by from here in into it its my of
    on our that the this these to used which we both now next first answer solution result derivative derivatives gradient
    formula expression step steps full final product chain rule rules law backpropagation through time unrolled activation
    definition short shorthand abbreviation abbreviations simplify simplified simplifying substitute substituting plug
    plugging insert inserting apply applying applied factoring out write writing written up together collecting expanding
    combine combining similarly likewise have means follows
    wobei wo mit sei seien setze setzen für da denn weil definiere definieren und sowie dies das der die den dem des ein
    eine wir ich man es sich nach von zu zur im beide nun jetzt hier als kurz zuerst zunächst antwort lösung ergebnis
    endergebnis ableitung ableitungen formel ausdruck schritt insgesamt zusammen schließlich zuletzt meine mein
    produktregel kettenregel summenregel quotientenregel abkürzung abkürzungen gilt gelten einsetzen eingesetzt vereinfacht
    zusammengefasst ausgeklammert ausmultipliziert laut gemäß wegen ebenso analog sind folgen`,
};
const meanings: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds).flatMap(([kind, words]) => words.split(/\s+/).map((one) => [one, kind] as const)),
);

/** `d1 =`, where a statement begins. */
const label = "[^\\s=+*-]{1,24}\\s*=";
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\\(?:Rightarrow|Longrightarrow|implies|rightarrow|longrightarrow|to|therefore)(?![A-Za-z])/g, parting.conclusion],
  [/[→⇒⟹⟶➔∴]|[-=]+>|\b(?:i\.\s?e\.|d\.\s?h\.),?/g, parting.conclusion],
  [
    /(?:the\s+)?(?:derivative\s+of|ableitung\s+von)\s+(\w+)\s+(?:with\s+respect\s+to|w\.?r\.?t\.?|by|nach)\s+(\w+)/gi,
    "d$1/d$2",
  ],
  [/```\w*/g, ""],
  [/(?<=^|\s)\*\*(?=\S)(.+?)\*\*(?=[\s:.,]|$)/g, " $1 "],
  [new RegExp(`(?<=^|\\n)[ \\t]*[-*][ \\t]+(?=${label})`, "g"), parting.word],
  [new RegExp(`;|(?<==[^:]*):(?=\\s)|[.:](?=\\s+${label})`, "g"), parting.word],
  // A rounded value at the end of a formula says nothing about it.
  [/≈\s*[-+]?\d+(?:[.,]\d+)?[\s.$]*$/g, ""],
];
/** `a)`, `(a)`, `1)` in front. */
const item = /^[\s$]*(?:\(?([A-Za-z])\)|\d{1,2}\))(?=\s)/;
const word = new RegExp(
  `(?<![\\p{L}\\d_\\\\{${upright}])${upright}?(\\p{L}[\\p{L}-]*\\p{L})${upright}?(?![\\p{L}\\d_^'([])`,
  "gu",
);

type IsName = (word: string) => boolean;

/** `text` with signs and blanks in place of words, as long as before; the same text if nothing goes. */
export function withoutProse(text: string, isName: IsName): string {
  let plain = text.replace(item, (found, letter = "") => (isName(letter) ? found : " ".repeat(found.length)));
  for (const [pattern, sign] of phrases)
    plain = plain.replace(pattern, (found, ...groups) =>
      sign.replace(/\$(\d)/g, (_, n) => String(groups[n - 1])).padEnd(found.length),
    );
  for (const { words, start, end } of runsOf(plain, isName)) {
    const told = words.map((one) => meanings.get(one));
    const before = plain.slice(0, start).replace(/(?:[.,;:]|(?<=\s)\()(?=\s*$)/, " ");
    const behind = plain.slice(end).replace(/^(\s*)(?:[.,:](?=\s)|\))/, "$1 ");
    // Within a formula words are refused.
    const isInside = before.split("(").length > before.split(")").length;
    if (told.includes(undefined) || isInside) continue;
    const isEquation = told[0] === "equals" && /[^\s=]\s*$/.test(before) && /^[\s$]*[^\s$=.]/.test(behind);
    const sign = isEquation ? "=" : told.includes("conclusion") ? parting.conclusion : parting.word;
    plain = before + sign.padEnd(end - start) + behind;
  }
  return plain;
}

interface Run {
  readonly words: string[];
  readonly start: number;
  end: number;
}

/** Words with nothing but punctuation between them. */
function runsOf(text: string, isName: IsName): readonly Run[] {
  const runs: Run[] = [];
  for (const { 0: found, 1: written = "", index: start } of text.matchAll(word)) {
    const parts = written.split("-");
    if (parts.some((part) => isSymbol(part, isName))) continue;
    const words = parts.map((part) => part.toLowerCase());
    const last = runs.at(-1);
    const end = start + found.length;
    if (last && /^[\s,.:]*$/.test(text.slice(last.end, start))) {
      last.words.push(...words);
      last.end = end;
    } else runs.push({ words, start, end });
  }
  return runs;
}

/** Whether a word may mean something in a formula: names run together do, too. */
function isSymbol(word: string, isName: IsName): boolean {
  if (word.length < 2 || isName(word) || isGreek(word) || functionWords.includes(word.toLowerCase())) return true;
  return (word.startsWith("d") && isName(word.slice(1))) || (meanings.has(word) && isProduct(word, isName));
}

function isProduct(word: string, isName: IsName): boolean {
  return [...word].some((_, i) => {
    const rest = word.slice(i + 1);
    return isName(word.slice(0, i + 1)) && (rest === "" || isProduct(rest, isName));
  });
}
