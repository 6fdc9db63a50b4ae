/** Reads the pieces of a formula into its tree: rows of operands, brackets, fractions, roots, powers. */

import type { Span, Syntax } from "../engine/syntax.ts";
import { readApplication } from "./application.ts";
import { close, refuseEmpty, refuseEnd } from "./brackets.ts";
import { number, operation, pi } from "./calls.ts";
import { Cursor, deepest } from "./cursor.ts";
import { readDerivative } from "./derivative.ts";
import { euler, type Item } from "./grammar.ts";
import type { OperandReader } from "./operandReader.ts";
import { asWritten, refuseAlone } from "./operators.ts";
import type { Piece, Vocabulary } from "./piece.ts";
import { ReadingError } from "./readingError.ts";
import { combine, isOperator, raise, times } from "./rows.ts";
import { refuseFunction, refuseWord } from "./unknown.ts";

export interface Formula {
  readonly syntax: Syntax;
  /** Where the other reading is another formula, if it is one. */
  readonly ambiguous: Ambiguity | undefined;
}

/** A place that can be read in two ways, with an example of how each is written unmistakably. */
interface Ambiguity {
  readonly at: Span;
  readonly examples: readonly [string, string];
}

/**
 * The formula that `pieces` are. Behind a division or a function without brackets only the first factor belongs to the
 * divisor or argument; in the `other` reading all factors that follow without a sign do (`a/b c` is a/(b·c)), and a
 * power is the function's (`tanh x^2` is (tanh x)²). Throws a ReadingError.
 */
export function readFormula(pieces: readonly Piece[], end: Span, vocabulary: Vocabulary, other: boolean): Formula {
  return new Reader(new Cursor(pieces, end), vocabulary, other).formula();
}

class Reader implements OperandReader {
  readonly cursor: Cursor;
  readonly vocabulary: Vocabulary;
  private readonly other: boolean;
  private ambiguous: Ambiguity | undefined;

  constructor(cursor: Cursor, vocabulary: Vocabulary, other: boolean) {
    this.cursor = cursor;
    this.vocabulary = vocabulary;
    this.other = other;
  }

  formula(): Formula {
    const syntax = this.row(undefined);
    const rest = this.cursor.peek();
    if (rest) refuseEnd(rest);
    return { syntax, ambiguous: this.ambiguous };
  }

  choose(at: Span, first: string, second: string): boolean {
    this.ambiguous ??= { at, examples: [first, second] };
    return this.other;
  }

  row(open: Piece | undefined): Syntax {
    const items: Item[] = [];
    let operator: Piece | undefined;
    for (let piece = this.cursor.peek(); piece && !endsRow(piece, items, open); piece = this.cursor.peek()) {
      if (piece.kind === "operator") {
        this.operator(operator, items);
        operator = piece;
        continue;
      }
      if (piece.kind === "over") return this.over(piece, operator, items, open);
      if (items.length > 0 && !isOperator(items.at(-1))) this.implicit(piece, items, open);
      items.push(this.atom());
      this.powers(items);
      operator = undefined;
    }
    if (operator) refuseAlone(operator);
    if (items.length === 0) refuseEmpty(this.cursor, open);
    return this.combine(items);
  }

  combine(items: readonly Item[]): Syntax {
    const powers = items.filter((item) => isOperator(item, "^")).length;
    if (powers > deepest) throw new ReadingError("expression.too-deep", this.cursor.span(), { limit: deepest });
    const { syntax, ambiguous } = combine(items, this.other);
    if (ambiguous) this.choose(ambiguous, "(a/b)*c", "a/(b*c)");
    return syntax;
  }

  /** The fraction of what stands before and behind `\over` in its group. */
  private over(piece: Piece, operator: Piece | undefined, items: readonly Item[], open: Piece | undefined): Syntax {
    if (operator) refuseAlone(operator);
    this.cursor.at++;
    const next = this.cursor.peek();
    if (items.length === 0 || !next || next.kind === "close")
      throw new ReadingError("expression.command-argument", piece.span, { command: piece.text });
    const above = this.combine(items);
    return operation(
      "divide",
      above,
      this.cursor.nested(() => this.row(open)),
    );
  }

  operator(before: Piece | undefined, items: Item[]): void {
    const piece = this.cursor.peek() as Piece;
    const text = piece.text as "+" | "-" | "*" | "/" | "^";
    const last = items.at(-1);
    if (text === "+" || text === "-") {
      // Signs after a sign are one sign, so that no chain of them gets deep.
      const sign = before && isOperator(last) && (last.text === "+" || last.text === "-");
      if (sign) items[items.length - 1] = { ...last, text: last.text === text ? "+" : "-" };
      else items.push({ kind: "operator", text, implicit: false, span: piece.span });
    } else if (before) {
      const span = { start: before.span.start, end: piece.span.end };
      throw new ReadingError("expression.two-operators", span, { first: asWritten(before), second: asWritten(piece) });
    } else if (!last) refuseAlone(piece);
    else items.push({ kind: "operator", text, implicit: false, span: piece.span });
    this.cursor.at++;
  }

