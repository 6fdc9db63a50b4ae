/** Reads a number as students write one: digits (`0,46`), a calculation (`98*3`), with words around it (`h1 ≈ 0.46`). */

import { evaluate } from "../../engine/evaluate.ts";
import { Graph } from "../../engine/graph.ts";
import { bindFormula } from "../../engine/model.ts";
import { traceCharacters } from "../../formula/notation.ts";
import { parse } from "../../formula/parse.ts";
import type { Message } from "../../messages/message.ts";
import { quotedLength, safeText } from "../../messages/safeText.ts";
import { type Answer, shownValue } from "../judgement.ts";
import { type Givens, inAscii, inSigns, readLiteral, withoutBrackets } from "./literal.ts";
import { say } from "./messages.ts";

export type Reading =
  | { readonly ok: true; readonly given: Givens; readonly note?: Message }
  | { readonly ok: false; readonly error: Message };

/** Longer answers to a number question are refused, in UTF-16 code units. */
export const longestNumber = 200;

/** The number in an answer. Never throws; what cannot be read gets a message that says what to write instead. */
export function readNumber({ value, source }: Answer): Reading {
  if (typeof value === "string") return readText(value);
  if (value === null) return refused(say("number.empty"));
  if (typeof value !== "number") return refused(say("number.wrong-type", { found: shownValue(value) }));
  const [literal] = readLiteral(source ?? String(value)) ?? readLiteral(String(value)) ?? [];
  return finite([{ ...literal, value }]);
}

const refused = (error: Message): Reading => ({ ok: false, error });
const unclear = (number: string) => refused(say("number.alone", { number: safeText(number, quotedLength) }));

function finite(given: Givens): Reading {
  return Number.isFinite(given[0].value) ? { ok: true, given } : refused(say("number.not-finite"));
}

const numerals = new RegExp(
  `^(?:minus |plus |[-+] ?)?(?:${[
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|half|third|quarter|none|nothing",
    "null|eins?|eine|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|halb|keine?r?|nichts",
  ].join("|")})\\b`,
  "i",
);
const infinite = /^[+-]?\s*(?:\\infty|∞|inf(?:inity)?|nan|unendlich|not a number)$/i;
const relation =
  /(?:[-=]>|=|≈|≃|≅|∼|~|→|⇒|\\approx|\\simeq|\\(?:R|r)ightarrow|:=|(?<!\p{L})(?:is|equals|gives|result|ist|beträgt|ergibt|ergebnis)(?=\s))/giu;
const roughly =
  /^(?:ca\.?|circa|approx(?:\.|imately)?|about|around|roughly|etwa|ungefähr|rund|fast|gut|nearly|almost|beinahe|nahezu)(?=[\s\d.,+-])\s*/i;
