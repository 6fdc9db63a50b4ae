/**
 * The words around and between formulas: `Answer:`, `where`, `so by the product rule`, `⇒`, `(product rule)`. What they
 * say about the structure becomes a sign. Only words that are known here go; all others stay, to be refused by whoever
 * reads the formula: nothing is left out that may mean something.
 */

import { isGreek } from "../engine/names.ts";
import { functionWords } from "../engine/operations/table.ts";
import { parting, upright } from "./notation.ts";

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What follows says what something stands for. */
const giving = list(
  `where with let set using use for since because as define denote wobei wo mit sei seien setze setzen für da denn weil
   definiere definieren`,
);
/** What follows is the next step of the same calculation. */
const concluding = list(
  `so thus hence therefore then finally gives yields get obtain implies also somit daher damit deshalb folglich folgt
   daraus dann ergibt erhält erhalten bekommt bekommen`,
);
/** Between a name and a formula: `=`. */
const equating = list("is equals being ist gleich lautet beträgt");
const others = list(
  `a an and are at by from here in into it its my of on our that the this these to used which we both now next first
   answer solution result derivative derivatives gradient formula expression step steps full final product chain rule
   rules law backpropagation through time unrolled activation definition short shorthand abbreviation abbreviations
   simplify simplified simplifying substitute substituting plug plugging insert inserting apply applying applied
   factoring out write writing written up together collecting expanding combine combining similarly likewise have means
   follows und sowie dies das der die den dem des ein eine wir ich man es sich nach von zu zur im in beide nun jetzt hier
   als kurz zuerst zunächst antwort lösung ergebnis ableitung ableitungen gradient formel ausdruck schritt insgesamt zusammen schließlich
   zuletzt meine mein produktregel kettenregel summenregel quotientenregel abkürzung abkürzungen gilt gelten einsetzen
   eingesetzt vereinfacht zusammengefasst ausgeklammert ausmultipliziert laut gemäß wegen ebenso analog sind folgen`,
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
/** Words of any kind that a colon ends in front, or brackets enclose at the end. */
const announcement = /^[\s$#]*(\p{L}{3,}(?:[ -]\p{L}{2,}){0,3})\s*:(?!=)/u;
const remark = /\s\((\p{L}{2,}(?:[ -]\p{L}{2,}){0,5})\)(?=[\s$]*(?:[.,;=\n]|$))/gu;
const word = new RegExp(
  `(?<![\\p{L}\\d_\\\\{${upright}])${upright}?(\\p{L}[\\p{L}-]*\\p{L})${upright}?(?![\\p{L}\\d_^'([])`,
  "gu",
);

type IsName = (word: string) => boolean;

/** `text` with signs and blanks in place of words, as long as before; the same text if nothing goes. */
export function withoutProse(text: string, isName: IsName): string {
  let plain = text;
  for (const [pattern, sign] of phrases)
    plain = plain.replace(pattern, (found, ...groups) =>
      sign.replace(/\$(\d)/g, (_, n) => String(groups[n - 1])).padEnd(found.length),
    );
  for (const frame of [item, announcement, item, remark])
    plain = plain.replace(frame, (found, words = "") =>
      (frame === item ? !isName(words) : areWords(words, isName)) ? " ".repeat(found.length) : found,
    );
  for (const { words, start, end } of runsOf(plain, isName)) {
    const isOutside = plain.slice(0, start).split("(").length <= plain.slice(0, start).split(")").length;
    if (!isOutside || !words.every(isKnown)) continue;
    const before = plain.slice(0, start).replace(/[.,;:](?=\s*$)/, " ");
    const behind = plain.slice(end).replace(/^(\s*)[.,:](?=\s)/, "$1 ");
    plain = before + signOf(words, before, behind).padEnd(end - start) + behind;
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

function isKnown(word: string): boolean {
  return [giving, concluding, equating, others].some((words) => words.has(word));
}

/** What words say about the structure of what they part: the last that says anything counts. */
function signOf(words: readonly string[], before: string, behind: string): string {
  const isEquation = equating.has(words[0] ?? "") && /[^\s=]\s*$/.test(before) && /^[\s$]*[^\s$=.]/.test(behind);
  if (isEquation) return "=";
  const telling = words.findLast((one) => giving.has(one) || concluding.has(one)) ?? "";
  return giving.has(telling) ? parting.given : concluding.has(telling) ? parting.conclusion : parting.word;
}

/** Words that compute or deny. */
const telling = list(
  "plus minus times over half twice double not no without negative mal durch halb kein keine nicht ohne",
);

/** Whether these are words of a language: none has a meaning in formulas, and one is too long for a slip. */
function areWords(text: string, isName: IsName): boolean {
  const words = text.split(/[ -]/);
  if (words.some((word) => telling.has(word.toLowerCase()))) return false;
  return words.some((word) => word.length > 3) && !words.some((word) => isSymbol(word, isName));
}

/** Whether a word may mean something in a formula: names run together do, too. */
function isSymbol(word: string, isName: IsName): boolean {
  if (word.length < 2 || isName(word) || isGreek(word) || functionWords.includes(word.toLowerCase())) return true;
  return (word.startsWith("d") && isName(word.slice(1))) || (isKnown(word) && isProduct(word, isName));
}

function isProduct(word: string, isName: IsName): boolean {
  return [...word].some(
    (_, i) => isName(word.slice(0, i + 1)) && (i + 1 === word.length || isProduct(word.slice(i + 1), isName)),
  );
}
