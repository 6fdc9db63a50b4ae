/** Typesetting, words and quotes around numbers brought to plain signs. */

import { lower } from "../../formula/notation.ts";

/** An operation in words, or with the letter that looks like its sign: `98 x 3`, `98 mal 3`. */
const operationInWords = /(?<=[\d)]\s*)(?:x|mal|times|plus|minus)(?=\s*[\d(])/gi;

/** Operations as signs, as many characters as before. */
export function inSigns(text: string): string {
  return text.replace(operationInWords, (word) => {
    const sign = { plus: "+", minus: "-" }[word.toLowerCase()] ?? "*";
    return sign.padEnd(word.length);
  });
}

/** Typesetting around a number brought to ASCII: `4{,}6 \cdot 10^{-1}`, `10⁻¹`. */
export function inAscii(text: string): string {
  return text
    .replace(/\{,\}/g, ",")
    .replace(/\\(?:cdot|times)(?![a-z])/g, "*")
    .replace(/\\[,;:! ()[\]]|\$|~/g, " ")
    .replace(/10\s*([⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+)/g, (_, raised: string) => `10^${lower(raised)}`)
    .replace(/\\%/g, "%")
    .replace(/\s+/g, " ")
    .trim();
}

export function withoutBrackets(text: string): string {
  return text.replace(/^(?:\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|"[^"]*"|'[^']*'|\*\*[^*]*\*\*)$/, (all) =>
    all.replace(/^\*\*|\*\*$|^.|.$/g, ""),
  );
}
