/** What people write around a formula that is no part of it: `Answer:`, `a)`, `⇒`, `(product rule)`. */

import { isGreek } from "../engine/names.ts";
import { functionWords } from "../engine/operations/table.ts";

const arrow = /^(?:\\(?:Rightarrow|Longrightarrow|implies|rightarrow|longrightarrow|to)(?![A-Za-z])|[→⇒⟹⟶➔]|[-=]+>)/;
/** `a)`, `(a)`, `1)`. */
const item = /^(?:\(?([A-Za-z])\)|\d{1,2}\))(?=\s)/;
const announcement = /^(\p{L}{3,}(?:[ -]\p{L}{2,}){0,3})\s*:(?!=)/u;
const remark = /\s\((\p{L}{2,}(?:[ -]\p{L}{2,}){0,5})\)[\s.$]*$/u;
const mostParts = 4;

/** `text` with blanks in place of what frames the formula; the same text if nothing does. */
export function withoutFrame(text: string, isName: (word: string) => boolean): string {
  let plain = text;
  for (let i = 0; i < mostParts; i++) {
    const start = plain.search(/[^\s$]/);
    const rest = plain.slice(Math.max(0, start));
    const [label = "", letter] = item.exec(rest) ?? [];
    const [announced = "", words = ""] = announcement.exec(rest) ?? [];
    const [sign = ""] = arrow.exec(rest) ?? [];
    const isLabel = label !== "" && !(letter && isName(letter));
    const length = isLabel ? label.length : sign.length || (areWords(words, isName) ? announced.length : 0);
    if (length === 0) break;
    plain = plain.slice(0, start) + " ".repeat(length) + rest.slice(length);
  }
  const [behind = "", words = ""] = remark.exec(plain) ?? [];
  return areWords(words, isName) ? plain.slice(0, plain.length - behind.length) + " ".repeat(behind.length) : plain;
}

/** Whether these are words of a language: none has a meaning in formulas, and one is too long for a slip. */
function areWords(text: string, isName: (word: string) => boolean): boolean {
  const words = text.split(/[ -]/);
  const symbol = (word: string) => isName(word) || isGreek(word) || functionWords.includes(word.toLowerCase());
  return words.some((word) => word.length > 3) && !words.some(symbol);
}
