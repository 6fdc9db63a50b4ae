/** Says things to people in their language; what comes from a submission does their terminal no harm. */

import type { Language, Message } from "../../messages/message.ts";
import { safeText } from "../../messages/safeText.ts";
import type { Output } from "./io.ts";
import { say } from "./messages.ts";

const longestLine = 4000;

export class Voice {
  readonly #output: Output;
  readonly language: Language;

  constructor(output: Output, language: Language) {
    this.#output = output;
    this.language = language;
  }

  /** The words of a message, harmless. */
  text(message: Message): string {
    return message
      .in(this.language)
      .split("\n")
      .map((line) => safeText(line, longestLine))
      .join("\n");
  }

  say(message: Message): void {
    this.#output.write(`${this.text(message)}\n`);
  }

  line(text: string): void {
    this.#output.write(`${safeText(text, longestLine)}\n`);
  }

  /** The first of many messages, then how many more there are. */
  some(messages: readonly Message[], most = 20): void {
    for (const message of messages.slice(0, most)) this.say(message);
    if (messages.length > most) this.say(say("batch.and-more", { n: messages.length - most }));
  }
}
