/**
 * Parts an answer: into equations (`… where h1 = tanh(tau1)`, lines under headings of their own), and these at their
 * equals signs (`dz/dW = …`, whole calculations).
 */

import { canonicalName } from "../engine/names.ts";
import type { Syntax } from "../engine/syntax.ts";
import { ReadingError, unreadable } from "./errors.ts";
import { type Context, derivativeInside, type Heading, readHeading, readWholeDerivative } from "./heading.ts";
import type { Token, TokenKind } from "./token.ts";

type Tokens = readonly Token[];

export interface Statements {
  /** The equation or formula that is the answer. */
  readonly answer: Tokens;
  /** What else is said about single quantities: `h1 = tanh(tau1)`. */
  readonly definitions: readonly { readonly name: string; readonly value: Tokens }[];
}

interface Statement {
  readonly tokens: Tokens;
  /** The only name on its left. */
  readonly name: string | undefined;
  /** What stands between it and the statement before. */
  readonly behind: "nothing" | "line" | "comma" | "word";
}

const introductions: ReadonlySet<string> = new Set(
  "where with using and for mit wobei wo und sowie für da since as".split(" "),
);
const unfinished: ReadonlySet<TokenKind> = new Set(["operator", "equals", "open", "fraction", "over", "root"]);

/**
 * The answer is the last equation that defines no single quantity, else the only one that names nothing among `names`,
 * else the last line. Refuses what leaves it open.
 */
export function statementsOf(tokens: Tokens, names: ReadonlySet<string>): Statements {
  const statements = parted(tokens);
  if (statements.length === 1) return { answer: tokens, definitions: [] };
  const own = statements.filter(({ behind }) => behind !== "word");
  const foreign = own.filter(({ name }) => name === undefined || !names.has(name));
  const isLines = statements.every(({ behind }) => behind === "line" || behind === "nothing");
  const answer =
    own.findLast(({ name }) => name === undefined) ??
    (own.length === 1 || isLines ? own.at(-1) : foreign.length === 1 ? foreign[0] : undefined);
  const second = statements[1]?.tokens.find(({ kind }) => kind === "equals");
  if (!answer) throw unreadable("expression.equation", second as Token);
  const definitions = statements.flatMap((statement) => {
    const { name } = statement;
    if (statement === answer || name === undefined || !names.has(name)) return [];
    const value = statement.tokens.slice(statement.tokens.findLastIndex(({ kind }) => kind === "equals") + 1);
    return [{ name, value }];
  });
  return { answer: answer.tokens, definitions };
}

function parted(tokens: Tokens): Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  let behind: Statement["behind"] = "nothing";
  let before = 0;
  for (const [at, { kind }] of tokens.entries()) {
    if (kind !== "equals") continue;
    const label = labelStart(tokens, before, at);
    before = at + 1;
    if (label === undefined) continue;
    let end = label;
    while (end > 0 && (tokens[end - 1]?.kind === "comma" || isIntroduction(tokens[end - 1] as Token))) end--;
    const part = tokens.slice(start, end);
    const isFirst = statements.length === 0 && !part.some((token) => token.kind === "equals");
    const parting = separation(tokens, end, label);
    if (part.length === 0 || unfinished.has(part.at(-1)?.kind ?? "equals")) continue;
    if (isFirst && parting !== "word" && part.every(isInLabel)) continue;
    statements.push({ tokens: part, name: nameOf(part), behind });
    start = label;
    behind = parting;
  }
  const last = tokens.slice(start);
  return [...statements, { tokens: last, name: nameOf(last), behind }];
}

/** Where the label before the sign at `sign` begins, if something separates it from what stands before. */
function labelStart(tokens: Tokens, from: number, sign: number): number | undefined {
  let depth = 0;
  for (let at = sign - 1; at > from; at--) {
    const token = tokens[at] as Token;
    const last = tokens[at - 1] as Token;
    if (token.kind === "close") depth++;
    if (token.kind === "open") depth--;
    if (depth < 0 || !isInLabel(token)) return undefined;
    if (depth > 0 || !(token.begins || token.wide || last.kind === "comma" || isIntroduction(last))) continue;
    return !isIntroduction(token) && isClosed(tokens.slice(from, at)) ? at : undefined;
  }
  return undefined;
}

function separation(tokens: Tokens, end: number, label: number): Statement["behind"] {
  if (tokens.slice(end, label).some(isIntroduction)) return "word";
  return end === label && tokens[label]?.begins && !tokens[label]?.wide ? "line" : "comma";
}

