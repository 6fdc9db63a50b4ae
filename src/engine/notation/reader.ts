/** Reads the pieces of a formula into its tree: brackets, fractions, functions, powers, products without a sign. */

import { functionAliases, logarithmBases, reciprocals, sequenceFunctions } from "../functions.ts";
import { euler, type Item, readRow } from "../grammar.ts";
import type { Span, Syntax } from "../syntax.ts";
import { readDerivative } from "./derivative.ts";
import { ReadingError } from "./readingError.ts";
import { refuseWord } from "./unknown.ts";
import type { Piece, Vocabulary } from "./words.ts";

/** More brackets within brackets than this are refused. */
export const deepest = 200;

const closing: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["|", "|"],
]);

export interface Formula {
  readonly syntax: Syntax;
  /** Whether a product without a sign stands or a power stands where the other reading gives another formula. */
  readonly ambiguous: boolean;
}

/**
 * The formula that `pieces` are. Behind a division or a function without brackets only the first factor belongs to the
 * divisor or argument; in the `other` reading all factors that follow without a sign do (`a/b c` is a/(b·c)), and a
 * power is the function's (`tanh x^2` is (tanh x)²). Throws a ReadingError.
 */
export function readFormula(pieces: readonly Piece[], end: Span, vocabulary: Vocabulary, other: boolean): Formula {
  return new Reader(pieces, end, vocabulary, other).formula();
}

const times: Item = { kind: "operator", text: "*", implicit: true };
const raise: Item = { kind: "operator", text: "^", implicit: false };

function isOperator(item: Item | undefined, text?: string): boolean {
  return item?.kind === "operator" && (text === undefined || item.text === text);
}

class Reader {
  private readonly pieces: readonly Piece[];
  private readonly end: Span;
  private readonly vocabulary: Vocabulary;
  private readonly other: boolean;
  private at = 0;
  private depth = 0;
  private ambiguous = false;

  constructor(pieces: readonly Piece[], end: Span, vocabulary: Vocabulary, other: boolean) {
    this.pieces = pieces;
    this.end = end;
    this.vocabulary = vocabulary;
    this.other = other;
  }

  formula(): Formula {
    const syntax = this.row(undefined);
    const rest = this.peek();
    if (rest) this.refuseEnd(rest);
    return { syntax, ambiguous: this.ambiguous };
  }

  private peek(): Piece | undefined {
    return this.pieces[this.at];
  }

  private here(): Span {
    return this.peek()?.span ?? this.end;
  }

  /** A closing bracket, comma or the like where the whole formula has ended. */
  private refuseEnd(piece: Piece): never {
    if (piece.kind === "close") throw new ReadingError("expression.unopened", piece.span, { bracket: piece.text });
    if (piece.kind === "comma") throw new ReadingError("expression.comma", piece.span);
    throw new ReadingError("expression.unexpected-character", piece.span, { character: piece.text });
  }

  /** Goes one bracket deeper while `read` runs. */
  private nested<T>(read: () => T): T {
    if (this.depth >= deepest) throw new ReadingError("expression.too-deep", this.here(), { limit: deepest });
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }

  /** Operands and operators up to a closing bracket, a comma or the end. `open`: the bracket that opened it. */
  private row(open: Piece | undefined): Syntax {
    const items: Item[] = [];
    let operator: Piece | undefined;
    for (let piece = this.peek(); piece && !this.endsRow(piece, items, open); piece = this.peek()) {
      if (piece.kind === "operator") {
        this.operator(piece, operator, items);
        operator = piece;
        continue;
      }
      if (items.length > 0 && !isOperator(items.at(-1))) this.implicit(piece, items);
      this.operand(items);
      operator = undefined;
    }
    if (operator) throw new ReadingError("expression.missing-operand", operator.span, { operator: operator.text });
    if (items.length === 0) this.refuseEmpty(open);
    return this.combine(items);
  }

  private endsRow(piece: Piece, items: readonly Item[], open: Piece | undefined): boolean {
    if (piece.kind === "close" || piece.kind === "comma") return true;
    return piece.kind === "bar" && open?.kind === "bar" && items.length > 0 && !isOperator(items.at(-1));
  }

  private refuseEmpty(open: Piece | undefined): never {
    const piece = this.peek();
    const before = this.pieces[this.at - 1];
    if (before?.kind === "comma") this.refuseEnd(before);
    if (open && piece)
      throw new ReadingError("expression.empty-brackets", { start: open.span.start, end: piece.span.end });
    if (open) this.refuseUnclosed(open);
    if (piece) this.refuseEnd(piece);
    throw new ReadingError("expression.empty", this.end);
  }