  /** A product without a sign; a number behind something is as probably a lost `^` or index, so it is refused. */
  private implicit(piece: Piece, items: Item[], open: Piece | undefined): void {
    const before = this.cursor.peek(-1) as Piece;
    // Within brackets a line may end anywhere; outside, the next one may be another formula.
    if (piece.begins === "line" && !open) throw new ReadingError("expression.new-line", piece.span);
    if (piece.begins === "column") throw new ReadingError("expression.column", piece.span);
    if (piece.kind === "number") {
      const span = { start: before.span.start, end: piece.span.end };
      throw new ReadingError("expression.missing-operator", span, { first: before.text, second: piece.text });
    }
    items.push(times);
  }

  powers(items: Item[]): void {
    for (let piece = this.cursor.peek(); piece; piece = this.cursor.peek()) {
      if (piece.kind === "prime") {
        throw new ReadingError("expression.prime", piece.span, { name: this.cursor.peek(-1)?.text ?? "" });
      }
      if (piece.kind === "index") {
        throw new ReadingError("expression.bad-index", piece.span, { name: "", index: piece.text });
      }
      if (piece.kind !== "raised") return;
      this.raised(items);
    }
  }

  raised(items: Item[]): void {
    const piece = this.cursor.peek() as Piece;
    const digits = piece.text.replace(/^[+-]/, "");
    if (!/^\d+$/.test(digits)) throw new ReadingError("expression.malformed-number", piece.span);
    const exponent = number(Number(digits), digits);
    items.push(raise, piece.text.startsWith("-") ? operation("negate", exponent) : exponent);
    this.cursor.at++;
  }

  atom(): Syntax {
    const { cursor } = this;
    const piece = cursor.peek();
    if (!piece) throw new ReadingError("expression.missing-operand", cursor.span(), { operator: "" });
    const derivative = readDerivative(cursor.all(), cursor.at, this.vocabulary);
    if (derivative) throw new ReadingError("expression.unfinished-derivative", derivative.span, derivative.params);
    switch (piece.kind) {
      case "number":
      case "name":
      case "constant":
        cursor.at++;
        return leaf(piece);
      case "open":
      case "bar":
        return this.bracket();
      case "fraction":
        cursor.at++;
        return cursor.nested(() => operation("divide", this.argument(piece), this.argument(piece)));
      case "root":
        return cursor.nested(() => this.root(piece));
      case "annotated":
        return cursor.nested(() => this.annotated(piece));
      case "function":
        return cursor.nested(() => readApplication(this));
      case "unknown":
        return refuseWord(cursor.all(), cursor.at, this.vocabulary);
      case "index":
        throw new ReadingError("expression.bad-index", piece.span, { name: "", index: piece.text });
      case "nabla":
        if (piece.text !== "∇")
          throw new ReadingError("expression.unknown-command", piece.span, { command: piece.text });
        throw new ReadingError("expression.unexpected-character", piece.span, { character: piece.text });
      case "equals":
        throw new ReadingError("expression.equation", piece.span);
      default:
        throw new ReadingError("expression.unexpected-character", piece.span, { character: piece.text });
    }
  }

  private bracket(): Syntax {
    const [before, open] = [this.cursor.peek(-1), this.cursor.peek() as Piece];
    this.cursor.at++;
    const inside = this.cursor.nested(() => this.row(open));
    if (this.cursor.peek()?.kind === "comma" && before?.kind === "name" && before.end === open.start)
      refuseFunction(before, this.vocabulary);
    close(this.cursor, open);
    return open.kind === "bar" ? operation("abs", inside) : inside;
  }

  argument(command: Piece): Syntax {
    const piece = this.cursor.peek();
    if (!piece || piece.kind === "operator" || piece.kind === "close" || piece.kind === "comma") {
      if (command.kind === "operator") refuseAlone(command);
      throw new ReadingError("expression.command-argument", command.span, { command: command.text });
    }
    return this.atom();
  }

  private root(command: Piece): Syntax {
    this.cursor.at++;
    const degree = this.cursor.peek()?.text === "[" ? this.bracket() : undefined;
    const radicand = this.argument(command);
    if (!degree) return operation("sqrt", radicand);
    return operation("power", radicand, operation("divide", number(1), degree));
  }

  /** `\underbrace{a}_{note}`: the note is not part of the formula. */
  private annotated(command: Piece): Syntax {
    const { cursor } = this;
    cursor.at++;
    const inside = this.argument(command);
    if (cursor.peek()?.kind === "index") cursor.at++;
    else if (cursor.isOperator("^") && cursor.peek(1)?.text === "{") {
      cursor.at++;
      this.bracket();
    }
    return inside;
  }
}

/** A bar closes only where an operand has just ended; else it opens. */
function endsRow(piece: Piece, items: readonly Item[], open: Piece | undefined): boolean {
  if (piece.kind === "close" || piece.kind === "comma") return true;
  return piece.kind === "bar" && open?.kind === "bar" && items.length > 0 && !isOperator(items.at(-1));
}

function leaf(piece: Piece): Syntax {
  if (piece.kind === "constant") return piece.text === "e" ? euler : pi;
  if (piece.kind === "name") {
    return { kind: "name", name: piece.text, ...(piece.index ? { index: piece.index } : {}) };
  }
  const value = Number(piece.text);
  if (!Number.isFinite(value)) throw new ReadingError("expression.not-finite", piece.span);
  return number(value, piece.text);
}
