/** What the reading of one kind of operand asks of the reading of a whole formula. */

import type { Span, Syntax } from "../engine/syntax.ts";
import type { Cursor } from "./cursor.ts";
import type { Item } from "./grammar.ts";
import type { Piece, Vocabulary } from "./piece.ts";

export interface OperandReader {
  readonly cursor: Cursor;
  readonly vocabulary: Vocabulary;
  /** Notes that there are two readings here, with an example of each; whether the other one is wanted. */
  choose(at: Span, first: string, second: string): boolean;
  /** Operands and operators up to a closing bracket, a comma or the end. `open`: the bracket that opened the row. */
  row(open: Piece | undefined): Syntax;
  /** The formula of a row. */
  combine(items: readonly Item[]): Syntax;
  /** Puts the operator that comes next into a row; `before` is the operator right before it. */
  operator(before: Piece | undefined, items: Item[]): void;
  /** Powers in raised digits behind an operand. */
  powers(items: Item[]): void;
  /** A power in raised digits. */
  raised(items: Item[]): void;
  /** One operand: a number, a name, a bracket, a fraction, a root, a function with its argument. */
  atom(): Syntax;
  /** What a LaTeX command or a power takes: a group in brackets, or a single operand. */
  argument(command: Piece): Syntax;
}
