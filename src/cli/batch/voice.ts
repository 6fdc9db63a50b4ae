/** Says things to people on standard error, in their language, harmless for terminals; knows no batch. */

import type { Language, MessageCode } from "../../messages/catalogue.ts";
import { formatMessage } from "../../messages/format.ts";
import { safeText } from "../../messages/safeText.ts";
import type { Output } from "./io.ts";

type Parameters = Readonly<Record<string, string | number>>;

export class Voice {
  readonly #output: Output;
  readonly language: Language;

  constructor(output: Output, language: Language) {
    this.#output = output;
    this.language = language;
  }

  /** The message, with texts that may come from a submission made safe. */
  text(code: MessageCode, params: Parameters = {}): string {
    const safe = Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string"
        ? value
            .split("\n")
            .map((line) => safeText(line, 1000))
            .join("\n")
        : value,
    ]);
    return formatMessage(code, this.language, Object.fromEntries(safe));
  }

  /** Text that may come from a submission, as one harmless line. */
  safe(text: string): string {
    return safeText(text, 1000);
  }

  say(code: MessageCode, params?: Parameters): void {
    this.line(this.text(code, params));
  }

  line(text: string): void {
    this.#output.write(`${text}\n`);
  }

  /** At most a few of many messages, then how many more there are. */
  some<T>(entries: readonly T[], say: (entry: T) => void, most = 20): void {
    for (const entry of entries.slice(0, most)) say(entry);
    if (entries.length > most) this.say("batch.and-more", { n: entries.length - most });
  }
}
