/** The shape of a formula as read, a tree of plain JSON data, and how one is made, searched and rewritten. */

/** A time index, linear in t and T: `t·step + T·last + offset`. `h[t-1]` is `{ step: 1, last: 0, offset: -1 }`. */
export interface TimeIndex {
  readonly step: number;
  readonly last: number;
  readonly offset: number;
}

export type Syntax =
  /** `text` is the literal as written (`0.3333333`), kept to be told. */
  | { readonly kind: "constant"; readonly value: number; readonly text: string }
  /** A quantity: `W`, `h1` (canonical, see names.ts), or with a symbolic index (`h[t-1]`) in an author's equation. */
  | { readonly kind: "name"; readonly name: string; readonly index?: TimeIndex }
  /** An operation by its name in operations/table.ts (`add`, `tanh`, …), or `sum`/`prod` over time in an author's equation. */
  // `isShared`: stands in the formulas of several entries of a vector, and is computed once at each step.
  | { readonly kind: "call"; readonly operation: string; readonly args: readonly Syntax[]; readonly isShared?: true };

export type Name = Extract<Syntax, { kind: "name" }>;
export type Call = Extract<Syntax, { kind: "call" }>;

/** A place in the text as written: UTF-16 code units, 0-based, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A number, with the digits that it was written with. */
export function number(value: number, text = String(value)): Syntax {
  return { kind: "constant", value, text };
}

/** The operation `name` applied to `args`. */
export function call(operation: string, ...args: readonly Syntax[]): Call {
  return { kind: "call", operation, args };
}

/** A formula and all that it is made of. */
export function partsOf(syntax: Syntax): readonly Syntax[] {
  return [syntax, ...(syntax.kind === "call" ? syntax.args.flatMap(partsOf) : [])];
}

/** The names in a formula, as often as they stand there. */
export function namesIn(syntax: Syntax): readonly Name[] {
  return partsOf(syntax).filter((part) => part.kind === "name");
}

/** `syntax` with the parts that `change` replaces, from the top down; what it leaves alone is searched further. */
export function rewrite(syntax: Syntax, change: (part: Syntax) => Syntax | undefined): Syntax {
  const changed = change(syntax);
  if (changed !== undefined) return changed;
  if (syntax.kind !== "call") return syntax;
  const args = syntax.args.map((arg) => rewrite(arg, change));
  return args.every((arg, i) => arg === syntax.args[i]) ? syntax : { ...syntax, args };
}
