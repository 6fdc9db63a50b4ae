/**
 * Unicode and LaTeX brought down to plain notation (`\tau_1` to `τ_1`, `\left(` to `(`, `\operatorname{tanh}` to a word by
 * itself), with each character's place in the original.
 */

import { greekCommand, greekLetters, subscripts } from "../engine/names.ts";
import { functionWords } from "../engine/operations/table.ts";
import type { Span } from "../engine/syntax.ts";

/** A text that was rewritten, and where its characters came from. */
export interface Traced {
  readonly text: string;
  readonly original: string;
  /** The original place of the characters `start` … `end` (exclusive) of `text`. */
  spanOf(start: number, end: number): Span;
}

/** Stands on both sides of a word that LaTeX sets upright, as it does functions. */
export const upright = "\ue000";

/** What words between formulas say (see prose.ts): the next statement, or what follows from the last one. */
export const parting = { word: "\ue001", conclusion: "\ue002" } as const;

/** `traced` with other text in place of what `pattern` finds, unless `replace` gives undefined. */
function rewritten(traced: Traced, pattern: RegExp, replace: (found: RegExpExecArray) => string | undefined): Traced {
  let text = "";
  let at = 0;
  const places: Span[] = [];
  const keep = (end: number) => {
    text += traced.text.slice(at, end);
    for (; at < end; at++) places.push({ start: at, end: at + 1 });
  };
  for (const found of traced.text.matchAll(pattern)) {
    const plain = replace(found);
    if (plain === undefined || plain === found[0]) continue;
    keep(found.index);
    at += found[0].length;
    text += plain;
    for (let i = 0; i < plain.length; i++) places.push({ start: found.index, end: at });
  }
  if (at === 0) return traced;
  const length = traced.text.length;
  keep(length);
  const spanOf = (start: number, end: number) => {
    const from = places[start]?.start ?? length;
    return traced.spanOf(from, Math.max(from, places[end - 1]?.end ?? length));
  };
  return { text, original: traced.original, spanOf };
}

const replacements: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "*": "·⋅∗×•∙⊙⊗⁎✕✖",
    "-": "−–—‐‑‒﹣",
    "/": "÷∕⁄",
    "|": "∣∥❘‖",
    "'": "′’‘´`ʹ",
    "(": "⟮❨",
    ")": "⟯❩",
    "≤": "⩽≦",
    "≥": "⩾≧",
    "=": "≔≡",
    "\ufffd": upright,
  }).flatMap(([plain, characters]) => [...characters].map((character) => [character, plain] as const)),
);

/** Joiners, marks of direction, soft hyphens, invisible operators, and the grouping brackets of word processors. */
const invisible = /[\p{Cf}\p{Variation_Selector}〖〗]/u;
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
const known = /^[\u0020-\u007e]*$/;

/** `original` without invisible characters, in ASCII, Greek and the few other signs that formulas use. */
export function traceCharacters(original: string): Traced {
  const traced: Traced = { text: original, original, spanOf: (start, end) => ({ start, end }) };
  return rewritten(traced, /[^ -~]/gu, ([character]) => plainCharacter(character));
}

function plainCharacter(character: string): string {
  if (invisible.test(character)) return "";
  const replaced = replacements.get(character);
  if (replaced !== undefined) return replaced;
  if (raised.includes(character) || subscripts.has(character) || greekLetters.has(character)) return character;
  const composed = character.normalize("NFKC");
  const fraction = /^(\d+)⁄(\d+)$/.exec(composed);
  if (fraction) return `(${fraction[1]}/${fraction[2]})`;
  return known.test(composed) || greekLetters.has(composed) ? composed : (replacements.get(composed) ?? character);
}

/** What a run of raised characters says on the line (`⁻¹` is `-1`). */
export function lower(raisedText: string): string {
  return [...raisedText].map((character) => "0123456789+-"[raised.indexOf(character)] ?? "").join("");
}

/** What a run of lowered characters says on the line (`ₜ₋₁` is `t-1`). */
export function lift(loweredText: string): string {
  return [...loweredText].map((character) => subscripts.get(character) ?? "").join("");
}

export const raisedRun: RegExp = new RegExp(`[${raised}]+`, "y");
export const loweredRun: RegExp = new RegExp(`[${[...subscripts.keys()].join("")}]+`, "y");

/** The space of `\quad`, which people put between equations. */
export const wideSpace = "\u2003";

const fonts = "mathrm|mathit|mathbf|mathsf|mathnormal|operatorname|text|textrm|textit|textbf|textsf|mbox|boldsymbol|bm";
const delimiters = "left|right|mleft|mright";
/** Left out together with their argument. */
const skipped = "hspace|vspace|label|tag|begin|end";
const blanks =
  "middle big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm thinspace enspace medspace " +
  "thickspace negthinspace boxed underline displaystyle textstyle scriptstyle limits nolimits nonumber notag hfill mathop rm bf it sf tt";

/** Commands by what stands for them. Those with a grammar of their own remain, in one spelling. */
const spellings = {
  ...{ " ": blanks, [wideSpace]: "quad qquad" },
  ...{
    " * ": "cdot times ast odot cdotp bullet",
    " / ": "div",
    "|": "mid vert Vert lvert rvert lVert rVert",
    "'": "prime",
  },
  ...{ "(": "lparen", ")": "rparen", "[": "lbrack", "]": "rbrack", "{": "lbrace", "}": "rbrace" },
  ...{ "∂": "partial", "∇": "nabla", "≈": "approx simeq equiv coloneqq", "∞": "infty", "∑": "sum", "∏": "prod" },
  ...{ "...": "dots ldots cdots", "\\frac": "frac dfrac tfrac cfrac nicefrac sfrac", "\\sqrt": "sqrt" },
  ...{ "\\over": "over", "\\underbrace": "underbrace overbrace" },
};

