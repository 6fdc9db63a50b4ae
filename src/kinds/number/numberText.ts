/** Reads a number as students write one: digits, a formula, words around it. Knows no reference and no tolerance. */

import { lower, traceCharacters } from "../../formula/characters.ts";
import type { MessageCode } from "../../messages/catalogue.ts";
import { quotedLength, safeText } from "../../messages/safeText.ts";
import { shownValue } from "../jsonValue.ts";
import type { Json, Parameter } from "../judgement.ts";
import { type Literal, readLiteral, type Written } from "./numberLiteral.ts";

export type { Written } from "./numberLiteral.ts";

interface NumberError {
  readonly code: MessageCode;
  readonly params: Readonly<Record<string, Parameter>>;
}

export type NumberReading =
  | {
      readonly ok: true;
      readonly value: number;
      /** How the digits were written; absent for a formula (`1/3`), which has no rounding. */
      readonly written?: Written;
      /** A formula: its value is meant exactly. */
      readonly exact: boolean;
      /** The student says that it is approximate (`≈ 0.46`, `ca. 0.46`, `0.333…`). */
      readonly approximate: boolean;
      /** Second reading of `1,250` or `1.250`, as thousands; `value` is the decimal reading. */
      readonly thousands?: number;
    }
  | { readonly ok: false; readonly error: NumberError };

/** Evaluates a formula without names; an error is the parser's. */
export type EvaluateFormula = (
  text: string,
) => { readonly ok: true; readonly value: number } | { readonly ok: false; readonly error: NumberError };

/** Longer answers to a number question are refused, in UTF-16 code units. */
export const longestNumber = 200;

/**
 * The number in an answer. `source` is the text of a JSON number (`1.50`), whose digits count as written. Never throws;
 * what cannot be read gets a code that says what to write instead.
 */
export function readNumber(value: Json, source: string | undefined, evaluate: EvaluateFormula): NumberReading {
  if (typeof value === "number") return readJsonNumber(value, source);
  if (typeof value === "string") return readText(value, evaluate);
  if (value === null) return refused("number.empty");
  return refused("number.wrong-type", { found: shownValue(value) });
}

function refused(code: MessageCode, params: Readonly<Record<string, Parameter>> = {}): NumberReading {
  return { ok: false, error: { code, params } };
}

function readJsonNumber(value: number, source = String(value)): NumberReading {
  const literal = readLiteral(source) ?? readLiteral(String(value));
  if (!Number.isFinite(value) || !literal) return refused("number.not-finite");
  return { ok: true, value, written: literal.written, exact: false, approximate: false };
}

const words = new RegExp(
  `^(?:minus |plus |[-+] ?)?(?:${[
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|half|third|quarter|none|nothing",
    "null|eins?|eine|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|halb|keine?r?|nichts",
  ].join("|")})\\b`,
  "i",
);
const infinite = /^[+-]?\s*(?:\\infty|∞|inf(?:inity)?|nan|unendlich|not a number)$/i;
const relation = /(?:=|≈|≃|≅|∼|~|\\approx|\\simeq|:=)/g;
const roughly =
  /^(?:ca\.?|circa|approx(?:\.|imately)?|about|around|roughly|etwa|ungefähr|rund|fast|gut)(?=[\s\d.,+-])\s*/i;
