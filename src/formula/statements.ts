/**
 * Parts an answer into statements (`let d1 = …, d2 = …, so dz/dW = …`, lines under headings of their own), and finds the
 * one that is the answer.
 */

import { canonicalName, knownName } from "../engine/names.ts";
import { isGroup, keyAt } from "./derivative.ts";
import { unreadable } from "./errors.ts";
import { resolveNames } from "./names.ts";
import type { Token, TokenKind, Vocabulary } from "./token.ts";

type Tokens = readonly Token[];

/** What a word stands for. */
export interface Definition {
  readonly value: Tokens;
  /** Of a function: what its argument is called. */
  readonly parameter: string | undefined;
}

export interface Statements {
  /** The equation or formula that is the answer. */
  readonly answer: Tokens;
  /** By quantity (`d1`), derivative (`dh1/dW`) or function (`g`, `tanh'`). */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** With all that is defined. */
  readonly vocabulary: Vocabulary;
}

interface Statement {
  readonly tokens: Tokens;
  /** What its left-hand side is, if an equation can define it. */
  readonly defines?: {
    readonly key: string;
    readonly kind: "name" | "derivative" | "function";
    readonly parameter?: string | undefined;
  };
}

/** Nobody needs more. */
const mostStatements = 40;

/**
 * The answer is the last statement that defines nothing which another one uses, a formula or a derivative before a
 * quantity. Refuses what leaves it open, and what is neither answer nor definition.
 */
export function statementsOf(tokens: Tokens, vocabulary: Vocabulary): Statements {
  const statements = joined(parted(tokens), vocabulary);
  const [only] = statements;
  const surplus = statements[mostStatements]?.tokens[0];
  if (surplus) throw unreadable("expression.new-line", surplus);
  if (statements.length < 2)
    return { answer: resolveNames(only?.tokens ?? tokens, vocabulary), definitions: new Map(), vocabulary };
  const answer = answerAmong(statements, extended(vocabulary, statements), vocabulary.names);
  const others = statements.filter((statement) => statement !== answer);
  const stray = others.find(({ defines }) => !defines)?.tokens;
  const sign = stray?.find(isEquals);
  if (sign) throw unreadable("expression.equation", sign);
  if (stray) throw unreadable("expression.new-line", statements[1]?.tokens[0] as Token);
  const known = extended(vocabulary, others);
  const definitions = new Map<string, Definition>();
  for (const { tokens, defines: { key = "", parameter = undefined } = {} } of others) {
    if (definitions.has(key)) throw unreadable("expression.equation", tokens.find(isEquals) as Token);
    const names = new Set([...(known.names ?? []), ...(parameter ? [parameter] : [])]);
    const value = tokens.slice(tokens.findLastIndex(isEquals) + 1);
    definitions.set(key, { parameter, value: resolveNames(value, { ...known, names }) });
  }
  return { answer: resolveNames(answer.tokens, known), definitions, vocabulary: known };
}

/** Cuts where words, lines, commas or wide spaces begin something new. */
function parted(tokens: Tokens): Statement["tokens"][] {
  const cuts: number[] = [];
  let depth = 0;
  for (const [at, { kind }] of tokens.entries()) {
    if (kind === "close") depth--;
    if (at > 0 && depth === 0 && isCut(tokens, at)) cuts.push(at);
    if (kind === "open") depth++;
  }
  return [0, ...cuts].map((start, i) => tokens.slice(start, cuts[i]));
}

function isCut(tokens: Tokens, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]] as [Token, Token];
  if (unfinished.has(before.kind) || token.kind === "equals" || token.kind === "close") return false;
  if (token.begins === "line") return token.kind !== "operator" && token.text !== "{";
  if (token.begins === "column" || token.begins === "wide") return isLabelled(tokens.slice(at));
  return token.begins !== undefined || before.kind === "comma";
}

function isEquals({ kind }: Token): boolean {
  return kind === "equals";
}

const computing: ReadonlySet<TokenKind> = new Set(["operator", "equals", "root", "annotated"]);

/** Whether a token can be part of what only names something. */
export function isInLabel({ kind, text }: Token): boolean {
  return !computing.has(kind) || text === "/" || text === "^";
}

/** Whether an equation begins here with what only names something. */
function isLabelled(tokens: Tokens): boolean {
  const sign = tokens.findIndex(isEquals);
  return sign > 0 && tokens.slice(0, sign).every((token) => isInLabel(token) && token.kind !== "comma");
}

const unfinished: ReadonlySet<TokenKind> = new Set(["operator", "equals", "open", "fraction", "over", "root"]);