function isIntroduction({ kind, text, run = text }: Token): boolean {
  return (kind === "name" || kind === "unknown") && introductions.has(run.toLowerCase());
}

/** The one name before the first sign (`h1`, `h(1)`, also one that is not known). */
function nameOf(tokens: Tokens): string | undefined {
  const sign = tokens.findIndex(({ kind }) => kind === "equals");
  const [first, ...others] = tokens.slice(0, Math.max(0, sign));
  if (first?.kind !== "name" && first?.kind !== "unknown") return undefined;
  if (others.every(({ run }) => run !== undefined && run === first.run)) return first.run ?? first.text;
  const [open, index, close] = others.map(({ text }) => text);
  return others.length === 3 && open === "(" && close === ")" ? canonicalName(`${first.text}(${index})`) : undefined;
}

const computing: ReadonlySet<TokenKind> = new Set(["operator", "equals", "root", "annotated"]);
const words: ReadonlySet<TokenKind> = new Set(["name", "unknown", "function", "constant", "partial"]);

/** Whether a token can be part of what only names something. */
function isInLabel({ kind, text }: Token): boolean {
  return !computing.has(kind) || text === "/" || text === "^";
}

/** A longer calculation is no answer to one question; each side costs a comparison. */
const mostSides = 20;

interface Sides {
  /** What only names something (`z'`, `\frac{dz}{dW}`, `f(x)`); empty if nothing does. */
  readonly label: Tokens;
  /** What was computed on the way to the result, from first to last. */
  readonly steps: readonly Tokens[];
  readonly result: Tokens;
  /** The first equals sign. */
  readonly sign?: Token;
}

/**
 * The sides of an equation. Refuses a `=` within brackets, and unless the answer is `worked` a second `=` and a left-hand
 * side that computes.
 */
export function sidesOf(tokens: Tokens, worked: boolean): Sides {
  const signs = tokens.flatMap(({ kind }, at) => (kind === "equals" ? [at] : []));
  const [sign, second] = signs.map((at) => tokens[at] as Token);
  if (!sign) return { label: [], steps: [], result: tokens };
  if (second && (!worked || signs.length >= mostSides)) throw unreadable("expression.equation", second);
  const sides = [-1, ...signs].map((cut, i) => tokens.slice(cut + 1, signs[i]));
  const open = sides.slice(0, -1).findIndex((side) => !isClosed(side));
  if (open >= 0) throw unreadable("expression.equation", tokens[signs[open] as number] as Token);
  const [left = [], ...rest] = sides;
  const isLabel = left.every(isInLabel);
  const isNumber = left.length > 0 && !left.some(({ kind }) => words.has(kind));
  if (worked ? isNumber : !isLabel) throw unreadable("expression.equation", sign);
  const result = rest.pop() ?? [];
  return { label: isLabel ? left : [], steps: isLabel ? rest : [left, ...rest], sign, result };
}

/** Whether every bracket is closed. */
function isClosed(tokens: Tokens): boolean {
  let depth = 0;
  for (const { kind } of tokens) {
    if (kind === "open") depth++;
    if (kind === "close") depth--;
  }
  return depth === 0;
}

/** What stands before the result of a calculation. */
interface Steps {
  /** Complete formulas; one that can be read in two ways is left out. */
  readonly formulas: readonly Syntax[];
  /** Derivatives by themselves, the heading first. */
  readonly headings: readonly Heading[];
}

/**
 * Reads the sides before the result; what is no formula yet counts for nothing. A single left-hand side that is neither
 * a formula nor on the way to one is refused.
 */
export function readSteps(
  { label, steps, sign }: Sides,
  read: (tokens: Tokens) => { readonly syntax: Syntax; readonly ambiguous?: Syntax },
  context: Context,
): Steps {
  const formulas: Syntax[] = [];
  const headings = [label.length > 0 ? readHeading(label, context) : undefined];
  for (const [i, tokens] of steps.entries()) {
    try {
      const { syntax, ambiguous } = read(tokens);
      if (!ambiguous) formulas.push(syntax);
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error;
      const isUnfinished = error.code === "expression.unfinished-derivative";
      if (sign && steps.length === 1 && label.length === 0 && !isUnfinished)
        throw unreadable("expression.equation", sign);
      const whole = readWholeDerivative(tokens, context);
      const isFirst = i === 0 && label.length === 0;
      headings.push(whole ?? (isFirst && isUnfinished ? derivativeInside(tokens, context) : undefined));
    }
  }
  return { formulas, headings: headings.filter((heading) => heading !== undefined) };
}