const ellipsis = /(\d)\s*(?:\.{2,}|\\l?dots)$/;
const inequality = /<|(?<![-=])>|[≤≥≠]|!=|\\(?:[lg]eq?|neq?)\b/;
const several = /\d[\s),]*(?:\b(?:or|oder|and|und|to|bis|so|also)\b|;|±|\+-|\\pm|,\s|…)\s*[(+-]?\s*[\d.,]|\d\s+[\d.]/i;
const counted =
  /(\d)\s*(?:(?:additional|extra|further|more|in total|values?|variables?|numbers?|quantit(?:y|ies)|zusätzliche?|weitere|mehr|insgesamt|werte?|variablen?|größen?|zahlen|scalars?|floats?|skalare?|entries|einträge|approx\.?|approximately|rounded|gerundet)\s*)+\.?$/i;
/** The quantity that a chain of equations ends with: `tanh(11) = 1 = y_1`. */
const nameBehind = /(?:\s*(?:[-=]>|[=≈→⇒]|\\approx)\s*(?!(?:pi|e)\b)\\?\p{L}+(?:_?\{?\d+\}?|\[\d+\]|[₀-₉]+)?)+\s*\.?$/u;
/** What only leads to the result: `2 in each row, so 20`. */
const reasoning =
  /^(?!.*\b(?:or|oder|either|entweder)\b)(.*[^=≈\s])\s*\b(?:so|thus|hence|therefore|also|daher|somit|insgesamt|i\.?e|d\.\s?h)\b[.:]?\s+(?=[\d+-])/i;
/** A remark in brackets that only says how the number was rounded: `(rounded to 2 decimals)`. */
const remark = new RegExp(
  `\\s*\\((?=[^)]*[a-zü]{2})(?:(?:${[
    "rounded|approximately|approx\\.?|roughly|exactly|to|two|three|decimals?|places?|digits?|d\\.?p\\.?|[1-9]",
    "gerundet|ungefähr|etwa|ca\\.?|genau|auf|zwei|drei|nachkommastellen?|dezimalstellen?|kommastellen?|stellen?",
  ].join("|")})[\\s,]*)+\\)$`,
  "i",
);
const marginBehind = /^(.*[\d%])\s*(?:±|\+\/-|\\pm|plus[ /-]?(?:or )?minus|(?<=[.,]\d+\s*)\+-)\s*(\d.*)$/i;
/** A number, a blank and something in brackets, which may have brackets inside. */
const bracketBehind = /^(\S.*?)\s+\(((?:[^()]|\([^()]*\))*)\)$/;
/** The quantity that a number is given for: `h1: 0.46`. */
const label = /^\s*\p{L}[\p{L}\d._₀₁₂₃₄₅₆₇₈₉[\]]*\s*:(?!=)\s*/u;
/** `1½` is 1.5, where letters and digits side by side would be a product. */
const mixedNumber = /(?<![\d.,])(\d+)\s*([¼-¾⅐-⅞])/g;
const vulgarFraction = /[¼-¾⅐-⅞]/;
const mixedDecimal = /[.,]\d+\s*[¼-¾⅐-⅞]/;
const otherStatement = /;|,\s|\b(?:and|und|or|oder)\b|[=≈~]\s*[+-]?[\d.,]+\s+\p{L}/u;
const unitBehind = /^([+-]?\s*[\d.,]+(?:[eE][+-]?\d+)?)\s*([^\d\s()*^/+.,-].*)$/u;

/** A text that states a number, brought to ASCII. */
interface Statement {
  /** What stood before the last `=` or `≈`, that included. */
  readonly before: string;
  readonly text: string;
  /** The formula for the parser: the original text, what was taken off its front blanked out so that columns stay. */
  readonly formula: string;
}

function readText(original: string): Reading {
  if (original.length > longestNumber)
    return refused(say("number.too-long", { limit: longestNumber, length: original.length }));
  const named = original.replace(nameBehind, "");
  const [lead = "", reason = ""] = reasoning.exec(named) ?? [];
  // "0.5, also 0.7" gives two results and no reason.
  const isReason = lead !== "" && readLiteral(strip(reason).text) === undefined;
  const statement = strip(isReason ? " ".repeat(lead.length) + named.slice(lead.length) : named);
  const { before, text } = statement;
  const found = shownValue(original);
  if (otherStatement.test(before.replace(/\([^()]*\)/g, ""))) return refused(say("number.several", { found }));
  if (inequality.test(before)) return refused(say("number.inequality", { found }));
  if (text === "") return refused(say("number.empty"));
  const literal = readLiteral(text) ?? readLiteral(withoutBrackets(text));
  if (literal) return finite(literal);
  const reading = readMargin(text) ?? readRemarked(statement) ?? refuseWords(text) ?? readCalculation(statement);
  const number = inAscii(before.replace(relation, ""));
  return !reading.ok && readLiteral(number) ? unclear(number) : reading;
}

/** `0.46 ± 0.005`: a number and how far it may be off. As much as the number itself, it makes two: `1 ± 1`. */
function readMargin(text: string): Reading | undefined {
  const [, number = "", margin = ""] = marginBehind.exec(withoutBrackets(text)) ?? [];
  const [given, off] = [readLiteral(number), readLiteral(margin)];
  const isMargin = given && off && off[0].value < Math.max(Math.abs(given[0].value), 0.1);
  return isMargin
    ? { ok: true, given, note: say("number.margin", { number: safeText(number, quotedLength) }) }
    : undefined;
}

/**
 * `12 (3*4)`: a number, and in brackets the same once more. A whole number may also be a factor, as in `3 (100-2)`;
 * behind any other number, something else in brackets leaves open what it is.
 */
function readRemarked({ text, formula }: Statement): Reading | undefined {
  const [, number = "", inner = ""] = bracketBehind.exec(text) ?? [];
  const given = readLiteral(number);
  if (given === undefined || vulgarFraction.test(formula)) return undefined;
  const [literal] = given;
  const reading = readText(inner);
  const again = reading.ok ? reading.given[0] : undefined;
  const unit = 10 ** -Math.min(literal.written.decimals, again?.written?.decimals ?? Number.POSITIVE_INFINITY);
  if (again && Math.abs(again.value - literal.value) <= (unit / 2) * (1 - 1e-9)) return finite(given);
  const isFactor = again && literal.written.decimals <= 0 && !/^\d+\/\d+$/.test(inner);
  return isFactor ? undefined : unclear(number);
}

/** Takes off what students write before a number (`h1 =`, `L ≈`, `ca.`) and after it (a full stop, `…`). */
function strip(original: string): Statement {
  const traced = traceCharacters(original);
  let start = label.exec(traced.text)?.[0].length ?? 0;
  for (const { 0: sign, index } of traced.text.matchAll(relation))
    if (!isInBrackets(traced.text, index)) start = index + sign.length;
  const plain = inAscii(traced.text.slice(start));
  const rough = roughly.exec(plain)?.[0].length ?? 0;
  const text = plain.slice(rough).replace(/^minus\s+/i, "-");
  const from = traced.spanOf(start, start + 1).start;
  const cut = Math.min(rough > 0 ? from + original.slice(from).search(/\S/) + rough : from, original.length);
  return {
    before: traced.text.slice(0, start),
    text: withoutEnd(inSigns(text).replace(remark, "").replace(ellipsis, "$1").replace(counted, "$1")).trim(),
    formula: inSigns(" ".repeat(cut) + original.slice(cut)),
  };
}

function isInBrackets(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.split("(").length > before.split(")").length;
}

/** Without the sign that ends a sentence, `!` is no factorial; in `100.` the point stays, as it says that the zeros count. */
function withoutEnd(text: string): string {
  return /^[+-]?\s*\d+\.$/.test(text) ? text : text.replace(/([\d)%])\s*(?:[.,;]|!+)$/, "$1");
}