const ellipsis = /(\d)\s*(?:\.{2,}|\\l?dots)$/;
const inequality = /[<>≤≥≠]|!=|\\(?:[lg]eq?|neq?)\b/;
const several = /\d[\s)]*(?:\b(?:or|oder|and|und|to|bis)\b|;|±|\+-|\\pm|,\s|…)\s*[(+-]?\s*[\d.,]/i;
const twoNumbers = /\d\s+[\d.]/;
const counted =
  /(\d)\s*(?:(?:additional|extra|further|more|values?|numbers?|zusätzliche?|weitere|mehr|werte?|zahlen)\s*)+\.?$/i;
/** A remark in brackets that only says how the number was rounded: `(rounded to 2 decimals)`. */
const remark = new RegExp(
  `\\s*\\((?=[^)]*[a-zü]{2})(?:(?:${[
    "rounded|approximately|approx\\.?|roughly|exactly|to|two|three|decimals?|places?|digits?|d\\.?p\\.?|[1-9]",
    "gerundet|ungefähr|etwa|ca\\.?|genau|auf|zwei|drei|nachkommastellen?|dezimalstellen?|kommastellen?|stellen?",
  ].join("|")})[\\s,]*)+\\)$`,
  "i",
);
/** A number, a blank and something in brackets, which may have brackets inside. */
const bracketBehind = /^(\S.*?)\s+\(((?:[^()]|\([^()]*\))*)\)$/;
/** The quantity that a number is given for: `h1: 0.46`. */
const label = /^\s*\p{L}[\p{L}\d._₀₁₂₃₄₅₆₇₈₉[\]]*\s*:(?!=)\s*/u;
/** `1½` is 1.5, where letters and digits side by side would be a product. */
const mixedNumber = /(?<![\d.,])(\d+)\s*([¼-¾⅐-⅞])/g;
const vulgarFraction = /[¼-¾⅐-⅞]/;
const mixedDecimal = /[.,]\d+\s*[¼-¾⅐-⅞]/;
const otherStatement = /;|,\s|\b(?:and|und|or|oder)\b|[=≈~]\s*[+-]?[\d.,]+\s+\p{L}/u;
const behind = /^([+-]?\s*[\d.,]+(?:[eE][+-]?\d+)?)\s*([^\d\s()*^/+.,-].*)$/u;

/** Text as written, brought to ASCII, and what was taken off its front. */
interface Stated {
  /** What stood before the last `=` or `≈`. */
  readonly before: string;
  readonly text: string;
  readonly approximate: boolean;
  /** The formula for the parser: the original text, what was taken off blanked out so that columns stay. */
  readonly formula: string;
}

function readText(original: string, evaluate: EvaluateFormula): NumberReading {
  if (original.length > longestNumber) {
    return refused("number.too-long", { limit: longestNumber, length: original.length });
  }
  const stated = state(original);
  if (otherStatement.test(stated.before.replace(/\([^()]*\)/g, "")))
    return refused("number.several", { found: shownValue(original) });
  if (inequality.test(stated.before)) return refused("number.inequality", { found: shownValue(original) });
  if (stated.text === "") return refused("number.empty");
  const literal = readLiteral(stated.text) ?? readLiteral(withoutBrackets(stated.text));
  if (literal) return fromLiteral(literal, stated.approximate);
  const remarked = readRemarked(stated, evaluate);
  if (remarked !== undefined) return remarked;
  const reading = refuseWords(stated.text) ?? readFormula(stated, evaluate);
  const number = simplify(stated.before.replace(relation, ""));
  return !reading.ok && readLiteral(number)
    ? refused("number.alone", { number: safeText(number, quotedLength) })
    : reading;
}

/**
 * `12 (3*4)`: a number, and in brackets the same once more. A whole number may also be a factor, as in `3 (100-2)`;
 * behind any other number, something else in brackets leaves open what it is.
 */
function readRemarked({ text, approximate, formula }: Stated, evaluate: EvaluateFormula): NumberReading | undefined {
  const [, number = "", inner = ""] = bracketBehind.exec(text) ?? [];
  const literal = readLiteral(number);
  if (literal === undefined || vulgarFraction.test(formula)) return undefined;
  const again = readText(inner, evaluate);
  const unit = 10 ** -Math.min(literal.written.decimals, (again.ok ? again.written?.decimals : undefined) ?? Infinity);
  if (again.ok && Math.abs(again.value - literal.value) <= (unit / 2) * (1 - 1e-9))
    return fromLiteral(literal, approximate);
  const isFactor = again.ok && literal.written.decimals <= 0 && !/^\d+\/\d+$/.test(inner);
  return isFactor ? undefined : refused("number.alone", { number: safeText(number, quotedLength) });
}

/** Takes off what students write before a number (`h1 =`, `L ≈`, `ca.`) and after it (a full stop, `…`). */
function state(original: string): Stated {
  const traced = traceCharacters(original);
  let start = label.exec(traced.text)?.[0].length ?? 0;
  let approximate = false;
  for (const found of traced.text.matchAll(relation)) {
    start = found.index + found[0].length;
    approximate = !/^:?=$/.test(found[0]);
  }
  const plain = simplify(traced.text.slice(start));
  const rough = roughly.exec(plain);
  let text = plain.slice(rough?.[0].length ?? 0).replace(/^minus\s+/i, "-");
  const goesOn = ellipsis.test(text) || remark.test(text);
  text = withoutEnd(text.replace(remark, "").replace(ellipsis, "$1").replace(counted, "$1"));
  const from = traced.spanOf(start, start + 1).start;
  const roughWord = rough ? original.slice(from).search(/\S/) + rough[0].length : 0;
  const cut = Math.min(from + roughWord, original.length);
  return {
    before: traced.text.slice(0, start),
    text: text.trim(),
    approximate: approximate || rough !== null || goesOn,
    formula: " ".repeat(cut) + original.slice(cut),
  };
}

/** Without the sign that ends a sentence; in `100.` the point stays, as it says that the zeros count. */
function withoutEnd(text: string): string {
  return /^[+-]?\s*\d+\.$/.test(text) ? text : text.replace(/([\d)%])\s*[.,;]$/, "$1");
}

