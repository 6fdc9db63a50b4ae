/** Brackets that fit, and functions with their powers and arguments: `tanh(x)`, `tanh^2 x`, `log_2(x)`, `max(0, x)`. */

import { isGreek, splitName } from "../engine/names.ts";
import { type Call, calls } from "../engine/operations/table.ts";
import { call, number, type Syntax } from "../engine/syntax.ts";
import { vectorCalls } from "../engine/vectors.ts";
import { unreadable } from "./errors.ts";
import { Grammar, negate, power, product } from "./grammar.ts";
import type { Token } from "./token.ts";

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "|": "|" };

export abstract class Applications extends Grammar {
  /** A group in brackets. */
  protected abstract bracket(): Syntax;

  /** A function with its power and its argument: `tanh(x)`, `tanh^2 x`, `log_2(x)`. */
  protected application(name: Token): Syntax {
    const { operation: plain, arity, base: usual } = called(name);
    const operation = this.primed(plain, name);
    const base = this.base(operation) ?? usual;
    const exponent = this.functionPower(name);
    const values = this.arguments(name);
    if (values.length === 1 && /^max/.test(operation) && this.vocabulary.vectors) return call("largest", ...values);
    if (values.length !== arity && !Number.isNaN(arity))
      throw unreadable("expression.arity", name, { expected: arity, found: values.length });
    const undivided = call(operation, ...values);
    const value = base === undefined ? undivided : call("divide", undivided, call(operation, number(base)));
    return exponent ? power(value, exponent) : value;
  }

  /** The derivative of a function that has a prime: refused unless somebody says what it is. */
  private primed(operation: string, name: Token): string {
    if (this.peek()?.kind !== "prime") return operation;
    const { primes, functions } = this.vocabulary;
    if (!primes?.has(operation) && !functions?.has(`${operation}'`)) this.refusePrime(name);
    this.at++;
    return `${operation}'`;
  }

  /** The base of a logarithm, or undefined. */
  private base(operation: string): number | undefined {
    const below = this.peek();
    if (below?.kind !== "index") return undefined;
    const value = Number(below.text);
    if (operation !== "log" || !(value > 0 && value !== 1)) throw unreadable("expression.bad-index", below);
    this.at++;
    return value;
  }

  /** `^2` between a function and its argument; `^-1` could be the inverse function or the reciprocal. */
  private functionPower(name: Token): Syntax | undefined {
    let exponent: Syntax;
    if (this.peek()?.kind === "raised") exponent = this.raisedDigits();
    else if (this.isOperator("^")) {
      this.at++;
      const negative = this.signs();
      const value = this.atom();
      exponent = negative ? negate(value) : value;
    } else return undefined;
    const [inner] = exponent.kind === "call" && exponent.operation === "negate" ? exponent.args : [];
    if (inner?.kind !== "constant" || inner.value !== 1) return exponent;
    const place = { start: name.start, end: (this.peek(-1) ?? name).end };
    throw unreadable("expression.inverse-function", place, { function: name.text });
  }

  private arguments(name: Token): Syntax[] {
    const next = this.peek();
    if (next?.kind === "open") return this.list(name);
    const begins = next && !["operator", "close", "comma", "equals", "prime", "raised"].includes(next.kind);
    if (!begins || called(name).folds) throw unreadable("expression.missing-argument", name);
    return [this.bareArgument(name)];
  }

  /** Arguments in brackets, separated by commas. */
  protected list(name: Token): Syntax[] {
    const open = this.take();
    if (this.peek()?.text === closing[open.text]) throw unreadable("expression.missing-argument", name);
    const values = [this.nested(() => this.row(open))];
    while (this.peek()?.kind === "comma") {
      this.at++;
      values.push(this.nested(() => this.row(open)));
    }
    this.close(open);
    return values;
  }

  /** An argument without brackets: the next factor, with a number before it; all factors in the other reading. */
  private bareArgument(name: Token): Syntax {
    let factor = this.peek() as Token;
    const factors = [this.bareFactor(name)];
    for (let next = this.peek(); next && joins(next); next = this.peek()) {
      const single = factors.length === 1 && factor === this.peek(-1);
      if (single && endsArgument(name, factor, next)) break;
      if (!this.isJoined(name, factor, next)) break;
      factor = next;
      factors.push(this.bareFactor(name));
    }
    return product(factors);
  }

  /** In `tanh x^2` the power is the argument's; in the other reading it is the function's, and is left for later. */
  private bareFactor(name: Token): Syntax {
    const factor = this.atom();
    const next = this.peek();
    if (next?.kind !== "raised" && !this.isOperator("^")) return factor;
    const place = { start: name.start, end: (next as Token).end };
    return this.choose(place, `${name.text}(a^2)`, `${name.text}(a)^2`) ? factor : this.raised(factor);
  }

  /** Whether what follows `factor` belongs to the argument: behind a number it does, except that `√2x` may be √2·x. */
  private isJoined(name: Token, factor: Token, { end }: Token): boolean {
    const { start, text } = name;
    if (factor.kind !== "digits") return this.choose({ start, end }, `${text}(a)*b`, `${text}(a*b)`);
    return called(name).operation !== "sqrt" || !this.choose({ start, end }, `${text}(2*a)`, `${text}(2)*a`);
  }

  /** Goes past the bracket that closes `open`. */
  protected close(open: Token): void {
    const next = this.peek();
    if (!next) this.refuseUnclosed(open);
    if (next.kind === "comma") throw unreadable("expression.comma", next);
    const { [open.text]: expected = "" } = closing;
    if (next.text !== expected) throw unreadable("expression.wrong-bracket", next, { bracket: open.text, expected });
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
    throw unreadable("expression.unclosed", open, { bracket: text, closing: closing[text] ?? "" });
  }
}

function called({ text }: Token): Call {
  return calls.get(text) ?? vectorCalls.get(text) ?? { operation: text, arity: 1 };
}

function joins({ kind, begins }: Token): boolean {
  return !begins && (kind === "name" || kind === "constant" || kind === "open" || kind === "fraction");
}

/**
 * Whether nobody reads on: in `\tanh\tau_1 (a+b)`, `\operatorname{sech}^2\tau_2 V` and `tanh τ₁ V` the argument is a
 * quantity with its index.
 */
function endsArgument(name: Token, argument: Token, next: Token): boolean {
  if (!called(name).takesOne || argument.kind !== "name") return false;
  const greek = isGreek(splitName(argument.text).base);
  const indexed = /\d\]?$|_/.test(argument.text);
  const single = name.upright ? greek || indexed : greek && indexed;
  return single && (next.kind === "open" || (next.kind === "name" && /^[A-Z]/.test(next.text)));
}