  private refuseUnclosed(open: Piece): never {
    throw new ReadingError("expression.unclosed", open.span, {
      bracket: open.text,
      closing: closing.get(open.text) ?? ")",
    });
  }

  private operator(piece: Piece, before: Piece | undefined, items: Item[]): void {
    const text = piece.text as "+" | "-" | "*" | "/" | "^";
    const sign = text === "+" || text === "-";
    if (!sign && before) {
      const span = { start: before.span.start, end: piece.span.end };
      throw new ReadingError("expression.two-operators", span, { first: before.text, second: text });
    }
    if (!sign && items.length === 0) {
      throw new ReadingError("expression.missing-operand", piece.span, { operator: text });
    }
    this.at++;
    const last = items.at(-1);
    // Signs after a sign are one sign, so that no chain of them gets deep.
    if (before && last?.kind === "operator" && (last.text === "+" || last.text === "-")) {
      items[items.length - 1] = { ...last, text: last.text === text ? "+" : "-" };
    } else items.push({ kind: "operator", text, implicit: false });
  }

  /** A product without a sign; a number behind something is as probably a lost `^` or index, so it is refused. */
  private implicit(piece: Piece, items: Item[]): void {
    const before = this.pieces[this.at - 1];
    if (piece.kind === "number") {
      const span = { start: before?.span.start ?? piece.span.start, end: piece.span.end };
      throw new ReadingError("expression.missing-operator", span, { first: before?.text ?? "", second: piece.text });
    }
    items.push(times);
  }

  /** An operand with the powers behind it. */
  private operand(items: Item[]): void {
    items.push(this.atom());
    this.powers(items);
  }

  private powers(items: Item[]): void {
    for (let piece = this.peek(); piece; piece = this.peek()) {
      if (piece.kind === "raised") {
        this.at++;
        items.push(raise, raisedNumber(piece));
      } else if (piece.kind === "prime") {
        throw new ReadingError("expression.prime", piece.span, { name: this.pieces[this.at - 1]?.text ?? "" });
      } else if (piece.kind === "index") {
        throw new ReadingError("expression.bad-index", piece.span, { name: "", index: piece.text });
      } else return;
    }
  }

  /** One operand: a number, a name, a bracket, a fraction, a root, a function with its argument. */
  private atom(): Syntax {
    const piece = this.peek();
    if (!piece) throw new ReadingError("expression.missing-operand", this.end, { operator: "" });
    const derivative = readDerivative(this.pieces, this.at, this.vocabulary);
    if (derivative) throw new ReadingError("expression.unfinished-derivative", derivative.span, derivative.params);
    switch (piece.kind) {
      case "number":
        return this.number(piece);
      case "name":
        this.at++;
        return { kind: "name", name: piece.text, ...(piece.index ? { index: piece.index } : {}) };
      case "constant":
        this.at++;
        return piece.text === "e" ? euler : { kind: "number", value: Math.PI, text: manyDigitsOfPi };
      case "open":
      case "bar":
        return this.bracket();
      case "fraction":
        this.at++;
        return this.nested(() => operation("divide", this.argument(piece), this.argument(piece)));
      case "root":
        return this.nested(() => this.root(piece));
      case "annotated":
        return this.nested(() => this.annotated(piece));
      case "function":
        return this.nested(() => this.application(piece));
      case "unknown":
        return refuseWord(piece, this.pieces[this.at + 1], this.vocabulary);
      case "index":
        throw new ReadingError("expression.bad-index", piece.span, { name: "", index: piece.text });
      case "equals":
        throw new ReadingError("expression.equation", piece.span);
      default:
        throw new ReadingError("expression.unexpected-character", piece.span, { character: piece.text });
    }
  }

  private number(piece: Piece): Syntax {
    const value = Number(piece.text);
    if (!Number.isFinite(value)) throw new ReadingError("expression.not-finite", piece.span);
    this.at++;
    return { kind: "number", value, text: piece.text };
  }

  private bracket(): Syntax {
    const open = this.peek() as Piece;
    this.at++;
    const inside = this.nested(() => this.row(open));
    this.close(open);
    return open.kind === "bar" ? operation("abs", inside) : inside;
  }