/** Typesetting around a number brought to ASCII: `4{,}6 \cdot 10^{-1}`, `10⁻¹`. */
function simplify(text: string): string {
  return text
    .replace(/\{,\}/g, ",")
    .replace(/\\(?:cdot|times)(?![a-z])/g, "*")
    .replace(/\\[,;:! ()[\]]|\$|~/g, " ")
    .replace(/10\s*([⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+)/g, (_, raised: string) => `10^${lower(raised)}`)
    .replace(/\\%/g, "%")
    .replace(/\s+/g, " ")
    .trim();
}

function withoutBrackets(text: string): string {
  const inner = /^(?:\(([^()]*)\)|\[([^[\]]*)\]|\{([^{}]*)\}|"([^"]*)"|'([^']*)'|\*\*([^*]*)\*\*)$/.exec(text);
  return inner?.slice(1).find((part) => part !== undefined) ?? text;
}

function fromLiteral({ value, written, thousands }: Literal, approximate: boolean): NumberReading {
  if (!Number.isFinite(value)) return refused("number.not-finite");
  const reading = { ok: true, value, written, exact: false, approximate } as const;
  return thousands === undefined ? reading : { ...reading, thousands };
}

/** What is surely no formula either: words, several numbers, inequalities. */
function refuseWords(text: string): NumberReading | undefined {
  const found = safeText(text, quotedLength);
  if (infinite.test(text)) return refused("number.not-finite");
  if (words.test(text)) return refused("number.word", { found });
  if (inequality.test(text)) return refused("number.inequality", { found });
  if (several.test(text) || twoNumbers.test(text)) return refused("number.several", { found });
  if (/\d[eE]$/.test(text)) return refused("number.not-a-number", { found });
  if (!/\d/.test(text) && !/pi|π|\be\b/.test(text)) return refused("number.not-a-number", { found });
  return undefined;
}

function readFormula({ text, formula, approximate }: Stated, evaluate: EvaluateFormula): NumberReading {
  if (mixedDecimal.test(formula)) return refused("number.several", { found: safeText(text, quotedLength) });
  const result = evaluate(formula.replace(mixedNumber, "($1+$2)"));
  if (!result.ok) return explain(text, result.error);
  if (!Number.isFinite(result.value)) return refused("number.not-finite");
  return { ok: true, value: result.value, exact: true, approximate };
}

const wordCodes: ReadonlySet<MessageCode> = new Set([
  ...(["expression.unknown-name", "expression.unknown-function", "expression.no-names", "expression.prose"] as const),
]);

/** A number with letters behind it has a unit; otherwise the parser's own error says best what is wrong. */
function explain(text: string, error: NumberError): NumberReading {
  const [, number, unit] = behind.exec(text) ?? [];
  if (number !== undefined && unit !== undefined && readLiteral(number)) {
    return refused("number.unit", { number: safeText(number, quotedLength), unit: safeText(unit, quotedLength) });
  }
  if (error.code === "expression.not-finite") return refused("number.not-finite");
  return wordCodes.has(error.code)
    ? refused("number.not-a-number", { found: safeText(text, quotedLength) })
    : { ok: false, error };
}
