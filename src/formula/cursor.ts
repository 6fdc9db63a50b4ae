/** A place in a row of tokens, the depth of brackets there, and what to say where brackets do not fit. */

import type { Span } from "../engine/syntax.ts";
import { unreadable } from "./errors.ts";
import type { Token } from "./token.ts";

/** More brackets, functions, fractions or powers within one another than this are refused. */
const deepest = 200;

const closing: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["|", "|"],
]);

/** Whether `token` is the bracket that closes `open`. */
export function closes(token: Token | undefined, open: Token): boolean {
  return token !== undefined && token.text === closing.get(open.text);
}

export class Cursor {
  protected readonly tokens: readonly Token[];
  protected at = 0;
  private readonly end: Span;
  private depth = 0;

  /** @param end where the text ends */
  constructor(tokens: readonly Token[], end: number) {
    this.tokens = tokens;
    this.end = { start: end, end };
  }

  /** The token that comes next, or further off; undefined at the end. */
  protected peek(offset = 0): Token | undefined {
    return this.tokens[this.at + offset];
  }

  protected take(): Token {
    return this.tokens[this.at++] as Token;
  }

  /** Whether one of these operators comes next. */
  protected isOperator(...signs: readonly string[]): boolean {
    const next = this.peek();
    return next?.kind === "operator" && signs.includes(next.text);
  }

  /** Goes one level deeper while `read` runs. */
  protected nested<T>(read: () => T): T {
    if (this.depth >= deepest) throw unreadable("expression.too-deep", this.peek() ?? this.end, { limit: deepest });
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }

  /** Goes past the bracket that closes `open`. */
  protected close(open: Token): void {
    const next = this.peek();
    if (!next) this.refuseUnclosed(open);
    if (next.kind === "comma") throw unreadable("expression.comma", next);
    if (!closes(next, open)) {
      const expected = closing.get(open.text) ?? "|";
      throw unreadable("expression.wrong-bracket", next, { bracket: open.text, expected });
    }
    this.at++;
  }

  /** Refuses the place where an operand should stand; `open` is the bracket around it. */
  protected refuseGap(open: Token | undefined): never {
    const [before, next] = [this.peek(-1), this.peek()];
    if (before?.kind === "operator" && next?.kind === "operator")
      throw unreadable("expression.two-operators", { start: before.start, end: next.end });
    const operator = [before, next].find((token) => token?.kind === "operator");
    if (operator) throw unreadable("expression.missing-operand", operator);
    if (before?.kind === "comma") this.refuseEnd(before);
    if (open && next) throw unreadable("expression.empty-brackets", { start: open.start, end: next.end });
    if (open) this.refuseUnclosed(open);
    if (next) this.refuseEnd(next);
    throw unreadable("expression.empty", this.end);
  }

  /** Refuses a closing bracket or a comma where the whole formula has ended. */
  protected refuseEnd(token: Token): never {
    if (token.kind === "close") throw unreadable("expression.unopened", token);
    throw unreadable("expression.comma", token);
  }

  private refuseUnclosed(open: Token): never {
    const { text } = open;
    throw unreadable("expression.unclosed", open, { bracket: text, closing: closing.get(text) ?? "|" });
  }
}
