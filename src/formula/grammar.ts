/**
 * Sums, products and powers by the usual precedence: `-a^2` is -(a²), `a^b^c` is a^(b^c), `a/b c` is (a/b)·c.
 *
 * Some formulas can be read in two ways. The reader takes the stricter one, notes the place, and when run again with
 * `other` takes the other: then all factors without a sign behind a division are its divisor, `a/b c` is a/(b·c).
 */

import { call, number, type Span, type Syntax } from "../engine/syntax.ts";
import { unreadable } from "./errors.ts";
import type { Token, Vocabulary } from "./token.ts";

/** A place that can be read in two ways, with an example of how each is written unmistakably. */
export interface Ambiguity {
  readonly place: Span;
  readonly examples: readonly [string, string];
}

/** More brackets, functions, fractions or powers within one another than this are refused. */
const deepest = 200;

export function negate(operand: Syntax): Syntax {
  return call("negate", operand);
}

/** Euler's number: `e^x` is read as `exp(x)`. */
export const euler: Syntax = call("exp", number(1));

export function power(base: Syntax, exponent: Syntax): Syntax {
  return base === euler ? call("exp", exponent) : call("power", base, exponent);
}

export function product(factors: readonly Syntax[]): Syntax {
  return flat("multiply", factors);
}

function quotient(above: readonly Syntax[], below: readonly Syntax[]): Syntax {
  return below.length === 0 ? product(above) : call("divide", product(above), product(below));
}

function flat(operation: string, args: readonly Syntax[]): Syntax {
  return args.length === 1 ? (args[0] as Syntax) : call(operation, ...args);
}

export abstract class Grammar {
  protected readonly tokens: readonly Token[];
  protected readonly vocabulary: Vocabulary;
  protected at = 0;
  /** Where the text ends. */
  protected readonly end: Span;
  private depth = 0;
  protected ambiguity: Ambiguity | undefined;
  /** The innermost bracket that is open. */
  protected open: Token | undefined;
  private readonly other: boolean;

  constructor(tokens: readonly Token[], end: number, vocabulary: Vocabulary, other: boolean) {
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.end = { start: end, end };
    this.other = other;
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

  /** Everything up to a closing bracket, a comma or the end. `open`: the bracket that opened it. */
  protected abstract row(open: Token | undefined): Syntax;

  /** One operand: a number, a name, a bracket, a fraction, a root, a function with its argument. */
  protected abstract atom(): Syntax;

  /** A power in raised digits. */
  protected raisedDigits(): Syntax {
    const token = this.take();
    const digits = token.text.replace(/^[+-]/, "");
    if (!/^\d+$/.test(digits)) throw unreadable("expression.malformed-number", token);
    const exponent = number(Number(digits), digits);
    return token.text.startsWith("-") ? negate(exponent) : exponent;
  }

  /** Refuses the prime that comes next, behind what it differentiates. */
  protected refusePrime({ start }: Token): never {
    throw unreadable("expression.unfinished-derivative", { start, end: (this.peek() ?? this.end).end });
  }

  /** Notes that there are two readings here, with an example of each; whether the other one is wanted. */
  protected choose(place: Span, first: string, second: string): boolean {
    this.ambiguity ??= { place, examples: [first, second] };
    return this.other;
  }

  /** `a-b+c` is one sum; a difference of two stays one. */
  protected sum(): Syntax {
    const first = this.product();
    const others: { readonly negative: boolean; readonly term: Syntax }[] = [];
    while (this.isOperator("+", "-")) others.push({ negative: this.signs(), term: this.product() });
    const [second] = others;
    if (second?.negative && others.length === 1) return call("subtract", first, second.term);
    return flat("add", [first, ...others.map(({ negative, term }) => (negative ? negate(term) : term))]);
  }

  /** Goes past `+` and `-`, however many, so that no chain of them gets deep; whether they make a minus. */
  protected signs(): boolean {
    let negative = false;
    while (this.isOperator("+", "-")) if (this.take().text === "-") negative = !negative;
    return negative;
  }

  /** `a*b/c*d` is one quotient of products. */
  private product(): Syntax {
    let last = this.signed();
    let [above, below]: [Syntax[], Syntax[]] = [[last], []];
    for (;;) {
      if (this.isOperator("/") && this.isEachEntry()) {
        this.at++;
        last = call("dotDivide", quotient(above, below), this.signed());
        [above, below] = [[last], []];
      } else if (this.isOperator("/")) {
        last = this.divisor(this.take(), last);
        below.push(last);
      } else if (this.isOperator("*") && this.isEachEntry()) {
        this.at++;
        last = call("dotMultiply", quotient(above, below), this.signed());
        [above, below] = [[last], []];
      } else if (this.isOperator("*")) {
        this.at++;
        last = this.signed();
        above.push(last);
      } else if (this.goesOn()) {
        last = this.power();
        above.push(last);
      } else return quotient(above, below);
    }
  }

  /** Whether the operator that comes next is `.*` or `./`, where there are vectors. */
  private isEachEntry(): boolean {
    return this.vocabulary.vectors === true && this.peek()?.dotted === true;
  }

  private divisor(slash: Token, dividend: Syntax): Syntax {
    const divisor = this.signed();
    // `1/2 V`: a number over a number is a coefficient, so nobody reads 1/(2V).
    if (!this.goesOn() || (isNumber(dividend) && divisor.kind === "constant")) return divisor;
    if (!this.choose(slash, "(a/b)*c", "a/(b*c)")) return divisor;
    const factors = [divisor];
    while (this.goesOn()) factors.push(this.power());
    return product(factors);
  }

  private signed(): Syntax {
    const negative = this.signs();
    const operand = this.power();
    return negative ? negate(operand) : operand;
  }

  private power(): Syntax {
    return this.raised(this.atom());
  }

  /** `base` with the powers behind it, in raised digits or with a sign. */
  protected raised(base: Syntax): Syntax {
    const next = this.peek();
    if (next?.kind === "prime" && this.vocabulary.vectors) {
      this.at++;
      return this.raised(call("transpose", base));
    }
    if (next?.kind === "prime") this.refusePrime(this.peek(-1) ?? next);
    if (next?.kind === "index") throw unreadable("expression.bad-index", next);
    const isRaised = next?.kind === "raised";
    if (!isRaised && !this.isOperator("^")) return base;
    if (!isRaised) this.at++;
    const exponent = this.nested(() => (isRaised ? this.raised(this.raisedDigits()) : this.signed()));
    return power(base, exponent);
  }

  /** Whether another factor follows without a sign; refuses what is as probably a slip. */
  private goesOn(): boolean {
    const [before, next] = [this.peek(-1), this.peek()];
    if (!before || !next || ["operator", "close", "comma", "over"].includes(next.kind)) return false;
    // A bar behind an operand closes if one is open; else it opens.
    if (next.kind === "bar" && this.open?.kind === "bar") return false;
    // Within brackets a line may end anywhere; outside, the next one may be another formula.
    const isSpace = next.begins === "wide" || (next.begins === "line" && this.open);
    if (next.begins && !isSpace) throw unreadable("expression.new-line", next);
    if (next.kind === "digits") {
      // A lost `^` or index is as probable as a product.
      throw unreadable("expression.missing-operator", { start: before.start, end: next.end });
    }
    return true;
  }
}

/** A number, perhaps with a sign. */
function isNumber(syntax: Syntax): boolean {
  const inner = syntax.kind === "call" && syntax.operation === "negate" ? syntax.args[0] : syntax;
  return inner?.kind === "constant";
}
