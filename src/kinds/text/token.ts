/** One token of a text: what stands there, where, and how far from the one before. */

export interface Token {
  /** Lower case, without accents (ä = ae, ß = ss); Greek letters and LaTeX commands by name. */
  readonly text: string;
  /** Where it stands in the source: UTF-16 code units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Extra distance to the token before (0, or what punctuation between them adds). */
  readonly pad: number;
  /** A comma, colon, line end or dash stands before it. */
  readonly breaks: boolean;
}