/** The parts as statements; what goes on with a calculation is one with it. */
function joined(parts: readonly Tokens[], vocabulary: Vocabulary): Statement[] {
  const statements: Statement[] = [];
  for (const part of parts) {
    const ended = part.slice(0, part.findLastIndex(({ kind }) => kind !== "comma") + 1);
    // `\boxed{dz/dW = …}`
    const tokens = ended.some(isEquals) && isGroup(ended) ? ended.slice(1, -1) : ended;
    const [first] = tokens;
    if (!first) continue;
    const defines = definedBy(tokens, vocabulary);
    const isConclusion = first.begins === "conclusion" && !tokens.some(isEquals);
    const same = statements.findIndex((one) => one.defines?.kind === "derivative" && one.defines.key === defines?.key);
    const last = statements.at(-1)?.defines?.kind;
    const before = same >= 0 ? same : isConclusion && (!last || last === "derivative") ? statements.length - 1 : -1;
    const earlier = statements[before];
    if (!earlier) statements.push({ tokens, ...(defines && { defines }) });
    else {
      const sign: Token = { kind: "equals", text: "=", start: first.start, end: first.start };
      statements[before] = { ...earlier, tokens: [...earlier.tokens, sign, ...tokens] };
    }
  }
  return statements;
}

/** What an equation defines, by its left-hand side: `d1`, `h(1)`, `dh1/dW`, `y1'`, `g(x)`, `tanh'(x)`. */
function definedBy(tokens: Tokens, { names }: Vocabulary): Statement["defines"] {
  const written = tokens.slice(0, Math.max(0, tokens.findIndex(isEquals)));
  const label = resolveNames(written, {});
  const [first] = label;
  if (!first) return undefined;
  const derivative = keyAt(written, 0);
  const whole = derivative ?? keyAt(label, 0);
  const rest = derivative ? resolveNames(written.slice(derivative.end), {}) : label.slice(whole?.end ?? 1);
  const [open, argument, close] = rest;
  const isCall = rest.length === 3 && open?.kind === "open" && close?.kind === "close";
  if (rest.length > 0 && !isCall) return undefined;
  const parameter = argument?.kind === "name" ? argument.text : undefined;
  if (whole) return { key: whole.key, kind: first.kind === "function" ? "function" : "derivative", parameter };
  if (first.kind !== "name") return undefined;
  const indexed = argument?.kind === "digits" ? canonicalName(`${first.text}(${argument.text})`) : undefined;
  const name = indexed ?? (rest.length === 0 ? first.text : undefined);
  if (name !== undefined) return { key: knownName(name, names ?? none) ?? name, kind: "name" };
  return names?.has(first.text) || !argument ? undefined : { key: first.text, kind: "function", parameter };
}

const none: ReadonlySet<string> = new Set();

function answerAmong(statements: readonly Statement[], vocabulary: Vocabulary, names = none): Statement {
  const mentioned = statements.map(({ tokens }) => {
    const resolved = resolveNames(tokens, vocabulary);
    return new Set(resolved.flatMap(({ text }, at) => [text, keyAt(resolved, at)?.key]));
  });
  const isUsed = (key: string, by: number) => mentioned.some((keys, i) => i !== by && keys.has(key));
  const free = statements.filter(({ defines }, i) => !defines || !isUsed(defines.key, i));
  const isOpen = ({ defines }: Statement) => !defines || defines.kind === "derivative";
  const open = free.findLast(isOpen) ?? statements.findLast(isOpen);
  if (open && !open.tokens.some(isEquals) && free.filter(isOpen).length > 1)
    throw unreadable("expression.new-line", statements[1]?.tokens[0] as Token);
  if (open) return open;
  const named = free.filter(({ defines }) => !defines?.key.endsWith("'"));
  const foreign = named.filter(({ defines }) => !names.has(defines?.key ?? ""));
  const isLines = statements.every(({ tokens: [first] }, i) => i === 0 || first?.begins === "line");
  const answer = named.length === 1 || isLines ? named.at(-1) : foreign.length === 1 ? foreign[0] : undefined;
  if (!answer) throw unreadable("expression.equation", statements[1]?.tokens.find(isEquals) as Token);
  return answer;
}

/** The vocabulary with all that statements define. */
function extended(vocabulary: Vocabulary, statements: readonly Statement[]): Vocabulary {
  const keys = (kind: string) => statements.flatMap(({ defines }) => (defines?.kind === kind ? [defines.key] : []));
  const names = vocabulary.names && new Set([...vocabulary.names, ...keys("name")]);
  return { ...vocabulary, names, functions: new Set(keys("function")), derivatives: new Set(keys("derivative")) };
}
