/** The error by which the readers of formulas give up; parse.ts turns it into data, nothing else may see it. */

import type { Span } from "../engine/syntax.ts";
import type { MessageCode } from "../messages/catalogue.ts";

export type ReadingParameters = Readonly<Record<string, string | number | readonly string[]>>;

export class ReadingError extends Error {
  readonly code: MessageCode;
  readonly at: Span;
  readonly params: ReadingParameters;

  constructor(code: MessageCode, at: Span, params: ReadingParameters = {}) {
    super(code);
    this.code = code;
    this.at = at;
    this.params = params;
  }
}

/** What `read` gives, or undefined if it cannot be read. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReadingError) return undefined;
    throw error;
  }
}