const meanings: ReadonlyMap<string, string> = new Map([
  ...functionWords.map((word) => [word, upright + word + upright] as const),
  ...Object.entries(spellings).flatMap(([plain, names]) => names.split(" ").map((name) => [name, plain] as const)),
  // The first of several letters is the usual one.
  ...[...greekLetters].reverse().map(([letter, name]) => [name, letter] as const),
]);

const layout = new RegExp(`^(?:${fonts}|${delimiters}|${skipped})$`);

/** What stands for a command, a blank if it only sets type; undefined if it is not known. */
export function commandText(name: string): string | undefined {
  return layout.test(name) ? " " : (meanings.get(name) ?? meanings.get(greekCommand(name) ?? ""));
}

const command = new RegExp(
  [
    `\\\\(?<sign>[^A-Za-z])`,
    `\\\\(?:text(?:rm|it|bf|sf)?|mbox|intertext)\\s*\\{(?!\\s*[A-Za-z]+\\s*\\})(?<words>[^{}\\\\]*[\\s,.:;\u00c0-\u024f][^{}\\\\]*)\\}`,
    `\\\\(?:${fonts})(?![A-Za-z])(?:\\*?\\s*\\{\\s*(?<word>\\\\?[A-Za-z]+)\\s*\\})?`,
    `\\\\(?:${delimiters})(?![A-Za-z])(?:\\s*\\.)?`,
    `\\\\(?:${skipped})(?![A-Za-z])\\s*\\{(?![^{}]*(?:matrix|(?<!eqn)array|cases))[^{}]*\\}`,
    `\\\\(?<name>[A-Za-z]+)(?<empty>\\{\\s*\\})?`,
  ].join("|"),
  "g",
);

/** `traced` without LaTeX; unknown commands remain for the token reader to refuse. */
export function withoutLatex(traced: Traced, isName: (word: string) => boolean): Traced {
  const escaped = rewritten(traced, lost, ([whole, rest = ""]) => {
    const name = backslashes.get(whole.charAt(0)) + rest;
    const isShort = name.length < 3 && functionWords.includes(name);
    return isShort || isName(rest) || commandText(name) === undefined ? undefined : `\\${name}`;
  });
  const plain = rewritten(escaped, command, ({ groups = {} }) => {
    const { sign, words, word, name, empty = "" } = groups as Readonly<Record<string, string | undefined>>;
    if (sign !== undefined) return signText(sign);
    if (words !== undefined) return ` ${words} `;
    if (word !== undefined) return word.startsWith("\\") ? commandText(word.slice(1)) : upright + word + upright;
    const plain = name === undefined ? " " : name === "begin" ? undefined : commandText(name);
    // `\cdot{}`: empty braces only say where the command ends; a fraction has them as its argument.
    return plain?.startsWith("\\") || plain === " " ? plain + empty : plain;
  });
  const tidied = [bracedFunction, raisedPrime].reduce((text, one) => rewritten(text, one, ([, inner]) => inner), plain);
  const spaced = rewritten(tidied, spacer, () => " ");
  return rewritten(spaced, scripts, ([, power = "", index = ""]) => index + power);
}

/** `{\tanh}^2(x)`: braces around nothing but a function's name. */
const bracedFunction = new RegExp(`(?<!\\^)\\{\\s*(${upright}?(?:${functionWords.join("|")})${upright}?)\\s*\\}`, "g");
/** `\tanh^\prime`, `h^{\prime}`. */
const raisedPrime = /\^\s*\{?\s*('+)\s*\}?/g;
/** `={}& V`, `{} + V`: empty braces beside a sign, or before everything, set the space there. */
const spacer = /(?=\{)(?:(?<=^[\s$]*|[-+*/=:]\s*)\{\s*\}|(?<![\^}_|]\s*|\\[a-z]+\s*)\{\s*\}(?=\s*[-+*/=]))/g;
/** `h^2_1`, `h^{2}_1` and `h²₁` are `h_1^2`. */
const scripts = new RegExp(
  `(?=[^\\w\\s])(?<=[A-Za-z\\u0370-\\u03ff${upright}]\\d*)(\\^\\s*(?:\\d+|\\{\\s*\\d+\\s*\\})|${raisedRun.source})\\s*(_\\s*(?:\\{[^{}]*\\}|\\d+|[A-Za-z]+\\d*)|${loweredRun.source})`,
  "g",
);

/** What stands for a backslash and a sign. */
function signText(sign: string): string | undefined {
  if (sign === "\\") return "\n";
  if ("{}|".includes(sign)) return sign;
  return ",;:!> ()[]".includes(sign) ? " " : undefined;
}

const lost = /[\t\n\r\f\b]([A-Za-z]+)/g;

/** A control character that JSON makes of a lone backslash: `"\tanh"` arrives as a tab and `anh`. */
const backslashes: ReadonlyMap<string, string> = new Map(
  [..."tnrfb"].map((letter, i) => ["\t\n\r\f\b".charAt(i), letter]),
);