/** What is surely no calculation either: words, several numbers, inequalities. */
function refuseWords(text: string): Reading | undefined {
  const found = safeText(text, quotedLength);
  if (infinite.test(text)) return refused(say("number.not-finite"));
  if (numerals.test(text)) return refused(say("number.word", { found }));
  if (inequality.test(text)) return refused(say("number.inequality", { found }));
  if (several.test(text)) return refused(say("number.several", { found }));
  const isNumber = !/\d[eE]$/.test(text) && /\d|pi|π|\be\b/.test(text);
  return isNumber ? undefined : refused(say("number.not-a-number", { found }));
}

function readCalculation({ text, formula }: Statement): Reading {
  const found = safeText(text, quotedLength);
  if (mixedDecimal.test(formula)) return refused(say("number.several", { found }));
  const parsed = parse(formula.replace(mixedNumber, "($1+$2)"), { names: new Set() });
  if (!parsed.ok) return refused(explain(text, parsed.error));
  const graph = new Graph();
  const root = bindFormula(graph, parsed.syntax, { name: () => () => graph.constant(Number.NaN) })(0);
  const value = evaluate(graph, () => undefined)[root] as number;
  return finite([{ value }]);
}

/** A number with letters behind it has a unit; otherwise the parser's own error says best what is wrong. */
function explain(text: string, error: Message): Message {
  const [, number, unit] = unitBehind.exec(text) ?? [];
  if (unit !== undefined && /\d/.test(unit)) return say("number.several", { found: safeText(text, quotedLength) });
  if (number !== undefined && unit !== undefined && readLiteral(number))
    return say("number.unit", { number: safeText(number, quotedLength), unit: safeText(unit, quotedLength) });
  if (error.code === "expression.not-finite") return say("number.not-finite");
  return /^expression\.(unknown-name|unknown-function|prose)$/.test(error.code)
    ? say("number.not-a-number", { found: safeText(text, quotedLength) })
    : error;
}
