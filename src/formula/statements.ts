/**
 * Parts an answer of several equations: definitions before or behind a formula (`… where h1 = tanh(tau1)`), lines under
 * headings of their own.
 */

import { canonicalName } from "../engine/names.ts";
import { unreadable } from "./errors.ts";
import { isClosed, isInLabel } from "./steps.ts";
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
