/** The shape of a formula as read: a tree of plain JSON data. */

/** A time index, linear in t and T: `t·step + T·last + offset`. `h[t-1]` is `{ step: 1, last: 0, offset: -1 }`. */
export interface TimeIndex {
  readonly step: number;
  readonly last: number;
  readonly offset: number;
}

export type Syntax =
  /** `text` is the literal as written (`0.3333333`), kept so that it can be read with more digits than a double has. */
  | { readonly kind: "constant"; readonly value: number; readonly text: string }
  /** A quantity: `W`, `h1` (canonical, see names.ts), or with a symbolic index (`h[t-1]`) in an author's equation. */
  | { readonly kind: "name"; readonly name: string; readonly index?: TimeIndex }
  /** An operation by its name in operations/table.ts (`add`, `tanh`, …), or `sum`/`prod` over time in an author's equation. */
  | { readonly kind: "call"; readonly operation: string; readonly args: readonly Syntax[] };

/** A place in the text as written: UTF-16 code units, 0-based, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
