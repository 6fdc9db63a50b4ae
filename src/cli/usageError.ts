/** An end with status 2 that is the user's to mend, said in the user's language. */

import type { Message } from "../messages/message.ts";

export class UsageError extends Error {
  readonly told: Message;
  /** A command line that would do. */
  readonly example: string | undefined;

  constructor(told: Message, example?: string) {
    super(told.code);
    this.name = "UsageError";
    this.told = told;
    this.example = example;
  }
}
