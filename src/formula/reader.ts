/** Reads the operands of a formula: numbers, names, brackets, fractions, roots, functions with their arguments. */

import { isGreek, splitName } from "../engine/names.ts";
import { defaultFunctions, sequenceFunctions, takesOne } from "../engine/operations/spellings.ts";
import type { Syntax } from "../engine/syntax.ts";
import { applied, call, euler, negate, number, operationOf, pi, power, product } from "./build.ts";
import { closes } from "./cursor.ts";
import { endOfDerivative, isJoined, isSign } from "./derivative.ts";
import { unreadable } from "./errors.ts";
import { type Ambiguity, Grammar } from "./grammar.ts";
import type { Token } from "./token.ts";
import { refuseFunction, refuseWord } from "./unknown.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A formula, and where it can be read in another way if it can. */
export interface Formula {
  readonly syntax: Syntax;
  readonly ambiguity: Ambiguity | undefined;
}

/**
 * The formula that `tokens` are, in its stricter or its `other` reading; `end` is where the text ends. Throws a
 * ReadingError.
 */
export function readFormula(tokens: readonly Token[], end: number, vocabulary: Vocabulary, other = false): Formula {
  return new Reader(tokens, end, vocabulary, other).formula();
}

class Reader extends Grammar {
  private readonly vocabulary: Vocabulary;

  constructor(tokens: readonly Token[], end: number, vocabulary: Vocabulary, other: boolean) {
    super(tokens, end, other);
    this.vocabulary = vocabulary;
  }

  formula(): Formula {
    const syntax = this.row(undefined);
    const rest = this.peek();
    if (rest) this.refuseEnd(rest);
    return { syntax, ambiguity: this.ambiguity };
  }

  protected override atom(): Syntax {
    const token = this.peek();
    switch (token?.kind) {
      case "number":
        this.at++;
        return literal(token);
      case "name":
        this.at++;
        return { kind: "name", name: token.text, ...(token.time && { index: token.time }) };
      case "constant":
        this.at++;
        return token.text === "e" ? euler : pi;
      case "open":
      case "bar":
        return this.functionInBraces() ?? this.bracket();
      case "fraction":
        this.refuseDerivative();
        this.at++;
        return this.nested(() => call("divide", this.argument(token), this.argument(token)));
      case "root":
        return this.nested(() => this.root());
      case "annotated":
        return this.nested(() => this.annotated());
      case "function":
        return this.nested(() => this.application(this.take()));
      default:
        return this.refuse(token);
    }
  }

  private refuse(token: Token | undefined): never {
    if (!token || token.kind === "operator" || token.kind === "close" || token.kind === "comma")
      return this.refuseGap(this.open);
    this.refuseDerivative();
    switch (token.kind) {
      case "unknown":
        return refuseWord(this.tokens, this.at, this.vocabulary);
      case "index":
        throw unreadable("expression.bad-index", token);
      case "over":
        if (this.peek(-1)?.kind === "operator") this.refuseGap(this.open);
        throw unreadable("expression.command-argument", token);
      case "equals":
        throw unreadable("expression.equation", token);
    }
    throw unreadable("expression.unexpected-character", token, { character: token.text });
  }

  /** A derivative that was left standing (`dh1/dW`, `\frac{\partial h_1}{\partial W}`, `dy1`, `∂`) is no operand. */
  private refuseDerivative(): void {
    const { tokens, at } = this;
    const [token, next] = tokens.slice(at, at + 2) as [Token, Token?];
    const isKnown = (text = "") => this.vocabulary.names?.has(text) === true;
    const end =
      endOfDerivative(tokens, at) ??
      (isJoined(token) && isKnown(token.text.slice(1)) ? at + 1 : undefined) ??
      (isSign(token) && isKnown(next?.text) ? at + 2 : undefined) ??
      (token.kind === "partial" ? at + 1 : undefined);
    const first = tokens.slice(at).find(({ kind }) => kind !== "fraction" && kind !== "open");
    if (end !== undefined && first?.kind !== "name")
      throw unreadable("expression.unfinished-derivative", { start: token.start, end: (tokens[end - 1] as Token).end });
  }

  private bracket(): Syntax {
    const [before, open] = [this.peek(-1), this.take()];
    const inside = this.nested(() => this.row(open));
    if (this.peek()?.kind === "comma" && before?.kind === "name" && before.end === open.start)
      refuseFunction(before, this.vocabulary);
    this.close(open);
    return open.kind === "bar" ? call("abs", inside) : inside;
  }

  /** `{\tanh}^2(x)`: braces around nothing but a function's name are typesetting. */
  private functionInBraces(): Syntax | undefined {
    const [open, name, end, next] = [0, 1, 2, 3].map((offset) => this.peek(offset));
    if (open?.text !== "{" || name?.kind !== "function" || end?.text !== "}" || this.peek(-1)?.text === "^") return;
    if (!next || next.text === "{" || next.kind === "close" || (next.kind === "operator" && next.text !== "^")) return;
    this.at += 3;
    return this.nested(() => this.application(name));
  }