  private close(open: Piece): void {
    const piece = this.peek();
    if (piece?.kind === "comma") throw new ReadingError("expression.comma", piece.span);
    const expected = closing.get(open.text) ?? "|";
    if (!piece) this.refuseUnclosed(open);
    if (piece.text !== expected) {
      throw new ReadingError("expression.wrong-bracket", piece.span, {
        bracket: open.text,
        opened: open.span.start + 1,
        expected,
        found: piece.text,
      });
    }
    this.at++;
  }

  /** What a LaTeX command takes: a group in braces, or a single digit, letter or name. */
  private argument(command: Piece): Syntax {
    const piece = this.peek();
    if (!piece || piece.kind === "operator" || piece.kind === "close" || piece.kind === "comma") {
      throw new ReadingError("expression.command-argument", command.span, { command: command.text });
    }
    return this.atom();
  }

  private root(command: Piece): Syntax {
    this.at++;
    const open = this.peek();
    const degree = open?.text === "[" ? this.bracket() : undefined;
    const radicand = this.argument(command);
    if (!degree) return operation("sqrt", radicand);
    return operation("power", radicand, operation("divide", one, degree));
  }

  /** `\underbrace{a}_{note}`: the note is not part of the formula. */
  private annotated(command: Piece): Syntax {
    this.at++;
    const inside = this.argument(command);
    if (this.peek()?.kind === "index") this.at++;
    else if (this.peek()?.text === "^" && this.pieces[this.at + 1]?.text === "{") {
      this.at++;
      this.bracket();
    }
    return inside;
  }

  /** A function with its power and argument: `tanh(x)`, `tanh^2(x)`, `tanh x`, `log_2 x`. */
  private application(name: Piece): Syntax {
    this.at++;
    if (this.peek()?.kind === "prime") throw new ReadingError("expression.prime", this.here(), { name: name.text });
    const base = this.base(name);
    const power = this.functionPower(name);
    const result = called(name.text, this.argumentsOf(name), base, this.vocabulary);
    return power ? operation("power", result, power) : result;
  }

  /** The base of a logarithm, or undefined. */
  private base(name: Piece): number | undefined {
    const below = this.peek();
    if (below?.kind !== "index") return logarithmBases.get(name.text);
    const value = Number(below.text);
    const logarithm = (functionAliases.get(name.text) ?? name.text) === "log";
    if (!logarithm || !(value > 0 && value !== 1)) {
      throw new ReadingError("expression.bad-index", below.span, { name: name.text, index: below.text });
    }
    this.at++;
    return value;
  }

  /** `^2` between a function and its argument; `^-1` could be the inverse function or the reciprocal. */
  private functionPower(name: Piece): Syntax | undefined {
    const piece = this.peek();
    if (piece?.kind !== "raised" && piece?.text !== "^") return undefined;
    const start = this.at;
    const row: Item[] = [];
    if (piece.kind === "raised") row.push(raisedNumber(piece));
    this.at++;
    if (piece.text === "^" && piece.kind === "operator") {
      const sign = this.peek();
      if (sign?.kind === "operator" && (sign.text === "-" || sign.text === "+")) this.operator(sign, undefined, row);
      row.push(this.argument(piece));
    }
    const power = readRow(row);
    const written = this.pieces.slice(start + 1, this.at).map(({ text }) => text);
    if (piece.text === "-1" || written.join("").replace(/[{}()]/g, "") === "-1") {
      const span = { start: name.span.start, end: this.pieces[this.at - 1]?.span.end ?? piece.span.end };
      throw new ReadingError("expression.inverse-function", span, { function: name.text });
    }
    return power;
  }

  private argumentsOf(name: Piece): Syntax[] {
    const open = this.peek();
    if (open?.kind === "open") return this.nested(() => this.list(open, name));
    const opensOperand = open && !["operator", "close", "comma", "equals", "prime", "raised"].includes(open.kind);
    if (!opensOperand || sequenceFunctions.has(name.text)) {
      throw new ReadingError("expression.missing-argument", name.span, { function: name.text });
    }
    return [this.bareArgument()];
  }

  private list(open: Piece, name: Piece): Syntax[] {
    this.at++;
    if (this.peek()?.text === closing.get(open.text)) {
      throw new ReadingError("expression.missing-argument", name.span, { function: name.text });
    }
    const values = [this.row(open)];
    while (this.peek()?.kind === "comma") {
      this.at++;
      values.push(this.row(open));
    }
    this.close(open);
    const operationName = functionAliases.get(name.text) ?? name.text;
    const arity = this.vocabulary.functions.get(operationName) ?? { min: 1, max: 1 };
    if (values.length < arity.min || values.length > arity.max) {
      throw new ReadingError("expression.arity", name.span, {
        function: name.text,
        expected: arity.max,
        found: values.length,
      });
    }
    return values;
  }

