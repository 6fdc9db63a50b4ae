/** Reads a function with its power and its argument: `tanh(x)`, `tanh^2 x`, `log_2(x)`; knows no other operands. */

import { isGreek, splitName } from "../engine/names.ts";
import { logarithmBases, sequenceFunctions, takesOne } from "../engine/operations/spellings.ts";
import type { Syntax } from "../engine/syntax.ts";
import { close, closes } from "./brackets.ts";
import { called, operation, operationOf } from "./calls.ts";
import { type Item, readRow } from "./grammar.ts";
import type { OperandReader } from "./operandReader.ts";
import { refuseAlone } from "./operators.ts";
import type { Piece } from "./piece.ts";
import { ReadingError } from "./readingError.ts";
import { times } from "./rows.ts";

/** The function that comes next, applied to what belongs to it. */
export function readApplication(reader: OperandReader): Syntax {
  const { cursor } = reader;
  const name = cursor.peek() as Piece;
  cursor.at++;
  if (cursor.peek()?.kind === "prime") throw new ReadingError("expression.prime", cursor.span(), { name: name.text });
  const base = readBase(reader, name);
  const power = readPower(reader, name);
  const result = called(name.text, readArguments(reader, name), base);
  return power ? operation("power", result, power) : result;
}

/** The base of a logarithm, or undefined. */
function readBase({ cursor }: OperandReader, name: Piece): number | undefined {
  const below = cursor.peek();
  if (below?.kind !== "index") return logarithmBases.get(name.text);
  const value = Number(below.text);
  if (operationOf(name.text) !== "log" || !(value > 0 && value !== 1)) {
    throw new ReadingError("expression.bad-index", below.span, { name: name.text, index: below.text });
  }
  cursor.at++;
  return value;
}

/** `^2` between a function and its argument; `^-1` could be the inverse function or the reciprocal. */
function readPower(reader: OperandReader, name: Piece): Syntax | undefined {
  const { cursor } = reader;
  const sign = cursor.peek();
  const row: Item[] = [];
  const start = cursor.at;
  if (sign?.kind === "raised") reader.raised(row);
  else if (cursor.isOperator("^")) {
    cursor.at++;
    const minus = cursor.peek();
    if (minus?.kind === "operator" && (minus.text === "-" || minus.text === "+")) reader.operator(undefined, row);
    row.push(reader.argument(sign as Piece));
  } else return undefined;
  const written = cursor.since(start).map(({ text }) => text);
  if (/^\^?[{(]?-1[})]?$/.test(written.join(""))) {
    throw new ReadingError("expression.inverse-function", cursor.spanFrom(name), { function: name.text });
  }
  return readRow(row.filter((item) => item.kind !== "operator" || item.text !== "^"));
}

function readArguments(reader: OperandReader, name: Piece): Syntax[] {
  const { cursor } = reader;
  const open = cursor.peek();
  if (open?.kind === "open") return cursor.nested(() => readList(reader, open, name));
  const begins = open && !["operator", "close", "comma", "equals", "prime", "raised"].includes(open.kind);
  if (!begins || sequenceFunctions.has(name.text)) refuseMissing(name);
  return [readBare(reader, name)];
}

function refuseMissing(name: Piece): never {
  throw new ReadingError("expression.missing-argument", name.span, { function: name.text });
}

/** Arguments in brackets, separated by commas. */
function readList(reader: OperandReader, open: Piece, name: Piece): Syntax[] {
  const { cursor, vocabulary } = reader;
  cursor.at++;
  if (closes(cursor.peek(), open)) refuseMissing(name);
  const values = [reader.row(open)];
  while (cursor.peek()?.kind === "comma") {
    cursor.at++;
    values.push(reader.row(open));
  }
  close(cursor, open);
  const { min, max } = vocabulary.functions.get(operationOf(name.text)) ?? { min: 1, max: 1 };
  if (values.length < min || values.length > max) {
    const params = { function: name.text, expected: max, found: values.length };
    throw new ReadingError("expression.arity", name.span, params);
  }
  return values;
}

/** An argument without brackets: the next factor, with a number before it; all factors in the other reading. */
function readBare(reader: OperandReader, name: Piece): Syntax {
  const { cursor } = reader;
  const row: Item[] = [];
  let piece = cursor.peek() as Piece;
  readFactor(reader, row, name);
  for (let next = cursor.peek(); next && joins(next); next = cursor.peek()) {
    if (row.length === 1 && endsArgument(name, piece, cursor.peek(-1), next)) break;
    if (!isJoined(reader, name, piece)) break;
    row.push(times);
    piece = next;
    readFactor(reader, row, name);
  }
  return reader.combine(row);
}

function joins({ kind, begins }: Piece): boolean {
  return !begins && (kind === "name" || kind === "constant" || kind === "open" || kind === "fraction");
}

/** Whether what follows `piece` belongs to the argument: behind a number it does, except that `√2x` may be √2·x. */
function isJoined(reader: OperandReader, name: Piece, piece: Piece): boolean {
  const at = { start: name.span.start, end: reader.cursor.span().end };
  const [many, one] = [`${name.text}(2*a)`, `${name.text}(2)*a`];
  if (piece.kind !== "number") return reader.choose(at, `${name.text}(a)*b`, `${name.text}(a*b)`);
  return operationOf(name.text) !== "sqrt" || !reader.choose(at, many, one);
}

/**
 * Whether nobody reads on: in `\tanh\tau_1 (a+b)`, `\operatorname{sech}^2\tau_2 V` and `tanh τ₁ V` the argument is a
 * quantity with its index. `last` is the last piece of the argument.
 */
function endsArgument(name: Piece, argument: Piece, last: Piece | undefined, next: Piece): boolean {
  if (!takesOne.has(operationOf(name.text)) || argument !== last || argument.kind !== "name") return false;
  const greek = isGreek(splitName(argument.text).base);
  const indexed = /\d\]?$|_/.test(argument.text);
  const single = name.upright ? greek || indexed : greek && indexed;
  return single && (next.kind === "open" || (next.kind === "name" && /^[A-Z]/.test(next.text)));
}

/** In `tanh x^2` the power is the argument's; in the other reading it is the function's, and is left for later. */
function readFactor(reader: OperandReader, row: Item[], name: Piece): void {
  const { cursor } = reader;
  row.push(reader.atom());
  if (cursor.peek()?.kind !== "raised" && !cursor.isOperator("^")) return;
  const at = { start: name.span.start, end: cursor.span().end };
  if (reader.choose(at, `${name.text}(a^2)`, `${name.text}(a)^2`)) return;
  reader.powers(row);
  while (cursor.isOperator("^")) {
    const power = cursor.peek() as Piece;
    reader.operator(undefined, row);
    if (cursor.peek()?.kind === "operator") reader.operator(power, row);
    if (!cursor.peek()) refuseAlone(power);
    row.push(reader.atom());
    reader.powers(row);
  }
}