  /** What a LaTeX command takes: a group in brackets, or a single operand. */
  private argument(command: Token): Syntax {
    const next = this.peek();
    if (!next || next.kind === "operator" || next.kind === "close" || next.kind === "comma")
      throw unreadable("expression.command-argument", command);
    return next.kind === "open" ? this.bracket() : this.atom();
  }

  private root(): Syntax {
    const command = this.take();
    const degree = this.peek()?.text === "[" ? this.bracket() : undefined;
    const radicand = this.argument(command);
    if (!degree) return call("sqrt", radicand);
    // The third root of a negative number has a value, its power by 1/3 has none.
    if (degree.kind === "number" && degree.value === 3) return call("cbrt", radicand);
    return call("power", radicand, call("divide", number(1), degree));
  }

  /** `\underbrace{a}_{note}`: the note is not part of the formula. */
  private annotated(): Syntax {
    const inside = this.argument(this.take());
    if (this.peek()?.kind === "index") this.at++;
    else if (this.isOperator("^") && this.peek(1)?.text === "{") {
      this.at++;
      this.bracket();
    }
    return inside;
  }

  /** A function with its power and its argument: `tanh(x)`, `tanh^2 x`, `log_2(x)`. */
  private application(name: Token): Syntax {
    const next = this.peek();
    if (next?.kind === "prime") this.refusePrime(name, next);
    const base = this.base(name);
    const exponent = this.functionPower(name);
    const values = this.arguments(name);
    const { min, max } = defaultFunctions.get(operationOf(name.text)) ?? { min: 1, max: 1 };
    if (values.length < min || values.length > max)
      throw unreadable("expression.arity", name, { expected: max, found: values.length });
    const value = applied(name.text, values, base);
    return exponent ? power(value, exponent) : value;
  }

  /** The base of a logarithm, or undefined. */
  private base(name: Token): number | undefined {
    const below = this.peek();
    if (below?.kind !== "index") return undefined;
    const value = Number(below.text);
    if (operationOf(name.text) !== "log" || !(value > 0 && value !== 1))
      throw unreadable("expression.bad-index", below);
    this.at++;
    return value;
  }

  /** `^2` between a function and its argument; `^-1` could be the inverse function or the reciprocal. */
  private functionPower(name: Token): Syntax | undefined {
    const start = this.at;
    const sign = this.peek();
    let exponent: Syntax;
    if (sign?.kind === "raised") exponent = this.raisedDigits();
    else if (this.isOperator("^")) {
      this.at++;
      const negative = this.signs();
      const next = this.peek();
      if (!next || ["operator", "close", "comma"].includes(next.kind))
        throw unreadable("expression.missing-operand", sign as Token);
      const value = next.kind === "open" ? this.bracket() : this.atom();
      exponent = negative ? negate(value) : value;
    } else return undefined;
    const written = this.tokens.slice(start, this.at);
    if (/^\^?[{(]?-1[})]?$/.test(written.map(({ text }) => text).join(""))) {
      const place = { start: name.start, end: written.at(-1)?.end ?? name.end };
      throw unreadable("expression.inverse-function", place, { function: name.text });
    }
    return exponent;
  }

  private arguments(name: Token): Syntax[] {
    const next = this.peek();
    if (next?.kind === "open") return this.list(name);
    const begins = next && !["operator", "close", "comma", "equals", "prime", "raised"].includes(next.kind);
    if (!begins || sequenceFunctions.has(name.text)) throw unreadable("expression.missing-argument", name);
    return [this.bareArgument(name)];
  }

  /** Arguments in brackets, separated by commas. */
  private list(name: Token): Syntax[] {
    const open = this.take();
    if (closes(this.peek(), open)) throw unreadable("expression.missing-argument", name);
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
  private isJoined({ start, text }: Token, factor: Token, { end }: Token): boolean {
    if (factor.kind !== "number") return this.choose({ start, end }, `${text}(a)*b`, `${text}(a*b)`);
    return operationOf(text) !== "sqrt" || !this.choose({ start, end }, `${text}(2*a)`, `${text}(2)*a`);
  }
}

function literal(token: Token): Syntax {
  const value = Number(token.text);
  if (!Number.isFinite(value)) throw unreadable("expression.not-finite", token);
  return number(value, token.text);
}

function joins({ kind, begins }: Token): boolean {
  return !begins && (kind === "name" || kind === "constant" || kind === "open" || kind === "fraction");
}

/**
 * Whether nobody reads on: in `\tanh\tau_1 (a+b)`, `\operatorname{sech}^2\tau_2 V` and `tanh τ₁ V` the argument is a
 * quantity with its index.
 */
function endsArgument(name: Token, argument: Token, next: Token): boolean {
  if (!takesOne.has(operationOf(name.text)) || argument.kind !== "name") return false;
  const greek = isGreek(splitName(argument.text).base);
  const indexed = /\d\]?$|_/.test(argument.text);
  const single = name.upright ? greek || indexed : greek && indexed;
  return single && (next.kind === "open" || (next.kind === "name" && /^[A-Z]/.test(next.text)));
}