  /** An argument without brackets: the next factor, with the number before it; all factors in the other reading. */
  private bareArgument(): Syntax {
    const row: Item[] = [];
    let piece = this.peek();
    row.push(this.atom());
    this.argumentPowers(row);
    for (let next = this.peek(); next && this.joins(next); next = this.peek()) {
      if (piece?.kind !== "number") {
        this.ambiguous = true;
        if (!this.other) break;
      }
      row.push(times);
      piece = next;
      row.push(this.atom());
      this.argumentPowers(row);
    }
    return this.combine(row);
  }

  /** In `tanh x^2` the power is the argument's; in the other reading it is the function's, and is left for later. */
  private argumentPowers(row: Item[]): void {
    const piece = this.peek();
    if (piece?.kind !== "raised" && piece?.text !== "^") return;
    this.ambiguous = true;
    if (this.other) return;
    this.powers(row);
    this.explicitPowers(row);
  }

  private joins(piece: Piece): boolean {
    return piece.kind === "name" || piece.kind === "constant" || piece.kind === "open" || piece.kind === "fraction";
  }

  private explicitPowers(row: Item[]): void {
    for (let piece = this.peek(); piece?.text === "^" && piece.kind === "operator"; piece = this.peek()) {
      this.operator(piece, undefined, row);
      const sign = this.peek();
      if (sign?.kind === "operator") this.operator(sign, piece, row);
      if (!this.peek()) throw new ReadingError("expression.missing-operand", piece.span, { operator: "^" });
      this.operand(row);
    }
  }

  private combine(items: Item[]): Syntax {
    const powers = items.filter((item) => isOperator(item, "^")).length;
    if (powers > deepest) throw new ReadingError("expression.too-deep", this.end, { limit: deepest });
    return readRow(this.divisors(items));
  }

  /** Finds products without a sign behind a division; in the other reading they become one divisor. */
  private divisors(items: readonly Item[]): Item[] {
    const result: Item[] = [];
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as Item;
      result.push(item);
      if (!isOperator(item, "/")) continue;
      const end = endOfProduct(items, i + 1);
      const divisor = items.slice(i + 1, end);
      if (!divisor.includes(times) || isNumericFraction(items, i)) continue;
      this.ambiguous = true;
      if (!this.other) continue;
      result.push(readRow(divisor));
      i = end - 1;
    }
    return result;
  }
}

/** The end of the factors from `start` on that are joined without a sign. */
function endOfProduct(items: readonly Item[], start: number): number {
  let at = start;
  while (at < items.length) {
    while (isOperator(items[at])) at++;
    at++;
    if (items[at] !== times && !isOperator(items[at], "^")) break;
  }
  return at;
}

/** `1/2 V`: a number over a number is a coefficient, so nobody reads 1/(2V). */
function isNumericFraction(items: readonly Item[], slash: number): boolean {
  const [before, above, below, after] = [-2, -1, 1, 2].map((offset) => items[slash + offset]);
  if (above?.kind !== "number" || below?.kind !== "number") return false;
  return after === times && (before === undefined || (isOperator(before) && !isOperator(before, "^")));
}

const one: Syntax = { kind: "number", value: 1, text: "1" };
const manyDigitsOfPi = "3.14159265358979323846264338327950288419716939937511";

function operation(name: string, ...args: readonly Syntax[]): Syntax {
  return { kind: "call", operation: name, args };
}

function raisedNumber(piece: Piece): Syntax {
  const digits = piece.text.replace(/^[+-]/, "");
  if (!/^\d+$/.test(digits)) throw new ReadingError("expression.malformed-number", piece.span);
  const value: Syntax = { kind: "number", value: Number(digits), text: digits };
  return piece.text.startsWith("-") ? operation("negate", value) : value;
}

/** The call of a function under any of its names, rewritten where it is a reciprocal or a logarithm with a base. */
function called(name: string, args: readonly Syntax[], base: number | undefined, vocabulary: Vocabulary): Syntax {
  if (base !== undefined) {
    const number: Syntax = { kind: "number", value: base, text: String(base) };
    return operation("divide", operation("log", ...args), operation("log", number));
  }
  const canonical = functionAliases.get(name) ?? name;
  const reciprocal = reciprocals.get(canonical);
  if (reciprocal !== undefined && !vocabulary.functions.has(canonical)) {
    return operation("divide", one, operation(reciprocal, ...args));
  }
  return operation(canonical, ...args);
}
