/**
 * Parts an answer of several equations: definitions before or behind a formula (`… where h1 = tanh(tau1)`), lines under
 * headings of their own. Knows where an equation begins, not what it says.
 */

import { canonicalName } from "../engine/names.ts";
import { ReadingError } from "./readingError.ts";
import { isClosed, isLabel } from "./rightHandSide.ts";
import type { Token } from "./token.ts";

export interface Statements {
  /** The equation or formula that is the answer. */
  readonly answer: readonly Token[];
  /** What else is said about single quantities. */
  readonly definitions: readonly Definition[];
}

interface Definition {
  readonly name: string;
  readonly value: readonly Token[];
}

interface Statement {
  readonly tokens: readonly Token[];
  /** The only name on its left. */
  readonly name: string | undefined;
  /** What stands between it and the statement before. */
  readonly behind: "nothing" | "line" | "comma" | "word";
}

const introductions: ReadonlySet<string> = new Set(
  "where with using and for mit wobei wo und sowie für da since as".split(" "),
);
const unfinished: ReadonlySet<Token["kind"]> = new Set(["operator", "equals", "open", "fraction", "over", "root"]);

/**
 * The answer is the last equation that defines no single quantity, else the only one that names nothing among `names`,
 * else the last line. Throws a ReadingError where that says nothing.
 */
export function statementsOf(tokens: readonly Token[], names: ReadonlySet<string>): Statements {
  const statements = parted(tokens);
  if (statements.length === 1) return { answer: tokens, definitions: [] };
  const own = statements.filter(({ behind }) => behind !== "word");
  const foreign = own.filter(({ name }) => name === undefined || !names.has(name));
  const lines =
    own.length === statements.length && own.every(({ behind }) => behind === "line" || behind === "nothing");
  const answer =
    own.findLast(({ name }) => name === undefined) ??
    (own.length === 1 || lines ? own.at(-1) : foreign.length === 1 ? foreign[0] : undefined);
  const second = statements[1]?.tokens.find(({ kind }) => kind === "equals");
  if (!answer) throw new ReadingError("expression.equation", (second as Token).span);
  const definitions = statements.flatMap((statement) => {
    const { name } = statement;
    if (statement === answer || name === undefined || !names.has(name)) return [];
    const value = statement.tokens.slice(statement.tokens.findLastIndex(({ kind }) => kind === "equals") + 1);
    return [{ name, value }];
  });
  return { answer: answer.tokens, definitions };
}

function parted(tokens: readonly Token[]): Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  let behind: Statement["behind"] = "nothing";
  let before = 0;
  for (const [at, { kind }] of tokens.entries()) {
    if (kind !== "equals") continue;
    const label = labelStart(tokens, before, at);
    before = at + 1;
    if (label === undefined) continue;
    const end = endBefore(tokens, label);
    const part = tokens.slice(start, end);
    const isFirst = statements.length === 0 && !part.some((token) => token.kind === "equals");
    const parting = separation(tokens, end, label);
    if (part.length === 0 || unfinished.has(part.at(-1)?.kind ?? "equals")) continue;
    if (isFirst && parting !== "word" && isLabel(part)) continue;
    statements.push({ tokens: part, name: nameOf(part), behind });
    start = label;
    behind = parting;
  }
  const last = tokens.slice(start);
  return [...statements, { tokens: last, name: nameOf(last), behind }];
}

/** Where the label before the sign at `sign` begins, if something separates it from what stands before. */
function labelStart(tokens: readonly Token[], from: number, sign: number): number | undefined {
  let depth = 0;
  for (let at = sign - 1; at > from; at--) {
    const { kind, begins, wide } = tokens[at] as Token;
    if (kind === "close") depth++;
    if (kind === "open") depth--;
    const last = tokens[at - 1] as Token;
    if (depth < 0 || !isLabel(tokens.slice(at, sign))) return undefined;
    if (depth === 0 && (begins || wide || last.kind === "comma" || isIntroduction(last)))
      return isIntroduction(tokens[at] as Token) ? undefined : isClosed(tokens.slice(from, at)) ? at : undefined;
  }
  return undefined;
}

function endBefore(tokens: readonly Token[], label: number): number {
  let end = label;
  while (end > 0 && (tokens[end - 1]?.kind === "comma" || isIntroduction(tokens[end - 1] as Token))) end--;
  return end;
}

function separation(tokens: readonly Token[], end: number, label: number): Statement["behind"] {
  if (tokens.slice(end, label).some(isIntroduction)) return "word";
  return end === label && tokens[label]?.begins && !tokens[label]?.wide ? "line" : "comma";
}

function isIntroduction({ kind, text }: Token): boolean {
  return kind === "word" && introductions.has(text.toLowerCase());
}

/** The one name before the first sign. */
function nameOf(tokens: readonly Token[]): string | undefined {
  const sign = tokens.findIndex(({ kind }) => kind === "equals");
  const [first, ...rest] = tokens.slice(0, Math.max(0, sign));
  if (!first || rest.some(({ kind }) => !["index", "open", "number", "close"].includes(kind))) return undefined;
  const text = [first, ...rest].map((token) => (token.kind === "index" ? `_{${token.text}}` : token.text)).join("");
  if (first.kind !== "word" && first.kind !== "atom") return undefined;
  return canonicalName(text.replace(/_\{\{?([^{}]*)\}?\}/g, "_{$1}")) ?? text;
}
