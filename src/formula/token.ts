/** What a formula is cut into, and what its words may mean. Tokens are spans of the traced text (see notation.ts). */

import type { Span, TimeIndex } from "../engine/syntax.ts";
import type { ReadingError } from "./errors.ts";
import type { parting } from "./notation.ts";

export type TokenKind =
  | "digits"
  /** Letters, and digits right after them: a name or several run together. Decided in names.ts. */
  | "word"
  /** A Greek letter with its digits, or a LaTeX function: never several names. Decided in names.ts. */
  | "atom"
  /** What a word or an atom turns out to be. */
  | "name"
  | "function"
  | "constant"
  | "unknown"
  /** What stands lowered behind a name: `1`, `hh`, `t-1`. */
  | "index"
  /** What stands raised behind something, as a number: `2`, `-1`. */
  | "raised"
  | "operator"
  | "open"
  | "close"
  | "bar"
  | "comma"
  | "prime"
  | "equals"
  | "partial"
  | "fraction"
  /** `\over`: a fraction whose numerator stands before it. */
  | "over"
  | "root"
  /** `\underbrace`: an argument with a note above or below it. */
  | "annotated";

export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  /** What stands before it and begins something new: words (see `parting`), a line, a column (`&`), a wide space (`\quad`). */
  readonly begins?: keyof typeof parting | "line" | "column" | "wide";
  /** A word that LaTeX sets upright, as it does functions: `\tanh`, `\operatorname{sech}`. */
  readonly upright?: true;
  /** `.*` and `./` go entry by entry. */
  readonly dotted?: true;
  /** Of a name or an unknown word: its index in t and T. */
  readonly time?: TimeIndex;
  /** The word that was split into several names, of which this is one. */
  readonly run?: string;
  /** Why an unknown word can't be read, if that is known already. */
  readonly error?: ReadingError;
}

/** What the words of a formula may mean. */
export interface Vocabulary {
  /** Canonical names that may be used; undefined: any name (an author's own formula). */
  readonly names?: ReadonlySet<string> | undefined;
  /** An author's own names: quantities even where they spell a constant or a function (`e`, `pi`, `sigma`, `step`). */
  readonly declared?: ReadonlySet<string>;
  /** Names, or families (`y` for y1, y2, …), that an answer should use: suggested before all others. */
  readonly preferred?: readonly string[] | undefined;
  /** An author's equation: names may carry an index in t and T, and `sum` and `prod` over time may be called. */
  readonly sequences?: boolean;
  /** There are vectors and matrices: `'` transposes, `.*` goes entry by entry, `dot`, `softmax` and the like are known. */
  readonly vectors?: boolean;
  /** Functions whose derivative may be written with a prime (`tanh'`), as the question says what it is. */
  readonly primes?: ReadonlySet<string> | undefined;
  /** Functions (`g`, `tanh'`) and derivatives (`dh1/dW`, `h1'`) that an answer defines itself. */
  readonly functions?: ReadonlySet<string>;
  readonly derivatives?: ReadonlySet<string>;
}
