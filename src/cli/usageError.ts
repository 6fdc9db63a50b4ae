/** An end with status 2 that is the user's to mend, said in the user's language. Knows codes, no prose. */

import type { MessageCode } from "../messages/catalogue.ts";

export type Parameters = Readonly<Record<string, string | number | readonly string[]>>;

export class UsageError extends Error {
  readonly code: MessageCode;
  readonly params: Parameters;
  /** A command line that would do. */
  readonly example: string | undefined;

  constructor(code: MessageCode, params: Parameters = {}, example?: string) {
    super(code);
    this.name = "UsageError";
    this.code = code;
    this.params = params;
    this.example = example;
  }
}
